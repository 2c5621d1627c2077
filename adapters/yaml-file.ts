import { readFile } from 'node:fs/promises';
import { type Document, LineCounter, parseDocument } from 'yaml';

/** A file of YAML (or JSON, which is YAML, too), parsed. */
export interface YamlFile {
  readonly document: Document;
  /** The line, from 1, of what stands at this path; of the nearest thing around it where nothing does. */
  lineOf(path: readonly PropertyKey[]): number;
}

/**
 * @param what what the file should hold: "a file of questions".
 * @param form how to write it, said after what is wrong with it.
 * @param refuse makes the error from its message.
 */
export async function readYaml(
  path: string,
  { what, form, refuse }: { what: string; form: string; refuse: (message: string) => Error },
): Promise<YamlFile> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw refuse(`cannot read "${path}" (${error.code}). Give ${what}.`);
  });
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter });
  const [broken] = document.errors;
  if (broken) {
    const { line } = lineCounter.linePos(broken.pos[0]);
    throw refuse(`${path}:${line}: ${reasonOf(broken)} ${form}`);
  }
  const lineOf = (at: readonly PropertyKey[]): number => {
    const node = at.length === 0 ? document.contents : document.getIn(at, true);
    const range = typeof node === 'object' && node !== null ? Reflect.get(node, 'range') : null;
    if (Array.isArray(range)) return lineCounter.linePos(Number(range[0])).line;
    return at.length === 0 ? 1 : lineOf(at.slice(0, -1));
  };
  return { document, lineOf };
}

/** The message without the place, which is said before it. */
function reasonOf({ message }: Error): string {
  return `${(message.split('\n')[0] ?? '').replace(/ at line \d+, column \d+:?$/, '')}.`;
}
