// Completes names while one types, after the combobox pattern: https://www.w3.org/WAI/ARIA/apg/patterns/combobox

/** @typedef {{ name: string, also: string, text: string }} Completion a name, what else it is called, the text with it */

/**
 * @param {HTMLInputElement} input
 * @param {(text: string, signal: AbortSignal) => Promise<readonly Completion[]>} find
 *   what completes a text: each name, and the text with it in place
 * @param {(text: string) => void} choose called with the text that was chosen
 */
export function startCompleting(input, find, choose) {
  const list = document.createElement('ul');
  list.className = 'choices';
  list.id = `${input.id}-choices`;
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', 'Names that fit');
  list.hidden = true;
  input.after(list);
  input.setAttribute('role', 'combobox');
  input.setAttribute('aria-autocomplete', 'list');
  input.setAttribute('aria-controls', list.id);
  input.setAttribute('aria-expanded', 'false');

  /** @type {readonly Completion[]} */
  let found = [];
  let at = -1;
  let asking = new AbortController();

  const close = () => {
    asking.abort();
    list.hidden = true;
    at = -1;
    input.setAttribute('aria-expanded', 'false');
    input.removeAttribute('aria-activedescendant');
  };

  /** @param {number} next */
  const move = next => {
    at = next;
    for (const [index, item] of [...list.children].entries()) {
      item.setAttribute('aria-selected', String(index === at));
      if (index === at) item.scrollIntoView({ block: 'nearest' });
    }
    if (at < 0) input.removeAttribute('aria-activedescendant');
    else input.setAttribute('aria-activedescendant', `${list.id}-${at}`);
  };

  /** @param {number} index */
  const take = index => {
    const taken = found[index];
    if (taken === undefined) return;
    input.value = taken.text;
    close();
    choose(taken.text);
  };

  const show = () => {
    list.replaceChildren(
      ...found.map(({ name, also }, index) => {
        const item = document.createElement('li');
        item.id = `${list.id}-${index}`;
        item.setAttribute('role', 'option');
        item.setAttribute('aria-selected', 'false');
        item.textContent = name;
        if (also !== '') {
          const others = document.createElement('span');
          others.className = 'also';
          others.textContent = also;
          item.append(' ', others);
        }
        // A click would take the focus away before it arrives.
        item.addEventListener('pointerdown', event => event.preventDefault());
        item.addEventListener('click', () => take(index));
        return item;
      }),
    );
    at = -1;
    list.hidden = found.length === 0;
    input.setAttribute('aria-expanded', String(!list.hidden));
    input.removeAttribute('aria-activedescendant');
  };

  const ask = async () => {
    const text = input.value;
    if (text.trim() === '') return close();
    asking.abort();
    asking = new AbortController();
    const { signal } = asking;
    try {
      const names = await find(text, signal);
      if (signal.aborted || document.activeElement !== input) return;
      found = names;
      show();
    } catch {
      // Typed on, or the server is lost: what is typed is asked all the same.
    }
  };

  // At once: an answer takes a few milliseconds, and one that is overtaken is not waited for.
  input.addEventListener('input', () => void ask());
  input.addEventListener('blur', close);
  input.form?.addEventListener('submit', close);
  input.addEventListener('keydown', event => {
    if (event.key === 'Escape' && !list.hidden) {
      event.preventDefault();
      close();
    } else if (list.hidden) {
      if (event.key === 'ArrowDown') void ask();
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      // Beyond either end is the field itself.
      move(((at + 1 + step + found.length + 1) % (found.length + 1)) - 1);
    } else if (event.key === 'Enter' && at >= 0) {
      event.preventDefault();
      take(at);
    }
  });
}

/**
 * What completes a text, as the server has it.
 * @param {string} text
 * @param {AbortSignal} signal
 * @returns {Promise<readonly Completion[]>}
 */
export async function namesFor(text, signal) {
  const response = await fetch(`/complete?q=${encodeURIComponent(text.slice(0, 1000))}`, { signal });
  return response.ok ? response.json() : [];
}
