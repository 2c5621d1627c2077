import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { catalogueOf } from '../../../adapters/web/catalogue.ts';
import { createBot } from '../../../src/bot.ts';
import { buildGlossary } from '../../../src/glossary/build.ts';
import { readPage } from '../../../src/glossary/read-page.ts';
import { botOf, bundled } from '../slack/program.ts';

/** The bot of a list of terms. */
function listOf(entries: readonly object[]) {
  const file = { path: 'list.json', collection: 'test', text: JSON.stringify(entries) };
  return createBot(buildGlossary([readPage(file)]));
}

const PAGE = `# Things

## C++
C++ is a language.

## Ångström
An ångström is a length.

## 3DES
3DES is a cipher.

## 网关
网关 is a gateway.
`;

describe('catalogueOf()', () => {
  const { letters, termAt } = catalogueOf(botOf(PAGE));

  it('gives each term an address of its own, from which the term is found again', () => {
    const whole = catalogueOf(bundled);
    const addresses = whole.terms.map(whole.addressOf);
    expect(new Set(addresses).size).toBe(whole.terms.length);
    expect(addresses.map(whole.termAt)).toEqual(whole.terms);
    const secrets = whole.terms.filter(({ name }) => name === 'Secret');
    expect(secrets.map(whole.addressOf)).toEqual(['/t/secret', '/t/secret-1']);
  });

  it('writes what is no ASCII as browsers send it', () => {
    expect(termAt('/t/%E7%BD%91%E5%85%B3')?.name).toBe('网关');
  });

  it('sorts by letter, without accents, what begins with none under "#"', () => {
    expect(letters.map(({ title, terms: on }) => [title, ...on.map(({ name }) => name)])).toEqual([
      ['#', '3DES'],
      ['A', 'Ångström'],
      ['C', 'C++'],
      ['网', '网关'],
    ]);
  });

  it('has an address for whatever a term is called, from which it is found again', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: 'binary', minLength: 1, maxLength: 80 }), { maxLength: 4 }),
        names => {
          const page = names.map((name, at) => ({ name, definition: `A thing of kind ${at}.` }));
          const { terms, addressOf, termAt } = catalogueOf(listOf(page));
          expect(terms.map(term => termAt(addressOf(term)))).toEqual(terms);
        },
      ),
    );
    const astral = catalogueOf(
      botOf(`# Things\n\n## ${'A'.repeat(39)}𠮷${'B'.repeat(9)}\nA thing is a thing.\n`),
    );
    expect(astral.terms.map(term => astral.termAt(astral.addressOf(term)))).toEqual(astral.terms);
  });

  it('knows no term at another address', () => {
    expect(termAt('/t/nothing')).toBeNull();
    expect(termAt('/t/__proto__')).toBeNull();
  });
});
