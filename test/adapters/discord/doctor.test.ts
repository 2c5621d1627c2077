import { PermissionFlagsBits as May } from 'discord-api-types/v10';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createCommands } from '../../../adapters/discord/setup/commands.ts';
import { type RunOptions, run } from '../terminal/run.ts';
import { type Discord, type DiscordOptions, IDS, startDiscord } from './stand-in/index.ts';

interface Examined extends DiscordOptions {
  readonly env?: NonNullable<RunOptions['env']>;
  readonly before?: (discord: Discord) => void;
}

const REGISTERED = createCommands().map(command => ({ ...command }));

/** What the doctor says of a Discord, on one line, with the exit code. */
async function examine({ env = {}, before, ...options }: Examined = {}): Promise<{
  code: number | null;
  said: string;
}> {
  const discord = await startDiscord({ commands: REGISTERED, ...options });
  onTestFinished(() => discord.stop());
  before?.(discord);
  const reached = { DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.apiUrl };
  const { code, stdout } = await run(['doctor'], { env: { ...reached, ...env } });
  expect(stdout).not.toContain(discord.token);
  return { code, said: stdout.replace(/\s+/g, ' ') };
}

const LISTENING = { DISCORD_LISTEN: 'true', SECTERM_LISTEN: IDS.general };
const NEEDED = May.ViewChannel | May.SendMessages | May.SendMessagesInThreads | May.ReadMessageHistory;

describe('secterm doctor, of Discord', () => {
  it('finds nothing wrong where nothing is, and gives the link with the permissions needed', async () => {
    const { code, said } = await examine();
    expect(said).not.toMatch(/ (wrong|\?) /);
    expect(code).toBe(0);
    expect(said).toContain('ok DISCORD_TOKEN is that of @stand-in');
    const link = new URL(
      /https:\/\/discord\.com\/oauth2\/authorize\?\S*permissions=\S+/.exec(said)?.[0] ?? '',
    );
    expect(link.searchParams.get('client_id')).toBe(IDS.application);
    expect(link.searchParams.get('scope')).toBe('bot applications.commands');
    expect(BigInt(link.searchParams.get('permissions') ?? 0)).toBe(NEEDED);
  });

  it.each([
    [
      'a token that is refused',
      { env: { DISCORD_TOKEN: 'MTIz.wrong.token-9' } },
      'Press “Reset Token” under “Bot”',
    ],
    ['a token that is none', { env: { DISCORD_TOKEN: 'my token' } }, 'DISCORD_TOKEN: is no bot token.'],
    [
      'nobody there',
      { env: { DISCORD_API_URL: 'http://127.0.0.1:9/api' } },
      'Check the network and DISCORD_API_URL.',
    ],
    [
      'no server',
      { guilds: [], channels: [] },
      'The bot is in no server. Add it: https://discord.com/oauth2/',
    ],
    ['no command', { commands: [] }, 'Commands not registered: secterm, Explain terms. Start the bot'],
    [
      'commands of another version',
      { commands: [{ ...REGISTERED[0], description: 'Something else.' }, REGISTERED[1] ?? {}] },
      'Commands of another version: secterm.',
    ],
    [
      'a command left over',
      { commands: [...REGISTERED, { type: 1, name: 'old', description: 'Old.' }] },
      'Commands left over: old.',
    ],
    [
      'an intent that is not granted',
      { env: LISTENING },
      'the intent Message Content, which is not granted: the bot runs without it. Switch on “Message Content Intent”',
    ],
    [
      'channels that nothing listens to',
      { env: { SECTERM_LISTEN: IDS.general } },
      'SECTERM_LISTEN names channels of Discord, but DISCORD_LISTEN is not true',
    ],
  ] as const)('names %s, with the fix', async (_, examined, says) => {
    const { code, said } = await examine(examined);
    expect(code).toBe(1);
    expect(said).toContain(says);
  });

  it('names the permissions that each server lacks, and what does not work without them', async () => {
    const guilds = [
      { id: IDS.guild, name: 'home' },
      { id: '200000000000000009', name: 'silent', botPermissions: May.ViewChannel | May.ReadMessageHistory },
      { id: '200000000000000010', name: 'trusting', botPermissions: May.Administrator },
    ];
    const { code, said } = await examine({ guilds });
    expect(code).toBe(1);
    expect(said).toContain(
      'In the server “silent” it lacks Send Messages (it cannot answer mentions); Send Messages in Threads',
    );
    expect(said).not.toContain('“home” it lacks');
    expect(said).not.toContain('“trusting” it lacks');
  });

  it.each([
    [IDS.general, 'ok It listens in #general of “home”.', 0],
    [IDS.quiet, 'In #quiet of “home” it lacks Send Messages', 1],
    [IDS.hidden, `names the channel ${IDS.hidden}, which the bot cannot see.`, 1],
    ['300000000000000999', 'but there is no such channel', 1],
  ])('looks at the channel %s that it is to listen in', async (channel, says, exit) => {
    const env = { ...LISTENING, SECTERM_LISTEN: `C0123ABCD,${channel}` };
    const { code, said } = await examine({ env, privilegedIntents: ['MessageContent'] });
    expect(said).toContain('ok The intent Message Content is asked for and granted.');
    expect(said).toContain(says);
    expect(code).toBe(exit);
  });
});
