import fc from 'fast-check';
import { type DefaultTreeAdapterTypes as Dom, parseFragment, serialize } from 'parse5';
import { describe, expect, it } from 'vitest';
import { markdown } from '../../../../adapters/discord/message/markdown.ts';
import { preview, previewGlosses } from '../../../../adapters/discord/preview.ts';
import type { Way } from '../../../../adapters/web/preview/client.ts';
import { discordClient } from '../../../../adapters/web/preview/discord.ts';
import { loadBot } from '../../../fixtures/load.ts';

type Element = Dom.Element;

const draw = (body: object, isPrivate = false) => String(discordClient.posted({ body, isPrivate }));
const message = (...components: unknown[]) => draw({ components });
const text = (content: string) => ({ type: 10, content });
const row = (...components: unknown[]) => ({ type: 1, components });
const button = (custom_id: string, more: object = {}) => ({
  type: 2,
  style: 2,
  custom_id,
  label: `Press ${custom_id}`,
  ...more,
});

/** Every element of some markup, in order. */
function elements(markup: string | Element): readonly Element[] {
  const { childNodes } = typeof markup === 'string' ? parseFragment(markup) : markup;
  return childNodes.flatMap(node => ('tagName' in node ? [node, ...elements(node)] : []));
}

const attribute = (element: Element, name: string) =>
  element.attrs.find(one => one.name === name)?.value ?? null;
const named = (markup: string | Element, tag: string) =>
  elements(markup).filter(({ tagName }) => tagName === tag);
const classed = (markup: string, name: string) =>
  elements(markup).filter(element => attribute(element, 'class')?.split(' ').includes(name));

function wordsOf(node: Dom.ChildNode): string {
  if ('value' in node) return node.value;
  return 'childNodes' in node ? node.childNodes.map(wordsOf).join('') : '';
}

/** The markup of a text display, without its frame. */
function drawnText(content: string): string {
  const [shown] = classed(message(text(content)), 'dc-markdown');
  return shown === undefined ? '' : serialize(shown);
}

const line = (html: string) => `<div class="dc-text">${html}</div>`;
const link = (href: string, words: string) => `<a class="dc-link" href="${href}" rel="external">${words}</a>`;
const mention = (words: string) => `<span class="dc-mention">${words}</span>`;

describe('discordClient draws Markdown:', () => {
  it.each([
    ['**bold**', '<strong>bold</strong>'],
    ['*italic* and _italic_', '<em>italic</em> and <em>italic</em>'],
    ['***both***', '<strong><em>both</em></strong>'],
    ['__under__', '<u>under</u>'],
    ['~~gone~~', '<s>gone</s>'],
    ['||secret||', '<span class="dc-spoiler">secret</span>'],
    ['`a*b*`', '<code class="dc-code">a*b*</code>'],
    ['`` a`b ``', '<code class="dc-code"> a`b </code>'],
    ['`` `a` ``', '<code class="dc-code">`a`</code>'],
    ['snake_case_name', 'snake_case_name'],
    ['2 * 3 * 4', '2 * 3 * 4'],
    ['**open', '**open'],
    ['\\*kept\\* \\\\', '*kept* \\'],
    ['a\\b', 'a\\b'],
    ['**bold *and italic***', '<strong>bold <em>and italic</em></strong>'],
    ['[page](<https://a.example/x>)', link('https://a.example/x', 'page')],
    ['[*page*](https://a.example/a_(b))', link('https://a.example/a_(b)', '<em>page</em>')],
    ['see https://a.example/x.', `see ${link('https://a.example/x', 'https://a.example/x')}.`],
    ['<https://a.example>', link('https://a.example/', 'https://a.example')],
    ['<@1> <@!1>', `${mention('@unknown-user')} ${mention('@unknown-user')}`],
    ['<@&1>', mention('@unknown-role')],
    ['<#1>', mention('#unknown')],
    ['@everyone, @here', `${mention('@everyone')}, ${mention('@here')}`],
    ['</secterm ask:1>', mention('/secterm ask')],
    ['<id:guide>', mention('Server Guide')],
    ['<:lock:1> :lock:', '<span class="dc-emoji">:lock:</span> <span class="dc-emoji">:lock:</span>'],
    ['<t:0:D>', '<time class="dc-time" datetime="1970-01-01T00:00:00.000Z">January 1, 1970</time>'],
    ['<t:9999999999999>', '&lt;t:9999999999999&gt;'],
    ['at 10:30:20', 'at 10:30:20'],
  ])('%s', (content, drawn) => {
    expect(drawnText(content)).toBe(line(drawn));
  });

  it.each([
    ['# One', '<h3 class="dc-heading dc-heading-1">One</h3>'],
    ['## Two ##', '<h3 class="dc-heading dc-heading-2">Two</h3>'],
    ['### C#', '<h3 class="dc-heading dc-heading-3">C#</h3>'],
    ['#tag', line('#tag')],
    ['-# small', '<div class="dc-small">small</div>'],
    ['> one\n> two', `<blockquote class="dc-quote">${line('one\ntwo')}</blockquote>`],
    ['>>> one\n\ntwo', `<blockquote class="dc-quote">${line('one\n\ntwo')}</blockquote>`],
    ['> > no more', `<blockquote class="dc-quote">${line('&gt; no more')}</blockquote>`],
    [
      '3. three\n4. four',
      `<ol class="dc-list" start="3"><li>${line('three')}</li><li>${line('four')}</li></ol>`,
    ],
    ['a\n- b\nc', `${line('a\n')}<ul class="dc-list"><li>${line('b')}</li></ul>${line('c')}`],
    ['- a\n  b', `<ul class="dc-list"><li>${line('a\nb')}</li></ul>`],
  ])('%j', (content, drawn) => {
    expect(drawnText(content)).toBe(drawn);
  });

  it('nested lists', () => {
    const list = (...items: string[]) =>
      `<ul class="dc-list">${items.map(item => `<li>${item}</li>`).join('')}</ul>`;
    expect(drawnText('- a\n  - b\n    - c\n  - d\n- e')).toBe(
      list(line('a\n') + list(line('b\n') + list(line('c')), line('d')), line('e')),
    );
  });

  it('code blocks with their spaces, reachable by keys', () => {
    const [block] = named(message(text('```txt\n  │ A\n──┼──\n```\n-# Source')), 'pre');
    expect(block && wordsOf(block)).toBe('  │ A\n──┼──');
    expect(block?.attrs).toContainEqual({ name: 'tabindex', value: '0' });
    expect(block?.attrs).toContainEqual({ name: 'aria-label', value: 'Code' });
  });

  it('a text that the bot escaped as it was written', () => {
    const pieces = fc.array(
      fc.constantFrom(
        ...'\\*_~|`#>-+.:<@[]()1a \n',
        '](',
        '||',
        '**',
        '```',
        '<@1>',
        '# ',
        '- ',
        '-# ',
        '@here',
        ':a1:',
      ),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(pieces, parts => {
        const written = parts.join('').trim();
        const drawn = drawnText(markdown(written));
        const shown = parseFragment(drawn).childNodes.map(wordsOf).join('');
        expect(shown.replaceAll('\u200B', '')).toBe(written);
        expect(elements(drawn).map(({ tagName }) => tagName)).toEqual(written === '' ? [] : ['div']);
      }),
    );
  });

  it('hostile texts in time that grows with their length', () => {
    const marks = [
      ...'*_~|[`<(>#:-\\',
      '**',
      '__',
      '***',
      '||',
      '[a](',
      '[a](<',
      '> ',
      '- ',
      '  - ',
      '* a ',
      '_a __b ',
      '```a',
      '@here',
      ' \n',
    ];
    const hostile = marks.flatMap(mark => [
      mark.repeat(20_000),
      `${mark}a`.repeat(20_000),
      mark + ' '.repeat(20_000),
    ]);
    const mixed = Array.from(
      { length: 40_000 },
      (_, at) => marks[(at * at * 7 + (at >> 3)) % marks.length],
    ).join('');
    for (const content of [...hostile, mixed]) expect(message(text(content))).toContain('</article>');
  });
});

describe('discordClient draws a link', () => {
  it.each([
    '[label](javascript:alert(1))',
    '[label](<javascript:alert(1)>)',
    '[label](data:text/html,x)',
    '[label](mailto:a@b.example)',
    '[label](/relative)',
  ])('as text where Discord opens none: %s', content => {
    expect(named(message(text(content)), 'a')).toEqual([]);
    expect(classed(message(text(content)), 'dc-text').map(wordsOf)).toEqual([content]);
  });

  it('as written where it hides an address behind another', () => {
    expect(drawnText('[https://a.example](<https://b.example>)')).toBe(
      line(
        `[${link('https://a.example/', 'https://a.example')}](${link('https://b.example/', 'https://b.example')})`,
      ),
    );
  });

  it('without a second one inside', () => {
    expect(drawnText('[a [b](http:a.example)](https://b.example)')).toBe(
      line(link('https://b.example/', 'a [b](http:a.example)')),
    );
  });
});

describe('discordClient draws', () => {
  it('who posted, and who sees it', () => {
    expect(classed(draw({ content: 'a' }), 'dc-author').map(wordsOf)).toEqual(['secterm APP']);
    expect(classed(draw({ content: 'a' }), 'dc-private')).toEqual([]);
    expect(classed(draw({ content: 'a' }, true), 'dc-private').map(wordsOf)).toEqual([
      'Only you can see this • Dismiss message',
    ]);
  });

  it('plain content', () => {
    expect(classed(draw({ content: '**a**' }), 'dc-markdown').map(one => serialize(one))).toEqual([
      line('<strong>a</strong>'),
    ]);
  });

  it('a button with its id, in a form with the ids of all buttons', () => {
    const inside = { type: 17, components: [row(button('c'))] };
    const beside = { type: 9, components: [text('a')], accessory: button('d') };
    const shown = draw({ components: [row(button('a'), button('b')), inside, beside] }, true);
    expect(named(shown, 'button').map(one => [attribute(one, 'name'), attribute(one, 'value')])).toEqual(
      ['a', 'b', 'c', 'd'].map(custom_id => ['pressed', JSON.stringify({ custom_id })]),
    );
    const forms = named(shown, 'form');
    expect(forms).toHaveLength(3);
    for (const form of forms)
      expect(named(form, 'input').map(one => [attribute(one, 'name'), attribute(one, 'value')])).toEqual([
        ['surface', 'discord'],
        ['message', '{"ids":["a","b","c","d"],"isPrivate":true}'],
      ]);
  });

  it.each([
    [1, 'primary'],
    [2, 'secondary'],
    [3, 'success'],
    [4, 'danger'],
  ])('a button of style %i as %s', (style, name) => {
    const [drawn] = named(
      message(row(button('a', { style, emoji: { name: '🔒' }, disabled: true }))),
      'button',
    );
    expect(drawn && [attribute(drawn, 'class'), wordsOf(drawn), attribute(drawn, 'disabled')]).toEqual([
      `dc-button is-${name}`,
      '🔒 Press a',
      '',
    ]);
  });

  it('a button that is a link', () => {
    const [drawn] = named(message(row({ type: 2, style: 5, label: 'Wiki', url: 'https://a.example' })), 'a');
    expect(drawn && [attribute(drawn, 'href'), wordsOf(drawn).trim()]).toEqual([
      'https://a.example/',
      'Wiki',
    ]);
  });

  it('a menu whose entries are ids', () => {
    const options = [{ label: 'TLS', value: 'ask:0:TLS', description: 'a protocol' }];
    const shown = message(
      row(button('a')),
      row({ type: 3, custom_id: 'menu:0', placeholder: '1 more', options }),
    );
    expect(named(shown, 'select').map(one => attribute(one, 'aria-label'))).toEqual(['1 more']);
    expect(named(shown, 'option').map(one => [attribute(one, 'value'), wordsOf(one)])).toEqual([
      ['', '1 more'],
      ['{"custom_id":"ask:0:TLS"}', 'TLS – a protocol'],
    ]);
    expect(classed(shown, 'without-script').map(wordsOf)).toEqual(['Go']);
  });

  it('a container with its colour, a section and a separator', () => {
    const shown = message({
      type: 17,
      accent_color: 255,
      components: [
        text('a'),
        { type: 14, spacing: 2 },
        { type: 9, components: [text('b')], accessory: button('c') },
      ],
    });
    expect(named(shown, 'rect').map(one => attribute(one, 'fill'))).toEqual(['#0000ff']);
    expect(classed(shown, 'dc-separator').map(one => attribute(one, 'class'))).toEqual([
      'dc-separator has-line is-wide',
    ]);
    expect(classed(shown, 'dc-section').map(one => named(one, 'button').length)).toEqual([1]);
    expect(shown).not.toContain('Unknown');
  });

  it.each([
    ['99', { type: 99, x: '<b>' }],
    ['no type', 'text'],
    ['no type', null],
    ['2 (style 6)', row({ type: 2, style: 6, sku_id: '1' })],
    ['2', row({ type: 2, style: 2, label: 'without an id' })],
    ['2', row({ type: 2, style: 5, label: 'leads nowhere', url: 'javascript:alert(1)' })],
    ['2', row(button('a', { label: ' ' }))],
    ['2', button('outside a row')],
    ['10', { type: 10 }],
    ['11', { type: 9, components: [], accessory: { type: 11, media: {} } }],
    ['17', { type: 17, components: [{ type: 17, components: [] }] }],
  ])('a box for the unknown component %s with its JSON', (type, component) => {
    const [box] = classed(message(component), 'dc-unknown');
    const [title, json] = box?.childNodes.map(wordsOf) ?? [];
    expect(title).toBe(`Unknown component: ${type}`);
    expect(JSON.stringify(component)).toContain(json);
  });

  it('HTML in any text as text', () => {
    const evil = '<img src=x onerror=alert(1)>"\'&';
    const menu = { type: 3, custom_id: evil, placeholder: evil, options: [{ label: evil, value: evil }] };
    const shown = message(
      text(`# ${evil}\n- ${evil}\n> ${evil}\n\`${evil}\` \`\`\`${evil}\`\`\``),
      row(button(evil, { label: evil })),
      row(menu),
      { type: 99, evil },
    );
    const asked = (['mention', 'channel', 'message'] as const).map(way => discordClient.asked(evil, way));
    for (const html of [shown, ...asked.map(String)]) {
      expect(named(html, 'img')).toEqual([]);
      expect(html).toContain('&lt;img');
    }
    expect(named(shown, 'button').map(one => attribute(one, 'value'))).toContain(
      JSON.stringify({ custom_id: evil }),
    );
  });

  it('something for any body', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.boolean(), (json, isPrivate) => {
        const bodies = [{ content: json }, { components: json }, { components: [json] }];
        const typed = [1, 2, 3, 9, 10, 14, 17].flatMap(type => [
          {
            components: [
              { type, components: json, content: json, options: json, style: json, accessory: json },
            ],
          },
          { components: [row({ type, custom_id: json, style: 1, label: json, url: json, options: [json] })] },
        ]);
        for (const body of [...bodies, ...typed, json ?? {}])
          expect(draw(Object(body), isPrivate)).toContain('</article>');
      }),
    );
  });
});

describe('discordClient.asked()', () => {
  const shown = (words: string, way: Way) =>
    parseFragment(String(discordClient.asked(words, way)))
      .childNodes.map(wordsOf)
      .join('')
      .replace(/\s+/g, ' ')
      .trim();

  it.each([
    ['containers', 'command', 'You used /secterm ask'],
    ['list network', 'command', 'You used /secterm list'],
    ['containers', 'mention', 'You @secterm containers'],
    ['what is **TLS**?', 'channel', 'You what is TLS?'],
    ['- a\n- b', 'message', 'You ab'],
  ] as const)('draws %j as a %s', (words, way, expected) => {
    expect(shown(words, way)).toBe(expected);
  });
});

describe('discordClient on the bundled glossary', () => {
  const QUESTIONS = [
    'containers',
    'containers vs vms',
    'rbac vs abac',
    'network terms',
    'list',
    'help',
    'contianers',
    'podman',
    'how does TLS work',
    'xyzzy',
  ];

  it.each(['command', 'mention'] as const)('knows all that a %s is answered with', async heardAs => {
    const bot = await loadBot('data');
    for (const ask of QUESTIONS) {
      const posted = preview(bot, { text: ask, heardAs, after: [] });
      const html = posted === null ? '' : String(discordClient.posted(posted));
      expect(html, ask).toContain('dc-button');
      expect(html, ask).not.toContain('Unknown');
      expect(html, ask).not.toMatch(/style="|<script/);
    }
  });

  it('shows a field of a body that it does not draw, but none that one would not see', () => {
    const body = {
      content: 'Hello',
      embeds: [{ title: 'Lost' }],
      flags: 64,
      allowed_mentions: { parse: [] },
    };
    const drawn = String(discordClient.posted({ body, isPrivate: false }));
    expect(drawn).toContain('Unknown component: embeds');
    expect(drawn).toContain('Lost');
    expect(drawn).not.toMatch(/allowed_mentions|flags/);
  });

  it('knows the messages that explain a text', async () => {
    const posted = previewGlosses(await loadBot('data'), 'We use MFA, a WAF and TLS.');
    expect(posted.map(one => named(String(discordClient.posted(one)), 'li').length)).toEqual([3]);
  });
});
