import { direction } from '../glossary/comparisons.ts';
import { FACETS, facetKind } from '../glossary/facets.ts';
import type { Glossary, PageFile, Problem, Term } from '../glossary/glossary.ts';
import { isIndexPage } from '../glossary/index-page.ts';
import { readName } from '../glossary/names.ts';
import type { Section } from '../glossary/outline.ts';
import type { ReadPage } from '../glossary/read-page.ts';
import { plain } from '../glossary/rich.ts';
import { definitionRows, isFactTable } from '../glossary/tables.ts';
import { capitalised } from '../language/capitalised.ts';
import { editDistance } from '../language/distance.ts';
import { addTo } from '../language/multi-map.ts';
import { nameKey } from '../language/normalise.ts';
import type { Finding } from './finding.ts';
import { checkMarkdown } from './markdown.ts';

/** What a folder was read as. */
export interface Checked {
  readonly files: readonly PageFile[];
  readonly pages: readonly ReadPage[];
  /** What could not be read. */
  readonly problems: readonly Problem[];
  readonly glossary: Glossary;
}

/** Everything that is wrong with some pages, by page and line. */
export function check({ files, pages, problems, glossary }: Checked): Finding[] {
  const empty = new Set(
    files
      .filter(
        ({ path, text }) => text.replace(/^---\n[\s\S]*?\n---\n?/, '').trim() === '' && !isIndexPage(path),
      )
      .map(({ path }) => path),
  );
  const names = new Set(glossary.terms.flatMap(({ name, aliases }) => [name, ...aliases]).map(nameKey));
  const found = [
    ...[...empty].map(emptyPage),
    ...[...problems, ...glossary.problems.filter(({ page }) => !empty.has(page))].map(unreadable),
    ...checkTerms(glossary.terms),
    ...sharedAliases(glossary.terms),
    ...pages.flatMap(page => [
      ...withoutTerms(page, glossary),
      ...sectionsOf(page.root).flatMap(section => [
        ...unclearTables(section, page.path, names),
        ...nearFacet(section, page.path, names),
      ]),
    ]),
    ...checkMarkdown(files),
  ];
  const seen = new Set<string>();
  const distinct = found.filter(({ page, line, message }) => {
    const key = `${page}:${line}:${message}`;
    return !seen.has(key) && seen.add(key);
  });
  return distinct.sort((a, b) => compare(a.page, b.page) || a.line - b.line);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function emptyPage(page: string): Finding {
  const message = 'The page is empty. Write what its title means, or delete it.';
  return { page, line: 1, severity: 'warning', rule: 'empty-page', message };
}

function unreadable({ page, line, message, kind }: Problem): Finding {
  return { page, line, severity: kind ? 'warning' : 'error', rule: kind ?? 'unreadable', message };
}

/** Words from which on a definition says more than what the term is. */
const MOST_WORDS = 120;

function checkTerms(terms: readonly Term[]): Finding[] {
  return terms.flatMap(({ name, definition, facets, place }): Finding[] => {
    const at = { page: place.page, line: place.line, severity: 'warning' } as const;
    if (definition === null) {
      const has = facets.length > 0 ? '; it is answered with what else stands there' : '';
      const message = `"${name}" has no definition${has}. Write a sentence below it that says what it is.`;
      return [{ ...at, rule: 'no-definition', message }];
    }
    const count = plain(definition.text).split(/\s+/).length;
    if (count <= MOST_WORDS) return [];
    const message = `The definition of "${name}" has ${count} words. Say what it is in the first two sentences, and move the rest into a paragraph or bullets below.`;
    return [{ ...at, line: definition.place.line, rule: 'long-definition', message }];
  });
}

/**
 * An alias of two terms is answered with both: right for an abbreviation with two meanings, and else a slip. Where one's
 * name is the other's alias, they are one thing under two names.
 */
function sharedAliases(terms: readonly Term[]): Finding[] {
  const claims = new Map<string, Term[]>();
  for (const term of terms)
    for (const key of new Set([term.name, ...term.aliases].map(nameKey))) addTo(claims, key, term);
  const told = new Set<string>();
  return [...claims].flatMap(([key, [first, ...others]]) => {
    const rival = others.find(({ name }) => nameKey(name) !== nameKey(first?.name ?? ''));
    const pair = `${first?.name}\0${rival?.name}`;
    if (!first || !rival || told.has(pair)) return [];
    told.add(pair);
    const where = `"${first.name}" in ${first.place.page}:${first.place.line}`;
    const alias = [...rival.aliases, rival.name].find(one => nameKey(one) === key) ?? rival.name;
    const isOne = [first.name, rival.name].some(name => nameKey(name) === key);
    const message = isOne
      ? `"${rival.name}" here and ${where} seem to be one thing, as both are called "${alias}". Give them the same name.`
      : `"${alias}" stands for "${rival.name}" here and for ${where}; both are answered. Take it from one of them if it has only one meaning.`;
    const { page, line } = rival.place;
    return [{ page, line, severity: 'warning', rule: 'shared-alias', message } as const];
  });
}

function withoutTerms({ path, entries }: ReadPage, { terms, problems }: Glossary): Finding[] {
  const isTold = problems.some(({ page }) => page === path);
  if (isTold || isIndexPage(path) || terms.some(({ place }) => place.page === path)) return [];
  const message = entries
    ? 'Nothing in this file is a term. Below the names of its columns or keys, give each term and its definition.'
    : 'Nothing on this page is a term. Give each term a heading, and a sentence below it that says what it is.';
  return [{ page: path, line: 1, severity: 'warning', rule: 'no-terms', message }];
}

/** Tables that compare by their title or their corner, though no term is named in them. `names` are keys. */
function unclearTables({ heading, blocks }: Section, page: string, names: ReadonlySet<string>): Finding[] {
  if (!COMPARES.test(heading)) return [];
  const isTerm = (text: string) => {
    const { name, aliases } = readName(text);
    return [name, ...aliases].some(one => names.has(nameKey(one)));
  };
  return blocks.flatMap((block): Finding[] => {
    if (block.kind !== 'table') return [];
    const header = block.header.map(cell => plain(cell).trim());
    if (definitionRows(block) || isFactTable(header) || direction(block, isTerm) !== null) return [];
    const message = `None of this table's columns (${header.slice(1).join(', ')}) and rows is a term, so that it compares nothing. Name them as the terms are called.`;
    return [{ page, line: block.line, severity: 'warning', rule: 'unclear-table', message }];
  });
}

const COMPARES = /\b(?:comparison|compared|vs\.?|versus|differences?)\b/i;

/** Letters at least in a heading that may be a misspelt facet. */
const SHORTEST_HEADING = 6;

/** "Advatages" is no side that anybody can ask for. */
function nearFacet({ heading, line }: Section, page: string, names: ReadonlySet<string>): Finding[] {
  const { name } = readName(heading);
  const key = nameKey(name);
  if (key.length < SHORTEST_HEADING || facetKind(name) || names.has(key)) return [];
  const meant = FACETS.flatMap(kind => [kind.name, ...kind.headings]).find(known => {
    const other = nameKey(known);
    return other.slice(0, 3) === key.slice(0, 3) && editDistance(key, other, 1) <= 1 && !isPlural(key, other);
  });
  if (meant === undefined) return [];
  const message = `The heading "${name}" is nearly "${capitalised(meant)}", and is not taken for it. Write it so, if it is meant.`;
  return [{ page, line, severity: 'warning', rule: 'near-facet', message }];
}

function isPlural(a: string, b: string): boolean {
  return `${a}s` === b || `${b}s` === a;
}

function sectionsOf(section: Section): Section[] {
  return [section, ...section.sections.flatMap(sectionsOf)];
}
