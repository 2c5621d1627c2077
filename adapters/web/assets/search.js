// Searches a written site in the browser: the index is loaded when somebody is about to search.
import MiniSearch from './minisearch.js';

/** Entries that are shown. */
const MOST_SHOWN = 40;
/** Names count more than what explains them. */
const BOOST = { name: 8, also: 6, text: 2 };

const field = document.querySelector('[data-search]');
const input = field?.querySelector('input');
const results = document.getElementById('results');
const found = document.getElementById('found');

/** @typedef {{ id: number, name: string, also: string, text: string, more: string, file: string }} Entry */
/** @type {Promise<{ search: MiniSearch<Entry>, entries: readonly Entry[] }> | null} */
let loading = null;

if (field instanceof HTMLElement && input instanceof HTMLInputElement) {
  field.hidden = false;
  input.addEventListener('focus', () => void load());
  input.addEventListener('input', () => void show(input.value));
  input.addEventListener('keydown', event => {
    const first = results?.querySelector('a');
    if (event.key === 'Enter' && first) location.assign(first.href);
  });
  const asked = new URLSearchParams(location.search).get('q');
  if (asked !== null) {
    input.value = asked;
    void show(asked);
  }
}

function load() {
  const address = field instanceof HTMLElement ? (field.dataset['search'] ?? '') : '';
  loading ??= fetch(address)
    .then(response => response.json())
    .then((/** @type {readonly Entry[]} */ entries) => {
      const search = new MiniSearch({
        fields: ['name', 'also', 'text', 'more'],
        searchOptions: {
          prefix: true,
          fuzzy: term => (term.length > 4 ? 0.2 : false),
          boost: BOOST,
          combineWith: 'AND',
        },
      });
      search.addAll(entries);
      return { search, entries };
    });
  loading.catch(() => {
    loading = null;
    if (found !== null)
      found.textContent = 'The search could not be loaded. Is the site opened from a web server?';
  });
  return loading;
}

/** @param {string} text */
async function show(text) {
  const { search, entries } = await load();
  if (!(input instanceof HTMLInputElement) || input.value !== text) return;
  const hits = text.trim() === '' ? [] : search.search(text).flatMap(({ id }) => entries[id] ?? []);
  const asked = text.trim().toLowerCase();
  const isCalledSo = (/** @type {Entry} */ { name, also }) =>
    [name, ...also.split(', ')].some(one => one.toLowerCase() === asked);
  const shown = [...hits.filter(isCalledSo), ...hits.filter(entry => !isCalledSo(entry))].slice(
    0,
    MOST_SHOWN,
  );
  results?.replaceChildren(...shown.map(itemOf));
  if (found === null) return;
  const count = hits.length === 1 ? '1 term' : `${hits.length} terms`;
  found.textContent = text.trim() === '' ? '' : hits.length === 0 ? 'No term has these words.' : count;
}

/** @param {Entry} entry */
function itemOf({ name, also, text, file }) {
  const item = document.createElement('li');
  const link = document.createElement('a');
  link.href = file;
  link.textContent = name;
  const others = document.createElement('span');
  others.className = 'also';
  others.textContent = also === '' ? '' : ` ${also}`;
  const gist = document.createElement('span');
  gist.className = 'gist';
  gist.textContent = text.length > 160 ? `${text.slice(0, text.lastIndexOf(' ', 160))} …` : text;
  item.append(link, others, gist);
  return item;
}
