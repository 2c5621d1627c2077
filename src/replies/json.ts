import type { Answer } from '../answers/answer.ts';
import type { Outcome } from '../bot.ts';
import type { Place, Term } from '../glossary/glossary.ts';
import { matchesOf } from '../language/query.ts';
import { VIAS, type Via } from '../language/said-names.ts';
import { plainReply } from './plain.ts';
import type { Choice } from './reply.ts';

/** The contract for scripts: what `--json` prints. docs/json.md explains each field. */
export interface JsonAnswer {
  readonly input: string;
  readonly intent: Answer['kind'];
  readonly terms: readonly { name: string; aliases: readonly string[]; page: string; line: number }[];
  readonly aspect: string | null;
  readonly via: Via;
  readonly confidence: number;
  readonly speaks: boolean;
  readonly because: string;
  readonly text: string;
  readonly choices: readonly Choice[];
  readonly sources: readonly Pick<Place, 'page' | 'section' | 'line' | 'url'>[];
}

export function toJson(input: string, outcome: Outcome): JsonAnswer {
  const { understood, answer, reply, speaks, because } = outcome;
  return {
    input,
    intent: answer.kind,
    terms: termsOf(answer).map(({ name, aliases, place }) => ({
      name,
      aliases,
      page: place.page,
      line: place.line,
    })),
    aspect: aspectOf(answer),
    via: weakest(matchesOf(understood.query).map(match => match.via)),
    confidence: understood.confidence,
    speaks,
    because,
    text: plainReply(reply),
    choices: reply.choices,
    sources: reply.sources.map(({ page, section, line, url }) => ({ page, section, line, url })),
  };
}

/** The terms answered, in order; for a suggestion the candidates. */
function termsOf(answer: Answer): readonly Term[] {
  if (answer.kind === 'facet') return [...new Set(answer.findings.map(finding => finding.term))];
  return 'terms' in answer ? answer.terms : [];
}

function aspectOf(answer: Answer): string | null {
  if (answer.kind === 'facet')
    return (
      answer.findings.find(finding => finding.facet !== null)?.facet ?? answer.findings[0]?.asked ?? null
    );
  if (answer.kind === 'compare') return answer.lead?.label ?? answer.asked;
  if (answer.kind === 'define') return answer.mentions[0]?.facet.name ?? null;
  return null;
}

function weakest(vias: readonly Via[]): Via {
  return vias.reduce<Via>(
    (worst, via) => (VIAS.indexOf(via) > VIAS.indexOf(worst) ? via : worst),
    vias.length === 0 ? 'none' : 'exact',
  );
}
