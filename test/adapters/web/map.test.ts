import { expect, it } from 'vitest';
import { catalogueOf } from '../../../adapters/web/catalogue.ts';
import type { View } from '../../../adapters/web/layout.ts';
import { absolute } from '../../../adapters/web/links.ts';
import { drawSubjectMap } from '../../../adapters/web/map/subject-map.ts';
import { drawTermMap } from '../../../adapters/web/map/term-map.ts';
import { statementsNaming, tiesOf } from '../../../adapters/web/map/ties.ts';
import { drawWholeMap } from '../../../adapters/web/map/whole-map.ts';
import { type Bot, createBot } from '../../../src/bot.ts';
import type { Term } from '../../../src/glossary/glossary.ts';
import { plain } from '../../../src/glossary/rich.ts';
import { glossaryOf, loadBot } from '../../fixtures/load.ts';

const BREAD = `# Bread

## Dough
A mixture of flour and water.

### Key Features
- Rises with yeast

## Crust
The outside of a loaf.

### Key Features
- Made of dough in the oven

## Loaf
Bread in one piece, such as a rye loaf.

## Toast
Slices with more colour.

## Comparison
| | Crust | Loaf |
| --- | --- | --- |
| Hardness | hard | soft |
`;

const botOf = (text: string) => createBot(glossaryOf(text));
const viewOf = (bot: Bot): View => ({ catalogue: catalogueOf(bot), href: absolute, isWritten: false });

function termOf({ glossary }: Bot, name: string): Term {
  const found = glossary.terms.find(term => term.name === name);
  if (found === undefined) throw new Error(`no term "${name}"`);
  return found;
}

const kindsOf = (bot: Bot, name: string) =>
  Object.fromEntries(tiesOf(bot, termOf(bot, name)).map(({ term, kind }) => [term.name, kind]));

it('tiesOf() gives the strongest of what ties two terms: a table, a text that names one, a heading over both', () => {
  const bot = botOf(BREAD);
  expect(kindsOf(bot, 'Crust')).toEqual({ Loaf: 'compared', Dough: 'names', Toast: 'beside' });
  expect(kindsOf(bot, 'Dough')).toEqual({ Crust: 'named-by', Loaf: 'beside', Toast: 'beside' });
});

it('tiesOf() gives what is compared first and what is only under the same heading last', () => {
  const bot = botOf(BREAD);
  expect(tiesOf(bot, termOf(bot, 'Crust')).map(({ term }) => term.name)).toEqual(['Loaf', 'Dough', 'Toast']);
});

it('tiesOf() knows terms that a passage combines', async () => {
  const bot = await loadBot('data');
  const combined = bot.glossary.relations.flatMap(({ title, terms: [one, other] }) =>
    one && other ? [{ title, ties: tiesOf(bot, one), other }] : [],
  );
  expect(combined).not.toEqual([]);
  for (const { ties, other } of combined)
    expect(ties.find(({ term }) => term === other)?.kind).toMatch(/^(?:compared|combined)$/);
});

it('statementsNaming() says where another term’s text names one', () => {
  const bot = botOf(BREAD);
  const found = statementsNaming(bot, termOf(bot, 'Dough'));
  expect(
    found.map(({ term, facet, point }) => [term.name, facet, plain(point.text), point.place.line]),
  ).toEqual([['Crust', 'Key Features', 'Made of dough in the oven', 13]]);
});

it('tiesOf() ties no term to itself, its own aliases or another of its name', () => {
  const bot = botOf(`# Names

## Transport Layer Security (TLS)
TLS is Transport Layer Security, and a transport layer security is TLS.

## Cat
Not at all like transport.
`);
  expect(kindsOf(bot, 'Transport Layer Security')).toEqual({ Cat: 'beside' });
});

const NAMES = (text: string) => `# Names

| Term | Definition |
| --- | --- |
| IT | The machines of an office and their programs. |
| CARE | An act on relief. |
| Mode | One of several manners. |
| Dark Mode | White letters on black. |
| Screen | ${text} |
`;

it.each([
  ['Shows it to the one who reads it.', []],
  ['Bought by IT.', ['IT']],
  ['Treated with care.', []],
  ['Paid for by CARE.', ['CARE']],
  ['Has a dark mode.', ['Dark Mode']],
  ['Has a mode for the dark.', ['Mode']],
])('tiesOf() reads "%s" as naming %j', (text, named) => {
  const bot = botOf(NAMES(text));
  const ties = tiesOf(bot, termOf(bot, 'Screen'));
  expect(ties.filter(({ kind }) => kind === 'names').map(({ term }) => term.name)).toEqual(named);
});

it('tiesOf(): a word that stands in many terms’ texts names a term only on the pages beside it', () => {
  const many = Array.from(
    { length: 14 },
    (_, number) => `## Thing ${number}x\nA thing that is a service too.\n`,
  );
  const glossary = glossaryOf(`# Things\n\n${many.join('\n')}`, 'things/page.md');
  const service = glossaryOf(
    '# Nets\n\n## Service\nAn address.\n\n## Proxy\nIt stands before a service.\n',
    'nets/page.md',
  );
  const bot = createBot({ ...glossary, terms: [...glossary.terms, ...service.terms] });
  expect(kindsOf(bot, 'Service')).toEqual({ Proxy: 'named-by' });
});

it('tiesOf() ties what the bot itself finds named in a statement', async () => {
  const bot = await loadBot('data');
  for (const term of bot.glossary.terms)
    for (const { point } of statementsNaming(bot, term)) {
      const { answer } = bot.explain(`${point.label ?? ''}\n${plain(point.text)}`);
      const names = answer.kind === 'glosses' ? answer.terms.map(({ name }) => name) : [];
      expect(names, plain(point.text)).toContain(term.name);
    }
});

const hrefsOf = (markup: string) =>
  [...markup.matchAll(/<a class="map-[^>]* href="([^"]*)"/g)].map(([, href]) => href);

it('drawTermMap() links the term and each neighbour, the term first', async () => {
  const bot = botOf(BREAD);
  const drawn = String(await drawTermMap(viewOf(bot), termOf(bot, 'Crust')));
  expect(hrefsOf(drawn)).toEqual(['/t/crust', '/t/loaf', '/t/dough', '/t/toast']);
  expect(drawn).toContain('<title>Loaf: compared with Crust in “Comparison”<');
  expect(drawn).toContain('compared in a table');
});

it('drawTermMap() escapes names', async () => {
  const name = 'R&D Lab';
  const bot = botOf(
    `# Page\n\n| Term | Definition |\n| --- | --- |\n| ${name} | Makes dough. |\n| Dough | Soft. |\n`,
  );
  const drawn = String(await drawTermMap(viewOf(bot), termOf(bot, name)));
  expect(drawn).toContain('R&amp;D');
  expect(drawn).not.toContain(name);
});

it('drawTermMap() draws nothing for a term without ties', async () => {
  const bot = botOf('# Alone\nA thing of its own.\n');
  const [term] = bot.glossary.terms;
  expect(term && String(await drawTermMap(viewOf(bot), term))).toBe('');
});

it('drawSubjectMap() says so where nothing ties the terms', async () => {
  const bot = botOf('# Page\n\n## Sun\nHot.\n\n## Moon\nCold.\n');
  const drawn = String(await drawSubjectMap(viewOf(bot), { title: 'Page', terms: bot.glossary.terms }));
  expect(drawn).toContain('No text of the wiki ties these terms to each other.');
});

it('drawSubjectMap() says how many terms it leaves out', async () => {
  const bot = botOf(BREAD);
  const drawn = String(await drawSubjectMap(viewOf(bot), { title: 'Bread', terms: bot.glossary.terms }));
  expect(drawn).toContain('3 of 4 terms');
});

it('drawWholeMap() leads to each subject, and draws the ties of each', async () => {
  const view = viewOf(await loadBot('data'));
  const drawn = String(await drawWholeMap(view));
  for (const { title, address } of view.catalogue.subjects)
    expect(drawn).toContain(
      `<h2><a href="${address}">${title.charAt(0).toUpperCase()}${title.slice(1)}</a></h2>`,
    );
  expect(drawn.match(/class="map-title"/g)).toHaveLength(view.catalogue.subjects.length);
});

interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The boxes of each picture, without what is drawn inside of a card. */
function rectsOf(markup: string): Rect[][] {
  return [...markup.matchAll(/<svg class="map-picture[\s\S]*?<\/svg>/g)].map(([picture]) =>
    [
      ...picture.matchAll(
        /(?:<\/title>|<g class="map-card"[^>]*>)<rect x="([\d.-]+)" y="([\d.-]+)" width="([\d.]+)" height="([\d.]+)" rx="(?:7|9)"/g,
      ),
    ].map(([, x, y, width, height]) => ({
      x: Number(x),
      y: Number(y),
      width: Number(width),
      height: Number(height),
    })),
  );
}

function overlaps(rects: readonly Rect[]): number {
  const meet = (a: Rect, b: Rect) =>
    a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
  return rects.flatMap((a, at) => rects.slice(at + 1).filter(b => meet(a, b))).length;
}

it('drawTermMap() and drawWholeMap() let no box cover another', { timeout: 60_000 }, async () => {
  const bot = await loadBot('data');
  const view = viewOf(bot);
  for (const term of bot.glossary.terms) {
    const [rects = []] = rectsOf(String(await drawTermMap(view, term)));
    expect(rects.length, term.name).toBeGreaterThan(1);
    expect(overlaps(rects), term.name).toBe(0);
  }
  const pictures = rectsOf(String(await drawWholeMap(view)));
  expect(pictures).toHaveLength(1 + view.catalogue.subjects.length);
  for (const rects of pictures) expect(overlaps(rects)).toBe(0);
});

it('drawTermMap() and drawWholeMap() draw the same glossary the same', async () => {
  const draw = async () => {
    const bot = await loadBot('data');
    const term = String(await drawTermMap(viewOf(bot), termOf(bot, 'Containers')));
    return [term, String(await drawWholeMap(viewOf(bot)))];
  };
  expect(await draw()).toEqual(await draw());
});

it('drawTermMap() writes nothing that a strict content policy forbids', async () => {
  const bot = await loadBot('data');
  const drawn = String(await drawTermMap(viewOf(bot), termOf(bot, 'Containers')));
  expect(drawn).not.toMatch(/\sstyle=|<script|\son\w+=/);
});
