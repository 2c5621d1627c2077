import { describe, expect, it } from 'vitest';
import { Beginnings, firstFrom } from '../../src/language/beginnings.ts';

describe('Beginnings', () => {
  const beginnings = new Beginnings(['pear', 'apple', 'applause', 'pear']);

  it.each([
    ['appl', true],
    ['apple', true],
    ['applep', false],
    ['pea', true],
    ['b', false],
    ['z', false],
    ['', true],
  ])('%j: %s', (beginning, has) => {
    expect(beginnings.has(beginning)).toBe(has);
  });

  it('is of nothing', () => {
    expect(new Beginnings([]).has('')).toBe(false);
  });
});

describe('firstFrom', () => {
  it.each([
    ['a', 0],
    ['b', 0],
    ['c', 1],
    ['e', 2],
  ])('%j', (text, place) => {
    expect(firstFrom(text, ['b', 'd'], one => one)).toBe(place);
  });
});
