import type { Glossary, Term } from '../glossary/glossary.ts';
import { meaningAsk } from '../language/meaning.ts';
import { nameKey } from '../language/normalise.ts';
import { oncePer } from '../language/once-per.ts';
import type { Answer, Finding } from './answer.ts';

/**
 * A short text that, asked by itself, should give the same answer: names instead of a question's words. Null when
 * there is none that holds names of the glossary alone. "what are the downsides of clusters?" is "Challenges of
 * Clusters".
 */
export function canonicalAsk(answer: Answer, glossary: Glossary): string | null {
  switch (answer.kind) {
    case 'define':
      return answer.mentions.length > 0 ? answer.name : definitionAsk(answer.terms, glossary);
    case 'facet':
      return facetAsk(answer.findings);
    case 'compare': {
      const names = answer.terms.map(term => term.name).join(' vs ');
      return answer.lead === null ? names : `compare ${names} on ${answer.lead.label}`;
    }
    case 'relation':
      return `how do ${answer.terms.map(term => term.name).join(' and ')} go together?`;
    case 'list':
      return answer.group === null ? (answer.subject === '' ? 'list' : null) : `list ${answer.group.title}`;
    case 'help':
      return 'help';
    case 'suggest':
    case 'unknown':
    case 'glosses':
      return null;
  }
}

/** The name; of one of several meanings, where it stands as well; of terms that share one, the name they share. */
function definitionAsk([term, ...others]: readonly Term[], glossary: Glossary): string | null {
  if (!term) return null;
  const named = (name: string, { name: own, aliases }: Term) =>
    [own, ...aliases].some(other => nameKey(other) === nameKey(name));
  if (others.length > 0)
    return [term.name, ...term.aliases].find(name => others.every(other => named(name, other))) ?? null;
  const meanings = namesakes(glossary).get(nameKey(term.name)) ?? [];
  return meanings.length > 1 ? meaningAsk(term) : term.name;
}

/** "Advantages and Challenges of Containers"; null for a yes/no question, which no facet stands for. */
function facetAsk(findings: readonly Finding[]): string | null {
  const [first] = findings;
  const facets = findings.flatMap(({ term, facet }) =>
    term === first?.term && facet !== null ? [facet] : [],
  );
  if (!first || facets.length < findings.length) return null;
  return `${facets.join(' and ')} of ${first.term.name}`;
}

/** The terms by their folded names. */
const namesakes = oncePer(({ terms }: Glossary) => Map.groupBy(terms, ({ name }) => nameKey(name)));
