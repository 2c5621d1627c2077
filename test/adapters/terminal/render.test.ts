import stringWidth from 'fast-string-width';
import { describe, expect, it } from 'vitest';
import { complete } from '../../../adapters/terminal/prompt.ts';
import { render } from '../../../adapters/terminal/render.ts';
import { rich } from '../../../src/glossary/rich.ts';
import type { Reply } from '../../../src/replies/reply.ts';
import { safe } from '../../../src/replies/safe.ts';
import { loadBot } from '../../fixtures/load.ts';

const plainScreen = (width: number) => ({ width, style: (_: string, text: string) => text, write: () => {} });
const table: Pick<Reply, 'parts' | 'choices' | 'sources'> = {
  parts: [
    {
      kind: 'table',
      columns: ['Queue', 'Topic'],
      rows: [
        { label: 'Delivery', cells: [rich('One worker takes it'), rich('Every subscriber gets a copy')] },
      ],
    },
  ],
  choices: [],
  sources: [],
};

describe('render() draws a comparison', () => {
  it('as an aligned table where it fits', () => {
    const lines = render(table, plainScreen(80), 'typed').split('\n');
    expect(new Set(lines.map(line => stringWidth(line))).size).toBe(1);
    expect(
      lines.some(line => /│ Delivery +│ One worker takes it +│ Every subscriber gets a copy +│/.test(line)),
    ).toBe(true);
  });

  it('as one block per aspect where it does not', () => {
    expect(render(table, plainScreen(40), 'typed')).toBe(
      ['Delivery', '  Queue: One worker takes it', '  Topic: Every subscriber gets a copy'].join('\n'),
    );
  });

  it.each([20, 30, 40, 60, 80, 100])('never wider than a screen of %i columns', async width => {
    const bot = await loadBot('data');
    for (const text of [
      'containers',
      'vm vs container',
      'compare xss csrf ssrf',
      'help',
      'list',
      'IDS vs IPS vs SIEM vs EDR',
    ]) {
      const { reply } = bot.hear({ text, heardAs: 'command', after: [] });
      for (const line of render(reply, plainScreen(width), 'numbered').split('\n')) {
        expect(stringWidth(line), line).toBeLessThanOrEqual(width);
      }
    }
  });
});

describe('render()', () => {
  it('numbers the choices at a prompt', () => {
    const choices = [
      { label: 'Advantages', ask: 'Advantages of Topics' },
      { label: 'Topics', ask: 'Topics' },
    ];
    expect(render({ parts: [], sources: [], choices }, plainScreen(80), 'numbered')).toBe(
      'Type a number: 1 Advantages · 2 Topics',
    );
  });

  it('keeps the address of a link', () => {
    const text = [{ text: 'the RFC', style: 'plain', href: 'https://example.org/rfc' }] as const;
    expect(
      render({ parts: [{ kind: 'paragraph', text }], sources: [], choices: [] }, plainScreen(80), 'typed'),
    ).toBe('the RFC <https://example.org/rfc>');
  });
});

describe('safe()', () => {
  it.each([
    ['\u001b[31mred\u001b[0m', '[31mred[0m'],
    ['a\r\nb\tc', 'a b c'],
    ['\u202eevil', 'evil'],
    ['👩‍💻 stays', '👩‍💻 stays'],
  ])('turns %j into %j', (text, shown) => {
    expect(safe(text)).toBe(shown);
  });
});

describe('complete()', () => {
  it.each([
    ['Virt', ['Virtual Machines', 'Virtual Private Network'], 'Virt'],
    ['compare containers vs Virtual M', ['Virtual Machines'], 'Virtual M'],
    ['advantages of Conta', ['Containers', 'Container Security', 'Containment'], 'Conta'],
    ['comp', ['compare'], 'comp'],
  ])('completes %j', async (line, some, prefix) => {
    const [hits, completed] = complete(line, await loadBot('data'));
    expect(hits).toEqual(expect.arrayContaining(some));
    expect(completed).toBe(prefix);
  });
});
