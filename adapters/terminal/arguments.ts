import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { Command, CommanderError, Option } from 'commander';
import type { HeardAs } from '../../src/bot.ts';
import { safe } from '../../src/replies/safe.ts';
import { SURFACES } from '../surfaces.ts';
import { OPERATOR_COMMANDS } from './commands/index.ts';
import { WrongUse } from './wrong-use.ts';

/** What was typed after `secterm`. */
export interface Invocation {
  readonly words: readonly string[];
  readonly json: boolean;
  readonly data: readonly string[];
  readonly heardAs: HeardAs;
  readonly after: readonly string[];
  /** The platform whose request body is printed instead of an answer; null for none. */
  readonly as: string | null;
}

interface Output {
  readonly stdout: { write(text: string): unknown };
}

/** Without the values that hold when nothing is said: they are no text that one could type. */
function describe({ description, argChoices }: Option): string {
  return argChoices ? `${description}: ${argChoices.join(', ')}` : description;
}

const collect = (value: string, earlier: readonly string[]) => [...earlier, value];

/**
 * Reads the arguments. Flags stand before the first word, `--` ends them.
 * @returns null when the arguments only asked for help or the version, which is then printed.
 * @throws {WrongUse}
 */
export async function readArguments(
  argv: readonly string[],
  output: Output,
  root: URL,
): Promise<Invocation | null> {
  const { version } = JSON.parse(await readFile(new URL('package.json', root), 'utf8')) as {
    version: string;
  };
  const program = new Command('secterm')
    .description(
      'Answers from a glossary made of Markdown pages. Without TEXT: a prompt, or one answer per line of input. “secterm start” runs the chat platforms that are set up, “secterm doctor” checks them. “secterm check” says what is wrong with the pages, “secterm terms” lists all terms, “secterm show” tells where one came from, “secterm export” prints everything, “secterm rehearse” asks questions from a file.',
    )
    .argument('[text...]', 'a term, a question, or a command; "secterm help" lists them')
    .option('--json', 'print JSON; with "-" as TEXT, answer each line of input', false)
    .option(
      '--data <dir>',
      'folder of pages, as "path" or "name=path"; repeatable; overrides SECTERM_DATA',
      collect,
      [],
    )
    .addOption(
      new Option('--heard-as <how>', 'how the text reached the bot')
        .choices(['command', 'mention', 'channel'])
        .default('command'),
    )
    .option(
      '--after <text>',
      'what was asked before in the same thread; repeatable, oldest first',
      collect,
      [],
    )
    .addOption(
      new Option('--as <platform>', 'print the request body that would be posted there, as JSON')
        .choices(SURFACES.map(({ name }) => name))
        .default(null),
    )
    .version(version, '-V, --version')
    .configureHelp({ optionDescription: describe })
    .passThroughOptions()
    .exitOverride()
    .configureOutput({ writeOut: text => void output.stdout.write(text), writeErr: () => {} });
  try {
    program.parse(argv, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return null;
    throw new WrongUse(
      `${safe(error.message.replace(/^error: /, 'secterm: ').replace(/\.$/, ''))}. "secterm --help" lists the options; "--" ends them.`,
    );
  }
  const own = readOwnOptions(program.args);
  if (own.help !== null) {
    output.stdout.write(own.help);
    return null;
  }
  const typed = program.opts<Omit<Invocation, 'words'>>();
  const options = { ...typed, data: [...typed.data, ...own.data] };
  if (options.data.some(folder => folder.trim() === '' || folder.endsWith('='))) {
    throw new WrongUse('secterm: --data needs a folder, as "path" or "name=path".');
  }
  return { ...options, words: own.words };
}

/** Of the words after an operator's command, those that say where its pages are or ask for help. */
function readOwnOptions(words: readonly string[]): {
  readonly words: readonly string[];
  readonly data: readonly string[];
  readonly help: string | null;
} {
  const [first = '', ...rest] = words;
  const command = OPERATOR_COMMANDS.find(({ name }) => name === first);
  if (!command) return { words, data: [], help: null };
  const { values, tokens } = parseArgs({
    args: rest,
    options: { data: { type: 'string', multiple: true } },
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const taken = new Set<number>();
  for (const token of tokens) {
    if (token.kind !== 'option' || token.name !== 'data') continue;
    taken.add(token.index);
    if (token.inlineValue === false) taken.add(token.index + 1);
  }
  const end = rest.indexOf('--');
  const asked = end < 0 ? rest : rest.slice(0, end);
  const wantsHelp = asked.includes('--help') || asked.includes('-h');
  const data = (values.data ?? []).map(folder => (typeof folder === 'string' ? folder : ''));
  return {
    words: [first, ...rest.filter((_, at) => !taken.has(at))],
    data,
    help: wantsHelp ? `Usage: secterm ${command.usage} [--data DIR]\n\n${command.summary}\n` : null,
  };
}
