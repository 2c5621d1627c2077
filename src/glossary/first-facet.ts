import type { Facet, Term } from './glossary.ts';

/** The facet shown right below a definition: the first of these that the term has. */
const SHOWN_FIRST = ['Key Features', 'Purpose', 'Characteristics', 'How It Works', 'Details'];

/** What is shown of a term together with its definition; null where it has none of those facets. */
export function firstFacet({ facets }: Term): Facet | null {
  const shown = SHOWN_FIRST.flatMap(name => facets.find(facet => facet.name === name) ?? []);
  return shown[0] ?? null;
}
