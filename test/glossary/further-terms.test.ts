import { describe, expect, it } from 'vitest';
import { buildGlossary } from '../../src/glossary/build.ts';
import { readPage } from '../../src/glossary/read-page.ts';
import { plain } from '../../src/glossary/rich.ts';
import { glossaryOf } from '../fixtures/load.ts';

/** The names that a page gives, each with its aliases and what its definition begins with. */
function termsOf(markdown: string): string[][] {
  return glossaryOf(markdown).terms.map(({ name, aliases, definition }) => [
    name,
    ...aliases,
    `“${plain(definition?.text ?? []).slice(0, 12)}”`,
  ]);
}

describe('what a page explains beside its sections', () => {
  it.each([
    [
      'a label with its own explanation',
      '## Sailing Fleets\n\nFleets of many kinds sail.\n\n### Consequences\n\n- **Mast Fracture**: The pole breaks in a storm.\n- **Crew Loss**\n  - Somebody goes over board at night.\n',
      [
        ['Mast Fracture', '“The pole bre”'],
        ['Crew Loss', '“Somebody goe”'],
      ],
    ],
    [
      'a sentence that defines',
      '## Sailing Fleets\n\nFleets of many kinds sail.\n\n### Details of sailing\n\n- The bilge pump is a device that drains the hull.\n- GRIB is a format for weather.\n',
      [
        ['bilge pump', '“The bilge pu”'],
        ['GRIB', '“GRIB is a fo”'],
      ],
    ],
    [
      'two names in one sentence',
      '## Sailing Fleets\n\nFleets of many kinds sail.\n\n### Boats\n\n- Laser and Finn are dinghies for one sailor.\n',
      [
        ['Laser', '“Laser and Fi”'],
        ['Finn', '“Laser and Fi”'],
      ],
    ],
    [
      'an abbreviation that is written out, either way',
      '## Sailing Fleets\n\nFleets carry an Automatic Identification System (AIS) and an EPIRB (Emergency Position-Indicating Radio Beacon).\n',
      [
        ['Automatic Identification System', 'AIS', '“Fleets carry”'],
        ['Emergency Position-Indicating Radio Beacon', 'EPIRB', '“Fleets carry”'],
      ],
    ],
    [
      'two names in one label',
      '## Sailing Fleets\n\nFleets of many kinds sail.\n\n### Radios\n\n- **VHF (Very High Frequency) and SSB (Single Sideband)**\n  - These bands carry the voice of the crew.\n',
      [
        ['VHF', 'Very High Frequency', '“These bands ”'],
        ['SSB', 'Single Sideband', '“These bands ”'],
      ],
    ],
  ])('%s', (_, markdown, expected) => {
    const found = termsOf(markdown);
    for (const term of expected) expect(found).toContainEqual(term);
  });

  it('takes other spellings of one name for one term', () => {
    const page =
      '## The Bilge Flood\n\nThe bilge flood, also known as Drown2 (CVE-2031-12345), is a fault of pumps.\n\n### Wet or Damp Hull Finding\n\nWet or damp hull finding looks for water.\n\n### Summary\n\n- Wet/Damp Hull Finding relies on sensors that sit below the deck.\n- The bilge flood is a fault that sinks boats.\n';
    expect(termsOf(page)).toEqual([
      ['The Bilge Flood', 'Drown2', 'CVE-2031-12345', '“The bilge fl”'],
      ['Wet or Damp Hull Finding', '“Wet or damp ”'],
    ]);
  });

  it('does not take the first of several explained names for the explanation of them all', () => {
    const page =
      '## Leaks\n\nLeaks let water in.\n\n### Finding them\n\n- Open Hull Scanners\n  - **Hull Probe**: Looks for rotten planks.\n  - **Keel4Damp Meter**: Finds water in the keel.\n';
    expect(termsOf(page).slice(1)).toEqual([
      ['Hull Probe', '“Looks for ro”'],
      ['Keel4Damp Meter', '“Finds water ”'],
    ]);
  });

  it('leaves alone plain labels that several sections have, and those whose text speaks of something else', () => {
    const page =
      '## Sailing Fleets\n\nFleets of many kinds sail. Spelling, rigging and tacking vary, and rigging and tacking are hard.\n\n### Consequences\n\n- **Spelling**: Fleets are named in small letters by all.\n- **Rigging**: The strain of the rigging is measured by a gauge.\n- **Tacking**: Turning the bow through the wind, side by side.\n\n### Causes\n\n- **Spelling**: The word was written with one letter less.\n';
    expect(termsOf(page).map(([name]) => name)).toEqual(['Sailing Fleets', 'Tacking']);
  });

  it('leaves alone what is a side, advice, a benefit or a drawback', () => {
    const labels = [
      'Reduced Complexity',
      'Enable Logging',
      'Prevents Collisions at Sea',
      'Cost of Anchors',
      'Best Practices',
      'Bypassing Harbour Rules',
      'Limited Visibility',
      'Performance Overhead',
      'Complexity',
    ];
    const bullets = labels.map(label => `- **${label}**: It matters to all of the sailors.`).join('\n');
    const names = glossaryOf(`## Sailing Fleets\n\nFleets sail.\n\n### Thoughts\n\n${bullets}\n`).terms.map(
      ({ name }) => name,
    );
    expect(names).toEqual(['Sailing Fleets']);
  });

  it('takes only abbreviations from pages that set each term apart', () => {
    const terms = ['Bow', 'Stern', 'Keel', 'Hull', 'Mast']
      .map(
        name =>
          `## ${name}\n\nA ${name} is a part of a ship.\n\n### Challenges\n\n- **Salt Crust**: It wears the ${name} down quickly.\n`,
      )
      .join('\n');
    const names = glossaryOf(`# Ship\n\n${terms}\n\nThe hull has an Echo Depth Finder (EDF).\n`).terms.map(
      ({ name }) => name,
    );
    expect(names).toEqual(['Bow', 'Stern', 'Keel', 'Hull', 'Mast', 'Echo Depth Finder']);
  });

  it('counts what only sentences explain once, and quotes other pages beside the term', () => {
    const { terms } = buildGlossary(
      [
        { path: 'a.md', text: '## Tides\n\nSee the Chart Datum (CD) first.\n' },
        {
          path: 'b.md',
          text: '## Chart Datum (CD)\n\nA chart datum is the level that depths are measured from.\n',
        },
      ].map(page => readPage({ ...page, collection: 'test' })),
    );
    const found = terms.filter(({ aliases }) => aliases.includes('CD'));
    expect(found.map(({ place }) => place.page)).toEqual(['b.md']);
    const elsewhere = found[0]?.facets.find(({ name }) => name === 'Elsewhere')?.points ?? [];
    expect(elsewhere.map(({ text, place }) => [plain(text), place.page])).toEqual([
      ['See the Chart Datum (CD) first.', 'a.md'],
    ]);
  });
});
