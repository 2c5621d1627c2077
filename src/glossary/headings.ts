import { nameKey } from '../language/normalise.ts';
import type { Draft } from './draft.ts';
import { type FacetKind, facetKind } from './facets.ts';
import { type Named, readName, sameName, stripNumbering } from './names.ts';

/** A heading read as one side of a term. `kind` is null when the words are the page's own. */
export interface FacetHeading {
  readonly term: Draft;
  readonly kind: FacetKind | null;
  readonly label: string;
}

/** "a. What Are Containers?" gives "Containers"; "What is it?" gives ""; any other heading null. */
export function whatIs(heading: string): string | null {
  const bare = stripNumbering(heading);
  const match =
    /^what(?:['’]s|\s+(?:is|are))\s+(?:an?\s+|the\s+)?(.+?)\s*\??\s*:?$/i.exec(bare) ??
    /^what\s+(?:does|do)\s+(?:an?\s+|the\s+)?(.+?)\s+(?:mean|stand\s+for)\s*\??$/i.exec(bare);
  const asked = match?.[1]?.replace(/^["“'‘](.*)["”'’]$/, '$1');
  if (!asked || ASKS_ELSE.test(asked)) return null;
  return /^(it|this|that|they|these)$/i.test(asked) ? '' : asked;
}

/** "What is SQL used for?", "What is the cost?", "What's the difference between …" ask for something else. */
const ASKS_ELSE =
  /^(?:differences?|costs?|price|point|purpose|status|plan|address|process|best|next|new|our|your|my|included|wrong|going)\b|\b(?:used|good|meant|needed|responsible|made|like|about|called|for|of|in|to|with|on|different|important|new|next)$/i;

/**
 * "Advantages", "Benefits of MAC", "SIEM Use Cases", "How ASLR works" and "Enhanced ASLR" are sides of a term:
 * of the one they name, else of `owner`. Null when the heading is neither a known facet nor names a term.
 */
export function headingFacet(
  heading: string,
  owner: Draft | null,
  terms: readonly Draft[],
): FacetHeading | null {
  const direct = facetKind(heading);
  if (direct) return owner && { term: owner, kind: direct, label: heading };
  const about = leadingKind(heading);
  const candidates = owner ? [owner, ...terms.filter(term => term !== owner)] : terms;
  const key = ` ${nameKey(heading)} `;
  for (const term of candidates) {
    for (const name of [term.name, ...term.aliases].map(nameKey)) {
      if (name === '' || !key.includes(` ${name} `) || key.trim() === name) continue;
      const rest = key.replace(` ${name} `, ' ').trim();
      const kind = facetKind(
        rest.replace(
          /^(?:(?:of|for|in|to|with|and|the|an?|s) )+|(?: (?:of|for|in|to|with|and|the|an?|s))+$/g,
          '',
        ),
      );
      if (kind) return { term, kind, label: heading };
      if (term === owner) return { term, kind: about, label: heading };
    }
  }
  return owner && about && { term: owner, kind: about, label: heading };
}

/** The facet that a heading names or is about, whichever term it is of; null where it is the page's own. */
export function headingKind(heading: string): FacetKind | null {
  return facetKind(heading) ?? leadingKind(heading);
}

/**
 * The facet that a longer heading is about, by its first or last words: "Challenges in encrypting firmware",
 * "Detection challenges", "Why it is dangerous".
 */
function leadingKind(heading: string): FacetKind | null {
  const question = QUESTION_FACETS.find(([pattern]) => pattern.test(heading));
  if (question) return facetKind(question[1]);
  const words = heading.split(/\s+/);
  for (let count = Math.min(3, words.length - 1); count > 0; count -= 1) {
    const next = words[count] ?? '';
    const kind = /^(of|in|for|to|with|when|and|against|from|on)$/i.test(next)
      ? facetKind(words.slice(0, count).join(' '))
      : null;
    if (kind) return kind;
    const last = facetKind(words.slice(-count).join(' '));
    if (last && CLOSING_FACETS.has(last.name)) return last;
  }
  return null;
}

const QUESTION_FACETS: readonly (readonly [RegExp, string])[] = [
  [/^(why|importance of)\b/i, 'Purpose'],
  [/^how\b.*\b(?:works?|working|functions?|operates?)\b/i, 'How It Works'],
  [/^when\b/i, 'Use Cases'],
];

/** Facets whose name at a heading's end still names them; "modes of operation" is not about how it works. */
const CLOSING_FACETS = new Set(['Advantages', 'Challenges', 'Use Cases', 'Best Practices', 'Key Features']);

/** Returns the heading when it joins two names that the page explains, as "Containers in Clusters" does. */
export function joinsNames(heading: string, known: readonly Named[]): string | null {
  const { name } = readName(heading);
  const parts = name.split(/\s+(?:in|on|with|and|inside|within|over|of|behind|for)\s+|\s*[+&]\s*/i);
  if (parts.length < 2) return null;
  const explained = parts.filter(part =>
    known.some(other => other.name !== name && sameName(readName(part), other)),
  );
  return explained.length >= 2 ? name : null;
}
