// Completes the name of the term that is added to a comparison.
import { startCompleting } from './complete.js';

const input = document.querySelector('.picker input[data-complete]');
if (input instanceof HTMLInputElement) {
  startCompleting(
    input,
    async (text, signal) => {
      const response = await fetch(`/complete?q=${encodeURIComponent(text.slice(0, 1000))}`, { signal });
      return response.ok ? response.json() : [];
    },
    () => input.form?.requestSubmit(),
  );
}
