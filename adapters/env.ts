import { z } from 'zod';
import { readFolderOption } from '../src/sources/folder.ts';
import { defaultSettings, type Settings, SettingsError } from './settings.ts';

export const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

/** Every name that is read from the environment, in the order of .env.example. */
export const NAMES = ['SECTERM_DATA', 'LOG_LEVEL', 'SECTERM_LISTEN'] as const;

/** All channels, a Slack channel's id (C0123ABCD; a person's begins with U), or a number. */
const LISTENED = /^(?:\*|[CG](?=[A-Z]*\d)[A-Z0-9]+|\d+)$/;

const Environment = z.object({
  SECTERM_DATA: z
    .string()
    .transform(text => text.split(',').map(part => part.trim()))
    .refine(parts => parts.every(part => part !== '' && !part.endsWith('=')), {
      error: 'one of its folders is empty. Write folders separated by commas, each as "path" or "name=path".',
    })
    .optional(),
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
  const { SECTERM_DATA: data, LOG_LEVEL: logLevel = usual.logLevel, SECTERM_LISTEN: ids = [] } = result.data;
  const listening = ids.includes('*') ? 'everywhere' : ids;
  return { folders: data?.map(readFolderOption) ?? usual.folders, logLevel, listening };
}
