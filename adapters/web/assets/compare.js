// Completes the name of the term that is added to a comparison.
import { namesFor, startCompleting } from './complete.js';

const input = document.querySelector('.picker input[data-complete]');
if (input instanceof HTMLInputElement) startCompleting(input, namesFor, () => input.form?.requestSubmit());
