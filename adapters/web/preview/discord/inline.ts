import { type Html, html } from '../../html.ts';
import { CODE } from './code.ts';
import { LINKS } from './links.ts';
import { REFERENCES } from './references.ts';
import { matchAt, type Read, scan } from './scan.ts';

/** How a form within a line is read and drawn. */
export interface Rule {
  /** Sticky. */
  readonly pattern: RegExp;
  /** Sticky; of a form that may go on to the text's end: what it starts with. */
  readonly opens?: RegExp;
  readonly isBlock?: true;
  /** Null for what is none of it after all. */
  draw(groups: Groups, inside: Inside): Html | null;
}

type Groups = Readonly<Record<string, string | undefined>>;

/** How a form draws what it holds. */
interface Inside {
  draw(text: string): Html;
  /** The same without links: a link holds none. */
  drawLabel(text: string): Html;
  /** Whether the form itself stands within another. */
  readonly isNested: boolean;
}

/** Where a text stands. */
interface Within {
  /** How many forms are around. */
  readonly depth: number;
  readonly isLinked: boolean;
}

const A_LINE: Within = { depth: 1, isLinked: false };

/** More forms within one another than a text has use for: each kind can hold each other one once. */
const DEEPEST = 10;

/** Markdown without what starts a line: headings, lists, quotes. */
export function drawInline(text: string, within = A_LINE): Html {
  if (within.depth > DEEPEST) return html`${text}`;
  return html`${scan(text, inlineReader(text, within)).map(piece => piece.html)}`;
}

/** Reads the forms within the lines of one text, from its start to its end. */
export function inlineReader(
  text: string,
  { depth, isLinked }: Within = { depth: 0, isLinked: false },
): (at: number) => Read | null {
  // Where a mark did not close, none after it will; looking for that each time would take the square of the length.
  const unclosed = new Set<Rule>();
  const inside: Inside = {
    draw: words => drawInline(words, { depth: depth + 1, isLinked }),
    drawLabel: words => drawInline(words, { depth: depth + 1, isLinked: true }),
    isNested: depth > 0,
  };
  const rules = isLinked ? WITHOUT_LINKS : RULES;
  return at => {
    if (!STARTS.test(text[at] ?? '')) return null;
    for (const rule of rules) {
      const match = unclosed.has(rule) ? null : matchAt(rule.pattern, text, at);
      const drawn = match && rule.draw(match.groups ?? {}, inside);
      if (match !== null && drawn !== null)
        return { end: at + match[0].length, html: drawn, isBlock: rule.isBlock === true && depth === 0 };
      if (match === null && rule.opens !== undefined && matchAt(rule.opens, text, at)) unclosed.add(rule);
    }
    return null;
  };
}

const STARTS = /[`\\<@[h*_~|:]/;

const ESCAPE: Rule = { pattern: /\\(?<mark>[^0-9A-Za-z\s])/uy, draw: ({ mark }) => html`${mark}` };

/** In the order in which they are tried: "**" before "*". */
const MARKS: readonly Rule[] = [
  {
    opens: /\*\*/y,
    pattern: /\*\*(?<words>(?:\\[\s\S]|[^\\])+?)\*\*(?!\*)/y,
    draw: ({ words = '' }, { draw }) => html`<strong>${draw(words)}</strong>`,
  },
  {
    opens: /__/y,
    pattern: /__(?<words>(?:\\[\s\S]|[^\\])+?)__(?!_)/y,
    draw: ({ words = '' }, { draw }) => html`<u>${draw(words)}</u>`,
  },
  {
    opens: /~~/y,
    pattern: /~~(?<words>(?:\\[\s\S]|[^\\])+?)~~/y,
    draw: ({ words = '' }, { draw }) => html`<s>${draw(words)}</s>`,
  },
  {
    // Shown as with "Show spoiler content: always": one who reads a preview has nothing to be spared.
    opens: /\|\|/y,
    pattern: /\|\|(?<words>(?:\\[\s\S]|[^\\])+?)\|\|/y,
    draw: ({ words = '' }, { draw }) => html`<span class="dc-spoiler">${draw(words)}</span>`,
  },
  {
    pattern: /\*(?=\S)(?<words>(?:\*\*|\\[\s\S]|\s+(?:\\[\s\S]|[^*\s\\]|\*\*)|[^\s*\\])+?)\*(?!\*)/y,
    draw: ({ words = '' }, { draw }) => html`<em>${draw(words)}</em>`,
  },
  {
    // Within a word it is part of a name.
    pattern: /(?<![\p{L}\p{N}_])_(?<words>(?:__|\\[\s\S]|[^\\_])+?)_(?![\p{L}\p{N}_])/uy,
    draw: ({ words = '' }, { draw }) => html`<em>${draw(words)}</em>`,
  },
];

const RULES: readonly Rule[] = [...CODE, ESCAPE, ...REFERENCES, ...LINKS, ...MARKS];
const WITHOUT_LINKS = RULES.filter(rule => !LINKS.includes(rule));
