import { isFunctionWord } from '../language/function-words.ts';
import { nameKey } from '../language/normalise.ts';
import type { Steps } from '../steps.ts';
import { facetKind } from './facets.ts';
import type { Facet, Mention, Point, Term } from './glossary.ts';
import { readName } from './names.ts';
import { plain } from './rich.ts';

/** Words at most in the name of a tool or product. */
const MOST_WORDS = 4;
const TOOLS = 'Tools and Platforms';

/**
 * Names that a term's page gives without explaining them: the bullets of facets such as Tools and Examples
 * ("Docker, Podman, CRI-O."), and what follows "e.g." or "such as" in brackets anywhere.
 */
export function* findMentions(terms: readonly Term[]): Steps<Mention[]> {
  // Most pages list no tools, and then nobody asks.
  let words: ReadonlySet<string> | null = null;
  const isPlainWord = (name: string) => {
    words ??= wordsInSmallLetters(terms);
    return words.has(name.toLowerCase());
  };
  const found: Mention[] = [];
  for (const term of terms) {
    found.push(...mentionsOf(term, isPlainWord));
    yield;
  }
  return found;
}

function mentionsOf(term: Term, isPlainWord: Manner['isPlainWord']): Mention[] {
  const seen = new Set([term.name, ...term.aliases].map(nameKey));
  return term.facets.flatMap(facet =>
    namesOf(facet.points, { naming: namingIn(facet), isPlainWord }).flatMap(({ name, point }): Mention[] => {
      const key = nameKey(name);
      if (key === '' || seen.has(key)) return [];
      // "Secure" in a list of cookie flags: whoever types "secure" means the plain word.
      const isPlain = facet.name !== TOOLS && /^\p{Lu}\p{Ll}+$/u.test(name) && isPlainWord(name);
      if (isPlain) return [];
      seen.add(key);
      return [{ name, term, facet, point }];
    }),
  );
}

type Naming = 'sentences' | 'lists' | 'brackets';

/** Where names are looked for: a list of tools names them in sentences too, examples only in plain lists. */
function namingIn(facet: Facet): Naming {
  if (facet.name === TOOLS) return 'sentences';
  return facetKind(facet.name)?.holds === 'names' ? 'lists' : 'brackets';
}

interface Manner {
  readonly naming: Naming;
  /** Whether the wiki writes a word in small letters, too: at the start of a sentence it is no name. */
  readonly isPlainWord: (name: string) => boolean;
}

function namesOf(
  points: Facet['points'],
  manner: Manner,
  above: string | null = null,
): { name: string; point: Point }[] {
  return points.flatMap(point => {
    const text = plain(point.text);
    const line = text === '' && point.points.length === 0 ? (point.label ?? '') : text;
    const inLine = namesInLine(line, manner);
    const here = [...inLine, ...bracketNames(text)].map(name => ({
      name,
      point: { ...point, label: point.label ?? above },
    }));
    return [...here, ...namesOf(point.points, manner, point.label)];
  });
}

function namesInLine(line: string, { naming, isPlainWord }: Manner): string[] {
  if (naming === 'brackets') return [];
  if (naming === 'sentences') return listedNames(line) ?? capitalised(line);
  const listed = listedNames(line) ?? leading(line);
  const [first, ...others] = subjects(line, isPlainWord);
  // "Cowrie imitates SSH" is a sentence about Cowrie, though its words would do for a name.
  const isSentence = first !== undefined && (listed[0]?.startsWith(`${first} `) ?? true);
  return isSentence && /^ \p{Ll}/u.test(line.slice(first.length)) ? [first, ...others] : listed;
}

/** "VMware ESXi, Microsoft Hyper-V, KVM and Xen." gives four names; a sentence gives null. */
function listedNames(text: string): string[] | null {
  const parts = splitList(withoutBrackets(text).replace(/\.\s*$/, ''));
  const named = parts.filter(isName);
  if (named.length === parts.length) return named;
  const isShort = parts.every(part => part !== '' && part.split(/\s+/).length <= MOST_WORDS);
  return isShort && named.length * 2 >= parts.length ? parts : null;
}

/** The names before a list's last part turns into prose: "Gitleaks, TruffleHog, and the scanner built into GitHub". */
function leading(text: string): string[] {
  const parts = splitList(withoutBrackets(text).replace(/\.\s*$/, ''));
  const end = parts.findIndex(part => !isName(part));
  return end >= 2 ? parts.slice(0, end) : [];
}

/** The names that a sentence on an example begins with: "Snort and Suricata inspect …", "Cowrie imitates …". */
function subjects(text: string, isPlainWord: Manner['isPlainWord']): string[] {
  const first =
    /^\p{Lu}[\p{L}\p{N}-]+(?:(?:, | and |, and )\p{Lu}[\p{L}\p{N}-]+)*(?= \p{Ll})/u.exec(text)?.[0] ?? '';
  return splitList(first).filter(
    name => isName(name) && !isPlainWord(name) && !isFunctionWord(name.toLowerCase()),
  );
}

function wordsInSmallLetters(terms: readonly Term[]): Set<string> {
  const found = new Set<string>();
  const read = (points: readonly Point[]) => {
    for (const { text, points: below } of points) {
      for (const [word] of plain(text).matchAll(/(?<![\p{L}-])\p{Ll}[\p{L}-]*/gu)) found.add(word);
      read(below);
    }
  };
  for (const { definition, facets } of terms)
    read([...(definition ? [definition] : []), ...facets.flatMap(({ points }) => points)]);
  return found;
}

/** The capitalised words of "Docker and Podman for general use, and CRI-O for Kubernetes". */
function capitalised(text: string): string[] {
  const found = withoutBrackets(text).match(
    /(?<![\p{L}\p{N}'’-])\p{Lu}[\p{L}\p{N}.'’-]*(?:\s+(?:\p{Lu}[\p{L}\p{N}.'’-]*|\d[\w.]*))*/gu,
  );
  return (found ?? [])
    .map(name => name.replace(/[.'’-]+$/, ''))
    .filter(name => isName(name) && !isFunctionWord(name.toLowerCase()));
}

/** What follows "e.g." or "such as" in brackets: "(e.g., AWS Lambda, Azure Functions)". */
function bracketNames(text: string): string[] {
  if (!text.includes('(')) return [];
  const lists = [...text.matchAll(/\((?:e\.g\.,?|for example,?|such as|like|including)\s+([^()]+)\)/gi)];
  return lists.flatMap(match => splitList(match[1] ?? '')).filter(isName);
}

function withoutBrackets(text: string): string {
  return text.replace(/\([^)]*\)/g, '');
}

function splitList(text: string): string[] {
  return text.split(/\s*[,;]\s*(?:and\s+|or\s+)?|\s+(?:and|or)\s+/).map(part => part.trim());
}

function isName(text: string): boolean {
  const { name } = readName(text);
  return (
    name.length >= 2 &&
    name.split(/\s+/).length <= MOST_WORDS &&
    /^[\p{Lu}\p{N}]|^\p{Ll}+\p{Lu}|^[a-z0-9]+[-._][a-z0-9]+$/u.test(name) &&
    !/[.!?]$/.test(name)
  );
}
