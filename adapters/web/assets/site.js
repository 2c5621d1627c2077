// What every page does more where scripts run: it says when the server is lost, filters lists and copies texts.
import { watchServer } from './server-watch.js';

document.documentElement.classList.add('has-script');

const alive = document.documentElement.dataset['alive'];
if (alive !== undefined) watchServer(alive);

for (const box of document.querySelectorAll('[data-filter]'))
  if (box instanceof HTMLElement) startFilter(box);
for (const button of document.querySelectorAll('button[data-copies]'))
  if (button instanceof HTMLButtonElement) startCopying(button);

/**
 * Shows only the entries whose names hold what is typed.
 * @param {HTMLElement} box
 */
function startFilter(box) {
  const input = box.querySelector('input');
  const output = box.querySelector('output');
  const groups = [...document.querySelectorAll(box.dataset['filter'] ?? '')];
  const letters = document.querySelector('.letters');
  if (input === null || output === null) return;
  box.hidden = false;
  input.addEventListener('input', () => {
    const sought = input.value.trim().toLowerCase();
    let shown = 0;
    for (const group of groups) {
      let inGroup = 0;
      for (const entry of group.querySelectorAll('[data-name]')) {
        if (!(entry instanceof HTMLElement)) continue;
        entry.hidden = !(entry.dataset['name'] ?? '').includes(sought);
        if (!entry.hidden) inGroup += 1;
      }
      if (group instanceof HTMLElement) group.hidden = inGroup === 0;
      shown += inGroup;
    }
    if (letters instanceof HTMLElement) letters.hidden = sought !== '';
    output.textContent =
      sought === ''
        ? ''
        : shown === 0
          ? 'No term is called that.'
          : shown === 1
            ? '1 term'
            : `${shown} terms`;
  });
}

/**
 * Copies the text of the field that it names.
 * @param {HTMLButtonElement} button
 */
function startCopying(button) {
  const field = document.getElementById(button.dataset['copies'] ?? '');
  if (!(field instanceof HTMLTextAreaElement)) return;
  const label = button.textContent;
  button.hidden = false;
  button.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(field.value);
      button.textContent = 'Copied';
    } catch {
      // Browsers give no clipboard to pages that came without TLS from elsewhere than this machine.
      const details = field.closest('details');
      if (details !== null) details.open = true;
      field.select();
      button.textContent = 'Selected: press Ctrl+C or ⌘C';
    }
    setTimeout(() => {
      button.textContent = label;
    }, 2500);
  });
}
