import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { Term } from '../../src/glossary/glossary.ts';
import { NameIndex } from '../../src/language/name-index.ts';
import { loadFolder } from '../fixtures/load.ts';
import type { Named } from './sloppy.ts';

/** How many names an engine may offer. */
export const OFFERED = 10;

/** Finds terms by what somebody typed: their ids, the likeliest first. */
export type Search = (text: string, limit: number) => readonly string[];

export interface Engine {
  readonly name: string;
  build(terms: readonly Named[]): Search;
}

/** Names from a file with a term a line, or from a folder of pages. */
export async function readNames(path: string): Promise<Named[]> {
  if (!path.endsWith('.jsonl')) {
    const { terms } = await loadFolder(path);
    return terms.map(({ name, aliases }, at) => ({ id: String(at), names: [name, ...aliases] }));
  }
  const Line = z.object({ id: z.string(), term: z.string(), aliases: z.array(z.string()) });
  const lines = (await readFile(path, 'utf8')).trim().split('\n');
  return lines.map(line => {
    const { id, term, aliases } = Line.parse(JSON.parse(line));
    return { id, names: [term, ...aliases] };
  });
}

const PLACE = { collection: null, page: 'names.md', section: null, line: 1, url: null };

/** A glossary of names alone. */
export function termOf({ names: [name = '', ...aliases] }: Named): Term {
  return { name, aliases, definition: null, facets: [], place: PLACE, subjects: [], owner: null, lang: null };
}

export const secterm: Engine = {
  name: 'secterm',
  build(named) {
    const ids = new Map(named.map(one => [termOf(one), one.id] as const));
    const terms = [...ids.keys()];
    const rest = { comparisons: [], relations: [], mentions: [], groups: [], pages: 1, problems: [] };
    const index = new NameIndex({ terms, ...rest });
    return (text, limit) => {
      const found = index.find(text);
      const near = index.nearest(text, limit).flatMap(({ terms: own }) => own);
      return [...new Set([...(found?.terms ?? []), ...near])]
        .slice(0, limit)
        .flatMap(term => ids.get(term) ?? []);
    };
  },
};
