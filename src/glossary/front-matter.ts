import { parse, TomlError } from 'smol-toml';
import { parseDocument } from 'yaml';
import { z } from 'zod';
import { editDistance } from '../language/distance.ts';
import type { Fault } from './glossary.ts';
import type { Outline } from './outline.ts';

const list = z
  .union([z.array(z.coerce.string()), z.string().transform(text => text.split(','))])
  .transform(names => names.map(name => name.trim()).filter(name => name !== ''));

/** Other tools put keys of their own there; those are left alone. */
const FrontMatter = z.object({
  title: z.coerce.string(),
  aliases: list,
  tags: list,
  url: z.url({ protocol: /^https?$/, error: 'must be an http or https address' }),
  /** Where nothing is to be guessed: each heading below "Terms" is one. */
  terms: z.literal('headings', 'may only be "headings"'),
  owner: z.coerce.string(),
  lang: z
    .string()
    .regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/, 'must be a language tag such as "en" or "pt-BR"'),
});

/** Other words for a key. */
const SAME: Readonly<Record<string, keyof typeof FrontMatter.shape>> = {
  aka: 'aliases',
  also_known_as: 'aliases',
  synonyms: 'aliases',
};
/** What people write for a key by mistake. */
const MISTAKEN: Readonly<Record<string, keyof typeof FrontMatter.shape>> = {
  alias: 'aliases',
  synonym: 'aliases',
  tag: 'tags',
  owners: 'owner',
  language: 'lang',
  uri: 'url',
};

export interface PageFacts {
  readonly title: string | null;
  readonly aliases: readonly string[];
  readonly tags: readonly string[];
  readonly url: string | null;
  /** Whether the page says that its headings are its terms. */
  readonly terms: 'headings' | null;
  /** Who keeps the page. */
  readonly owner: string | null;
  /** Language tag. */
  readonly lang: string | null;
}

const NONE: PageFacts = {
  title: null,
  aliases: [],
  tags: [],
  url: null,
  terms: null,
  owner: null,
  lang: null,
};

/** Reads what secterm uses of a page's front matter. `faults` say what could not be read; the page is used anyway. */
export function readFrontMatter(raw: Outline['frontMatter']): {
  facts: PageFacts;
  faults: readonly Fault[];
} {
  if (raw === null) return { facts: NONE, faults: [] };
  const { values, broken } = raw.syntax === 'toml' ? readToml(raw.text) : readYaml(raw.text);
  if (broken !== null) {
    const message = `Cannot read the front matter: ${broken.reason} Mend the ${raw.syntax.toUpperCase()} between its two lines.`;
    return { facts: NONE, faults: [{ line: raw.line + broken.line, message }] };
  }
  const facts = { ...NONE };
  const faults: Fault[] = [];
  const report = (written: string, reason: string) => {
    const message = `Cannot use the front matter's "${written}": ${reason}.`;
    faults.push({ line: lineOfKey(written, raw) ?? raw.line, message, kind: 'not-used' });
  };
  for (const [written, value] of Object.entries(values)) {
    const key = keyOf(written);
    const meant = key === null ? keyMeantBy(written.toLowerCase()) : null;
    if (meant && values[meant] === undefined) report(written, `it is called "${meant}"`);
    if (key === null || value === null) continue;
    const result = FrontMatter.shape[key].safeParse(value);
    if (result.success) Object.assign(facts, { [key]: joined(facts[key], result.data) });
    else report(written, result.error.issues.map(issue => issue.message).join(', '));
  }
  return { facts, faults };
}

/** Where a key stands, counted from the page's first line; null when it is not found. */
export function lineOfKey(key: string, { text, line }: NonNullable<Outline['frontMatter']>): number | null {
  const isOf = (row: string) => /^["']?(.*?)["']?\s*[:=]/.exec(row)?.[1] === key;
  const at = text.split('\n').findIndex(isOf);
  return at < 0 ? null : line + at + 1;
}

/** The key that was misspelt; null for a key of other tools. */
function keyMeantBy(written: string): keyof typeof FrontMatter.shape | null {
  if (Object.hasOwn(MISTAKEN, written)) return MISTAKEN[written] ?? null;
  const keys = FrontMatter.keyof().options;
  const isLong = written.length >= SHORTEST_MISSPELT && written !== 'term';
  return (isLong && keys.find(key => editDistance(written, key, 1) === 1)) || null;
}

/** Letters at least in a key that may be a misspelling. */
const SHORTEST_MISSPELT = 4;

function keyOf(written: string): keyof typeof FrontMatter.shape | null {
  const key = written.toLowerCase();
  if (Object.hasOwn(FrontMatter.shape, key)) return key as keyof typeof FrontMatter.shape;
  return Object.hasOwn(SAME, key) ? (SAME[key] ?? null) : null;
}

/** `aliases` and `aka` are one list. */
function joined(before: unknown, value: unknown): unknown {
  return Array.isArray(before) && Array.isArray(value) ? [...before, ...value] : value;
}

interface FrontMatterRead {
  readonly values: Record<string, unknown>;
  /** What is wrong, and the line below the first where. */
  readonly broken: { readonly reason: string; readonly line: number } | null;
}

function readToml(toml: string): FrontMatterRead {
  try {
    return { values: parse(toml), broken: null };
  } catch (error) {
    const [reason = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
    return {
      values: {},
      broken: { reason: `${reason}.`, line: error instanceof TomlError ? error.line : 1 },
    };
  }
}

/** The front matter as an object, or what is wrong with it. A list or a bare word has no keys that secterm uses. */
function readYaml(yaml: string): FrontMatterRead {
  try {
    const document = parseDocument(yaml);
    const [error] = document.errors;
    if (error)
      return {
        values: {},
        broken: { reason: error.message.split('\n')[0] ?? '', line: error.linePos?.[0].line ?? 1 },
      };
    const values: unknown = document.toJS();
    const isObject = typeof values === 'object' && values !== null && !Array.isArray(values);
    return { values: isObject ? (values as Record<string, unknown>) : {}, broken: null };
  } catch (error) {
    // An alias without its anchor, such as `title: *Containers*`, shows only when it is resolved.
    return {
      values: {},
      broken: { reason: `${error instanceof Error ? error.message : String(error)}.`, line: 1 },
    };
  }
}
