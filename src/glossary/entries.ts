import { nameKey } from '../language/normalise.ts';
import type { Fault } from './glossary.ts';

/** One entry of a file that is a list of terms: a row of a CSV file, an object of a YAML or JSON file. */
export interface Entry {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly definition: string;
  /** What else the entry says, by the name of its column or key. */
  readonly more: readonly { readonly label: string; readonly text: string }[];
  readonly tags: readonly string[];
  /** Counted from 1. */
  readonly line: number;
}

/** What was read of a file that lists terms, and what could not be. */
export interface EntriesRead {
  readonly entries: readonly Entry[];
  readonly faults: readonly Fault[];
}

/** What a column or key holds; `more` is anything that has no special meaning. */
type Field = 'name' | 'definition' | 'aliases' | 'tags' | 'more';

const FIELDS: Readonly<Record<Exclude<Field, 'more'>, readonly string[]>> = {
  name: words('term,word,acronym,abbreviation,abbrev,abbr,concept,headword,name,title,entry,key,label'),
  definition: words(
    'definition,meaning,description,explanation,desc,def,text,what it means,what it is,value,summary',
  ),
  aliases: words(
    'alias,aliases,aka,synonym,also known as,other name,alternative,alt,abbr,abbrev,short,short form,short name,acronym,abbreviation,stands for,expansion,full form,full name,long form,long name,spelled out',
  ),
  tags: words('tag,category,topic,subject,domain,area,group'),
};

function words(list: string): string[] {
  return list.split(',').map(nameKey);
}

/**
 * What each of some columns or keys holds. Of several that may be the same the first is; an abbreviation beside a name is
 * another name for it. Null when no column names terms, or none explains them.
 */
export function fieldsOf(columns: readonly string[]): Field[] | null {
  const keys = columns.map(column => nameKey(column));
  const find = (field: Exclude<Field, 'more'>, taken: readonly number[]) => {
    const isFree = (index: number) => !taken.includes(index);
    for (const word of FIELDS[field]) {
      // "Business Term", "Short description".
      const at = keys.findIndex((key, index) => (key === word || key.endsWith(` ${word}`)) && isFree(index));
      if (at >= 0) return at;
    }
    return -1;
  };
  const name = find('name', []);
  if (name < 0) return null;
  const meaning = find('definition', [name]);
  // What an abbreviation stands for is all that some lists say of it.
  const definition = meaning < 0 ? find('aliases', [name]) : meaning;
  if (definition < 0) return null;
  const others = keys.map((key): Field => {
    if (FIELDS.aliases.includes(key)) return 'aliases';
    return FIELDS.tags.includes(key) ? 'tags' : 'more';
  });
  return others.with(name, 'name').with(definition, 'definition');
}

/** Makes an entry of some values, each a text or a list of them; null where the name or all text is missing. */
export function entryOf(
  fields: readonly Field[],
  columns: readonly string[],
  values: readonly (readonly string[])[],
  line: number,
): Entry | null {
  const of = (field: Field) => fields.flatMap((one, at) => (one === field ? (values[at] ?? []) : []));
  const [name = ''] = of('name');
  const definition = of('definition').join(' ');
  const more = fields.flatMap((field, at) => {
    const text = (values[at] ?? []).join(', ');
    return field === 'more' && text !== '' ? [{ label: columns[at] ?? '', text }] : [];
  });
  if (name === '' || (definition === '' && more.length === 0)) return null;
  return {
    name,
    aliases: of('aliases').flatMap(listed),
    definition,
    more,
    tags: of('tags').flatMap(listed),
    line,
  };
}

function listed(text: string): string[] {
  return text
    .split(/[;,|]/)
    .map(part => part.trim())
    .filter(part => part !== '');
}
