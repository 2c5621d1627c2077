import { isSeq } from 'yaml';
import { z } from 'zod';
import type { Expected } from '../../src/rehearse.ts';
import { readYaml } from '../yaml-file.ts';
import { WrongUse } from './wrong-use.ts';

const Texts = z.union([z.string().transform(text => [text]), z.array(z.string())], {
  error: 'is neither a text nor a list of texts',
});

const Entry = z
  .strictObject({
    ask: z.string('is missing').trim().min(1, 'is empty'),
    term: Texts.nullable().optional(),
    says: z.string().min(1, 'is empty').optional(),
    after: Texts.default([]),
    overheard: z.boolean('is neither true nor false').default(false),
  })
  .refine(({ term, says }) => term !== undefined || says !== undefined, {
    error: 'give “term”, “says” or both, to say what is expected; “term: null” where nothing should answer',
  });

/** A question of the file with the line that it stands on, from 1. */
export interface Question extends Expected {
  readonly line: number;
}

const FORM =
  'Write a list in YAML, each entry such as “- ask: what is a VM?” with “term: Virtual Machines” below it.';

/**
 * Reads the questions of a file, a YAML list (or JSON, which is YAML, too).
 * @throws {WrongUse} when it cannot be read, naming each wrong entry with its line.
 */
export async function readQuestions(path: string): Promise<Question[]> {
  const { document, lineOf } = await readYaml(path, {
    what: 'a file of questions',
    form: FORM,
    refuse: message => new WrongUse(`secterm: ${message}`),
  });
  if (!isSeq(document.contents) || document.contents.items.length === 0)
    throw new WrongUse(`secterm: ${path} holds no list of questions. ${FORM}`);
  const entries: readonly unknown[] = document.toJS();
  const read = entries.map((entry, at) => ({ line: lineOf([at]), result: Entry.safeParse(entry) }));
  const wrong = read.flatMap(({ line, result }) =>
    result.success ? [] : result.error.issues.map(issue => `${path}:${line}: ${explain(issue)}`),
  );
  if (wrong.length > 0) throw new WrongUse(`secterm: ${wrong.join('\n')}\n${FORM}`);
  return read.flatMap(({ line, result }) => (result.success ? [{ ...expectedOf(result.data), line }] : []));
}

function expectedOf({ ask, term, says, after, overheard }: z.infer<typeof Entry>): Expected {
  return { ask, after, overheard, says: says ?? null, terms: term === undefined ? null : (term ?? []) };
}

function explain({ path, message }: z.core.$ZodIssue): string {
  return path.length === 0 ? `${message}.` : `“${path.join('.')}”: ${message}.`;
}
