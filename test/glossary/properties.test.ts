import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Glossary, Place, Point } from '../../src/glossary/glossary.ts';
import { plain } from '../../src/glossary/rich.ts';
import { glossaryOf } from '../fixtures/load.ts';

/** Lines that Markdown gives a meaning to, in any order and number, with any text between. */
const line = fc.oneof(
  fc.constantFrom(
    '# Title',
    '## 1. Term (TRM)',
    '### What Is Term?',
    '- Definition: it is.',
    '  - **Bold**: text',
    '- **Label**',
    '| A | B |',
    '| --- | --- |',
    '| Term | x |',
    '---',
    'title: x',
    '> quote',
    '```',
    '1. One:',
    '\t- tab',
    '**unclosed',
    '[link](',
    '[[a|b]]',
    '<b>',
    '* * *',
    '## Comparison: A vs B',
    '## Summary',
    '',
  ),
  fc.string({ maxLength: 40 }),
  fc.string({ unit: 'binary', maxLength: 20 }),
);
const markdown = fc.array(line, { maxLength: 40 }).map(lines => lines.join('\n'));

function places(glossary: Glossary): Place[] {
  const ofPoint = (point: Point): Place[] => [point.place, ...point.points.flatMap(ofPoint)];
  return [
    ...glossary.terms.flatMap(term => [
      term.place,
      ...(term.definition ? ofPoint(term.definition) : []),
      ...term.facets.flatMap(facet => [facet.place, ...facet.points.flatMap(ofPoint)]),
    ]),
    ...glossary.comparisons.flatMap(table => [table.place, ...table.rows.map(row => row.place)]),
    ...glossary.relations.flatMap(relation => [relation.place, ...relation.points.flatMap(ofPoint)]),
    ...glossary.groups.map(group => group.place),
  ];
}

describe('any Markdown', () => {
  it('is read without an exception, with every line inside the file', () => {
    fc.assert(
      fc.property(markdown, text => {
        const glossary = glossaryOf(text);
        const last = text.split(/\r\n|\r|\n/).length;
        for (const { line: at } of places(glossary)) expect(at >= 1 && at <= last).toBe(true);
        for (const problem of glossary.problems) expect(problem.line >= 1 && problem.line <= last).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('gives definitions whose words stand in the page', () => {
    fc.assert(
      fc.property(fc.lorem({ maxCount: 12 }), words => {
        const { terms } = glossaryOf(`# Page\n\n## Thing\n\n${words}.\n`);
        for (const term of terms) expect(plain(term.definition?.text ?? [])).toBe(`${words}.`);
      }),
    );
  });
});
