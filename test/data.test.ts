import { beforeAll, describe, expect, it } from 'vitest';
import type { Glossary } from '../src/glossary/glossary.ts';
import { plain } from '../src/glossary/rich.ts';
import { loadFolder } from './fixtures/load.ts';

let glossary: Glossary;
beforeAll(async () => {
  glossary = await loadFolder('data');
});

describe('the bundled glossary', () => {
  it('has at least 12 pages and 60 terms, and no problem', () => {
    expect(glossary.pages).toBeGreaterThanOrEqual(12);
    expect(glossary.terms.length).toBeGreaterThanOrEqual(60);
    expect(glossary.problems).toEqual([]);
  });

  it('defines every term in at most 300 characters', () => {
    for (const { name, definition } of glossary.terms) {
      const text = plain(definition?.text ?? []);
      expect(text.length, name).toBeGreaterThan(20);
      expect(text.length, name).toBeLessThanOrEqual(300);
    }
  });

  it('has containers, VMs and clusters with seven sides each and the comparison of six aspects', () => {
    const sides = [
      'Key Features',
      'Characteristics',
      'Tools and Platforms',
      'Use Cases',
      'Advantages',
      'Challenges',
    ];
    for (const name of ['Containers', 'Virtual Machines', 'Clusters']) {
      const term = glossary.terms.find(candidate => candidate.name === name);
      expect(term?.definition, name).not.toBeNull();
      expect(
        term?.facets.map(facet => facet.name),
        name,
      ).toEqual(expect.arrayContaining(sides));
    }
    const table = glossary.comparisons.find(({ subjects }) =>
      subjects.some(({ name }) => name === 'Clusters'),
    );
    expect(table?.rows.map(({ label }) => label)).toEqual([
      'Isolation',
      'Startup Time',
      'Resource Usage',
      'Use Cases',
      'Security',
      'Management',
    ]);
    expect(table?.rows.every(({ cells }) => cells.every(cell => plain(cell) !== ''))).toBe(true);
  });

  it('compares on most pages', () => {
    const pages = new Set(glossary.comparisons.map(({ place }) => place.page));
    expect(pages.size).toBeGreaterThan(glossary.pages / 2);
  });

  it('names one thing once on a page', () => {
    const seen = glossary.terms.map(({ name, place }) => `${place.page}: ${name}`);
    expect(new Set(seen).size).toBe(seen.length);
  });
});
