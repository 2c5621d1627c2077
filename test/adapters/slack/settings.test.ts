import { describe, expect, it } from 'vitest';
import { SettingsError } from '../../../adapters/settings.ts';
import { slack } from '../../../adapters/slack/index.ts';
import { bundled } from './program.ts';

const SILENT = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

describe('slack.create()', () => {
  it.each([
    [{ SLACK_BOT_TOKEN: 'xoxp-secret-9', SLACK_APP_TOKEN: 'xapp-1' }, /SLACK_BOT_TOKEN: is no bot token\./],
    [{ SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'secret-9' }, /SLACK_APP_TOKEN: is no app-level token\./m],
    [{ SLACK_BOT_TOKEN: 'xoxb-1' }, /SLACK_APP_TOKEN: is not set\./],
    [{ SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: 'secret-9' }, /PORT: is not set\./],
    [{ SLACK_APP_TOKEN: 'xapp-1' }, /SLACK_BOT_TOKEN: is not set\./],
    [{ SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: 'secret-9', PORT: '99999' }, /PORT: is .*65535\./m],
    [
      { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1', SLACK_API_URL: 'secret-9' },
      /SLACK_API_URL: is no address\./m,
    ],
  ])('rejects %j with what to do, and without the value', async (env, problem) => {
    const made = slack.create({ env, bot: Promise.resolve(bundled), log: SILENT, listening: [] });
    const failure = await made.then(
      () => null,
      (error: unknown) => error,
    );
    expect(failure).toBeInstanceOf(SettingsError);
    expect(String(failure)).toMatch(problem);
    expect(String(failure)).not.toContain('secret-9');
  });

  it('accepts each transport, an empty value as not set, and spaces around a token', async () => {
    for (const env of [
      { SLACK_BOT_TOKEN: ' xoxb-1 ', SLACK_APP_TOKEN: 'xapp-1', SLACK_API_URL: '' },
      { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: '', SLACK_SIGNING_SECRET: 'secret', PORT: '3000' },
    ]) {
      expect(
        (await slack.create({ env, bot: Promise.resolve(bundled), log: SILENT, listening: [] })).name,
      ).toBe('Slack');
      expect(slack.isConfigured(env)).toBe(true);
    }
    expect(slack.isConfigured({ SLACK_BOT_TOKEN: ' ', PORT: '3000' })).toBe(false);
  });
});

describe('settings that are not ours', () => {
  const right = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1-A1-1' };

  it.each([
    ['a name like one that is set', { ...right, SLACK_API_TOKEN: 'x' }],
    ['a port that Socket Mode does not use', { ...right, PORT: 'tcp://10.0.0.1:80' }],
  ])('do not matter: %s', async (_, env) => {
    await expect(
      slack.create({ env, bot: Promise.resolve(bundled), log: SILENT, listening: [] }),
    ).resolves.toBeDefined();
  });

  it('do not make a platform configured', () => {
    expect(slack.isConfigured({ SLACK_API_TOKEN: 'x', SLACK_WEBHOOK_URL: 'y' })).toBe(false);
    expect(slack.misspelt({ SLACK_BOTTOKEN: 'x', SLACK_WEBHOOK_URL: 'y' })).toEqual([
      'SLACK_BOTTOKEN: there is no such setting; did you mean SLACK_BOT_TOKEN?',
    ]);
  });

  it.each(['proxy.corp', 'proxy:8080', 'socks5://proxy:1080'])(
    'refuses the proxy "%s" and says how to write one',
    async proxy => {
      const created = slack.create({
        env: { ...right, HTTPS_PROXY: proxy },
        bot: Promise.resolve(bundled),
        log: SILENT,
        listening: [],
      });
      await expect(created).rejects.toThrow(
        'HTTPS_PROXY: is no address. Write it as http://host:port, or remove it.',
      );
    },
  );
});
