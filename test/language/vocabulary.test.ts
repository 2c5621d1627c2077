import { describe, expect, it } from 'vitest';
import { Vocabulary } from '../../src/language/vocabulary.ts';

const NONE = { facets: {}, aspects: {}, terms: {}, synonyms: {} };
const plain = new Vocabulary();

describe('Vocabulary.labelScore()', () => {
  it.each([
    ['faster', 'Startup Time'],
    ['boots', 'Startup Time'],
    ['safer', 'Security'],
    ['safest', 'Isolation'],
    ['cheaper', 'Cost'],
    ['cheapest', 'Resource Usage'],
    ['easier', 'Complexity'],
    ['bigger', 'Size'],
  ])('takes %j for %j', (word, label) => {
    expect(plain.labelScore([word], label)).toBeGreaterThan(1.5);
    expect(plain.labelScore([word], 'Colour')).toBe(0);
  });

  it('counts the label’s own word more than another for the same', () => {
    expect(plain.labelScore(['security'], 'Security')).toBeGreaterThan(
      plain.labelScore(['safer'], 'Security'),
    );
  });

  it('takes the first meaning of a word that has several', () => {
    const own = new Vocabulary({ ...NONE, aspects: { Rust: ['oxide'], Paint: ['oxide'] } });
    expect(own.labelScore(['oxide'], 'Rust')).toBeGreaterThan(own.labelScore(['oxide'], 'Paint'));
    expect(own.labelScore(['oxide'], 'Paint')).toBeGreaterThan(1.5);
  });

  it('needs all words of what people say in several', () => {
    const two = new Vocabulary({ ...NONE, aspects: { Reach: ['long arm'] } });
    expect(two.labelScore(['arm'], 'Reach')).toBe(0);
    expect(two.labelScore(['long', 'arm'], 'Reach')).toBeGreaterThan(0);
  });
});

describe('Vocabulary.isComparative()', () => {
  it.each([
    ['faster', true],
    ['safest', true],
    ['easier', true],
    ['strangest', true],
    ['printer', false],
    ['router', false],
    ['request', false],
    ['forest', false],
    ['fast', false],
  ])('%j: %s', (word, expected) => {
    expect(plain.isComparative(word)).toBe(expected);
  });
});

describe('Vocabulary.corrected()', () => {
  it.each([
    ['advantges', 'advantages'],
    ['challanges', 'challenges'],
    ['advantage', 'advantage'],
    ['banana', 'banana'],
  ])('reads %j as %j', (typed, meant) => {
    expect(plain.corrected(typed)).toBe(meant);
  });
});

describe('Vocabulary.phraseLength()', () => {
  it('is that of the longest phrase at the beginning', () => {
    expect(plain.phraseLength(['tools', 'and', 'platforms', 'of'])).toBe(3);
    expect(plain.phraseLength(['platforms', 'of'])).toBe(0);
  });
});
