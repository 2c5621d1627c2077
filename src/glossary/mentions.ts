import { nameKey } from '../language/normalise.ts';
import { facetKind } from './facets.ts';
import type { Facet, Mention, Point, Term } from './glossary.ts';
import { readName } from './names.ts';
import { plain } from './rich.ts';

/** Words at most in the name of a tool or product. */
const MOST_WORDS = 4;

/**
 * Names that a term's page gives without explaining them: the bullets of facets such as Tools and Examples
 * ("Docker, Podman, CRI-O."), and what follows "e.g." or "such as" in brackets anywhere.
 */
export function findMentions(terms: readonly Term[]): Mention[] {
  return terms.flatMap(term => {
    const seen = new Set([term.name, ...term.aliases].map(nameKey));
    return term.facets.flatMap(facet =>
      namesOf(facet.points, facetKind(facet.name)?.holds === 'names').flatMap(
        ({ name, point }): Mention[] => {
          const key = nameKey(name);
          if (key === '' || seen.has(key)) return [];
          seen.add(key);
          return [{ name, term, facet, point }];
        },
      ),
    );
  });
}

function namesOf(points: Facet['points'], listed: boolean): { name: string; point: Point }[] {
  return points.flatMap(point => {
    const text = plain(point.text);
    const naming = text === '' && point.points.length === 0 ? (point.label ?? '') : text;
    const here = listed ? [...listedNames(naming), ...exampleNames(text)] : exampleNames(text);
    return [...here.map(name => ({ name, point })), ...namesOf(point.points, listed)];
  });
}

/**
 * "VMware ESXi, Microsoft Hyper-V, KVM and Xen." gives four names. Of a sentence, the capitalised words give names:
 * "Docker and Podman for general use, and CRI-O for Kubernetes".
 */
function listedNames(text: string): string[] {
  const bare = text.replace(/\([^)]*\)/g, '').replace(/\.\s*$/, '');
  const parts = bare.split(/\s*[,;]\s*(?:and\s+|or\s+)?|\s+(?:and|or)\s+/).map(part => part.trim());
  if (parts.every(isName)) return parts;
  const capitalised =
    bare.match(/(?<![\p{L}\p{N}-])\p{Lu}[\p{L}\p{N}.-]*(?:\s+(?:\p{Lu}[\p{L}\p{N}.-]*|\d[\w.]*))*/gu) ?? [];
  return capitalised.filter(
    name =>
      isName(name) &&
      !/^(?:an?|the|it|its|this|these|many|most|some|one|for|in|on|each|every|use|tools?)$/i.test(name),
  );
}

function exampleNames(text: string): string[] {
  const lists = [...text.matchAll(/\((?:e\.g\.,?|for example,?|such as|like|including)\s+([^()]+)\)/gi)];
  return lists
    .flatMap(match => (match[1] ?? '').split(/\s*[,;]\s*(?:and\s+|or\s+)?|\s+(?:and|or)\s+/))
    .map(part => part.trim())
    .filter(isName);
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
