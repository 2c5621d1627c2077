import { describe, expect, it } from 'vitest';
import { run } from '../terminal/run.ts';
import { checkContent, visibleText } from './stand-in/index.ts';

const preview = async (...args: readonly string[]) => {
  const { stdout } = await run(['--as', 'slack', ...args]);
  return JSON.parse(stdout);
};

describe('secterm --as slack', () => {
  it('prints what a response_url would get for a command', async () => {
    const body = await preview('containers');
    expect(Object.keys(body)).toEqual([
      'response_type',
      'replace_original',
      'text',
      'blocks',
      'unfurl_links',
      'unfurl_media',
    ]);
    expect(body).toMatchObject({ response_type: 'ephemeral', replace_original: false, unfurl_links: false });
    expect(visibleText(body)).toContain('A container is a small, portable');
    expect(checkContent(body).reasons).toEqual([]);
  });

  it.each(['mention', 'channel'])(
    'prints what chat.postMessage would get for a text heard as %s',
    async heardAs => {
      const body = await preview('--heard-as', heardAs, 'what is a container?');
      expect(Object.keys(body)).toEqual([
        'text',
        'blocks',
        'parse',
        'link_names',
        'unfurl_links',
        'unfurl_media',
      ]);
      expect(JSON.stringify(body).includes('"Dismiss"')).toBe(heardAs === 'channel');
    },
  );

  it('prints nothing where the bot would keep silent, and says why', async () => {
    const { code, stdout, stderr } = await run(['--as', 'slack', '--heard-as', 'channel', 'good morning']);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain('Silent: ');
  });

  it('prints the message of another platform as well', async () => {
    const { stdout } = await run(['--as', 'discord', 'containers']);
    expect(JSON.parse(stdout)).toMatchObject({ flags: 32_768 + 64, allowed_mentions: { parse: [] } });
  });

  it('refuses a platform that there is not, and a missing text', async () => {
    expect(await run(['--as', 'irc', 'containers'])).toMatchObject({ code: 2, stdout: '' });
    expect(await run(['--as', 'slack'])).toMatchObject({
      code: 2,
      stderr: 'secterm: --as slack needs TEXT to answer.\n',
    });
  });
});
