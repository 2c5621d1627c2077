import { type DefaultTreeAdapterTypes as Dom, parseFragment } from 'parse5';
import { describe, expect, it } from 'vitest';
import { preview, previewGlosses, previewPress } from '../../../../adapters/slack/preview.ts';
import { slackClient } from '../../../../adapters/web/preview/slack.ts';
import { loadBot } from '../../../fixtures/load.ts';

const loading = loadBot('data');

describe('slackClient.posted()', () => {
  it('draws who posted it', () => {
    const shown = drawn([{ type: 'divider' }]);
    expect(wordsOf(shown)).toBe('secterm APP');
    expect(all(shown, 'hr')).toHaveLength(1);
  });

  it.each([
    [true, 'Only visible to you secterm APP hello'],
    [false, 'secterm APP hello'],
  ])('says who sees it when isPrivate is %s', (isPrivate, words) => {
    expect(wordsOf(String(slackClient.posted({ body: { text: 'hello' }, isPrivate })))).toBe(words);
  });

  it('draws a header as a heading below that of the preview', () => {
    expect(textsOf(drawn([header('Containers')]), 'h3')).toEqual(['Containers']);
  });

  it('draws blocks in place of the text, which stands in notifications', () => {
    expect(wordsOf(post({ text: 'told aloud', blocks: [header('shown')] }))).toBe('secterm APP shown');
  });

  it.each([
    ['bold', 'strong'],
    ['italic', 'em'],
    ['strike', 's'],
    ['code', 'code'],
  ])('draws the style %s of rich text', (style, tag) => {
    const shown = drawn([richText(section({ type: 'text', text: 'word', style: { [style]: true } }))]);
    expect(textsOf(shown, tag)).toContain('word');
  });

  it('draws a link of rich text', () => {
    const link = { type: 'link', url: 'https://wiki.example/tls?a=1&b=2', text: 'TLS' };
    expect(linksOf(drawn([richText(section(link))]))).toEqual([['https://wiki.example/tls?a=1&b=2', 'TLS']]);
  });

  it("draws a list's indent", () => {
    const list = (indent: number, text: string) => ({
      type: 'rich_text_list',
      style: 'bullet',
      indent,
      elements: [section({ type: 'text', text })],
    });
    const shown = all(drawn([richText(list(0, 'outer'), list(3, 'inner'))]), 'ul');
    expect(shown.map(({ node, text }) => [attribute(node, 'class'), text])).toEqual([
      ['slack-list indent-0', 'outer'],
      ['slack-list indent-3', 'inner'],
    ]);
  });

  it('draws an ordered list from its offset', () => {
    const list = {
      type: 'rich_text_list',
      style: 'ordered',
      offset: 2,
      elements: [section({ type: 'text', text: 'third' })],
    };
    const [shown] = all(drawn([richText(list)]), 'ol');
    expect(shown && attribute(shown.node, 'start')).toBe('3');
  });

  it('draws a table with its headings, in a region that can be scrolled by keys', () => {
    const cell = (text: string) => richText(section({ type: 'text', text }));
    const shown = drawn([
      {
        type: 'table',
        column_settings: [null, { align: 'right', is_wrapped: true }],
        rows: [
          [cell('Aspect'), cell('TLS')],
          [cell('Layer'), cell('Transport')],
        ],
      },
    ]);
    const headings = all(shown, 'th').map(({ node, text }) => [text, attribute(node, 'scope')]);
    expect(headings).toEqual([
      ['Aspect', 'col'],
      ['TLS', 'col'],
      ['Layer', 'row'],
    ]);
    const [value] = all(shown, 'td');
    expect(value?.text).toBe('Transport');
    expect(value && attribute(value.node, 'class')).toBe('is-right is-wrapped');
    const [region] = all(shown, 'div').filter(({ node }) => attribute(node, 'role') === 'region');
    expect(region && [attribute(region.node, 'tabindex'), attribute(region.node, 'aria-label')]).toEqual([
      '0',
      'Table: Aspect, TLS',
    ]);
  });

  it('draws a button that carries its ids', () => {
    const shown = drawn([actions(button({ action_id: 'ask:0', value: 'Use Cases of TLS' }))]);
    const [form] = all(shown, 'form');
    expect(form && [attribute(form.node, 'method'), attribute(form.node, 'action')]).toEqual([
      'post',
      '/press',
    ]);
    expect(pressesOf(shown, 'button')).toEqual([
      { block_id: 'private:0:tls', action_id: 'ask:0', value: 'Use Cases of TLS' },
    ]);
    const sent = all(shown, 'input').map(({ node }) => [attribute(node, 'name'), attribute(node, 'value')]);
    expect(sent).toEqual([
      ['surface', 'slack'],
      ['message', '{}'],
    ]);
  });

  it.each(['primary', 'danger'])('draws a button of the style %s', style => {
    const [shown] = all(drawn([actions(button({ style }))]), 'button');
    expect(shown && attribute(shown.node, 'class')).toBe(`slack-button is-${style}`);
  });

  it('names a button for screen readers by its accessibility_label', () => {
    const [shown] = all(drawn([actions(button({ accessibility_label: 'Label of TLS' }))]), 'button');
    expect(shown && [attribute(shown.node, 'aria-label'), shown.text]).toEqual(['Label of TLS', 'Label']);
  });

  it('draws a button with an address as a link', () => {
    const shown = drawn([actions(button({ url: 'https://wiki.example/' }))]);
    expect(linksOf(shown)).toEqual([['https://wiki.example/', 'Label']]);
    expect(all(shown, 'button')).toEqual([]);
  });

  it('draws a menu with a form of its own, named by its placeholder', () => {
    const menu = {
      type: 'static_select',
      action_id: 'choose:0',
      placeholder: plain('2 more'),
      options: [
        { text: plain('DNS'), value: 'DNS' },
        { text: plain('TLS'), value: 'tls' },
      ],
    };
    const shown = drawn([actions(button({}), menu, button({}))]);
    expect(all(shown, 'form')).toHaveLength(3);
    const [select] = all(shown, 'select');
    expect(select && [attribute(select.node, 'name'), attribute(select.node, 'aria-label')]).toEqual([
      'pressed',
      '2 more',
    ]);
    expect(textsOf(shown, 'option')).toEqual(['2 more', 'DNS', 'TLS']);
    expect(pressesOf(shown, 'option')).toEqual([
      { block_id: 'private:0:tls', action_id: 'choose:0', value: 'DNS' },
      { block_id: 'private:0:tls', action_id: 'choose:0', value: 'tls' },
    ]);
    const [go] = all(shown, 'button').filter(({ text }) => text === 'Go');
    expect(go && attribute(go.node, 'class')).toContain('without-script');
  });

  it('escapes HTML wherever a text stands', () => {
    const evil = '<img src=x onerror=alert(1)>"\'';
    const shown = post({
      blocks: [
        header(evil),
        {
          type: 'section',
          text: { type: 'mrkdwn', text: `${evil} \`${evil}\` <https://a.example|${evil}>` },
        },
        { type: 'context', elements: [plain(evil)] },
        richText(section({ type: 'text', text: evil })),
        actions(button({ text: plain(evil), value: evil, action_id: evil })),
        { type: evil },
      ],
    });
    expect(all(shown, 'img')).toEqual([]);
    expect(textsOf(shown, 'h3')).toEqual([evil]);
    expect(pressesOf(shown, 'button')).toEqual([{ block_id: 'private:0:tls', action_id: evil, value: evil }]);
  });

  it.each(['javascript:alert(1)', 'data:text/html,x', 'no address', 'file:///etc/passwd'])(
    'leaves %s text',
    url => {
      const shown = post({
        blocks: [
          richText(section({ type: 'link', url, text: 'word' })),
          { type: 'context', elements: [{ type: 'mrkdwn', text: `<${url}|word>` }] },
          actions(button({ url })),
        ],
      });
      expect(all(shown, 'a')).toEqual([]);
      expect(wordsOf(shown)).toContain(`<${url}|word>`);
    },
  );

  const unknown: readonly (readonly [what: string, block: unknown, type: string])[] = [
    ['a block', { type: 'video', title: 'seen' }, 'video'],
    ['a block named as what every object has', { type: 'constructor', title: 'seen' }, 'constructor'],
    ['a field of a block', { ...header('x'), level: 'seen' }, 'header'],
    ['a part of rich text', richText({ type: 'rich_text_quote', elements: ['seen'] }), 'rich_text_quote'],
    ['an element of rich text', richText(section({ type: 'user', user_id: 'seen' })), 'user'],
    ['a style of rich text', richText(section({ type: 'text', text: 'x', style: { seen: true } })), 'text'],
    [
      'an element of a context',
      { type: 'context', elements: [{ type: 'image', alt_text: 'seen' }] },
      'image',
    ],
    ['an element of actions', actions({ type: 'datepicker', action_id: 'seen' }), 'datepicker'],
    ["a button's style", actions(button({ style: 'seen' })), 'button'],
    ['a cell', { type: 'table', rows: [[{ type: 'raw_number', value: 'seen' }]] }, 'raw_number'],
    ['a text', { type: 'section', text: { type: 'seen' } }, 'seen'],
  ];
  it.each(unknown)('draws %s it does not know, with its type and JSON', (_, block, type) => {
    const boxes = boxesOf(drawn([block]));
    expect(boxes).toHaveLength(1);
    expect(boxes[0]).toMatch(new RegExp(`^Unknown block: ${type}[{]`));
    expect(boxes[0]).toContain('seen');
  });

  it('draws a field of the message that may show something', () => {
    const shown = post({ text: 'told', attachments: [{ text: 'seen' }] });
    expect(boxesOf(shown)).toEqual(['Unknown block: attachments[\n {\n  "text": "seen"\n }\n]']);
  });

  const malformed: readonly object[] = [
    {},
    [],
    { text: 7 },
    { text: '' },
    { blocks: 'none' },
    { blocks: [null] },
    { blocks: [7] },
    { blocks: [{}] },
    { blocks: [{ type: null }] },
    { blocks: [{ type: 'header' }] },
    { blocks: [{ type: 'rich_text', elements: [null] }] },
    { blocks: [richText({ type: 'rich_text_list', style: 'bullet', indent: 9, elements: [] })] },
    { blocks: [{ type: 'context', elements: [[]] }] },
    { blocks: [{ type: 'table', rows: [[null]] }] },
    { blocks: [{ type: 'table', rows: 7 }] },
    { blocks: [{ type: 'actions', elements: [null, 'x'] }] },
    { blocks: [actions({ type: 'static_select', options: null })] },
  ];
  it.each(malformed.map(body => [JSON.stringify(body), body] as const))('draws %s as unknown', (_, body) => {
    expect(boxesOf(post(body))).not.toEqual([]);
  });

  it.each([
    'containers',
    'containers vs vms',
    'containers vs vms vs clusters',
    'rbac vs abac',
    'network terms',
    'list',
    'help',
    'contianers',
    'podman',
    'how does TLS work',
    'no such thing at all',
  ])('knows every block of the answer to %j', async question => {
    const bot = await loading;
    for (const heardAs of ['command', 'mention', 'channel'] as const) {
      const posted = preview(bot, { text: question, heardAs, after: [] });
      if (posted === null) continue;
      const shown = String(slackClient.posted(posted));
      expect(boxesOf(shown)).toEqual([]);
      const presses = [...pressesOf(shown, 'button'), ...pressesOf(shown, 'option')];
      expect(presses.filter(press => previewPress(bot, press) === null)).toEqual([]);
    }
  });

  it('knows every block of glosses', async () => {
    const bot = await loading;
    const shown = previewGlosses(bot, 'Put TLS before the container').map(slackClient.posted).join('');
    expect(wordsOf(shown)).toContain('Transport Layer Security: ');
    expect(boxesOf(shown)).toEqual([]);
  });
});

describe('mrkdwn, as slackClient draws it', () => {
  it.each([
    ['*bold* and *more bold*.', '<strong>bold</strong> and <strong>more bold</strong>.'],
    ['_italic_, ~strike~', '<em>italic</em>, <s>strike</s>'],
    ['*_both_*', '<strong><em>both</em></strong>'],
    ['`a *b* &lt;c&gt;`', '<code>a *b* &lt;c&gt;</code>'],
    ['snake_case_name 2*3*4 a~b~c', 'snake_case_name 2*3*4 a~b~c'],
    ['* not bold * _ nor this _', '* not bold * _ nor this _'],
    ['&lt;b&gt; &amp;amp; &quot;', '&lt;b&gt; &amp;amp; &amp;quot;'],
    ['a < b', 'a &lt; b'],
    [
      '<https://a.example/?x=1&amp;y=2>',
      link('https://a.example/?x=1&amp;y=2', 'https://a.example/?x=1&amp;y=2'),
    ],
    ['<mailto:a@b.example|write>', link('mailto:a@b.example', 'write')],
    ['*<https://a.example/|bold link>*', `<strong>${link('https://a.example/', 'bold link')}</strong>`],
    ['<@U123>', '<span class="slack-mention">@U123</span>'],
    ['<@U123|ann>', '<span class="slack-mention">@ann</span>'],
    ['<#C1|general>', '<span class="slack-mention">#general</span>'],
    ['<!subteam^S1|@admins>', '<span class="slack-mention">@admins</span>'],
    ['<!here>', '<span class="slack-mention is-broadcast">@here</span>'],
    ['<!channel|channel>', '<span class="slack-mention is-broadcast">@channel</span>'],
    ['<!date^0^{date}|1970>', '1970'],
    ['<!unheard>', '&lt;!unheard&gt;'],
    [
      ':warning: 12:30:45',
      '<span class="slack-emoji">:warning:</span> 12<span class="slack-emoji">:30:</span>45',
    ],
    ['https://bare.example/', link('https://bare.example/', 'https://bare.example/')],
    ['two\n  lines', 'two\n  lines'],
  ])('%j', (text, expected) => {
    const shown = post({ text }).match(
      /<div class="slack-mrkdwn"><div class="slack-text">([\s\S]*?)<\/div>/,
    )?.[1];
    expect(shown).toBe(expected);
  });

  it('leaves a bare address text where it is told to', () => {
    expect(all(post({ text: 'https://bare.example/', parse: 'none' }), 'a')).toEqual([]);
  });

  it('draws quotes, in both ways they are written', () => {
    expect(textsOf(post({ text: 'a\n&gt; b\n>c\nd' }), 'blockquote')).toEqual(['b\nc']);
  });

  it('draws a code block, in which nothing is formatted', () => {
    const shown = post({ text: 'before\n```\n*a*\n  &lt;b&gt;\n```\nafter' });
    expect(textsOf(shown, 'pre')).toEqual(['*a*\n  <b>']);
    expect(wordsOf(shown)).toBe('secterm APP before *a* <b> after');
  });
});

describe('slackClient.asked()', () => {
  it.each([
    ['command', '/secterm <b>tls</b> Aa'],
    ['mention', 'You @secterm <b>tls</b>'],
    ['channel', 'You <b>tls</b>'],
    ['message', 'You <b>tls</b>'],
  ] as const)('draws a text given as a %s', (way, words) => {
    expect(wordsOf(String(slackClient.asked('<b>tls</b>', way)))).toBe(words);
  });
});

function post(body: object): string {
  return String(slackClient.posted({ body, isPrivate: false }));
}

function drawn(blocks: readonly unknown[]): string {
  return post({ blocks });
}

const plain = (text: string) => ({ type: 'plain_text', text, emoji: false });
const header = (text: string) => ({ type: 'header', text: plain(text) });
const richText = (...elements: readonly object[]) => ({ type: 'rich_text', elements });
const section = (...elements: readonly object[]) => ({ type: 'rich_text_section', elements });
const actions = (...elements: readonly object[]) => ({
  type: 'actions',
  block_id: 'private:0:tls',
  elements,
});
const button = (fields: object) => ({ type: 'button', text: plain('Label'), ...fields });

function link(address: string, label: string): string {
  return `<a href="${address}" rel="external">${label}</a>`;
}

interface Found {
  readonly node: Dom.Element;
  readonly text: string;
}

/** The elements with a tag, in order. */
function all(markup: string, tag: string): Found[] {
  return elementsIn(parseFragment(markup))
    .filter(node => node.tagName === tag)
    .map(node => ({ node, text: textIn(node) }));
}

function elementsIn(node: Dom.ParentNode): Dom.Element[] {
  return node.childNodes.flatMap(child => ('tagName' in child ? [child, ...elementsIn(child)] : []));
}

function textIn(node: Dom.ParentNode): string {
  return node.childNodes
    .map(child => ('value' in child ? child.value : 'childNodes' in child ? textIn(child) : ''))
    .join('');
}

function attribute(node: Dom.Element, name: string): string | null {
  return node.attrs.find(attr => attr.name === name)?.value ?? null;
}

function textsOf(markup: string, tag: string): string[] {
  return all(markup, tag).map(({ text }) => text);
}

function linksOf(markup: string): (readonly [string | null, string])[] {
  return all(markup, 'a').map(({ node, text }) => [attribute(node, 'href'), text]);
}

/** What a tag's `value`s press. */
function pressesOf(markup: string, tag: 'button' | 'option'): unknown[] {
  return all(markup, tag)
    .map(({ node }) => attribute(node, 'value') ?? '')
    .filter(value => value !== '')
    .map(value => JSON.parse(value));
}

/** The boxes of what is not known. */
function boxesOf(markup: string): string[] {
  return all(markup, 'div')
    .filter(({ node }) => attribute(node, 'class') === 'slack-unknown')
    .map(({ text }) => text);
}

function wordsOf(markup: string): string {
  return textIn(parseFragment(markup.replace(/></g, '> <')))
    .replace(/\s+/g, ' ')
    .trim();
}
