import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editDistance } from '../../src/language/distance.ts';
import { NearNames } from '../../src/language/near-names.ts';
import { TrigramIndex } from '../../src/language/trigrams.ts';
import { atOnce } from '../../src/steps.ts';

const KEYS = [
  'load balancer',
  'load shedding',
  'round trip time',
  'least privilege',
  'principle of least privilege',
  'bare metal',
  'meter',
  'gid',
  'dns',
  'tls',
  'data loss prevention',
  'database',
];
const nearNames = (entries: readonly { readonly key: string }[]) => atOnce(NearNames.of(entries));
const names = nearNames(KEYS.map(key => ({ key })));
const likest = (text: string) => names.search(text)[0]?.entry.key;

describe('NearNames', () => {
  it.each([
    ['laod balancer', 'load balancer'],
    ['loadbalancer', 'load balancer'],
    ['balancer load', 'load balancer'],
    ['round time', 'round trip time'],
    ['least privelege', 'least privilege'],
    ['metal', 'bare metal'],
    ['princ', 'principle of least privilege'],
    ['igd', 'gid'],
    ['dsn', 'dns'],
    ['dlp', 'data loss prevention'],
    ['datbase', 'database'],
  ])('takes %j for %j', (text, name) => {
    expect(likest(text)).toBe(name);
  });

  it('takes no word for a longer one that begins with it', () => {
    const sides = nearNames([{ key: 'server side request forgery' }, { key: 'block address' }]);
    for (const text of ['sidecar', 'blockchain'])
      expect(Math.max(...sides.search(text).map(({ similarity }) => similarity), 0), text).toBeLessThan(0.6);
  });

  it('finds nothing like a text that shares nothing', () => {
    expect(names.search('qqqq').filter(({ similarity }) => similarity > 0.5)).toEqual([]);
    expect(names.search('')).toEqual([]);
  });

  it('finds each name itself first, alike by 1; all else is between 0 and 1, in order', () => {
    const word = fc.string({ unit: fc.constantFrom(...'abcdeé'), minLength: 1, maxLength: 7 });
    const key = fc.array(word, { minLength: 1, maxLength: 4 }).map(words => words.join(' '));
    fc.assert(
      fc.property(fc.uniqueArray(key, { minLength: 1, maxLength: 40 }), key, (keys, text) => {
        const index = nearNames(keys.map(one => ({ key: one })));
        for (const own of keys) expect(index.search(own)[0]).toEqual({ entry: { key: own }, similarity: 1 });
        const found = index.search(text).map(({ similarity }) => similarity);
        expect(found).toEqual(found.toSorted((a, b) => b - a));
        for (const similarity of found) expect(similarity >= 0 && similarity <= 1).toBe(true);
      }),
    );
  });
});

describe('TrigramIndex', () => {
  it('forgets one search before the next', () => {
    const index = atOnce(TrigramIndex.of(KEYS));
    const first = index.nearest('load balancer', 3);
    index.nearest('data loss prevention', 5);
    expect(index.nearest('load balancer', 3)).toEqual(first);
    expect(first[0]).toBe(KEYS.indexOf('load balancer'));
  });
});

describe('editDistance()', () => {
  it.each([
    ['', '', 0],
    ['dns', 'dns', 0],
    ['dns', 'dsn', 1],
    ['kitten', 'sitting', 3],
    ['ca', 'abc', 3],
    ['', 'abc', 3],
  ])('from %j to %j is %i', (a, b, edits) => {
    expect(editDistance(a, b, 9)).toBe(edits);
    expect(editDistance(b, a, 9)).toBe(edits);
  });

  it('stops above the limit, and says so, whatever came before', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 80 }), fc.string({ maxLength: 80 }), fc.nat(10), (a, b, limit) => {
        const edits = editDistance(a, b, 200);
        expect(editDistance(a, b, limit)).toBe(Math.min(edits, limit + 1));
      }),
    );
  });
});
