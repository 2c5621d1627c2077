import { describe, expect, it } from 'vitest';
import { markdownTable } from '../../../adapters/web/compare/markdown-table.ts';
import { runsOf } from '../../../adapters/web/compare/runs.ts';
import { compareSides } from '../../../adapters/web/compare/sides.ts';
import { plain, rich } from '../../../src/glossary/rich.ts';
import { botOf } from '../slack/program.ts';

const { glossary } = botOf(`# Queues

## Kafka
Kafka is a log of events.

### Advantages
- It keeps what was read.

### Costs
- It needs *many* machines.

## RabbitMQ
RabbitMQ is a broker of messages.

### Advantages
- It routes.

## Comparison

| | Kafka | RabbitMQ |
| --- | --- | --- |
| Order | order kept in a partition | order kept in a queue |
| Licence | open | open |
| Replay | yes \\| always | – |
`);
const terms = ['Kafka', 'RabbitMQ'].map(name => {
  const term = glossary.terms.find(one => one.name === name);
  if (term === undefined) throw new Error(`${name} is no term`);
  return term;
});
const sides = compareSides(terms, glossary);

describe('compareSides()', () => {
  it('shows definitions, the rows of the wiki’s table, then the facets that all have', () => {
    expect(sides.map(({ label }) => label)).toEqual([
      'Definition',
      'Order',
      'Licence',
      'Replay',
      'Advantages',
    ]);
  });

  it('tells what is the same, what differs, and what the wiki does not say of all', () => {
    expect(sides.map(({ label, verdict }) => [label, verdict])).toEqual([
      ['Definition', 'differs'],
      ['Order', 'differs'],
      ['Licence', 'same'],
      ['Replay', 'partly'],
      ['Advantages', 'differs'],
    ]);
  });

  it('gives the statements of a facet one by one', () => {
    expect(sides.at(-1)?.cells.map(cell => cell?.kind === 'points' && cell.points.length)).toEqual([1, 1]);
  });
});

describe('runsOf()', () => {
  const marked = (text: string, ...others: readonly string[]) =>
    runsOf(rich(text), others.map(rich))
      .map(run => (run.isOwn ? `[${plain(run.text)}]` : plain(run.text)))
      .join('');

  it.each([
    ['It stores events on disk', ['It stores events in memory'], 'It stores events on [disk]'],
    ['Open core', ['Open source'], 'Open core'],
    ['Low', ['High'], 'Low'],
    ['the same words', ['words the same'], 'the same words'],
    ['', ['a'], ''],
  ])('"%s" beside %j: "%s"', (text, others, shown) => {
    expect(marked(text, ...others)).toBe(shown);
  });

  it('marks nothing in cells that are not much alike', () => {
    expect(marked('A broker of messages', 'A log of events')).toBe('A broker of messages');
  });
});

describe('markdownTable()', () => {
  it('is a table that keeps what would end a cell', () => {
    expect(
      markdownTable(
        terms,
        sides.filter(({ label }) => label === 'Replay'),
      ),
    ).toBe('| Aspect | Kafka | RabbitMQ |\n| - | - | - |\n| Replay | yes \\| always | |\n');
  });
});
