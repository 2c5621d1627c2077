// Keeps the page while questions are answered and previews are pressed. Without it, each is a page of its own.
import { namesFor, startCompleting } from './complete.js';
import { fetchPatiently } from './server-watch.js';

const form = document.querySelector('form.question');
const input = form?.querySelector('input[data-complete]');
let asking = new AbortController();
/** The address of what is shown. */
let shown = pageOf(location.href);

if (form instanceof HTMLFormElement && input instanceof HTMLInputElement) {
  form.addEventListener('submit', event => {
    event.preventDefault();
    const query = fieldsOf(new FormData(form));
    // Somebody else's message is to be in no address and no history.
    if (query.get('as') === 'message') void ask('/', { method: 'POST', body: query });
    else void ask(`/?${query}`, {});
  });
  form.addEventListener('change', ({ target }) => {
    const isWay = target instanceof HTMLInputElement && target.name === 'as';
    if (isWay && input.value.trim() !== '' && document.querySelector('.previews') !== null)
      form.requestSubmit();
  });
  startCompleting(input, namesFor, () => form.requestSubmit());
  window.addEventListener('popstate', () => {
    // A link to a place on the page is followed as well.
    if (pageOf(location.href) !== shown) void ask(location.href, { isBack: true });
  });
  if (input.value === '') input.focus({ preventScroll: true });
}

document.addEventListener('submit', event => {
  if (!(event.target instanceof HTMLFormElement) || !event.target.matches('form.press')) return;
  event.preventDefault();
  void press(event.target, event.submitter);
});
// With the keyboard each step through a menu is a change: there the button beside it sends what is chosen.
document.addEventListener('keydown', ({ target }) => menuOf(target)?.classList.add('by-keyboard'));
document.addEventListener('pointerdown', ({ target }) => menuOf(target)?.classList.remove('by-keyboard'));
document.addEventListener('change', ({ target }) => {
  const menu = menuOf(target);
  if (menu !== null && !menu.classList.contains('by-keyboard')) menu.requestSubmit();
});

/**
 * The form of a menu in a preview.
 * @param {EventTarget | null} target
 */
function menuOf(target) {
  return target instanceof HTMLSelectElement && target.matches('form.press select') ? target.form : null;
}

/** @param {FormData} data */
function fieldsOf(data) {
  const fields = new URLSearchParams();
  for (const [name, value] of data) if (typeof value === 'string') fields.append(name, value);
  return fields;
}

/**
 * An address without what only names a place on the page.
 * @param {string} address
 */
function pageOf(address) {
  const { pathname, search } = new URL(address, location.href);
  return pathname + search;
}

/**
 * Shows the page at an address in place of this one's content.
 * @param {string} address
 * @param {RequestInit & { isBack?: boolean }} manner how it is asked for, and whether one went back to it
 */
async function ask(address, { isBack = false, ...init }) {
  asking.abort();
  asking = new AbortController();
  const { signal } = asking;
  const main = document.querySelector('main');
  main?.setAttribute('aria-busy', 'true');
  try {
    const response = await fetchPatiently(address, { ...init, signal });
    const text = await response.text();
    if (signal.aborted) return;
    if (!response.ok) {
      say('The question could not be answered. Is it very long? Shorten it, and ask again.');
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
    if (isBack) restore(page);
    else if (pageOf(address) !== pageOf(location.href)) history.pushState(null, '', address);
    shown = pageOf(address);
  } catch (error) {
    if (!signal.aborted) throw error;
  } finally {
    if (!signal.aborted) main?.removeAttribute('aria-busy');
  }
}

/**
 * Says that something went wrong, until the next answer.
 * @param {string} text
 */
function say(text) {
  const notice = document.createElement('p');
  notice.className = 'notice';
  notice.setAttribute('role', 'alert');
  notice.textContent = text;
  document.querySelector('#answer')?.prepend(notice);
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
  const body = fieldsOf(new FormData(pressed, button));
  const message = pressed.closest('li.posted');
  if (!body.get('pressed') || message === null || message.getAttribute('aria-busy') === 'true') return;
  message.setAttribute('aria-busy', 'true');
  const response = await fetchPatiently(pressed.action, {
    method: 'POST',
    body,
    headers: { accept: 'application/json' },
  });
  message.removeAttribute('aria-busy');
  if (!response.ok) {
    say('The press could not be carried out. Was secterm started anew? Ask again.');
    return;
  }
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
