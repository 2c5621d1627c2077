import { nameKey } from '../language/normalise.ts';
import { addDefinition, addFacet, type Draft, newDraft, type ParsedPage } from './draft.ts';
import type { Entry } from './entries.ts';
import { facetKind } from './facets.ts';
import { isIndexPage } from './index-page.ts';
import { controlled } from './inline.ts';
import { looksLikeName, type Named, readName, sameName } from './names.ts';
import type { Section } from './outline.ts';
import { usedIn } from './page-text.ts';
import { type At, blockPoints } from './points.ts';
import { readExplicit } from './read-explicit.ts';
import type { ReadPage } from './read-page.ts';
import { readBody } from './read-sections.ts';
import { readCollectedTables, readFurtherRows } from './read-tables.ts';
import { plain, rich } from './rich.ts';
import { laterSentences } from './sentence-terms.ts';
import { definingParagraph, headingsDefine, opensWithName } from './term-evidence.ts';
import { readsAsTerm } from './term-words.ts';
import type { Walk } from './walk.ts';

/**
 * Finds the terms, tables, relations and groups of one page. A page without recognisable terms still gives its
 * title with its first paragraph, or a problem that says what it lacks.
 */
export function parsePage(read: ReadPage, recurring: ReadonlySet<string> = new Set()): ParsedPage {
  const { path, collection, root, facts, entries, faults } = read;
  const { title, line, page, isOfFile } = pageTitle(read);
  const problems = faults.map(fault => ({ page: path, ...fault }));
  const collected = { terms: [], tables: [], relations: [], groups: [], problems };
  const known = headingsOf(root).map(readName);
  const at: At = (line, section) => ({ collection, page: path, section, line, url: facts.url });
  const walk: Walk = {
    path,
    at,
    known,
    recurring,
    listsTerms: isGlossary(title, page),
    headingsDefine: headingsDefine(page),
    isUsed: usedIn(root, at),
    facts: [],
    ...collected,
  };

  const parsed: ParsedPage = {
    title,
    line,
    path,
    collection,
    url: facts.url,
    owner: facts.owner,
    lang: facts.lang,
    subjects: subjectsOf(path, title, facts),
    root,
    walk,
    isProse: !entries,
    ...collected,
  };
  if (facts.terms === 'headings') {
    readExplicit(root, walk);
    return { ...parsed, title: '', subjects: [], isProse: false };
  }
  if (entries) {
    walk.terms.push(...entries.map(entry => entryDraft(entry, walk)));
    return parsed;
  }
  const owner = titleDraft(title, page, line, { walk, aliases: facts.aliases });
  const compound = isIndexPage(path) || isSubject(title, known.slice(1));
  readBody(page, compound ? null : owner, walk);
  readCollectedTables(walk);
  if (!compound && titleIsTerm(owner, walk.terms) && !(isOfFile && !isTitleName(owner)))
    walk.terms.unshift(owner);
  if (walk.terms.length === 0 && owner.definition) walk.terms.push(owner);
  readFurtherRows(walk);
  return parsed;
}

function subjectsOf(path: string, title: string, { tags }: ReadPage['facts']): string[] {
  return [...path.split('/').slice(0, -1), title, ...tags];
}

/** The same name may stand for several things, each of which is an entry. */
function entryDraft({ name, aliases, definition, more, tags, line }: Entry, walk: Walk): Draft {
  const place = walk.at(line, null);
  const named = readName(controlled(name));
  const draft = newDraft(
    { name: named.name, aliases: [...named.aliases, ...aliases.map(controlled)] },
    place,
    'row',
  );
  const point = (text: string) => ({ label: null, text: rich(controlled(text).trim()), place, points: [] });
  if (definition !== '') addDefinition(draft, point(definition));
  for (const { label, text } of more)
    addFacet(draft, {
      name: facetKind(label)?.name ?? controlled(label),
      label: controlled(label),
      points: [point(text)],
      place,
    });
  draft.subjects.push(...tags.map(controlled));
  return draft;
}

function titleDraft(
  title: string,
  page: Section,
  line: number,
  { walk, aliases }: { walk: Walk; aliases: readonly string[] },
): Draft {
  const named = readName(withoutKind(title));
  const owner = newDraft(
    { name: named.name, aliases: [...named.aliases, ...aliases] },
    walk.at(line, page.heading || null),
  );
  const intro = definingParagraph(page, named) ?? page.blocks.find(block => block.kind === 'paragraph');
  if (intro) addDefinition(owner, blockPoints(intro, page.heading, walk.at)[0] ?? null);
  return owner;
}

/** "Clickjacking Cheat Sheet" and "Introduction to Helm" are documents on what they name. */
function withoutKind(title: string): string {
  const bare = title
    .replace(
      /^(?:(?:an )?intro(?:duction)? to|understanding|about|getting started with|(?:a )?(?:short )?guide to)\s+(?:the )?(?=\S)/i,
      '',
    )
    .replace(
      /(?<=\S)[\s:–—-]+(?:cheat ?sheets?|guides?|guidelines|guidance|overview|basics|primer|101|faqs?|handbook|tutorial|explained|introduction|documentation|docs|reference|notes|fundamentals)$/i,
      '',
    );
  return bare === '' ? title : bare;
}

/** The title: from the front matter, else the heading that holds all others, else the file's name. */
function pageTitle({ path, root, facts, frontMatterLine }: ReadPage): {
  title: string;
  line: number;
  page: Section;
  /** Whether the page gives none itself, so that its file's name has to do. */
  isOfFile: boolean;
} {
  const [only] = root.sections;
  if (facts.title !== null) {
    const repeats =
      root.blocks.length === 0 &&
      root.sections.length === 1 &&
      only &&
      sameName(readName(facts.title), readName(only.heading));
    return {
      title: facts.title,
      line: repeats ? only.line : frontMatterLine,
      page: repeats ? only : root,
      isOfFile: false,
    };
  }
  if (root.blocks.length === 0 && root.sections.length === 1 && only && only.heading !== '') {
    return { title: only.heading, line: only.line, page: only, isOfFile: false };
  }
  const name = (path.split('/').at(-1) ?? path).replace(/\.\w+$/, '').replace(/[_-]+/g, ' ');
  return { title: name, line: 1, page: root, isOfFile: true };
}

function headingsOf(section: Section): string[] {
  return [...(section.heading ? [section.heading] : []), ...section.sections.flatMap(headingsOf)];
}

/** Headings from which on one after the other in the order of the alphabet are no accident. */
const FEWEST_IN_ORDER = 6;

/** A page that says so, or whose headings are in the order of the alphabet. */
function isGlossary(title: string, { sections }: Section): boolean {
  const headings = sections.map(({ heading }) => readName(heading).name.toLowerCase());
  const isInOrder = headings.every((heading, at) => at === 0 || (headings[at - 1] ?? '') <= heading);
  return GLOSSARY.test(title) || (headings.length >= FEWEST_IN_ORDER && isInOrder);
}

const GLOSSARY =
  /\b(?:glossary|terminology|vocabulary|definitions|acronyms|abbreviations|terms|jargon|lingo|dictionary|lexicon)\b/i;

/** "Containers, VMs and clusters" or "Glossary" names what the page explains; it is no term itself. */
function isSubject(title: string, sections: readonly Named[]): boolean {
  if (GLOSSARY.test(title) || /\b(?:vs\.?|versus)(?= )/i.test(title)) return true;
  const parts = title.split(/\s*,\s*(?:and\s+)?|\s+and\s+|\s*[&/]\s*/).map(readName);
  return parts.length > 1 && parts.some(part => sections.some(section => sameName(part, section)));
}

/** A file's name is one where the page explains it, or where it reads as one. */
function isTitleName(owner: Draft): boolean {
  const text = plain(owner.definition?.text ?? []);
  return opensWithName(text, owner) || mentionsFirst(text, owner);
}

const ASKS = /^(?:how|why|what|when|where|who)\b/i;

/**
 * A title over several terms is a term itself only if its introduction explains it: names it near its start.
 * "Web attacks" with "Attackers use these …" is a subject.
 */
function titleIsTerm(owner: Draft, terms: readonly Draft[]): boolean {
  if (!owner.definition) return owner.facets.some(facet => facetKind(facet.name)) && looksLikeName(owner);
  if (terms.some(term => sameName(term, owner))) return false;
  const text = plain(owner.definition.text);
  if (opensWithName(text, owner) || mentionsFirst(text, owner)) return true;
  const isAlone = terms.filter(term => term.level === 'section' || term.level === 'row').length < 2;
  return isAlone && !ASKS.test(owner.name) && !/ (?:and|&) /.test(owner.name);
}

/** Whether the first sentence has the name of something that reads as a term. */
function mentionsFirst(text: string, owner: Draft): boolean {
  const first = ` ${nameKey(text.slice(0, laterSentences(text)[0] ?? text.length))} `;
  return (
    readsAsTerm(owner, () => true) &&
    [owner.name, ...owner.aliases].some(name => first.includes(` ${nameKey(name)} `))
  );
}
