import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editDistance } from '../../src/language/distance.ts';
import { nameKey, words } from '../../src/language/normalise.ts';

describe('nameKey() folds', () => {
  it.each([
    ['Man-in-the-Middle Attacks', 'man in the middle attack'],
    ['VMs', 'vm'],
    ['cookies', nameKey('cookie')],
    ['SaaS', 'saas'],
    ['caches', nameKey('cache')],
    ['switches', nameKey('switch')],
    ['policies', nameKey('policy')],
    ['classes', nameKey('class')],
    ['Übergänge', 'ubergange'],
    ['ＶＭ', 'vm'],
    ['Wi\u2011Fi', 'wi fi'],
    ['C++', 'c++'],
    ['C#', 'c#'],
    ['what’s', nameKey("what's")],
    ['  ', ''],
  ])('%j to %j', (text, key) => {
    expect(nameKey(text)).toBe(key);
  });

  it.each([
    ['IDS', 'ID'],
    ['DNS', 'DN'],
    ['virus', 'viru'],
    ['analysis', 'analysi'],
    ['class', 'clas'],
  ])('%j not to the same as %j', (one, other) => {
    expect(nameKey(one)).not.toBe(nameKey(other));
  });

  it('any text to a key that stays the same when folded again word by word', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), text => {
        expect(words(nameKey(text)).join(' ')).toBe(nameKey(text));
      }),
    );
  });
});

describe('editDistance()', () => {
  it.each([
    ['container', 'contianer', 1],
    ['vm', 'vmz', 1],
    ['hash', 'hash', 0],
    ['iam', 'pam', 1],
    ['abc', 'xyz', 3],
    ['', 'abc', 3],
  ])('from %j to %j is %i', (a, b, edits) => {
    expect(editDistance(a, b, 5)).toBe(edits);
  });

  it('stops counting above the limit', () => {
    expect(editDistance('authentication', 'x', 2)).toBe(3);
    expect(editDistance('abcdef', 'uvwxyz', 2)).toBe(3);
  });

  it('is the same both ways', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 12 }), fc.string({ maxLength: 12 }), (a, b) => {
        expect(editDistance(a, b, 12)).toBe(editDistance(b, a, 12));
      }),
    );
  });
});
