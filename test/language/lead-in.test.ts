import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withoutLeadIn } from '../../src/language/lead-in.ts';

describe('withoutLeadIn()', () => {
  it.each([
    ['hey, can someone please explain what ASLR means?', 'what ASLR means?', true],
    [
      'Silly question maybe. Does a salt have to be kept secret?',
      'Does a salt have to be kept secret?',
      false,
    ],
    ['would love to hear a few examples of knots', 'a few examples of knots', true],
    ['looking for the gotchas of knots, anybody', 'the gotchas of knots', true],
    ['my lead says that knots slip', 'knots slip', false],
    ['wondering whether knots slip', 'does knots slip', true],
    ['knots slip, right?', 'knots slip', true],
    ['how to tie a knot, in a nutshell', 'how to tie a knot', false],
    ["i don't get why pepper is needed", 'why pepper is needed', true],
  ])('reads %j as %j', (typed, text, asks) => {
    expect(withoutLeadIn(typed)).toEqual({ text, asks });
  });

  it.each([
    'hi',
    'thanks',
    'what is a VM',
    'does anyone own the cluster',
    'can anyone review this change?',
    'and topics?',
    "I don't recommend it",
  ])('leaves %j as it is', typed => {
    expect(withoutLeadIn(typed)).toEqual({ text: typed, asks: false });
  });

  it('leaves something of every text that has a word', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 80 }), typed => {
        fc.pre(/\p{L}/u.test(typed));
        expect(withoutLeadIn(typed).text).toMatch(/\S/);
      }),
    );
  });
});
