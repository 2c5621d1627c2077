import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { NameIndex } from '../../src/language/name-index.ts';
import { glossaryOf, loadFolder } from '../fixtures/load.ts';

let index: NameIndex;
beforeAll(async () => {
  index = new NameIndex(await loadFolder('test/fixtures/wiki'));
});

describe('NameIndex.find()', () => {
  it.each([
    ['Topics', 'exact', ['Topics']],
    ['topic', 'normalised', ['Topics']],
    ['MESSAGE-QUEUES', 'normalised', ['Message Queues']],
    ['round trip time', 'normalised', ['Round-Trip Time']],
    ['rtt', 'alias', ['Round-Trip Time']],
    ['MQ', 'alias', ['Message Queues']],
    ['rabbitmq', 'mention', ['Message Queues']],
  ])('finds %j: %s', (text, via, names) => {
    const match = index.find(text);
    expect(match?.via).toBe(via);
    expect(match?.terms.map(({ name }) => name)).toEqual(names);
  });

  it.each(['', ' ', '?', 'constructor', '__proto__', 'toString', 'hasOwnProperty', 'kafka', 'RTTT'])(
    'finds nothing for %j',
    text => {
      expect(index.find(text)).toBeNull();
    },
  );

  it('finds a name by its words in another order or form', () => {
    const ships = new NameIndex(
      glossaryOf(
        '# Ships\n\n## Anchor Rotation\n\nAnchors take turns.\n\n## Harbour Security\n\nGuards.\n\n## Harbour\n\nA place.\n\n## Ground Anchor\n\nA hook.\n\n## Sea Anchor\n\nA bag.\n',
      ),
    );
    const reworded = (text: string, mayInflect: boolean) =>
      ships.parts.reworded(text, { mayInflect })?.name ?? null;
    expect(reworded('rotating anchors', false)).toBe('Anchor Rotation');
    expect(reworded('anchors rotated', true)).toBe('Anchor Rotation');
    expect(reworded('harbour secure', false)).toBeNull();
    expect(reworded('anchor', true)).toBeNull();
    expect(ships.parts.partial('ground')?.name).toBe('Ground Anchor');
    expect(ships.parts.partial('anchor')).toBeNull();
    expect([...ships.parts.remainders('sea')]).toEqual(['anchor']);
    expect([
      ships.parts.isKind('anchors'),
      ships.parts.isKind('security'),
      ships.parts.isKind('harbour'),
    ]).toEqual([true, false, false]);
  });

  it('finds a name without its article, and without the word that joins its parts', () => {
    const leaks = new NameIndex(
      glossaryOf(
        '# Leaks\n\n## The Bilge Flood\n\nA bilge flood is water below deck.\n\n## Wet or Damp Hull\n\nA wet or damp hull is one with water in its wood.\n',
      ),
    );
    expect(leaks.find('bilge flood')?.name).toBe('The Bilge Flood');
    expect(leaks.find('wet/damp hull')?.name).toBe('Wet or Damp Hull');
  });

  it('gives every meaning of a name', () => {
    const two = new NameIndex(
      glossaryOf(
        '# Words\n\n## MAC\n\nAn address of a network card.\n\n## Message Authentication Code (MAC)\n\nA tag.\n',
      ),
    );
    expect(two.find('mac')?.terms.map(({ name }) => name)).toEqual(['MAC', 'Message Authentication Code']);
    expect(two.find('message authentication code')?.terms).toHaveLength(1);
  });

  it('does not take one abbreviation for another', () => {
    const ids = new NameIndex(glossaryOf('# Words\n\n## Intrusion Detection System (IDS)\n\nIt watches.\n'));
    expect(ids.find('ids')?.via).toBe('alias');
    expect(ids.find('id')).toBeNull();
  });
});

describe('NameIndex.correct()', () => {
  it.each([
    ['tpoics', 'Topics'],
    ['mesage queue', 'Message Queues'],
    ['backpresure', 'Backpressure'],
    ['idempotenzy', 'Idempotency'],
  ])('corrects %j to %j', (text, name) => {
    expect(index.correct(text)).toMatchObject({ via: 'fuzzy', name });
  });

  it.each(['rtx', 'mqx', 'MQS2', 'topographer', 'zzzzzz', ''])('leaves %j alone', text => {
    expect(index.correct(text)).toBeNull();
  });

  it('does not take one abbreviation for another, but offers it', () => {
    const acronyms = new NameIndex(
      glossaryOf('# Words\n\n## CORBA\n\nIt calls.\n\n## SCAMPI\n\nIt appraises.\n'),
    );
    for (const [text, name] of [
      ['IORBA', 'CORBA'],
      ['corbaa', 'CORBA'],
      ['SCAMP', 'SCAMPI'],
    ] as const) {
      expect(acronyms.correct(text)).toBeNull();
      expect(acronyms.nearest(text, 3).map(near => near.name)).toContain(name);
    }
  });

  it('never throws and never gives a prototype member, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('__proto__', 'constructor', 'valueOf')),
        text => {
          for (const match of [index.find(text), index.correct(text)]) {
            for (const term of match?.terms ?? []) expect(typeof term.name).toBe('string');
          }
          for (const near of index.nearest(text, 5)) expect(near.similarity).toBeLessThanOrEqual(1);
        },
      ),
    );
  });
});

describe('NameIndex.nearest()', () => {
  it('offers short names that are one edit away', () => {
    expect(index.nearest('rtx', 3).map(({ name }) => name)).toContain('RTT');
    expect(index.nearest('DQL', 3).map(({ name }) => name)).toContain('DLQ');
  });
});

describe('NameIndex.complete()', () => {
  it('puts names that start with the text before those that have such a word', () => {
    expect(index.complete('t', 3)).toEqual(['Topics', 'Round-Trip Time']);
    expect(index.complete('mess', 3)).toEqual(['Message Queues']);
  });

  it('completes what a term is also called to its name, an exact one first', () => {
    expect(index.complete('rtt', 3)).toEqual(['Round-Trip Time']);
    expect(index.complete('r', 9)).toContain('Round-Trip Time');
  });
});
