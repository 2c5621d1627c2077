// Keeps the page while questions are answered and previews are pressed. Without it, each is a page of its own.
import { startCompleting } from './complete.js';
import { fetchPatiently } from './server-watch.js';

const form = document.querySelector('form.question');
const input = form?.querySelector('input[data-complete]');
let asking = new AbortController();

if (form instanceof HTMLFormElement && input instanceof HTMLInputElement) {
  form.addEventListener('submit', event => {
    event.preventDefault();
    const query = new URLSearchParams();
    for (const [name, value] of new FormData(form)) if (typeof value === 'string') query.append(name, value);
    void ask(`/?${query}`, true);
  });
  form.addEventListener('change', ({ target }) => {
    const isWay = target instanceof HTMLInputElement && target.name === 'as';
    if (isWay && input.value.trim() !== '' && document.querySelector('.previews') !== null)
      form.requestSubmit();
  });
  startCompleting(input, namesFor, () => form.requestSubmit());
  window.addEventListener('popstate', () => void ask(location.href, false));
  if (input.value === '') input.focus({ preventScroll: true });
}

document.addEventListener('submit', event => {
  if (!(event.target instanceof HTMLFormElement) || !event.target.matches('form.press')) return;
  event.preventDefault();
  void press(event.target, event.submitter);
});
document.addEventListener('change', event => {
  if (event.target instanceof HTMLSelectElement && event.target.matches('form.press select'))
    event.target.form?.requestSubmit();
});

/**
 * @param {string} text
 * @param {AbortSignal} signal
 * @returns {Promise<readonly import('./complete.js').Completion[]>}
 */
async function namesFor(text, signal) {
  const response = await fetch(`/complete?q=${encodeURIComponent(text.slice(0, 1000))}`, { signal });
  return response.ok ? response.json() : [];
}

/**
 * Shows the page at an address in place of this one's content.
 * @param {string} address
 * @param {boolean} isNew whether it becomes an entry of the history
 */
async function ask(address, isNew) {
  asking.abort();
  asking = new AbortController();
  const { signal } = asking;
  const main = document.querySelector('main');
  main?.setAttribute('aria-busy', 'true');
  try {
    const response = await fetchPatiently(address, { signal });
    const text = await response.text();
    if (signal.aborted) return;
    if (!response.ok) {
      location.assign(address);
      return;
    }
    const page = new DOMParser().parseFromString(text, 'text/html');
    replace('#answer', page);
    replace('#thread', page);
    replace('.examples', page);
    replace('h1', page);
    document
      .querySelector('.ask')
      ?.classList.toggle('is-first', page.querySelector('.ask.is-first') !== null);
    document.title = page.title;
    if (isNew) history.pushState(null, '', address);
    else restore(page);
  } catch (error) {
    if (!signal.aborted) throw error;
  } finally {
    if (!signal.aborted) main?.removeAttribute('aria-busy');
  }
}

/**
 * @param {string} selector
 * @param {Document} page
 */
function replace(selector, page) {
  const [old, now] = [document.querySelector(selector), page.querySelector(selector)];
  if (old !== null && now !== null) old.replaceChildren(...now.childNodes);
  if (old !== null) /** @type {HTMLElement} */ (old).hidden = now === null;
}

/**
 * What was typed and chosen on a page that one went back to.
 * @param {Document} page
 */
function restore(page) {
  const typed = page.querySelector('form.question input[name="q"]');
  if (input instanceof HTMLInputElement && typed instanceof HTMLInputElement) input.value = typed.value;
  for (const way of page.querySelectorAll('form.question input[name="as"]')) {
    if (!(way instanceof HTMLInputElement)) continue;
    const own = form?.querySelector(`input[name="as"][value="${way.value}"]`);
    if (own instanceof HTMLInputElement) own.checked = way.defaultChecked;
  }
}

/**
 * Changes a preview as the press would change the message.
 * @param {HTMLFormElement} pressed
 * @param {HTMLElement | null} button
 */
async function press(pressed, button) {
  const data = new FormData(pressed, button);
  if (String(data.get('pressed') ?? '') === '') return;
  const message = pressed.closest('li.posted');
  message?.setAttribute('aria-busy', 'true');
  const body = new URLSearchParams();
  for (const [name, value] of data) if (typeof value === 'string') body.append(name, value);
  const response = await fetchPatiently(pressed.action, {
    method: 'POST',
    body,
    headers: { accept: 'application/json' },
  });
  message?.removeAttribute('aria-busy');
  if (!response.ok || message === null) return;
  /** @type {{ instead: string, added: readonly string[] }} */
  const { instead, added } = await response.json();
  const own = instead === 'same' || instead === 'nothing' ? [] : itemsOf([instead]);
  const next = [...own, ...itemsOf(added)];
  message.after(...next);
  if (instead !== 'same') message.remove();
  // The pressed button may be gone; who uses the keyboard goes on at the message.
  const [first] = next;
  if (first instanceof HTMLElement) {
    first.tabIndex = -1;
    first.focus({ preventScroll: true });
    first.scrollIntoView({ block: 'nearest' });
  }
}

/**
 * @param {readonly string[]} drawn
 * @returns {Element[]}
 */
function itemsOf(drawn) {
  return drawn.flatMap(text => [...new DOMParser().parseFromString(text, 'text/html').body.children]);
}
