import { z } from 'zod';
import { FACETS, facetKind } from '../src/glossary/facets.ts';
import type { Glossary, Problem } from '../src/glossary/glossary.ts';
import { nameKey } from '../src/language/normalise.ts';
import type { WordsByMeaning } from '../src/language/vocabulary.ts';
import { SettingsError } from './settings.ts';
import { readYaml } from './yaml-file.ts';

const Said = z.union([z.string().transform(text => [text]), z.array(z.string())], {
  error: 'is neither a text nor a list of texts',
});
const ByMeaning = z.record(z.string(), Said, { error: 'is no map of a name to what people say' }).default({});
const Words = z.strictObject(
  { facets: ByMeaning, aspects: ByMeaning, terms: ByMeaning, synonyms: ByMeaning },
  {
    error: issue =>
      issue.code === 'unrecognized_keys' ? `has an unknown part “${issue.keys.join('”, “')}”` : 'is no map',
  },
);

const FORM =
  'Write “facets”, “aspects”, “terms” or “synonyms”, and below it lines such as “Virtual Machine: [box, server]”.';

/** A team's words, with the lines on which they stand. */
export interface TeamWords {
  readonly words: WordsByMeaning;
  /** What the words name that the glossary lacks. */
  problemsIn(glossary: Glossary): Problem[];
}

/**
 * Reads what a team's people say for terms, facets and aspects: YAML in the form of the bundled words.json.
 * @throws {SettingsError} when it cannot be read, naming each wrong entry with its line.
 */
export async function readTeamWords(path: string): Promise<TeamWords> {
  const refuse = (message: string) => new SettingsError(`SECTERM_WORDS: ${message}`);
  const { document, lineOf } = await readYaml(path, { what: 'a file of words', form: FORM, refuse });
  const result = Words.safeParse(document.toJS() ?? {});
  if (!result.success) {
    const lines = result.error.issues.map(issue => {
      const name = issue.path.length > 0 ? `“${issue.path.join('.')}” ` : 'it ';
      return `${path}:${lineOf(issue.path)}: ${name}${issue.message}.`;
    });
    throw refuse(`${lines.join('\n')}\n${FORM}`);
  }
  const { facets, aspects, terms, synonyms } = result.data;
  const named = Object.entries(facets).map(([name, said]) => [facetKind(name)?.name ?? name, said]);
  return {
    words: { facets: Object.fromEntries(named), aspects, terms, synonyms },
    problemsIn: glossary => [
      ...strangers(Object.keys(terms), termNames(glossary)).map(name => ({
        page: path,
        line: lineOf(['terms', name]),
        message: `There is no term “${name}”. Write its name as the wiki does.`,
      })),
      ...strangers(Object.keys(facets), facetNames(glossary)).map(name => ({
        page: path,
        line: lineOf(['facets', name]),
        message: `No page has a facet “${name}”. Write a heading that pages use, such as “Advantages”.`,
      })),
    ],
  };
}

function strangers(names: readonly string[], known: Iterable<string>): string[] {
  const keys = new Set([...known].map(nameKey));
  return names.filter(name => !keys.has(nameKey(name)));
}

function termNames({ terms }: Glossary): string[] {
  return terms.flatMap(({ name, aliases }) => [name, ...aliases]);
}

function facetNames({ terms }: Glossary): string[] {
  const bundled = FACETS.flatMap(({ name, headings }) => [name, ...headings]);
  return [...bundled, ...terms.flatMap(({ facets }) => facets.flatMap(({ name, label }) => [name, label]))];
}
