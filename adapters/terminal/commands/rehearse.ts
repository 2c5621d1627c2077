import { rehearse as ask, type Rehearsed } from '../../../src/rehearse.ts';
import { safe } from '../../../src/replies/safe.ts';
import { printJson } from '../print-json.ts';
import type { Question } from '../rehearsal-file.ts';
import { screenOf } from '../screen.ts';
import { wrap } from '../text.ts';
import { WrongUse } from '../wrong-use.ts';
import type { OperatorCommand } from './command.ts';

type Asked = Rehearsed & { readonly expected: Question };

const INDENT = ' '.repeat(7);

/** Asks what newcomers will ask, before they do. */
export const rehearse: OperatorCommand = {
  name: 'rehearse',
  usage: 'rehearse FILE [--json]',
  summary: 'Ask each question of a file and show what would be said, and what is not as the file expects.',
  async run({ bot, words, json, host }) {
    const files = words.filter(word => word !== '--json' && word !== '--');
    const [file] = files;
    if (file === undefined || files.length > 1)
      throw new WrongUse(
        'secterm: "rehearse" takes one file of questions. docs/reference.md says what it holds.',
      );
    const { readQuestions } = await import('../rehearsal-file.ts');
    const results = (await readQuestions(file)).map(question => ({
      ...ask(bot, question),
      expected: question,
    }));
    const failed = results.filter(({ failures }) => failures.length > 0);
    if (json || words.includes('--json')) {
      host.stdout.write(`${printJson(results.map(toEntry), 2)}\n`);
      return failed.length > 0 ? 1 : 0;
    }
    const screen = screenOf(host);
    for (const result of results) screen.write(`${drawResult(result, file, screen.width)}\n`);
    screen.write(`\n${results.length - failed.length} of ${results.length} as expected.\n`);
    return failed.length > 0 ? 1 : 0;
  },
};

function drawResult({ expected, said, failures }: Asked, file: string, width: number): string {
  const lines = [
    `${failures.length === 0 ? 'ok' : 'wrong'}`.padEnd(INDENT.length) +
      safe(expected.ask).replace(/\s+/g, ' '),
    ...(failures.length === 0 ? [] : [`${INDENT}${safe(file)}:${expected.line}`]),
    ...failures.map(failure => INDENT + safe(failure)),
    `${INDENT}→ ${safe(said)}`,
  ];
  return lines.map(line => wrap(line, width, INDENT)).join('\n');
}

function toEntry({ expected: { line, ...expected }, outcome, said, failures }: Asked) {
  return { line, ...expected, intent: outcome.answer.kind, speaks: outcome.speaks, said, failures };
}
