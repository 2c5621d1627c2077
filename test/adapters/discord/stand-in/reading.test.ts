import { expect, test } from 'vitest';
import { buttonsOf, formatted, readMarkdown, visibleText } from './index.ts';

test('references', () => {
  expect(
    readMarkdown('<@1> <@!2> <@&3> @everyone @here <#4> </ask term:5> <a:wave:6> <t:0:R>'),
  ).toMatchObject({
    pings: ['@1', '@2', '@&3', '@everyone', '@here'],
    mentions: ['@1', '@2', '@&3', '@everyone', '@here'],
    channels: ['4'],
    commands: ['/ask term'],
    emoji: ['wave'],
    timestamps: ['0'],
    plain: '@1 @2 @&3 @everyone @here #4 /ask term :wave: 1970-01-01T00:00:00.000Z',
  });
  expect(readMarkdown('`<@1>` ```@here```')).toMatchObject({
    pings: [],
    mentions: [],
    code: ['<@1>', '@here'],
  });
  expect(readMarkdown('\\@here \\<@1>')).toMatchObject({ pings: ['@here', '@1'], plain: '@here <@1>' });
  expect(readMarkdown('@\u200beveryone')).toMatchObject({ pings: [], mentions: [] });
});

test('spans', () => {
  expect(readMarkdown('**b** *i* _j_ __u__ ~~s~~ ||p|| `c` ``d`e``')).toMatchObject({
    bold: ['b'],
    italic: ['i', 'j'],
    underline: ['u'],
    strike: ['s'],
    spoilers: ['p'],
    code: ['c', 'd`e'],
    plain: 'b i j u s p c d`e',
  });
  expect(readMarkdown('***b* c**')).toMatchObject({ bold: ['b c'], italic: ['b'] });
  expect(readMarkdown('snake_case_name 3 * 4 * 5 \\*a\\* \\_b\\_ **')).toMatchObject({
    bold: [],
    italic: [],
    plain: 'snake_case_name 3 * 4 * 5 *a* _b_ **',
  });
  expect(readMarkdown('```js\n**a**\n> b\n``` **c**')).toMatchObject({
    bold: ['c'],
    code: ['**a**\n> b'],
    quotes: [],
  });
});

test('lines', () => {
  expect(readMarkdown('# A\n### **B**\n-# c\n> d\n> e\n- f\n  * g\n12. h\n#i\nj # k')).toMatchObject({
    headings: ['A', 'B'],
    subtexts: ['c'],
    quotes: ['d\ne'],
    items: ['f', 'g', 'h'],
    plain: 'A\nB\nc\nd\ne\n• f\n• g\n• h\n#i\nj # k',
  });
  expect(readMarkdown('>>> a\n\nb')).toMatchObject({ quotes: ['a\n\nb'] });
  expect(readMarkdown('\\# A\n\\> b\n\\- c\n1\\. d')).toMatchObject({ headings: [], quotes: [], items: [] });
});

test('links', () => {
  expect(
    readMarkdown('[a *b*](https://x.y/(z)) [q](<https://q.r>) https://s.t. <https://u.v> [w](none)'),
  ).toMatchObject({
    links: [
      { url: 'https://x.y/(z)', label: 'a b' },
      { url: 'https://q.r', label: 'q' },
    ],
    bareLinks: ['https://s.t', 'https://u.v'],
    previews: ['https://x.y/(z)', 'https://s.t'],
    italic: ['b'],
  });
  expect(readMarkdown('[https://good.org](https://bad.org)').links).toEqual([]);
  expect(readMarkdown('\\[a](https://x.y)').links).toEqual([]);
});

test('a message as it is seen', () => {
  const accessory = { type: 2, style: 5, label: 'Open', url: 'https://x.y', emoji: { name: '🔗' } };
  const menu = {
    type: 3,
    custom_id: 's',
    placeholder: 'Pick',
    options: [{ label: 'One', value: '1', description: 'first' }],
  };
  const components = [
    { type: 17, components: [{ type: 10, content: '## **T**\nhttps://p.q' }, { type: 14 }] },
    { type: 9, components: [{ type: 10, content: '<@1>' }], accessory },
    { type: 1, components: [menu] },
  ];
  const message = { flags: 1 << 15, components };
  expect(visibleText(message)).toBe('T\nhttps://p.q\n@1\n🔗 Open\nPick\nOne\nfirst');
  expect(formatted(message)).toMatchObject({ bold: ['T'], headings: ['T'], mentions: ['@1'], previews: [] });
  expect(buttonsOf(message)).toEqual([
    { label: '🔗 Open', customId: '', url: 'https://x.y', disabled: false, style: 'Link' },
  ]);
  const embeds = [{ title: '**E**', fields: [{ name: 'n', value: '[v](https://x.y)' }] }];
  expect(visibleText({ content: '*c*', embeds })).toBe('c\nE\nn\nv');
  expect(formatted({ content: 'https://x.y' }).previews).toEqual(['https://x.y']);
  expect(formatted({ content: 'https://x.y', flags: 1 << 2 }).previews).toEqual([]);
});
