import { z } from 'zod';
import { readFolderOption } from '../src/sources/folder.ts';
import { defaultSettings, type Settings, SettingsError } from './settings.ts';

export const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

/** Every name that is read from the environment, in the order of .env.example. */
export const NAMES = [
  'SECTERM_DATA',
  'SECTERM_WORDS',
  'LOG_LEVEL',
  'SECTERM_LISTEN',
  'SECTERM_WEB',
  'PORT',
] as const;

/** All channels, a Slack channel's id (C0123ABCD; a person's begins with U), or a number. */
const LISTENED = /^(?:\*|[CG](?=[A-Z]*\d)[A-Z0-9]+|\d+)$/;

/** A port that a server can be told to listen on. */
export const Port = z
  .string()
  .trim()
  .regex(/^\d{1,5}$/, { error: 'is no port number. Set the port to listen on, such as 3000.' })
  .transform(Number)
  .refine(port => port > 0 && port <= 65_535, {
    error: 'is not between 1 and 65535. Set the port to listen on, such as 3000.',
  });

const Environment = z.object({
  SECTERM_DATA: z
    .string()
    .transform(text => text.split(',').map(part => part.trim()))
    .refine(parts => parts.every(part => part !== '' && !part.endsWith('=')), {
      error: 'one of its folders is empty. Write folders separated by commas, each as "path" or "name=path".',
    })
    .optional(),
  SECTERM_WORDS: z.string().trim().optional(),
  LOG_LEVEL: z
    .enum(LOG_LEVELS, { error: `is none of ${LOG_LEVELS.join(', ')}. Choose one, or remove it.` })
    .optional(),
  SECTERM_LISTEN: z
    .string()
    .transform(text => text.split(',').map(part => part.trim()))
    .refine(ids => ids.every(id => LISTENED.test(id)), {
      error:
        'is no list of channel ids. Write ids such as C0123ABCD (a name will not do), separated by commas, or * for all of them.',
    })
    .optional(),
});

/**
 * Reads the settings from environment variables; an empty value counts as not set.
 * @throws {SettingsError} when any is wrong, naming all of them at once.
 */
export function readSettings(env: Readonly<Record<string, string | undefined>>, bundled: URL): Settings {
  const set = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value.trim() !== ''),
  );
  const result = Environment.safeParse(set);
  const unknown = Object.keys(set).filter(
    name => name.startsWith('SECTERM_') && !NAMES.some(known => known === name),
  );
  const problems = [
    ...(result.success ? [] : result.error.issues.map(issue => `${issue.path.join('.')}: ${issue.message}`)),
    ...unknown.map(name => `${name}: there is no such setting. The settings are ${NAMES.join(', ')}.`),
  ];
  if (!result.success || problems.length > 0) throw new SettingsError(problems.join('\n'));
  const usual = defaultSettings(bundled);
  const { SECTERM_DATA: data, SECTERM_WORDS: words = usual.words, SECTERM_LISTEN: ids = [] } = result.data;
  const { LOG_LEVEL: logLevel = usual.logLevel } = result.data;
  const listening = ids.includes('*') ? 'everywhere' : ids;
  return { folders: data?.map(readFolderOption) ?? usual.folders, words, logLevel, listening };
}

/**
 * The port of the HTTP server; null when none is set. Read only by what serves: hosts and shells set PORT for programs
 * of all kinds, and a wrong one must not keep the terminal from answering.
 * @throws {SettingsError} when it is wrong.
 */
export function readPort({ PORT: value = '' }: Readonly<Record<string, string | undefined>>): number | null {
  if (value.trim() === '') return null;
  const result = Port.safeParse(value);
  if (result.success) return result.data;
  throw new SettingsError(result.error.issues.map(({ message }) => `PORT: ${message}`).join('\n'));
}
