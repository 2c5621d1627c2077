import { describe, expect, it } from 'vitest';
import { buildGlossary } from '../../src/glossary/build.ts';
import type { Glossary } from '../../src/glossary/glossary.ts';
import { readPage } from '../../src/glossary/read-page.ts';
import { plain } from '../../src/glossary/rich.ts';

function glossaryOf(text: string, path: string): Glossary {
  return buildGlossary([readPage({ path, collection: 'test', text })]);
}

/** Each term as "name = alias, alias: definition". */
function told({ terms }: Glossary): string[] {
  return terms.map(
    ({ name, aliases, definition }) =>
      `${[name, aliases.join(', ')].filter(part => part !== '').join(' = ')}: ${plain(definition?.text ?? [])}`,
  );
}

/** Each problem as "line: message". */
function faults({ problems }: Glossary): string[] {
  return problems.map(({ line, message }) => `${line}: ${message}`);
}

describe('a CSV file', () => {
  it('lists terms by the columns that its first line names, each meaning by itself', () => {
    const glossary = glossaryOf(
      '\uFEFFTitle,Meaning,Context,Notes\r\nAB,"Anchor, big",harbour,\r\nAB,Able seaman,crew,"two\r\nlines"\r\n',
      'acronyms.csv',
    );
    expect(told(glossary)).toEqual(['AB = Anchor, big: Anchor, big', 'AB = Able seaman: Able seaman']);
    expect(glossary.terms.map(({ place }) => place.line)).toEqual([2, 3]);
    expect(glossary.terms[1]?.facets.map(({ name, points }) => [name, plain(points[0]?.text ?? [])])).toEqual(
      [
        ['Context', 'crew'],
        ['Notes', 'two lines'],
      ],
    );
    expect(faults(glossary)).toEqual([]);
  });

  it('may be parted by semicolons, and give other names', () => {
    expect(
      told(glossaryOf('Term;Definition;Aliases\nHalyard;A rope that hoists.;fall, tackle\n', 't.csv')),
    ).toEqual(['Halyard = fall, tackle: A rope that hoists.']);
  });

  it('is refused where no column holds terms', () => {
    const glossary = glossaryOf('when,what\n2020,launch\n', 'log.csv');
    expect(told(glossary)).toEqual([]);
    expect(faults(glossary)).toEqual([
      expect.stringMatching(/^1: Cannot read this CSV file: .*"Term" and "Definition"/),
    ]);
  });

  it('says which row has no term', () => {
    expect(faults(glossaryOf('Term,Definition\nHalyard,A rope.\n,A sail.\n', 't.csv'))).toEqual([
      expect.stringMatching(/^3: .*no term/),
    ]);
  });

  it('says where a quote is not closed', () => {
    expect(faults(glossaryOf('Term,Definition\nHalyard,"A rope.\n', 't.csv'))[0]).toMatch(/quote/i);
  });
});

describe('a YAML or JSON file', () => {
  it.each([
    [
      't.yml',
      '- term: Halyard\n  aliases: [fall]\n  definition: A rope that hoists.\n- term: Sheet\n  definition: A rope that trims.\n',
      [1, 4],
    ],
    [
      't.yaml',
      'terms:\n  - name: Halyard\n    aka: fall\n    meaning: A rope that hoists.\n  - name: Sheet\n    meaning: A rope that trims.\n',
      [2, 5],
    ],
    [
      't.json',
      '[\n {"term": "Halyard", "aliases": ["fall"], "definition": "A rope that hoists."},\n {"term": "Sheet", "definition": "A rope that trims."}\n]',
      [2, 3],
    ],
    [
      't.yml',
      'Halyard:\n  definition: A rope that hoists.\n  aliases: fall\nSheet: A rope that trims.\n',
      [1, 4],
    ],
  ])('%s lists terms: %s', (path, text, lines) => {
    const glossary = glossaryOf(text, path);
    expect(told(glossary)).toEqual(['Halyard = fall: A rope that hoists.', 'Sheet: A rope that trims.']);
    expect(glossary.terms.map(({ place }) => place.line)).toEqual(lines);
  });

  it('is refused where it is another kind of file', () => {
    const glossary = glossaryOf('{\n "version": 3,\n "files": ["a", "b"]\n}', 'data.json');
    expect(told(glossary)).toEqual([]);
    expect(faults(glossary).at(-1)).toMatch(/no list of terms/);
  });

  it('says where its syntax is broken', () => {
    expect(faults(glossaryOf('- term: Halyard\n  definition: "A rope\n- term: Sheet\n', 't.yml'))[0]).toMatch(
      /^\d+: Cannot read this file: .*Mend its syntax/,
    );
  });
});

const MARKDOWN = `## Masts, Sails

Both carry the wind.

## 1. Masts

### a. What Are Masts?
  - Definition: Poles that hold sails.
  - Key Features:
    - They stand upright.
    - They are stayed.

### b. Advantages
  - Reach: They catch wind up high.

## 2. Sails

### a. What Are Sails?
  - Definition: Cloths that catch the wind.

## 3. Comparison: Masts and Sails

| Aspect | Masts | Sails |
| --- | --- | --- |
| Material | Wood | Cloth |
| Cost | High | Low |
`;

const TEXT = `Masts, Sails - example/ships GitHub Wiki
Both carry the wind.
1. Masts
a. What Are Masts?
- Definition: Poles that hold sails.
- Key Features:
- They stand upright.
- They are stayed.
b. Advantages
- Reach: They catch wind up high.
2. Sails
a. What Are Sails?
- Definition: Cloths that catch the wind.
3. Comparison: Masts and Sails
Aspect | Masts | Sails |
Material | Wood | Cloth |
Cost | High | Low |
`;

describe('a page as text alone', () => {
  const [page, text] = [glossaryOf(MARKDOWN, 'ships.md'), glossaryOf(TEXT, 'ships.txt')];
  const facetsOf = ({ terms }: Glossary) =>
    terms.map(({ name, facets }) => [
      name,
      ...facets.map(facet => [facet.name, facet.points.map(({ text }) => plain(text))]),
    ]);

  it('gives the terms, sides and comparisons of its Markdown', () => {
    expect(told(text)).toEqual(['Masts: Poles that hold sails.', 'Sails: Cloths that catch the wind.']);
    expect(told(text)).toEqual(told(page));
    expect(facetsOf(text)).toEqual(facetsOf(page));
    const rows = ({ comparisons }: Glossary) =>
      comparisons.map(table => [table.title, table.rows.map(row => [row.label, ...row.cells.map(plain)])]);
    expect(rows(text)).toEqual([
      [
        'Comparison: Masts and Sails',
        [
          ['Material', 'Wood', 'Cloth'],
          ['Cost', 'High', 'Low'],
        ],
      ],
    ]);
    expect(rows(text)).toEqual(rows(page));
  });

  it('knows the lines of the text', () => {
    expect(text.terms.map(({ definition }) => definition?.place.line)).toEqual([5, 13]);
    expect(text.comparisons[0]?.rows.map(({ place }) => place.line)).toEqual([16, 17]);
  });
});

describe('Markdown that was not written for a parser', () => {
  it.each([
    [
      'a definition list',
      '# Rig\n\nBoom\n: A pole at the foot of a sail.\n\nGaff\n: A pole at its head.\n: Slanted.\n',
      ['Boom: A pole at the foot of a sail.', 'Gaff: A pole at its head.'],
    ],
    [
      'bold that is not closed',
      '# Rig\n\n- **Boom: A pole at the foot of a sail.\n- **Gaff**: A pole at its head.\n',
      ['Boom: A pole at the foot of a sail.', 'Gaff: A pole at its head.'],
    ],
    [
      'a table without outer pipes, and a row without its last',
      '# Rig\n\nTerm | Meaning\n--- | ---\nBoom | A pole at the foot.\n| Gaff | A pole at its head.\n',
      ['Boom: A pole at the foot.', 'Gaff: A pole at its head.'],
    ],
    [
      "a generator's tags",
      '# Boom\n\nA {{< glossary_tooltip text="pole" term_id="pole" >}} below a {{Glossary("sail")}} or {{Glossary("jib", "foresail")}}.{{% note %}}\n',
      ['Boom: A pole below a sail or foresail.'],
    ],
    [
      'an entry that points at another',
      '# Rig\n\n## Boom\n\nA boom is a pole at the foot.\n\n## Foot pole\n\nSee [Boom](#boom).\n',
      ['Boom = Foot pole: A boom is a pole at the foot.'],
    ],
    [
      'tabs, carriage returns and a byte order mark',
      '\uFEFF# Rig\r\n\r\n-\t**Boom**: A pole at the foot.\r\n-\t**Gaff**: A pole at its head.\r\n',
      ['Boom: A pole at the foot.', 'Gaff: A pole at its head.'],
    ],
  ])('%s', (_, text, expected) => {
    expect(told(glossaryOf(text, 'page.md'))).toEqual(expected);
  });
});

describe('a page of terms', () => {
  it.each([
    [
      'bold paragraphs, with a colon, a dash, or the explanation in the next line',
      '# Glossary\n\n**KYC**: Checks on who a customer is.\n\n**Issuer** – The bank that gave the card.\n\n## A\n\n**Acquirer**\nThe bank of the shop.\n',
      [
        'KYC: Checks on who a customer is.',
        'Issuer: The bank that gave the card.',
        'Acquirer: The bank of the shop.',
      ],
    ],
    [
      'two headings of one abbreviation',
      '# Words\n\n### ACL (access control list)\nA list of who may.\n\n### ACL (anterior cruciate ligament)\nA ligament.\n',
      ['ACL = access control list: A list of who may.', 'ACL = anterior cruciate ligament: A ligament.'],
    ],
    [
      'two bullets, and two rows, of one name',
      '# Words\n\n- **ACL**: A list of who may do what.\n- **ACL**: A ligament in the knee.\n\n| Term | Meaning |\n| --- | --- |\n| PR | A change to be read. |\n| PR | What tells the press. |\n',
      [
        'ACL: A list of who may do what.',
        'ACL: A ligament in the knee.',
        'PR: A change to be read.',
        'PR: What tells the press.',
      ],
    ],
    [
      'brackets that are no initials',
      '# Pay\n\n### SEPA Instant (SCT Inst)\nDone within ten seconds.\n\n### Direct Debit (SDD)\nPulls money with a mandate.\n\n### Procedural Generation (procgen)\nMade by rules.\n\n### RSA (Asymmetric)\nAn algorithm.\n',
      [
        'SEPA Instant = SCT Inst: Done within ten seconds.',
        'Direct Debit = SDD: Pulls money with a mandate.',
        'Procedural Generation = procgen: Made by rules.',
        'RSA: An algorithm.',
      ],
    ],
    [
      'headings that spell their abbreviation out',
      '# Incoterms\n\n## 3. CIF: Cost, Insurance and Freight\nThe seller pays freight.\n\n## FOB – Free On Board\nThe seller delivers on board.\n',
      [
        'CIF = Cost, Insurance and Freight: The seller pays freight.',
        'FOB = Free On Board: The seller delivers on board.',
      ],
    ],
    [
      'plain lines that act as headings',
      '# Games\n\na. What is a core loop?\n\nThe core loop is what players repeat.\n\nb. What is a gacha?\n\nA gacha is a shop of chance.\n',
      ['core loop: The core loop is what players repeat.', 'gacha: A gacha is a shop of chance.'],
    ],
    [
      'what an abbreviation stands for beside what it means',
      '# Wards\n\n| Abbreviation | Stands for | What it means |\n| --- | --- | --- |\n| ICU | Intensive Care Unit | Ward for the very ill. |\n',
      ['ICU = Intensive Care Unit: Ward for the very ill.'],
    ],
    [
      'a meaning beside other columns',
      '# Severity\n\nHow bad it is.\n\n| Severity | Meaning | Response |\n| --- | --- | --- |\n| SEV1 | Money is lost | 5 min |\n| SEV2 | Some are slow | 1 h |\n',
      ['Severity: How bad it is.', 'SEV1: Money is lost', 'SEV2: Some are slow'],
    ],
    [
      'what a definition spells out, and no more',
      '# Ward\n\n- **OR**: Operating Room, also called theatre\n- **RIS**: books the scans\n- **LIS** – Laboratory Information System; keeps samples.\n',
      [
        'OR = Operating Room: Operating Room, also called theatre',
        'RIS: books the scans',
        'LIS = Laboratory Information System: Laboratory Information System; keeps samples.',
      ],
    ],
    [
      'questions that ask for something else',
      '# SQL\n\nSQL is a language.\n\n## What is SQL used for?\nFor asking.\n\n## What is the cost?\nTen.\n\n## What does OLAP stand for?\nAsking a lot at once.\n',
      ['SQL: SQL is a language.', 'OLAP: Asking a lot at once.'],
    ],
    [
      'people and tasks of a meeting',
      '# Meeting of May\n\nWe met.\n\n## Action items\n\n- **Anna**: tell the wards.\n',
      ['Meeting of May: We met.'],
    ],
    [
      'a list without bold labels',
      '# Glossary\n\n- Hurtbox: The shape where one can be hit.\n- Hitbox: The shape that hits.\n- Frame Data: How long a move takes.\n- Juggle: To keep somebody in the air.\n',
      [
        'Hurtbox: The shape where one can be hit.',
        'Hitbox: The shape that hits.',
        'Frame Data: How long a move takes.',
        'Juggle: To keep somebody in the air.',
      ],
    ],
    [
      'stars in prose',
      '# Power\n\nPower is 2**3, and f(**kwargs) calls.\n',
      ['Power: Power is 2**3, and f(**kwargs) calls.'],
    ],
  ])('%s', (_, text, expected) => {
    expect(told(glossaryOf(text, 'page.md'))).toEqual(expected);
  });

  it('has sides below bold lines', () => {
    const { terms } = glossaryOf(
      '## Star schema\n\nA table in the middle.\n\n**Advantages**\n\n- Simple\n\n**Disadvantages**\n\n- Large\n',
      's.md',
    );
    expect(terms[0]?.facets.map(({ name, points }) => [name, points.map(({ text }) => plain(text))])).toEqual(
      [
        ['Advantages', ['Simple']],
        ['Challenges', ['Large']],
      ],
    );
  });
});

describe('text alone', () => {
  it('may be labels and cells without any marks', () => {
    const text =
      'Glossary\nlast modified on Jan 3, 2024\n\nAPI Gateway: The entry for all.\nService Mesh: What connects them.\n\nTerm\tDefinition\nRetry\tCalls again.\nBreaker\tStops calls.\n';
    expect(told(glossaryOf(text, 'page.txt'))).toEqual([
      'API Gateway: The entry for all.',
      'Service Mesh: What connects them.',
      'Retry: Calls again.',
      'Breaker: Stops calls.',
    ]);
  });

  it('may be wrapped', () => {
    const text =
      'Firewall\n\nA firewall is a system that\nfilters traffic between two networks by\nrules. A pipe | is no cell.\n';
    expect(told(glossaryOf(text, 'page.txt'))).toEqual([
      'Firewall: A firewall is a system that filters traffic between two networks by rules. A pipe | is no cell.',
    ]);
  });
});

describe('a file of settings', () => {
  it.each([
    ['vercel.json', '{"framework": "nextjs", "regions": ["fra1"]}'],
    ['en.json', '{"login.button": "Sign in", "login.title": "Welcome"}'],
    ['openapi.yaml', 'openapi: 3.0.0\ninfo:\n  title: Shop\n  description: Sells things to people.\n'],
    ['empty.yml', ''],
  ])('%s is no list of terms', (path, text) => {
    expect(glossaryOf(text, path).terms).toEqual([]);
  });

  it('may have several lists, and keys that are terms themselves', () => {
    expect(
      told(
        glossaryOf(
          'acronyms:\n  - {term: AB, definition: Able seaman.}\nterms:\n  - {term: Bow, definition: The front.}\n',
          't.yml',
        ),
      ),
    ).toEqual(['AB = Able seaman: Able seaman.', 'Bow: The front.']);
    expect(
      told(glossaryOf('Data:\n  definition: Facts that are kept.\nEntropy: A measure of order.\n', 't.yml')),
    ).toEqual(['Data: Facts that are kept.', 'Entropy: A measure of order.']);
  });

  it('of commas that were not quoted keeps all of a definition', () => {
    expect(told(glossaryOf('Business Term,Definition\nBow,The front, which is sharp\n', 't.csv'))).toEqual([
      'Bow: The front, which is sharp',
    ]);
  });
});

describe('front matter', () => {
  it('gives other names by other words, and tells of keys that are nearly right', () => {
    const glossary = glossaryOf(
      '---\ntitle: Boom\naka: [foot pole]\ntag: rig\nlayout: page\n---\nA boom is a pole.\n',
      'boom.md',
    );
    expect(told(glossary)).toEqual(['Boom = foot pole: A boom is a pole.']);
    expect(faults(glossary)).toEqual([expect.stringMatching(/"tag": it is called "tags"/)]);
  });

  it('may be TOML, have odd keys, and other names under two keys', () => {
    expect(
      told(glossaryOf('+++\ntitle = "VGM"\naliases = ["Gross Mass"]\n+++\n\nVGM is a weight.\n', 'v.md')),
    ).toEqual(['VGM = Gross Mass: VGM is a weight.']);
    const odd =
      '---\nconstructor: x\n__proto__: y\naliases: [one]\nsynonyms: [two]\n---\n# Foo\n\nFoo is a thing.\n';
    expect(told(glossaryOf(odd, 'f.md'))).toEqual(['Foo = one, two: Foo is a thing.']);
  });

  it('is told off for a language that is none', () => {
    expect(
      faults(glossaryOf('---\nlang: pirate speech\n---\n# Boom\n\nA boom is a pole.\n', 'b.md'))[0],
    ).toMatch(/"lang": must be a language tag/);
  });
});
