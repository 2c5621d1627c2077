import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mrkdwn, mrkdwnLink, readMessage, webAddress } from '../../../adapters/slack/blocks/mrkdwn.ts';
import { formatted, pings, readMrkdwn } from './stand-in/index.ts';

describe('mrkdwn()', () => {
  it.each([
    ['<!channel> & <@U1>', '&lt;!channel&gt; &amp; &lt;@U1&gt;'],
    ['snake_case and 2*3*4 and a~b', 'snake_case and 2*3*4 and a~b'],
    ['*bold* _it_ ~gone~', '∗bold* ＿it_ ∼gone~'],
    ['`code`', "'code'"],
    ['> quote', '› quote'],
    ['a :fire: b, 10:30, std::string', 'a ∶fire: b, 10:30, std::string'],
    ['right\u202eleft\u200f', 'rightleft'],
  ])('writes %j as %j', (text, written) => {
    expect(mrkdwn(text)).toBe(written);
  });

  it('pings, formats and links nothing, whatever the text', () => {
    const character = fc.constantFrom(
      ...'<>!@#&|*_~`: \nab:c1-.'.split(''),
      '<!channel>',
      '<@U1>',
      '<http://a.b|x>',
      ':x:',
    );
    fc.assert(
      fc.property(fc.array(character, { maxLength: 40 }), pieces => {
        const message = { text: mrkdwn(pieces.join('')), blocks: [] };
        expect(pings(message)).toEqual([]);
        const { bareMentions, bareLinks, ...others } = formatted(message);
        for (const found of Object.values(others)) expect(found).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('mrkdwnLink()', () => {
  it.each([
    ['a|b>c', 'https://wiki.example/x?a=1&b=2', 'https://wiki.example/x?a=1&b=2', 'a¦b>c'],
    ['page', 'https://wiki.example/a|b', 'https://wiki.example/a%7Cb', 'page'],
  ])('links %j to %j', (label, url, address, shown) => {
    expect(readMrkdwn(mrkdwnLink(label, url)).links).toEqual([{ url: address, label: shown }]);
  });

  it.each(['javascript:alert(1)', 'relative/page.md', 'file:///etc/passwd', ''])(
    'links nothing to %j',
    url => {
      expect(mrkdwnLink('page', url)).toBe('page');
      expect(webAddress(url)).toBeNull();
    },
  );
});

describe('readMessage()', () => {
  it.each([
    ['<@UBOT> what is a &lt;vm&gt; &amp; why?', 'what is a <vm> & why?'],
    ['<@UBOT|secterm> help', 'help'],
    ['see <https://a.example/x|the page> and <https://b.example>', 'see the page and'],
    ['containers :rocket:', 'containers'],
    [':wave::skin-tone-3: what is RBAC :thinking_face:?', 'what is RBAC ?'],
    ['at 10:30:00 in std::string', 'at 10:30:00 in std::string'],
    ['<!here> <@U2> what is TLS in <#C1|network>?', 'what is TLS in ?'],
  ])('reads %j as %j', (text, typed) => {
    expect(readMessage(text, 'UBOT').replace(/\s+/g, ' ')).toBe(typed);
  });
});
