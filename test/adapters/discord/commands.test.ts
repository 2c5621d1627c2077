import { describe, expect, it } from 'vitest';
import { createCommands } from '../../../adapters/discord/setup/commands.ts';
import { sameCommands } from '../../../adapters/discord/setup/same-commands.ts';
import { COMMANDS } from '../../../src/language/commands.ts';
import { checkCommands } from './stand-in/index.ts';

const wanted = createCommands();
const copy = () => JSON.parse(JSON.stringify(wanted));

describe('createCommands()', () => {
  it('has a subcommand for each command of the core, and fits Discord', () => {
    expect(wanted[0]).toMatchObject({ options: COMMANDS.map(({ name }) => ({ name })) });
    expect(checkCommands(copy())).toEqual(checkCommands([]));
  });
});

describe('sameCommands()', () => {
  it('passes over what Discord adds', () => {
    const registered = copy().map((command: object, at: number) => ({
      ...command,
      id: String(at),
      version: '1',
    }));
    expect(sameCommands(registered, wanted)).toBe(true);
  });

  it.each([
    ['a text differs', () => JSON.stringify(wanted).replace('Explain a term', 'Explain the term')],
    ['one is missing', () => JSON.stringify(wanted.slice(1))],
    ['one is too many', () => JSON.stringify([...wanted, wanted[1]])],
    ['nothing is registered', () => '[]'],
    ['the answer is none', () => '{"message":"no"}'],
  ])('notices when %s', (_, registered) => {
    expect(sameCommands(JSON.parse(registered()), wanted)).toBe(false);
  });
});
