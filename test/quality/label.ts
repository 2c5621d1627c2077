import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { z } from 'zod';

const KINDS = ['define', 'facet', 'compare', 'list', 'relation', 'suggest', 'unknown', 'help'] as const;

/** What a good answer to a text is, as somebody wrote it down who saw the pages alone. CONTRIBUTING.md explains the fields. */
const Label = z.strictObject({
  /** The folder of pages that is asked. */
  data: z.string().default('data'),
  heard: z.enum(['command', 'channel']).default('command'),
  /** What was asked before in the same thread, oldest first. */
  after: z.array(z.string()).default([]),
  /** The kind of question ("superlative"), or of chatter ("standup"). */
  class: z.string().default('mixed'),
  ask: z.string(),
  /** The kinds that are right, several where reasonable people would differ; none where only `speaks` matters. */
  intent: z
    .union([z.enum(KINDS), z.array(z.enum(KINDS)), z.null()])
    .default(null)
    .transform(kinds => (kinds === null ? [] : [kinds].flat())),
  terms: z.array(z.string()).default([]),
  /** The facet or row that answers, as the page or secterm calls it; null where none does by itself. */
  aspect: z.string().nullable().default(null),
  /** A few words in a row that the answer must show. */
  contains: z.string().nullable().default(null),
  /** Whether it should be answered unasked; left out where that was not judged. */
  speaks: z.boolean().optional(),
});

export type Label = z.infer<typeof Label>;

/** One file of labels. */
export interface LabelSet {
  readonly half: 'held-out' | 'tuning';
  readonly name: string;
  readonly labels: readonly Label[];
}

/** The label sets of a half, by name. Throws with file and line where a label is malformed. */
export async function readLabelSets(half: LabelSet['half']): Promise<LabelSet[]> {
  const folder = join(import.meta.dirname, half);
  const files = (await readdir(folder)).filter(file => file.endsWith('.jsonl')).sort();
  return Promise.all(
    files.map(async file => {
      const lines = (await readFile(join(folder, file), 'utf8')).trim().split('\n');
      return {
        half,
        name: basename(file, '.jsonl'),
        labels: lines.map((line, at) => parse(line, file, at + 1)),
      };
    }),
  );
}

function parse(line: string, file: string, number: number): Label {
  try {
    return Label.parse(JSON.parse(line));
  } catch (error) {
    throw new Error(`${file}:${number} is no label: ${(error as Error).message}`, { cause: error });
  }
}
