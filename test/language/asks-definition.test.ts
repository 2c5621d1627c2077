import { describe, expect, it } from 'vitest';
import { asksDefinition, asksLetters, DEFINING } from '../../src/language/asks-definition.ts';

describe('asksDefinition()', () => {
  it.each([
    ['what do people mean when they say §0', true],
    ['give me the definition of §0', true],
    ['what kind of thing is a §0', true],
    ['what is §0 in networking', true],
    ['look up §0', true],
    ['the term §0 means what', true],
    ['what does §0 mean for my data', false],
    ['what kinds of §0 are there', false],
    ['what is §0 used for', false],
    ['downsides of §0', false],
  ])('%j: %s', (sentence, expected) => {
    expect(asksDefinition(sentence)).toBe(expected);
  });
});

describe('DEFINING', () => {
  it.each([
    ['what is AWS', 'AWS'],
    ['what is an anycast address', 'anycast address'],
    ['what about apples', 'apples'],
    ['anchors', 'anchors'],
  ])('leaves %j the name %j', (text, name) => {
    expect(text.replace(DEFINING, '')).toBe(name);
  });
});

describe('asksLetters()', () => {
  it.each([
    ['what does §0 stand for', true],
    ['spell out §0', true],
    ['§0 full name', true],
    ['what is a §0', false],
  ])('%j: %s', (sentence, expected) => {
    expect(asksLetters(sentence)).toBe(expected);
  });
});
