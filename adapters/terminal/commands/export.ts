import { parseArgs } from 'node:util';
import type { Glossary } from '../../../src/glossary/glossary.ts';
import { printJson } from '../print-json.ts';
import { WrongUse } from '../wrong-use.ts';
import type { OperatorCommand } from './command.ts';

/** Each form, loaded when it is asked for. */
const FORMATS: Readonly<Record<string, (glossary: Glossary) => Promise<string>>> = {
  markdown: async glossary => (await import('../../../src/export/markdown.ts')).exportMarkdown(glossary),
  csv: async glossary => (await import('../../../src/export/csv.ts')).exportCsv(glossary),
  json: async glossary =>
    `${printJson((await import('../../../src/export/json.ts')).exportJson(glossary), 2)}\n`,
};

/** Prints the whole glossary in a form that others read. */
export const exportAll: OperatorCommand = {
  name: 'export',
  usage: 'export [--format markdown|csv|json]',
  summary: 'Print the whole glossary; the Markdown, read again, gives the same glossary.',
  async run({ bot, words, json, host }) {
    const format = json ? 'json' : formatOf(words);
    const write = FORMATS[format];
    if (!write || !Object.hasOwn(FORMATS, format)) throw new WrongUse(USE);
    host.stdout.write(await write(bot.glossary));
    return 0;
  },
};

const USE = 'secterm: "export" takes --format with markdown, csv or json, and writes to the standard output.';

function formatOf(words: readonly string[]): string {
  try {
    const options = { json: { type: 'boolean' }, format: { type: 'string' } } as const;
    const { values } = parseArgs({ args: words.filter(word => word !== '--'), options });
    return values.json ? 'json' : (values.format ?? 'markdown');
  } catch {
    throw new WrongUse(USE);
  }
}
