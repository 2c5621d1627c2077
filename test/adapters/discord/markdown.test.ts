import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markdown, richMarkdown } from '../../../adapters/discord/message/markdown.ts';
import { readMarkdown } from './stand-in/index.ts';

/** All that a client would make of a text, but its plain words and the addresses that stand in it openly. */
const formats = (text: string) => {
  const { plain, bareLinks, previews, ...found } = readMarkdown(text);
  return Object.values(found).flat();
};

describe('markdown()', () => {
  it.each([
    '*a* **b** _c_ __d__ ~~e~~ ||f|| `g` ```h```',
    '# a',
    '- a',
    '-# a',
    '> a',
    '>>> a',
    '1. a',
    '1) a',
    '+ a',
    '[a](https://b.c)',
    '<@1> <@&2> <#3> <:a:4> <t:5> </a:6>',
    '@everyone @here',
    ':smile: a:b',
    '\\*a\\*',
  ])('shows %j as it is written', text => {
    expect(readMarkdown(markdown(text)).plain.replaceAll('\u200B', '')).toBe(text);
    expect(formats(markdown(text))).toEqual([]);
  });

  it('formats nothing, whatever the text', () => {
    const character = fc.constantFrom(
      ...'<>@#&|*_~`:[]()-+.1 \\\na/'.split(''),
      '@everyone',
      '<@1>',
      '||',
      '```',
      '# ',
    );
    fc.assert(
      fc.property(fc.array(character, { maxLength: 30 }), pieces => {
        expect(formats(markdown(pieces.join('')))).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('richMarkdown()', () => {
  it('keeps bold, italics, code and links of the wiki', () => {
    const read = readMarkdown(
      richMarkdown([
        { text: 'strong ', style: 'strong', href: null },
        { text: 'light', style: 'emphasis', href: null },
        { text: ' a_b', style: 'code', href: null },
        { text: ' page', style: 'plain', href: 'https://wiki.example/a_(b)' },
      ]),
    );
    expect(read).toMatchObject({ bold: ['strong'], italic: ['light'], code: [' a_b'] });
    expect(read.links).toEqual([expect.objectContaining({ url: 'https://wiki.example/a_%28b%29' })]);
    expect(read.previews).toEqual([]);
  });
});
