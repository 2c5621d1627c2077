import fc from 'fast-check';
import type { Message } from '../../../adapters/slack/blocks/message.ts';
import type { Outcome } from '../../../src/bot.ts';
import type { Place } from '../../../src/glossary/glossary.ts';
import { plain, type Rich, rich } from '../../../src/glossary/rich.ts';
import type { Choice, Part, Reply, ReplyPoint } from '../../../src/replies/reply.ts';
import { safe } from '../../../src/replies/safe.ts';
import { blocksOf, controlsOf, pagesOf } from './shown.ts';
import { checkContent, formatted, pings, visibleText } from './stand-in/index.ts';

/** What could ping, format, link, steer or break, in Slack's mrkdwn and elsewhere. */
const SNIPPETS = [
  ...['<!channel>', '<!here|here>', '<!everyone>', '<@U1>', '<!subteam^S1|team>', '<#C1|general>', '@here'],
  ...[
    '*bold*',
    '_it_',
    '~gone~',
    '`code`',
    '```pre```',
    '> quote',
    '\n> quote',
    '*',
    '_',
    '~',
    '`',
    '|',
    '<',
    '>',
  ],
  ...[
    '<https://evil.example|click>',
    '&lt;!channel&gt;',
    '&amp;',
    '&',
    ':fire:',
    ':+1:',
    ':100:',
    'a:b:c',
    '#x',
  ],
  ...[
    '\u202etxt',
    '\u200f',
    '\u0000',
    '\u001b[31m',
    '\ud800',
    '\udc00',
    '👩‍👩‍👧',
    '日本',
    'word',
    ' ',
    '\n',
    '\t',
  ],
];
export const hostileText = fc
  .array(fc.constantFrom(...SNIPPETS), { minLength: 1, maxLength: 8 })
  .map(pieces => pieces.join(''));

/** A name that shows: what shows nothing has tests of its own. */
const name = hostileText.filter(text => safe(text).trim() !== '');
const anyText = fc.oneof({ weight: 6, arbitrary: hostileText }, { weight: 1, arbitrary: fc.constant('') });
const point: fc.Arbitrary<ReplyPoint> = fc.letrec<{ point: ReplyPoint }>(tie => ({
  point: fc.record({
    label: fc.option(anyText),
    text: anyText.map(rich),
    points: fc.oneof({ maxDepth: 4 }, fc.constant([]), fc.array(tie('point'), { maxLength: 3 })),
  }),
})).point;
const table = fc.integer({ min: 1, max: 30 }).chain(width =>
  fc.record({
    kind: fc.constant('table' as const),
    columns: fc.array(anyText, { minLength: width, maxLength: width }),
    rows: fc.array(
      fc.record({
        label: anyText,
        cells: fc.array(anyText.map(rich), { minLength: width, maxLength: width }),
      }),
      { minLength: 1, maxLength: 12 },
    ),
  }),
);
const part: fc.Arbitrary<Part> = fc.oneof(
  fc.record({ kind: fc.constant('heading' as const), text: name, also: fc.array(anyText, { maxLength: 4 }) }),
  fc.record({ kind: fc.constant('paragraph' as const), text: anyText.map(rich) }),
  fc.record({ kind: fc.constant('note' as const), text: anyText }),
  fc.record({
    kind: fc.constant('points' as const),
    title: fc.option(name),
    points: fc.array(point, { minLength: 1, maxLength: 8 }),
  }),
  table,
);
const place: fc.Arbitrary<Place> = fc.record({
  collection: fc.option(hostileText),
  page: hostileText,
  section: fc.option(hostileText),
  line: fc.integer({ min: 1, max: 9999 }),
  url: fc.option(fc.oneof(fc.webUrl(), hostileText)),
});
const choice: fc.Arbitrary<Choice> = fc.record({ label: anyText, ask: anyText });
export const hostileReply: fc.Arbitrary<Reply> = fc.record({
  parts: fc.array(part, { minLength: 1, maxLength: 6 }),
  choices: fc.array(choice, { maxLength: 40 }),
  sources: fc.array(place, { maxLength: 12 }),
  audience: fc.constant('asker' as const),
});

/** A reply of these parts. */
export const replyOf = (given: Partial<Reply>): Reply => ({
  parts: [],
  choices: [],
  sources: [],
  audience: 'asker',
  ...given,
});

/** The reply with an answer that can be shared. */
export const outcomeOf = (reply: Reply): Pick<Outcome, 'reply' | 'answer'> => ({
  reply,
  answer: { kind: 'list', subject: '', group: null, terms: [], subjects: [] },
});

/** Why Slack would refuse any form of any page; nothing when it takes them all. */
export function refusals(pages: readonly (readonly Message[])[]): string[] {
  return pages.flatMap((forms, page) =>
    forms.flatMap((form, index) => refusal(form, `page ${page + 1}, form ${index}`)),
  );
}

export function refusal(message: Message, name = 'message'): string[] {
  const { error, reasons } = checkContent({ text: message.text, blocks: blocksOf(message) });
  const tooLong = message.text.length > 4000 ? [`${name}: text of ${message.text.length} characters`] : [];
  return error === undefined ? tooLong : [...tooLong, `${name}: ${error} ${reasons.join(', ')}`];
}

/** What a message does that its author never meant: pings, and formatting that plain text turned into. */
export function misdeeds(message: Message): string[] {
  const asText = formatted({ text: message.text, blocks: [] });
  const { bold, ...inBlocks } = formatted({ text: '', blocks: blocksOf(message) });
  const { bareLinks, ...inText } = asText;
  const found = { ...inBlocks, pings: pings({ text: message.text, blocks: blocksOf(message) }), inText };
  const isNothing = (value: unknown): boolean =>
    Array.isArray(value)
      ? value.length === 0
      : typeof value === 'object' && value !== null && Object.values(value).every(isNothing);
  return Object.entries(found).flatMap(([name, value]) =>
    isNothing(value) ? [] : [`${name}: ${JSON.stringify(value)}`],
  );
}

const LOOK_ALIKE: Readonly<Record<string, string>> = {
  '∗': '*',
  '＿': '_',
  '∼': '~',
  '∶': ':',
  '›': '>',
  "'": '`',
  '¦': '|',
};
/** A text without layout, and with the marks that stand for others as those. */
const bare = (text: string) =>
  safe(text)
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')
    .replace(/\s/g, '')
    .replace(/[∗＿∼∶›'¦]/g, mark => LOOK_ALIKE[mark] ?? mark);

const ofPoint = ({ label, text, points }: ReplyPoint): string[] => [
  label ?? '',
  plain(text),
  ...points.flatMap(ofPoint),
];
const cells = (row: readonly Rich[]) => row.map(plain);

/** Every text of a part; one longer than a page as its words. */
function textsOf(shown: Part): string[] {
  const whole = ((): string[] => {
    switch (shown.kind) {
      case 'heading':
        return [shown.text, ...shown.also];
      case 'paragraph':
        return [plain(shown.text)];
      case 'note':
        return [shown.text];
      case 'points':
        return [shown.title ?? '', ...shown.points.flatMap(ofPoint)];
      case 'table':
        return [...shown.columns, ...shown.rows.flatMap(row => [row.label, ...cells(row.cells)])];
    }
  })();
  return whole.flatMap(text => (text.length > 1000 ? text.split(/\s+/) : [text]));
}

/** Texts, sources and choices of a reply that no page shows, for its richest and its plainest form. */
export function lost(reply: Reply): string[] {
  const pages = pagesOf(outcomeOf(reply), 'anything');
  const texts = [
    ...reply.parts.flatMap(textsOf),
    ...reply.sources.map(({ page, line }) => `${page}:${line}`),
  ].map(bare);
  const forms = {
    rich: pages.map(([richest]) => (richest ? visibleText({ text: '', blocks: blocksOf(richest) }) : '')),
    plain: pages.map(forms => visibleText({ text: forms.at(-1)?.text ?? '', blocks: [] })),
  };
  const missing = Object.entries(forms).flatMap(([name, shown]) => {
    const all = bare(shown.join('\n'));
    return texts.filter(text => !all.includes(text)).map(text => `${name}: ${text.slice(0, 80)}`);
  });
  const asks = new Set(pages.flatMap(([richest]) => controlsOf(richest).map(({ ask }) => ask)));
  const unreachable = reply.choices
    .filter(({ ask }) => ask.trim() !== '' && ask.length <= 2000 && !asks.has(ask))
    .map(({ ask }) => `choice: ${ask.slice(0, 80)}`);
  return [...missing, ...unreachable];
}
