/** A command that works on every surface. Its text is what may follow `/secterm`. */
export interface Command {
  readonly name: 'ask' | 'term' | 'compare' | 'list' | 'help';
  /** What follows the name, as usage shows it; empty when nothing does. */
  readonly usage: string;
  readonly summary: string;
}

/** The one command table: help texts, registrations and the README's table come from it. */
export const COMMANDS: readonly Command[] = [
  {
    name: 'term',
    usage: 'NAME',
    summary: 'Explain a term. The word itself may be left out.',
  },
  {
    name: 'ask',
    usage: 'QUESTION',
    summary: 'Answer a question in plain words. The word itself may be left out.',
  },
  {
    name: 'compare',
    usage: 'A vs B [vs C [vs D]]',
    summary: 'Put two to four terms side by side.',
  },
  {
    name: 'list',
    usage: '[SUBJECT]',
    summary: 'List the terms on a subject, or all subjects.',
  },
  { name: 'help', usage: '', summary: 'Say what can be asked.' },
];

/** Splits a command from what follows it; null when the text starts with none. */
export function readCommand(text: string): { kind: Command['name']; rest: string } | null {
  const [, word = '', rest = ''] = /^(\p{L}+)(?:\s+([\s\S]*))?$/u.exec(text.trim()) ?? [];
  const command = COMMANDS.find(({ name }) => name === word.toLowerCase());
  if (!command || (command.name === 'help' && rest !== '')) return null;
  return { kind: command.name, rest: rest.trim() };
}
