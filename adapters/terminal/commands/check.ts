import { relative } from 'node:path';
import { parseArgs } from 'node:util';
import type { Finding } from '../../../src/check/finding.ts';
import { safe } from '../../../src/replies/safe.ts';
import { type Folder, readFolderOption } from '../../../src/sources/folder.ts';
import { countOf } from '../../count-of.ts';
import { printJson } from '../print-json.ts';
import { screenOf } from '../screen.ts';
import { WrongUse } from '../wrong-use.ts';
import type { OperatorCommand } from './command.ts';

/** Says what is wrong with a wiki's pages, as a compiler would. */
export const check: OperatorCommand = {
  name: 'check',
  usage: 'check [DIR] [--json | --format github]',
  summary: 'Say what is wrong with the pages, by page and line; errors end it with 1.',
  async run({ words, json, host, folders }) {
    const { format, folder } = readWords(words);
    const checked = folder === null ? folders : [readFolderOption(folder)];
    // What reads Markdown is loaded only here: no answer needs it.
    const { checkFolders } = await import('../../check-folders.ts');
    const { findings, pages, terms } = await checkFolders(checked);
    const errors = findings.filter(({ severity }) => severity === 'error').length;
    const code = errors > 0 ? 1 : 0;
    if (json || format === 'json') {
      host.stdout.write(`${printJson(findings, 2)}\n`);
      return code;
    }
    const screen = screenOf(host);
    for (const finding of findings)
      screen.write(`${format === 'github' ? annotation(finding, checked) : lineOf(finding, screen.style)}\n`);
    const summary = `${countOf(errors, 'error')}, ${countOf(findings.length - errors, 'warning')} in ${countOf(pages, 'page')} with ${countOf(terms, 'term')}.`;
    screen.write(`${format === 'github' ? '' : findings.length > 0 ? '\n' : ''}${summary}\n`);
    return code;
  },
};

function readWords(words: readonly string[]) {
  const { values, positionals } = parsed(words);
  const format = values.json ? 'json' : (values.format ?? 'text');
  if (format !== 'text' && format !== 'json' && format !== 'github')
    throw new WrongUse(`secterm: "check --format" takes text, json or github, not "${safe(format)}".`);
  if (positionals.length > 1)
    throw new WrongUse(
      'secterm: "check" takes one folder. Without one it checks those that answers come from.',
    );
  return { format, folder: positionals[0] ?? null };
}

function parsed(words: readonly string[]) {
  try {
    const options = { json: { type: 'boolean' }, format: { type: 'string' } } as const;
    return parseArgs({ args: [...words], options, allowPositionals: true });
  } catch {
    throw new WrongUse('secterm: "check" takes a folder, --json, and --format with text, json or github.');
  }
}

function lineOf(
  { page, line, severity, message }: Finding,
  style: ReturnType<typeof screenOf>['style'],
): string {
  return `${style('bold', `${safe(page)}:${line}:`)} ${severity}: ${safe(message)}`;
}

/** A line that GitHub shows beside the file: https://docs.github.com/actions/reference/workflow-commands-for-github-actions */
function annotation({ page, line, severity, rule, message }: Finding, folders: readonly Folder[]): string {
  // In which of several folders a page is, is not known; GitHub shows such a line above the others.
  const [only, ...others] = folders;
  const file =
    only && others.length === 0 && page !== only.path ? `${relative('', only.path) || '.'}/${page}` : page;
  const value = (text: string) => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
  return `::${severity} file=${value(file)},line=${line},title=${value(rule)}::${data(message)}`;
}

function data(text: string): string {
  return safe(text).replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}
