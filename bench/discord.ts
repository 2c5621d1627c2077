/**
 * The Discord adapter under load: `npm run bench:discord`. Commands at a steady rate from a stand-in of Discord in this
 * process to the bot in one of its own; all on loopback. Prints the time to the first response, what was lost, and the
 * bot's memory.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { type Discord, startDiscord } from '../test/adapters/discord/stand-in/index.ts';

const RATE = 200;
const SECONDS = Number(process.env['BENCH_SECONDS'] ?? 30);
/** What people type, in turn. */
const ASKS = [
  ['term', 'containers'],
  ['compare', 'vm vs container'],
  ['ask', 'downsides of clusters'],
  ['term', 'contianers'],
  ['ask', 'how does TLS work?'],
  ['list', ''],
  ['term', 'no such thing'],
] as const;
const PROGRAM = new URL('../bin/secterm.js', import.meta.url).pathname;

/** Servers of a bot that many added, and what is in each: a community's, not a large one. */
const MANY = 1000;
const EACH = { channels: 50, roles: 10 };

console.log(
  `memory of the bot, idle: ${await idleIn(1)} MiB in one server, ${await idleIn(MANY)} MiB in ${MANY}`,
);
const discord = await startDiscord({ identifyWindowMs: 0 });
const bot = await startBot(discord);
const idle = await memory(bot);

const responses: number[] = [];
let lost = 0;
const under: Promise<void>[] = [];
const start = performance.now();
for (let number = 0; number < RATE * SECONDS; number += 1) {
  const early = start + (number * 1000) / RATE - performance.now();
  if (early > 1) await wait(early);
  const [name, text] = ASKS[number % ASKS.length] ?? ASKS[0];
  under.push(
    discord.slash(`secterm ${name}`, text === '' ? {} : { text }).then(({ ackedAfterMs }) => {
      if (ackedAfterMs === null) lost += 1;
      else responses.push(ackedAfterMs);
    }),
  );
}
await Promise.all(under);
const after = await memory(bot);

responses.sort((a, b) => a - b);
const at = (part: number) =>
  (responses[Math.min(responses.length - 1, Math.floor(responses.length * part))] ?? Number.NaN).toFixed(1);
console.log(`${RATE} commands a second for ${SECONDS} s: ${responses.length} answered, ${lost} lost`);
console.log(`first response: p50 ${at(0.5)} ms, p99 ${at(0.99)} ms, longest ${at(1)} ms`);
console.log(`memory of the bot: ${idle} MiB idle, ${after} MiB at the end`);
bot.kill('SIGTERM');
await once(bot, 'exit');
await discord.stop();

/** The bot in a process of its own, connected. */
async function startBot({ token, apiUrl }: Discord): Promise<ChildProcess> {
  const started = spawn(
    process.execPath,
    ['--max-semi-space-size=4', '--optimize-for-size', PROGRAM, 'start'],
    {
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { PATH: process.env['PATH'], DISCORD_TOKEN: token, DISCORD_API_URL: apiUrl },
    },
  );
  for await (const chunk of started.stderr) if (String(chunk).includes('Discord: connected')) break;
  started.stderr.resume();
  await wait(5000);
  return started;
}

/** Resident memory in MiB of a bot that is in so many servers and has nothing to do. */
async function idleIn(servers: number): Promise<string> {
  const guilds = Array.from({ length: servers }, (_, at) => {
    const id = String(200_000_000_000_000_000n + BigInt(at));
    const roles = Array.from({ length: EACH.roles }, (_, role) => ({
      id: `${id}${role}`,
      name: `role ${role}`,
    }));
    return { id, name: `server ${at}`, roles };
  });
  const channels = guilds.flatMap(({ id: guild }, at) =>
    Array.from({ length: EACH.channels }, (_, channel) => ({
      id: String(300_000_000_000_000_000n + BigInt(at * EACH.channels + channel)),
      kind: 'text' as const,
      name: `channel ${channel}`,
      guild,
    })),
  );
  const quiet = await startDiscord({ identifyWindowMs: 0, guilds, channels });
  const program = await startBot(quiet);
  const resident = await memory(program);
  program.kill('SIGTERM');
  await once(program, 'exit');
  await quiet.stop();
  return resident;
}

/** Resident memory of a process in MiB, as Linux tells it. */
async function memory({ pid }: ChildProcess): Promise<string> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return (Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024).toFixed(0);
}
