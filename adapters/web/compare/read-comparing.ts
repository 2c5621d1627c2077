import type { HonoRequest } from 'hono';
import type { Bot } from '../../../src/bot.ts';
import type { Term } from '../../../src/glossary/glossary.ts';
import { catalogueOf } from '../catalogue.ts';
import { nearestTerms } from '../nearest-terms.ts';
import { type Comparing, MOST_COMPARED } from '../views/compare.ts';

/** What a comparison's address asks for: `t` is the last part of a term's address, `add` a name as somebody typed it. */
export function readComparing(req: HonoRequest, bot: Bot): Comparing {
  const chosen = (req.queries('t') ?? []).map(slug => ({ slug, term: termOf(slug, bot) }));
  const typed = (req.query('add') ?? '').trim();
  const added = typed === '' ? null : addedTerm(typed, bot);
  const all = [...chosen.flatMap(({ term }) => term ?? []), ...(added?.term ? [added.term] : [])];
  const distinct = [...new Set(all)];
  const lost = chosen.find(({ term }) => term === null);
  const unknown =
    lost !== undefined
      ? { text: lost.slug, near: nearestTerms(bot, lost.slug.replaceAll('-', ' ')) }
      : added !== null && added.term === null
        ? { text: typed, near: added.near }
        : null;
  return { terms: distinct.slice(0, MOST_COMPARED), leftOut: distinct.slice(MOST_COMPARED), unknown };
}

function termOf(slug: string, bot: Bot): Term | null {
  return catalogueOf(bot).termAt(`/t/${encodeURIComponent(slug)}`);
}

/** The term that a name means without a guess. */
function addedTerm(typed: string, bot: Bot): { readonly term: Term | null; readonly near: readonly Term[] } {
  const { answer, understood } = bot.hear({ text: `term ${typed}`, heardAs: 'command', after: [] });
  const { query } = understood;
  const isSure = query.kind === 'define' && SURE.includes(query.match.via);
  const [term = null, ...others] = answer.kind === 'define' && isSure ? answer.terms : [];
  return others.length > 0
    ? { term: null, near: [...(term ? [term] : []), ...others] }
    : { term, near: nearestTerms(bot, typed) };
}

const SURE: readonly string[] = ['exact', 'normalised', 'alias'];
