/**
 * The Discord adapter under load: `npm run bench:discord`. Commands at a steady rate from a stand-in of Discord in this
 * process to the bot in one of its own; all on loopback. Prints the time to the first response, what was lost, and the
 * bot's memory.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { startDiscord } from '../test/adapters/discord/stand-in/index.ts';

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

const discord = await startDiscord({ identifyWindowMs: 0 });
const bot = spawn(process.execPath, ['--max-semi-space-size=4', PROGRAM, 'start'], {
  stdio: ['ignore', 'ignore', 'pipe'],
  env: { PATH: process.env['PATH'], DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.apiUrl },
});
for await (const chunk of bot.stderr) if (String(chunk).includes('Discord: connected')) break;
bot.stderr.resume();
await wait(2000);
const idle = await memory();

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
const after = await memory();

responses.sort((a, b) => a - b);
const at = (part: number) =>
  (responses[Math.min(responses.length - 1, Math.floor(responses.length * part))] ?? Number.NaN).toFixed(1);
console.log(`${RATE} commands a second for ${SECONDS} s: ${responses.length} answered, ${lost} lost`);
console.log(`first response: p50 ${at(0.5)} ms, p99 ${at(0.99)} ms, longest ${at(1)} ms`);
console.log(`memory of the bot: ${idle} MiB idle, ${after} MiB at the end`);
bot.kill('SIGTERM');
await once(bot, 'exit');
await discord.stop();

/** Resident memory of the bot in MiB, as Linux tells it. */
async function memory(): Promise<string> {
  const status = await readFile(`/proc/${bot.pid}/status`, 'utf8').catch(() => '');
  return (Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024).toFixed(0);
}
