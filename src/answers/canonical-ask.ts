import type { Glossary, Term } from '../glossary/glossary.ts';
import { meaningAsk } from '../language/meaning.ts';
import { nameKey } from '../language/normalise.ts';
import type { Answer } from './answer.ts';

/**
 * A short text that, asked by itself, gives the same answer: names instead of a question's words. Null when there is
 * none that holds names of the glossary alone. "what are the downsides of clusters?" is "Challenges of Clusters".
 */
export function canonicalAsk(answer: Answer, glossary: Glossary): string | null {
  switch (answer.kind) {
    case 'define':
      return answer.mentions.length > 0 ? answer.name : definitionAsk(answer.terms, glossary);
    case 'facet': {
      const [finding, ...others] = answer.findings;
      if (!finding || finding.facet === null || others.some(({ term }) => term === finding.term)) return null;
      return `${finding.facet} of ${finding.term.name}`;
    }
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

/** The name; of one of several meanings, where it stands as well. */
function definitionAsk([term, ...others]: readonly Term[], glossary: Glossary): string | null {
  if (!term) return null;
  const key = nameKey(term.name);
  const meanings = glossary.terms.filter(({ name }) => nameKey(name) === key);
  return others.length === 0 && meanings.length > 1 ? meaningAsk(term) : term.name;
}
