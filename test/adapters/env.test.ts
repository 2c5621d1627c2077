import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { DISCORD_NAMES } from '../../adapters/discord/names.ts';
import { LOG_LEVELS, NAMES, readPort, readSettings } from '../../adapters/env.ts';
import { SettingsError } from '../../adapters/settings.ts';
import { SLACK_NAMES } from '../../adapters/slack/names.ts';

const BUNDLED = new URL('file:///opt/secterm/data/');

/** The lines of the error that these settings raise. */
function complaints(env: Readonly<Record<string, string>>): string[] {
  try {
    readSettings(env, BUNDLED);
  } catch (error) {
    expect(error).toBeInstanceOf(SettingsError);
    return error instanceof Error ? error.message.split('\n') : [];
  }
  return [];
}

describe('readSettings()', () => {
  it('serves the bundled glossary and listens nowhere by default', () => {
    expect(readSettings({}, BUNDLED)).toEqual({
      folders: [{ name: 'data', path: '/opt/secterm/data/' }],
      words: null,
      logLevel: null,
      listening: [],
    });
  });

  it.each([
    { data: '/srv/wiki', folders: [{ name: 'wiki', path: '/srv/wiki' }] },
    { data: 'team=/srv/wiki', folders: [{ name: 'team', path: '/srv/wiki' }] },
    {
      data: 'team=/srv/wiki, ../notes ,/srv/a=b',
      folders: [
        { name: 'team', path: '/srv/wiki' },
        { name: 'notes', path: '../notes' },
        { name: 'a=b', path: '/srv/a=b' },
      ],
    },
    { data: '/srv/wiki pages', folders: [{ name: 'wiki pages', path: '/srv/wiki pages' }] },
  ])('reads the folders of SECTERM_DATA "$data"', ({ data, folders }) => {
    expect(readSettings({ SECTERM_DATA: data }, BUNDLED).folders).toEqual(folders);
  });

  it.each(LOG_LEVELS)('takes LOG_LEVEL %s', logLevel => {
    expect(readSettings({ LOG_LEVEL: logLevel }, BUNDLED).logLevel).toBe(logLevel);
  });

  it.each(['', ' ', '\t'])('counts the value "%s" as not set', blank => {
    const env = { SECTERM_DATA: blank, LOG_LEVEL: blank, SECTERM_DATE: blank };
    expect(readSettings(env, BUNDLED)).toEqual(readSettings({}, BUNDLED));
  });

  it('passes over what is not its own', () => {
    const env = { PATH: '/usr/bin', SECTERMINAL: 'x', secterm_data: 'x', DATA: 'x', UNSET: undefined };
    expect(readSettings(env, BUNDLED)).toEqual(readSettings({}, BUNDLED));
  });

  it.each([',', '/srv/wiki,', ',/srv/wiki', '/srv/wiki,,/srv/notes', 'team=', '/srv/wiki,team='])(
    'refuses an empty folder in SECTERM_DATA "%s"',
    data => {
      expect(complaints({ SECTERM_DATA: data })).toEqual([
        'SECTERM_DATA: one of its folders is empty. Write folders separated by commas, each as "path" or "name=path".',
      ]);
    },
  );

  it.each(['loud', 'WARN', 'warning', '30'])('refuses LOG_LEVEL "%s" and names those there are', level => {
    expect(complaints({ LOG_LEVEL: level })).toEqual([
      'LOG_LEVEL: is none of trace, debug, info, warn, error, fatal, silent. Choose one, or remove it.',
    ]);
  });

  it.each([
    ['C0123ABCD', ['C0123ABCD']],
    ['C0123ABCD, G0456EFGH', ['C0123ABCD', 'G0456EFGH']],
    ['*', 'everywhere'],
    ['C0123ABCD,*', 'everywhere'],
  ])('listens as SECTERM_LISTEN "%s" says', (value, listening) => {
    expect(readSettings({ SECTERM_LISTEN: value }, BUNDLED).listening).toEqual(listening);
  });

  it.each(['#general', 'general', 'GENERAL', 'U0123ABCD', 'C0123ABCD;G0456EFGH', ','])(
    'refuses SECTERM_LISTEN "%s"',
    value => {
      expect(complaints({ SECTERM_LISTEN: value })).toEqual([
        expect.stringContaining('SECTERM_LISTEN: is no list of channel ids.'),
      ]);
    },
  );

  it('refuses a setting that does not exist and names those there are', () => {
    expect(complaints({ SECTERM_DATE: '/srv/wiki' })).toEqual([
      'SECTERM_DATE: there is no such setting. The settings are SECTERM_DATA, SECTERM_WORDS, LOG_LEVEL, SECTERM_LISTEN, SECTERM_WEB, PORT.',
    ]);
  });

  it('names everything that is wrong at once, a line each', () => {
    const lines = complaints({
      SECTERM_DATA: 'a,,b',
      LOG_LEVEL: 'loud',
      SECTERM_DATE: 'x',
      SECTERM_TOKEN: 'y',
    });
    expect(lines.map(line => line.split(':')[0]).sort()).toEqual([
      'LOG_LEVEL',
      'SECTERM_DATA',
      'SECTERM_DATE',
      'SECTERM_TOKEN',
    ]);
  });

  it('does not repeat a value, which may be a secret', () => {
    const lines = complaints({ LOG_LEVEL: 'hunter2', SECTERM_TOKEN: 'hunter2', SECTERM_DATA: 'hunter2=' });
    expect(lines).toHaveLength(3);
    expect(lines.join('\n')).not.toContain('hunter2');
  });
});

describe('readPort()', () => {
  it.each([
    ['3000', 3000],
    [' 8080 ', 8080],
    ['1', 1],
    ['65535', 65_535],
    ['', null],
    [' ', null],
    [undefined, null],
  ])('reads PORT "%s" as %s', (value, port) => {
    expect(readPort({ PORT: value })).toBe(port);
  });

  it.each([
    ['tcp://10.0.0.1:80', 'PORT: is no port number. Set the port to listen on, such as 3000.'],
    ['-1', 'PORT: is no port number. Set the port to listen on, such as 3000.'],
    ['3000.5', 'PORT: is no port number. Set the port to listen on, such as 3000.'],
    ['0', 'PORT: is not between 1 and 65535. Set the port to listen on, such as 3000.'],
    ['65536', 'PORT: is not between 1 and 65535. Set the port to listen on, such as 3000.'],
  ])('refuses PORT "%s" and says what to set', (value, message) => {
    expect(() => readPort({ PORT: value })).toThrow(new SettingsError(message));
  });

  it('is not asked by what only answers in the terminal', () => {
    expect(readSettings({ PORT: 'tcp://10.0.0.1:80' }, BUNDLED)).toEqual(readSettings({}, BUNDLED));
  });
});

describe('.env.example', () => {
  it('names exactly the settings that are read, in their order', async () => {
    const example = await readFile(new URL('../../.env.example', import.meta.url), 'utf8');
    const names = [...example.matchAll(/^#?([A-Z][A-Z0-9_]*)=/gm)].map(([, name]) => name);
    expect(names).toEqual([...NAMES, ...SLACK_NAMES.known, ...DISCORD_NAMES.known]);
  });
});
