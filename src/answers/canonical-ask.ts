import type { Answer } from './answer.ts';

/**
 * A short text that, asked by itself, gives the same answer: names instead of a question's words. Null when there is
 * nothing to ask again. "what are the downsides of clusters?" is "Challenges of Clusters".
 */
export function canonicalAsk(answer: Answer): string | null {
  switch (answer.kind) {
    case 'define':
      return answer.mentions.length > 0 ? answer.name : (answer.terms[0]?.name ?? null);
    case 'facet': {
      const [finding] = answer.findings;
      if (!finding) return null;
      return finding.facet === null ? finding.term.name : `${finding.facet} of ${finding.term.name}`;
    }
    case 'compare':
      return answer.terms.map(term => term.name).join(' vs ');
    case 'relation':
      return `how do ${answer.terms.map(term => term.name).join(' and ')} go together?`;
    case 'list':
      return answer.group === null && answer.subject !== ''
        ? `list ${answer.subject}`
        : `list ${answer.group?.title ?? ''}`.trim();
    case 'help':
      return 'help';
    case 'suggest':
    case 'unknown':
    case 'glosses':
      return null;
  }
}
