import { describe, expect, it } from 'vitest';
import { plain } from '../../src/glossary/rich.ts';
import { glossaryOf } from '../fixtures/load.ts';

/** The names that a statement gives, below a heading that is no name itself. */
function namesIn(statement: string): string[][] {
  const page = `# Boats\n\nBoats of many kinds.\n\n## How we sail\n\n${statement}\n`;
  return glossaryOf(page)
    .terms.filter(({ name }) => name !== 'Boats')
    .map(({ name, aliases }) => [name, ...aliases]);
}

describe('what sentences name', () => {
  it.each([
    [
      'a link that is the subject',
      'The [Mooring app](https://example.org) shows where each boat lies.',
      [['Mooring app']],
    ],
    [
      'a link whose address stands below',
      'The [Mooring app][] shows where each boat lies.\n\n[Mooring app]: https://example.org',
      [['Mooring app']],
    ],
    [
      'what has a name of its own',
      'Some ports have a service called Night Harbour to guide boats.',
      [['Night Harbour']],
    ],
    [
      'slanted words beside a known kind',
      'Boats wait in the _inner basin_ queue of each port.',
      [['inner basin queue']],
    ],
    [
      'a link that ends in its kind',
      'Crews look into the [port maps repository](https://example.org) at night.',
      [['port maps repository']],
    ],
    [
      'the parts of something',
      'A good knot has a set of properties:\n\n- **Holding**: Each pull makes it tighter.\n- **Opening**: One hand can undo it.\n- **Repeating**: It turns out the same at each try.',
      [['Holding'], ['Opening'], ['Repeating']],
    ],
    [
      'a name that only a program has, as a label',
      '- **berth/free:** a place that no boat has taken',
      [['berth/free']],
    ],
    [
      'a call in code, as a label',
      '- `horn.blow(2)` - Two short blasts, for a turn to port',
      [['horn.blow(2)']],
    ],
    [
      'a plain word in code, as a label',
      '- `Stage` - the part of the harbour that a boat lies in',
      [['Stage']],
    ],
    [
      'a channel',
      'Calls for help go to [#harbour-help](https://example.org) channel at night.',
      [['#harbour-help']],
    ],
    [
      'by what means something is done',
      'For tides, use [Moon Tables](https://example.org).',
      [['Moon Tables']],
    ],
    ['what is ours', 'For the night our preferred network is Harbour Radio.', [['Harbour Radio']]],
    [
      'what a dash goes on to describe',
      'Each port has a berth set - berths that any boat may take. A berth set is small.',
      [['berth set']],
    ],
    [
      'quoted words that are then described',
      'It runs "tide watchers" which act on each change.',
      [['tide watchers']],
    ],
    ['what a sign marks', 'Such boats are marked as "idle hulls" after a year.', [['idle hulls']]],
    [
      'a link that is the subject of a clause',
      'When the wind drops, the [Mooring app](https://example.org) calls the crew.',
      [['Mooring app']],
    ],
    [
      'a link that a dash explains',
      'Boats wait for the [Mooring app](https://example.org) - a list of free berths.',
      [['Mooring app']],
    ],
    [
      'a link to another page of the wiki',
      'The [Mooring app](mooring.md) shows where each boat lies.',
      [['Mooring app']],
    ],
    ['code that is the subject', '`tide_table` lists the hours of high water.', [['tide_table']]],
    ['code with its label', '- `tide_table`: the hours of high water in each port', [['tide_table']]],
    [
      'a function, with and without its brackets',
      '`moor_all()` then ties up each boat.',
      [['moor_all()', 'moor_all']],
    ],
    ['what is called so', 'We keep the hours in a file named `tide-table`.', [['tide-table']]],
    [
      'what we use to do something',
      'We use [Harbour Lights](https://example.org) to guide boats at night.',
      [['Harbour Lights']],
    ],
    [
      'the name beside its kind',
      'Crews look into the `port-maps` repository before they leave.',
      [['port-maps']],
    ],
    ['a plain word in code with its kind', 'Engines run in `idle` mode in port.', [['idle mode']]],
    [
      'what is then described',
      'It calls [TideMaker](https://example.org), which tells the hours.',
      [['TideMaker']],
    ],
    ['a setting', 'Stop it by setting `engine.idle` to `true`.', [['engine.idle']]],
    [
      'a bracket that explains',
      'Two share a boat: the helm (the person who steers and gives orders). Each helm rests at night.',
      [['helm']],
    ],
    [
      'a quoted word that a bracket explains',
      'You get a "hail" (a short call over the radio) at dawn.',
      [['hail']],
    ],
    [
      'what is also called something',
      'We fear Beam Waves, also known as side rollers, in a storm.',
      [['Beam Waves']],
    ],
    ['who is responsible', 'The harbour master is responsible for all moorings.', [['harbour master']]],
    ['a plain word that is said to be something', 'An alert is something that wakes the crew.', [['alert']]],
    [
      'a name that the page keeps writing with a capital',
      'Boats rely on Harbourly at night. Each crew asks Harbourly first, and pilots pay for Harbourly too.\n\nHarbourly keeps a list of free berths.',
      [['Harbourly']],
    ],
    [
      'what lets somebody do something, in a later sentence',
      'Storms come. Tide alarms let crews sleep at night.',
      [['Tide alarms']],
    ],
    [
      'what counts as something',
      'Each leak below deck is considered a "hull emergency".',
      [['hull emergency']],
    ],
  ])('takes %s', (_, statement, names) => {
    expect(namesIn(statement)).toEqual(names);
  });

  it.each([
    ['documents', 'The [sailing documentation](https://example.org) shows where each boat lies.'],
    ['values', 'The flag is `true` where boats lie idle; the `main` branch has it.'],
    ['plain words in code that nothing else tells of', 'The crew typed `harbour` and left.'],
    ['clauses in bold', 'Remember: **the crew uses ropes** is what they say.'],
    ['how something is', '**Damaged** is what most boats are.'],
    ['examples in brackets', 'Take a light rope (e.g. the one that hangs at the door of the shed).'],
    ['examples', 'Take a tool such as [Rope Knife](https://example.org), which cuts lines.'],
    ['numbers of versions', 'The `ceb17aec26` script is of last year.'],
    ['links to what anybody has', 'The code is in a [GitHub repository](https://example.org) of ours.'],
    ['files that every project has', 'See the `README.md` file and the `/etc/hosts` file.'],
    ['what anybody may do or leave', 'The `GET` method is left, and a `TODO` script is there.'],
    ['people', 'Ask [@jane](https://example.org), which is the owner; a friend called Bob Smith came.'],
    ['the last of two plain words in code before what both are', 'See the `deck` and `hull` repositories.'],
    ['the ends of file names', 'All charts are in one `.pdf` file at the harbour.'],
  ])('leaves alone %s', (_, statement) => {
    expect(namesIn(statement)).toEqual([]);
  });

  it('takes a heading whose paragraph says what “this” is, or goes on in a list', () => {
    const { terms } = glossaryOf(
      '# Boats\n\nBoats of many kinds.\n\n## Tide Printer\n\nThis is a box that prints the hours of high water.\n\n## Sail lockers\n\nThe sail locker at the bow:\n\n- holds sails\n- keeps them dry\n',
    );
    expect(terms.map(({ name }) => name)).toEqual(['Boats', 'Tide Printer', 'Sail lockers']);
  });

  it('takes a plain word above a paragraph for a topic, unless that explains it or most headings are explained', () => {
    const topics =
      '# Boats\n\nBoats of many kinds.\n\n## Testing\n\nSailors try a hull in calm water first.\n\n## Reports\n\nhttps://example.org/reports\n\n## Harbour Loans\n\nTODO\n\n## Moorings\n\nA mooring is a place where a boat lies.\n\n## Painting\n\nCrews paint a hull each spring.\n';
    expect(glossaryOf(topics).terms.map(({ name }) => name)).toEqual(['Boats', 'Moorings']);
    const words =
      '# Boats\n\nBoats of many kinds.\n\n## Jib\n\nA small sail.\n\n## Boom\n\nKeeps the sail down.\n\n## Salvage\n\nMoney paid for a boat that was saved.\n\n## Ballast\n\nStones or water that keep a hull upright.\n\n## Haul\n\nPulling with a rope.\n';
    expect(glossaryOf(words).terms.map(({ name }) => name)).toEqual([
      'Boats',
      'Jib',
      'Boom',
      'Salvage',
      'Ballast',
      'Haul',
    ]);
  });

  it('takes the name of a file for a term only where its page explains it', () => {
    const namesOf = (first: string) =>
      glossaryOf(
        `${first}\n\n## Mooring\n\nA mooring is a place where a boat lies.\n`,
        'quay-fee.md',
      ).terms.map(({ name }) => name);
    expect(namesOf('Crews wait here for calm water.')).toEqual(['Mooring']);
    expect(namesOf('A quay fee is what a boat pays for a night.')).toEqual(['quay fee', 'Mooring']);
  });

  it('shows a link to another page as plain text', () => {
    const { terms } = glossaryOf(
      '# Boats\n\nBoats lie at [moorings](mooring.md) of [all kinds](kinds.md).\n',
    );
    expect(terms[0]?.definition?.text).toEqual([
      { text: 'Boats lie at moorings of all kinds.', style: 'plain', href: null },
    ]);
  });

  it('begins a definition where what it goes on with is said', () => {
    const { terms } = glossaryOf(
      '# Boats\n\nBoats of many kinds.\n\n## How we sail\n\nOne crew draws charts. These are kept in the `port-maps` repository.\n',
    );
    const maps = terms.find(({ name }) => name === 'port-maps');
    expect(plain(maps?.definition?.text ?? [])).toBe(
      'One crew draws charts. These are kept in the port-maps repository.',
    );
  });

  it('takes a heading whose paragraph says what this thing does', () => {
    const { terms } = glossaryOf(
      '# Boats\n\nBoats of many kinds.\n\n## Waiting for a pilot\n\nThis column means that a boat may not enter yet.\n\n## Calling a pilot\n\nThis page tells whom to call.\n',
    );
    expect(terms.map(({ name }) => name)).toEqual(['Boats', 'Waiting for a pilot']);
  });

  it('takes the title for what a description below it explains, where a template fills the heading', () => {
    const { terms } = glossaryOf(
      '---\ntitle: Night watch\n---\n\n# <%= current_page.data.title %>\n\n## Feature description\n\nThis feature wakes the crew when a boat drifts.\n',
    );
    expect(terms.map(({ name, definition }) => [name, plain(definition?.text ?? [])])).toEqual([
      ['Night watch', 'This feature wakes the crew when a boat drifts.'],
    ]);
  });

  it('keeps a second sentence that defines, beside the definition', () => {
    const { terms } = glossaryOf(
      '# Sails\n\n## Jib\n\nA jib is a small sail.\n\n## Storms\n\nSails tear in storms.\n\n- A jib is a sail that is taken down first.\n',
    );
    const jib = terms.find(({ name }) => name === 'Jib');
    expect(jib?.facets.map(({ name, points }) => [name, points.map(({ text }) => plain(text))])).toEqual([
      ['Elsewhere', ['A jib is a sail that is taken down first.']],
    ]);
  });
});

describe('rows of a table', () => {
  const rowsOf = (table: string) =>
    glossaryOf(`# Calls\n\nCalls over the radio.\n\n${table}\n`)
      .terms.filter(({ name }) => name !== 'Calls')
      .map(({ name, definition }) => [name, plain(definition?.text ?? [])]);

  it.each([
    [
      'numbered levels',
      '| Call | Heard | Answer |\n| --- | --- | --- |\n| P1 | Mayday | At once |\n| #P2 | Pan-pan | Within minutes |',
      [
        ['P1', 'Heard: Mayday; Answer: At once'],
        ['P2', 'Heard: Pan-pan; Answer: Within minutes'],
      ],
    ],
    [
      'rated levels, with what is rated',
      '| Priority | Answer |\n| --- | --- |\n| High | At once |\n| Low | When the crew is awake |',
      [
        ['High priority', 'At once'],
        ['Low priority', 'When the crew is awake'],
      ],
    ],
    [
      'things with what they are for, whichever column says so',
      '| Role | Paid | Responsibilities |\n| --- | --- | --- |\n| Bosun | yes | Keeps ropes and anchors |\n| Purser | yes | Keeps the money |',
      [
        ['Bosun', 'Keeps ropes and anchors'],
        ['Purser', 'Keeps the money'],
      ],
    ],
    [
      'names beside their use',
      '| Name | Berth | Intended use |\n| --- | --- | --- |\n| Core Basin | 12 | Boats that need repair |\n| Test Basin | 3 | Trials of new hulls |',
      [
        ['Core Basin', 'Boats that need repair'],
        ['Test Basin', 'Trials of new hulls'],
      ],
    ],
    [
      'fields with plain words for names left alone',
      '| Parameter | Type | Description |\n| --- | --- | --- |\n| offset | number | Where to begin |\n| berth_id | text | Which berth is meant |\n| tide_at | time | For which tide |\n| sort | text | In which order |',
      [
        ['berth_id', 'Which berth is meant'],
        ['tide_at', 'For which tide'],
      ],
    ],
    [
      'quarters and versions left alone',
      '| Version | Date |\n| --- | --- |\n| V1 | May |\n| V2 | June |',
      [],
    ],
    ['no measurements', '| Day | Calls |\n| --- | --- |\n| Monday | 12 |\n| Tuesday | 13 |', []],
  ])('are terms where they are %s', (_, table, rows) => {
    expect(rowsOf(table)).toEqual(rows);
  });
});
