import type { Glossary } from '../glossary/glossary.ts';
import { nameKey } from '../language/normalise.ts';
import { linesWith } from '../language/text-names.ts';
import type { Statement } from './answer.ts';

/** Longer texts are questions, not names to look for. */
const MOST_WORDS = 4;
const MOST_STATEMENTS = 3;

/** Where a name that is no term stands in what the wiki says of its terms; empty when it stands nowhere. */
export function findText(asked: string, glossary: Glossary): Statement[] {
  const key = nameKey(asked);
  if (key === '' || key.split(' ').length > MOST_WORDS) return [];
  const found: Statement[] = [];
  for (const { term, facet, point } of linesWith(asked, glossary)) {
    found.push({ title: facet === null ? term.name : `${term.name} › ${facet.label}`, point });
    if (found.length === MOST_STATEMENTS) break;
  }
  return found;
}
