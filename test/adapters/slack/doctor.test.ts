import { describe, expect, it, onTestFinished } from 'vitest';
import { createManifest } from '../../../adapters/slack/setup/manifest.ts';
import { type RunOptions, run } from '../terminal/run.ts';
import { envOf } from './program.ts';
import { type SlackOptions, startSlack } from './stand-in/index.ts';

/** What the doctor says of a Slack, on one line, with the exit code. */
async function examine(
  env: NonNullable<RunOptions['env']> = {},
  options: SlackOptions = {},
): Promise<{ code: number | null; said: string }> {
  const slack = await startSlack({ manifest: createManifest(true), ...options });
  onTestFinished(() => slack.stop());
  const { code, stdout } = await run(['doctor'], { env: { ...envOf(slack, 'socket', 0), ...env } });
  for (const secret of Object.values(slack.tokens)) expect(stdout).not.toContain(secret);
  return { code, said: stdout.replace(/\s+/g, ' ') };
}

const WITH_CONFIG = { SLACK_CONFIG_TOKEN: 'xoxe.xoxp-1-stand-in' };

describe('secterm doctor', () => {
  it('finds nothing wrong where nothing is', async () => {
    const { code, said } = await examine(WITH_CONFIG);
    expect(code).toBe(0);
    expect(said).not.toMatch(/wrong|\?/);
    expect(said).toContain('ok SLACK_BOT_TOKEN is that of @bot in Stand-in.');
    expect(said).toContain('ok SLACK_APP_TOKEN opens a connection');
  });

  it.each([
    ['SLACK_BOT_TOKEN', 'xoxb-wrong', 'Copy the Bot User OAuth Token'],
    ['SLACK_APP_TOKEN', 'xapp-1-A1-wrong', 'scope connections:write'],
  ])('names a wrong %s and where the right one is', async (name, token, where) => {
    const { code, said } = await examine({ [name]: token });
    expect(code).toBe(1);
    expect(said).toContain(`wrong ${name} is refused by Slack (invalid_auth).`);
    expect(said).toContain(where);
  });

  it('names each missing scope, what does not work without it, and the fix', async () => {
    const { code, said } = await examine({}, { scopes: ['commands', 'chat:write', 'im:history'] });
    expect(code).toBe(1);
    expect(said).toContain(
      'lacks the scope app_mentions:read: it is needed to hear messages that mention it',
    );
    expect(said).toContain('Paste adapters/slack/manifest.json');
    expect(said).not.toContain('channels:history');
  });

  it('wants the scopes for listening only where it is to listen', async () => {
    const scopes = ['commands', 'chat:write', 'im:history', 'app_mentions:read'];
    expect((await examine({}, { scopes })).code).toBe(0);
    const { code, said } = await examine({ SECTERM_LISTEN: '*' }, { scopes });
    expect(code).toBe(1);
    expect(said).toContain('lacks the scope channels:history');
    expect(said).toContain('Paste adapters/slack/manifest-listening.json');
  });

  it('names each event, command and switch that the app lacks', async () => {
    const manifest = createManifest(false);
    const broken = {
      ...manifest,
      features: {},
      settings: { event_subscriptions: { bot_events: ['app_mention'] }, socket_mode_enabled: false },
    };
    const { code, said } = await examine(WITH_CONFIG, { manifest: broken });
    expect(code).toBe(1);
    for (const wrong of [
      'not subscribed to message.im',
      'Socket Mode is off',
      'Interactivity is off',
      'The command /secterm is missing',
      'The message shortcut is missing',
      'Nobody can write direct messages',
    ])
      expect(said).toContain(wrong);
    expect(said).not.toContain('app_mention:');
  });

  it('says what it could not look at, and how to let it', async () => {
    const { code, said } = await examine();
    expect(code).toBe(0);
    expect(said).toContain(
      '? Events, command and buttons were not looked at: SLACK_CONFIG_TOKEN is not set.',
    );
    expect(said).toContain('press “Generate Token”');
  });

  it('names settings that are missing or misspelt', async () => {
    const misspelt = await run(['doctor'], { env: { SLACK_BOT_TOKN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1' } });
    expect(misspelt.code).toBe(1);
    expect(misspelt.stdout.replace(/\s+/g, ' ')).toContain(
      'SLACK_BOT_TOKN: there is no such setting; did you mean SLACK_BOT_TOKEN?',
    );
    const none = await run(['doctor']);
    expect(none.stdout).toContain('No chat platform is configured.');
  });
});
