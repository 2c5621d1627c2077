import { describe, expect, it } from 'vitest';
import { namesPerson, ownWords, withoutChatForms, withoutQuotations } from '../../src/language/chat-text.ts';

describe('withoutChatForms()', () => {
  it.each([
    ['<@U1> what is a VM?', 'what is a VM?'],
    ['<@U1|anna> hi', 'hi'],
    ['<@!123> and <@&456>', 'and'],
    ['in <#C1|general> and <#789>', 'in and'],
    ['<!here> <!subteam^S1|@team> look', 'look'],
    ['<!date^1392734382^{date}|18 February> is fine', '18 February is fine'],
    ['see <https://a.example/x|the page> or <https://b.example>', 'see the page or'],
    ['see [the page](https://a.example/x) or https://b.example/y', 'see the page or'],
    ['nice <:blob:123> <a:wave:4> :tada: :wave::skin-tone-3:', 'nice'],
    ['at <t:1700000000:R> by </term:99>', 'at by'],
    ['a &lt;vm&gt; &amp; more', 'a <vm> & more'],
    ['at 10:30:00 in std::string', 'at 10:30:00 in std::string'],
    ['@here lunch', 'lunch'],
    ['one\n\n  two', 'one\n\ntwo'],
  ])('reads %j as %j', (text, expected) => {
    expect(withoutChatForms(text)).toBe(expected);
  });

  it('takes no longer than the text is long', () => {
    for (const part of ['<@', '<#C', '[', '](', ':a', '<https://', '&lt;', '<!date^|'])
      expect(withoutChatForms(part.repeat(20_000)).length).toBeLessThanOrEqual(part.length * 20_000);
  });
});

describe('ownWords()', () => {
  it.each([
    ['> what is a VM?\nno idea', 'no idea'],
    ['look:\n```\nwhat is a VM?\n```\nthanks', 'look:\n\n\nthanks'],
    ['look\n```\nwhat is', 'look'],
    ['> what is a VM?', ''],
    ['what is `RBAC`?', 'what is `RBAC`?'],
  ])('reads %j as %j', (text, expected) => {
    expect(ownWords(text)).toBe(expected);
  });
});

describe('withoutQuotations()', () => {
  it.each([
    [
      'the form says "What is an HSM, in your own words?" and nothing else',
      'the form says  …  and nothing else',
    ],
    ['what does “role explosion” mean?', 'what does “role explosion” mean?'],
    ['a 19" rack and a 21" rack', 'a 19" rack and a 21" rack'],
  ])('reads %j as %j', (text, expected) => {
    expect(withoutQuotations(text)).toBe(expected);
  });

  it('takes no longer than the text is long', () => {
    expect(withoutQuotations('" a b '.repeat(5_000)).length).toBeLessThanOrEqual(30_000);
  });
});

describe('namesPerson()', () => {
  it.each([
    ['<@U1> what is a VM?', true],
    ['<@!123> ping', true],
    ['@anna did you see it?', true],
    ['mail me at anna@example.org', false],
    ['<#C1|general> what is a VM?', false],
  ])('%j: %s', (text, expected) => {
    expect(namesPerson(text)).toBe(expected);
  });
});
