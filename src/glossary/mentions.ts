import { nameKey } from '../language/normalise.ts';
import { isFunctionWord } from '../language/vocabulary.ts';
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
export function findMentions(terms: readonly Term[]): Mention[] {
  return terms.flatMap(term => {
    const seen = new Set([term.name, ...term.aliases].map(nameKey));
    return term.facets.flatMap(facet =>
      namesOf(facet.points, namingIn(facet)).flatMap(({ name, point }): Mention[] => {
        const key = nameKey(name);
        if (key === '' || seen.has(key)) return [];
        seen.add(key);
        return [{ name, term, facet, point }];
      }),
    );
  });
}

type Naming = 'sentences' | 'lists' | 'brackets';

/** Where names are looked for: a list of tools names them in sentences too, examples only in plain lists. */
function namingIn(facet: Facet): Naming {
  if (facet.name === TOOLS) return 'sentences';
  return facetKind(facet.name)?.holds === 'names' ? 'lists' : 'brackets';
}

function namesOf(
  points: Facet['points'],
  naming: Naming,
  above: string | null = null,
): { name: string; point: Point }[] {
  return points.flatMap(point => {
    const text = plain(point.text);
    const line = text === '' && point.points.length === 0 ? (point.label ?? '') : text;
    const inLine =
      naming === 'brackets'
        ? []
        : (listedNames(line) ?? (naming === 'sentences' ? capitalised(line) : leading(line)));
    const here = [...inLine, ...bracketNames(text)].map(name => ({
      name,
      point: { ...point, label: point.label ?? above },
    }));
    return [...here, ...namesOf(point.points, naming, point.label)];
  });
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
