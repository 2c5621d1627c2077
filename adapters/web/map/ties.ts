import type { Bot } from '../../../src/bot.ts';
import type { Glossary, Group, Term } from '../../../src/glossary/glossary.ts';
import { addTo } from '../../../src/language/multi-map.ts';
import { nameKey } from '../../../src/language/normalise.ts';
import { oncePer } from '../../../src/language/once-per.ts';
import type { Passage } from '../../../src/language/statements.ts';
import type { Steps } from '../../../src/steps.ts';
import { type Naming, namingsIn } from './namings.ts';

/** How two terms may be tied, the strongest first. */
export const TIE_KINDS = ['compared', 'combined', 'names', 'named-by', 'beside'] as const;
export type TieKind = (typeof TIE_KINDS)[number];

/** What ties a term to another one. All of it stands in the wiki. */
export interface Tie {
  /** The other one. */
  readonly term: Term;
  /** The strongest of what ties them: compared in a table, combined in a relation, naming, or gathered by a heading. */
  readonly kind: TieKind;
  /** Comparable between all ties of a glossary; has no unit. */
  readonly strength: number;
  /** The title of the table, the relation or the heading; null for one that names the other. */
  readonly title: string | null;
  /** The statements in which one of the two names the other; `passage.term` tells whose. */
  readonly statements: readonly Passage[];
}

/** Every term that the wiki ties a term to, the strongest tie first. */
export function tiesOf({ glossary }: Pick<Bot, 'glossary'>, term: Term): readonly Tie[] {
  return findTies(term, glossary);
}

/** The statements about other terms that name a term, in the order of the wiki. */
export function statementsNaming({ glossary }: Pick<Bot, 'glossary'>, term: Term): readonly Passage[] {
  return (namingsIn(glossary).get().of.get(term) ?? []).map(({ passage }) => passage);
}

/** Reads the wiki for ties, which else the first that asks for some waits for: a second for ten thousand terms. */
export function* prepareTies({ glossary }: Pick<Bot, 'glossary'>): Steps<void> {
  yield* namingsIn(glossary).inSteps();
}

/** One thing that ties. */
interface Strand extends Omit<Tie, 'statements'> {
  readonly statement: Passage | null;
}

function findTies(term: Term, glossary: Glossary): readonly Tie[] {
  const order = orderOf(glossary);
  const strands = [...gatheredWith(term, glossary), ...namedWith(term, glossary)];
  return [...Map.groupBy(strands, strand => strand.term).values()]
    .flatMap(some => tieOf(some))
    .sort((a, b) => b.strength - a.strength || (order.get(a.term) ?? 0) - (order.get(b.term) ?? 0));
}

const orderOf = oncePer(({ terms }: Glossary) => new Map(terms.map((term, number) => [term, number])));

function gatheredWith(term: Term, glossary: Glossary): Strand[] {
  return (gatherings(glossary).get(term) ?? []).flatMap(({ kind, title, strength, terms }) =>
    terms
      .filter(other => other !== term)
      .map(other => ({
        term: other,
        kind,
        title,
        strength: strength / Math.sqrt(terms.length - 1),
        statement: null,
      })),
  );
}

function namedWith(term: Term, glossary: Glossary): Strand[] {
  const { by, of } = namingsIn(glossary).get();
  const strand = (kind: TieKind, other: Term, { passage, named }: Naming): Strand => {
    const base = passage.facet === null ? STRENGTH.inDefinition : STRENGTH.inFacet;
    const strength = base / Math.sqrt(1 + Math.log2(of.get(named)?.length ?? 1));
    return { term: other, kind, title: null, strength, statement: passage };
  };
  return [
    ...(by.get(term) ?? []).map(naming => strand('names', naming.named, naming)),
    ...(of.get(term) ?? []).map(naming => strand('named-by', naming.passage.term, naming)),
  ];
}

function tieOf(strands: readonly Strand[]): Tie[] {
  const [strongest] = strands.toSorted((a, b) => TIE_KINDS.indexOf(a.kind) - TIE_KINDS.indexOf(b.kind));
  if (strongest === undefined) return [];
  const { term, kind, title } = strongest;
  const byKind = Map.groupBy(strands, strand => strand.kind);
  const strength = [...byKind].reduce((sum, [, some]) => sum + together(some), 0);
  return [{ term, kind, title, strength, statements: strands.flatMap(({ statement }) => statement ?? []) }];
}

/** Of several strands of one kind each further one adds half as much. */
function together(strands: readonly Strand[]): number {
  const strengths = strands.map(({ strength }) => strength).sort((a, b) => b - a);
  return strengths.reduce((sum, strength, number) => sum + strength / 2 ** number, 0);
}

/** How much ties how well; by eye, on the bundled glossary: a kind mostly outweighs the ones after it. */
const STRENGTH = {
  compared: 60,
  combined: 45,
  inDefinition: 30,
  inFacet: 15,
  underName: 12,
  beside: 6,
} as const;

/** Terms at most that a table or a heading ties; a longer list only says that they are in the wiki. */
const MOST_TOGETHER = 30;

/** Terms that a table, a relation or a heading holds together: the more they are, the less. */
interface Gathering {
  readonly kind: TieKind;
  readonly title: string;
  readonly strength: number;
  readonly terms: readonly Term[];
}

const gatherings = oncePer((glossary: Glossary) => {
  const found = new Map<Term, Gathering[]>();
  const { comparisons, relations, groups } = glossary;
  for (const gathering of [
    ...comparisons.flatMap(({ title, subjects }) => gathered('compared', title, subjects, STRENGTH.compared)),
    ...relations.flatMap(({ title, terms }) => gathered('combined', title, terms, STRENGTH.combined)),
    ...groups.flatMap(besides),
  ])
    for (const term of gathering.terms) addTo(found, term, gathering);
  return found;
});

/** None where they are too many. */
function gathered(kind: TieKind, title: string, terms: readonly Term[], strength: number): Gathering[] {
  const distinct = [...new Set(terms)];
  return distinct.length > MOST_TOGETHER ? [] : [{ kind, title, strength, terms: distinct }];
}

/** What stands under one heading; the term that gives the heading its name is nearer to the others than they are. */
function besides({ title, terms }: Group): Gathering[] {
  const key = nameKey(title);
  const head = terms.find(({ name, aliases }) => [name, ...aliases].some(called => nameKey(called) === key));
  const under = head === undefined ? [] : terms.filter(term => term !== head).map(term => [head, term]);
  return [
    ...gathered('beside', title, terms, STRENGTH.beside),
    ...under.flatMap(pair => gathered('beside', title, pair, STRENGTH.underName)),
  ];
}
