import uFuzzy from '@leeoniya/ufuzzy';
import { create, insertMultiple, search as searchOrama } from '@orama/orama';
import { Searcher } from 'fast-fuzzy';
import Fuse from 'fuse.js';
import MiniSearch from 'minisearch';
import type { Named } from '../test/quality/sloppy.ts';

/** Finds terms' ids by what somebody typed, the likeliest first. */
type Find = (text: string, limit: number) => readonly string[] | Promise<readonly string[]>;

/** A search library with one setting of its options; of several settings the best on the tuning half is measured. */
export interface Contender {
  readonly name: string;
  readonly setting: string;
  build(terms: readonly Named[]): Find | Promise<Find>;
}

interface Row {
  readonly id: string;
  readonly name: string;
}

const rowsOf = (terms: readonly Named[]): Row[] =>
  terms.flatMap(({ id, names }) => names.map(name => ({ id, name })));

/** Each id once, in order. */
const distinct = (ids: Iterable<string>, limit: number) => [...new Set(ids)].slice(0, limit);

const fuse = (threshold: number, ignoreLocation: boolean): Contender => ({
  name: 'fuse.js',
  setting: `threshold ${threshold}, ${ignoreLocation ? 'anywhere' : 'near the start'}`,
  build(terms) {
    const index = new Fuse(rowsOf(terms), { keys: ['name'], threshold, ignoreLocation, includeScore: true });
    return (text, limit) =>
      distinct(
        index.search(text, { limit: 3 * limit }).map(({ item }) => item.id),
        limit,
      );
  },
});

const fuseTokens = (threshold: number): Contender => ({
  name: 'fuse.js, token search',
  setting: `threshold ${threshold}`,
  build(terms) {
    const index = new Fuse(rowsOf(terms), {
      keys: ['name'],
      threshold,
      useTokenSearch: true,
      includeScore: true,
    });
    return (text, limit) =>
      distinct(
        index.search(text, { limit: 3 * limit }).map(({ item }) => item.id),
        limit,
      );
  },
});

const mini = (fuzzy: number): Contender => ({
  name: 'minisearch',
  setting: `fuzzy ${fuzzy}, prefix`,
  build(terms) {
    const index = new MiniSearch<Row & { readonly key: number }>({
      idField: 'key',
      fields: ['name'],
      storeFields: ['id'],
    });
    index.addAll(rowsOf(terms).map((row, key) => ({ ...row, key })));
    return (text, limit) =>
      distinct(
        index.search(text, { fuzzy, prefix: true }).map(found => String(found['id'])),
        limit,
      );
  },
});

const micro = (intraMode: 0 | 1): Contender => ({
  name: 'uFuzzy',
  setting: intraMode === 1 ? 'one error a word' : 'letters in between',
  build(terms) {
    const rows = rowsOf(terms);
    const names = rows.map(({ name }) => name);
    const options: uFuzzy.Options =
      intraMode === 1
        ? { intraMode, intraIns: 1, intraSub: 1, intraTrn: 1, intraDel: 1 }
        : { intraMode, intraIns: Number.POSITIVE_INFINITY };
    const engine = new uFuzzy(options);
    return (text, limit) => {
      const [found, , order] = engine.search(names, text, 4);
      const numbers = order === null ? (found ?? []) : order.map(at => found?.[at] ?? -1);
      return distinct(
        numbers.slice(0, 3 * limit).flatMap(number => rows[number]?.id ?? []),
        limit,
      );
    };
  },
});

const fast = (threshold: number, useSellers: boolean): Contender => ({
  name: 'fast-fuzzy',
  setting: `threshold ${threshold}, ${useSellers ? 'part of the name' : 'whole name'}`,
  build(terms) {
    const index = new Searcher(rowsOf(terms), { keySelector: ({ name }) => name, threshold, useSellers });
    return (text, limit) =>
      distinct(
        index.search(text).map(({ id }) => id),
        limit,
      );
  },
});

const orama = (tolerance: number): Contender => ({
  name: 'Orama',
  setting: `tolerance ${tolerance}`,
  async build(terms) {
    const index = create({ schema: { term: 'string', name: 'string' } as const });
    await insertMultiple(
      index,
      rowsOf(terms).map(({ id, name }) => ({ term: id, name })),
    );
    return async (text, limit) => {
      const { hits } = await searchOrama(index, {
        term: text,
        properties: ['name'],
        tolerance,
        limit: 3 * limit,
      });
      return distinct(
        hits.map(({ document }) => document.term),
        limit,
      );
    };
  },
});

/** Each library in several settings. */
export const CONTENDERS: readonly Contender[] = [
  ...[0.3, 0.4, 0.5, 0.6].flatMap(threshold => [fuse(threshold, true), fuse(threshold, false)]),
  ...[0.2, 0.3, 0.4, 0.6].map(fuseTokens),
  ...[0.15, 0.2, 0.3, 0.4].map(mini),
  ...([0, 1] as const).map(micro),
  ...[0.4, 0.6].flatMap(threshold => [fast(threshold, true), fast(threshold, false)]),
  ...[1, 2].map(orama),
];
