import { expect, test } from 'vitest';
import { formatted, type JsonObject, pings, readMrkdwn, visibleText } from './index.ts';

test('references', () => {
  expect(
    readMrkdwn('<!channel> <!here|here> <@U1> <@U2|ann> <!subteam^S1|@team> <#C1|general>'),
  ).toMatchObject({
    pings: ['@channel', '@here', '@U1', '@U2', '@S1'],
    channels: ['#C1'],
    plain: '@channel @here @U1 @U2 @S1 #C1',
  });
  expect(readMrkdwn('&lt;!channel&gt; a &amp; b')).toMatchObject({ pings: [], plain: '<!channel> a & b' });
  expect(readMrkdwn('`<@U1>`').pings).toEqual(['@U1']);
});

test('links', () => {
  expect(readMrkdwn('<https://x.y?a&amp;b|the *page*> and <https://z.w>')).toMatchObject({
    links: [
      { url: 'https://x.y?a&b', label: 'the *page*' },
      { url: 'https://z.w', label: 'https://z.w' },
    ],
    bareLinks: [],
    plain: 'the *page* and https://z.w',
  });
  expect(readMrkdwn('see https://x.y or a@b.cd and @here #general')).toMatchObject({
    bareLinks: ['https://x.y', 'a@b.cd'],
    bareMentions: ['@here', '#general'],
  });
});

test('spans', () => {
  expect(readMrkdwn('*b* _i_ ~s~ `c` ```d *e*```')).toMatchObject({
    bold: ['b'],
    italic: ['i'],
    strike: ['s'],
    code: ['c', 'd *e*'],
  });
  expect(readMrkdwn('2*3*4 snake_case_name * a * (*b*) **c**')).toMatchObject({
    bold: ['b', 'c'],
    italic: [],
  });
  expect(readMrkdwn('*<https://x.y|label>* <https://x.y/*a*/_b_>')).toMatchObject({
    bold: ['label'],
    italic: [],
  });
  expect(readMrkdwn('```a\n> b <@U1>\n```')).toMatchObject({ quotes: [], pings: ['@U1'] });
});

test('quotes and emoji', () => {
  expect(readMrkdwn('&gt; a\n> b\nc > d').quotes).toEqual(['a', 'b']);
  expect(readMrkdwn(':tada: 10:30:45 <https://x.y/:no:|:yes:>').emoji).toEqual(['tada']);
});

const mrkdwn = (text: string, verbatim = false): JsonObject => ({
  type: 'section',
  text: { type: 'mrkdwn', text, verbatim },
});
const rich = (...elements: JsonObject[]): JsonObject => ({
  type: 'rich_text',
  elements: [{ type: 'rich_text_section', elements }],
});

test('what is seen', () => {
  const header = { type: 'header', text: { type: 'plain_text', text: 'A &amp; *B*' } };
  const table = {
    type: 'table',
    rows: [[{ type: 'raw_text', text: 'cell' }, rich({ type: 'text', text: '&amp;' })]],
  };
  const actions = {
    type: 'actions',
    elements: [{ type: 'button', text: { type: 'plain_text', text: 'Go' } }],
  };
  const blocks = [header, mrkdwn('*b* <https://x.y|l>'), table, actions];
  expect(visibleText({ text: 'fallback', blocks })).toBe('A & *B*\n*b* l\ncell\n&amp;\nGo');
  expect(visibleText({ text: '&lt;a&gt;', blocks: [] })).toBe('<a>');
});

test('what pings and what is formatted, wherever it is', () => {
  const elements = [
    { type: 'user', user_id: 'U2' },
    { type: 'usergroup', usergroup_id: 'S2' },
    { type: 'broadcast', range: 'here' },
    { type: 'text', text: '*no*', style: { italic: true } },
    { type: 'link', url: 'https://x.y', text: 'l' },
  ];
  const message = { text: '<!channel> *t*', blocks: [mrkdwn('<@U1> *m*'), rich(...elements)] };
  expect(pings(message)).toEqual(['@channel', '@U1', '@U2', '@S2', '@here']);
  expect(formatted(message)).toMatchObject({
    bold: ['t', 'm'],
    italic: ['*no*'],
    links: [{ url: 'https://x.y', label: 'l' }],
  });
  const plain = { type: 'header', text: { type: 'plain_text', text: '*a* :tada:' } };
  expect(formatted({ text: '', blocks: [plain] })).toMatchObject({ bold: [], emoji: ['tada'] });
  expect(formatted({ text: '', blocks: [mrkdwn('#x www.a.b', true)] })).toMatchObject({
    bareLinks: [],
    bareMentions: [],
  });
  expect(formatted({ text: '', blocks: [mrkdwn('#x www.a.b')] }).bareLinks).toEqual(['www.a.b']);
});
