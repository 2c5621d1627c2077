/**
 * The Slack adapter under load: `npm run bench:slack`. Signed slash commands at a steady rate, from this process to the
 * bot in one of its own, with a stand-in for Slack's API; all on loopback. Prints the time to the acknowledgement, the
 * time to the answer, what was lost, and the bot's memory.
 */
import { spawn } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { Agent, createServer, type IncomingMessage, request } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';

const RATE = 200;
const SECONDS = Number(process.env['BENCH_SECONDS'] ?? 30);
const SECRET = 'bench-signing-secret';
/** What people type, in turn. */
const TEXTS = [
  'containers',
  'vm vs container',
  'downsides of clusters',
  'contianers',
  'how does TLS work?',
  'list',
  'no such thing',
];
const PROGRAM = new URL('../bin/secterm.js', import.meta.url).pathname;

const acknowledged: number[] = [];
const answered: number[] = [];
const sentAt = new Map<string, number>();
const agent = new Agent({ keepAlive: true, maxSockets: 64 });
let failed = 0;

/** Slack's side: says who the bot is, and takes answers at /answer/ID. */
const api = createServer(async (incoming, response) => {
  const body = await textOf(incoming);
  const id = /^\/answer\/(.+)$/.exec(incoming.url ?? '')?.[1];
  const sent = id === undefined ? undefined : sentAt.get(id);
  if (id !== undefined && sent !== undefined && body.includes('"text"')) {
    answered.push(performance.now() - sent);
    sentAt.delete(id);
  }
  response.setHeader('content-type', 'application/json');
  response.end(
    JSON.stringify({ ok: true, user: 'secterm', user_id: 'U1', bot_id: 'B1', team: 'Bench', team_id: 'T1' }),
  );
});
const apiPort = await listen(api);
const port = await freePort();
const bot = spawn(process.execPath, ['--max-semi-space-size=4', '--optimize-for-size', PROGRAM, 'start'], {
  stdio: ['ignore', 'ignore', 'pipe'],
  env: {
    PATH: process.env['PATH'],
    SLACK_BOT_TOKEN: 'xoxb-bench',
    SLACK_SIGNING_SECRET: SECRET,
    PORT: String(port),
    SLACK_API_URL: `http://127.0.0.1:${apiPort}/api/`,
  },
});
await connected();
await wait(2000);
const idle = await memory();

const start = performance.now();
for (let number = 0; number < RATE * SECONDS; number += 1) {
  const due = start + (number * 1000) / RATE;
  const early = due - performance.now();
  if (early > 1) await wait(early);
  send(number);
}
const deadline = performance.now() + 10_000;
while (sentAt.size > 0 && performance.now() < deadline) await wait(50);
const after = await memory();
await wait(5000);
const settled = await memory();

console.log(
  `${RATE} signed commands a second for ${SECONDS} s: ${acknowledged.length} acknowledged, ${answered.length} answered`,
);
console.log(`lost: ${RATE * SECONDS - answered.length} (${failed} not acknowledged)`);
report('acknowledgement', acknowledged);
report('answer', answered);
console.log(
  `memory of the bot: ${idle} MiB idle, ${after} MiB at the end, ${settled} MiB five seconds later`,
);
bot.kill('SIGTERM');
await once(bot, 'exit');
api.close();
agent.destroy();

function send(number: number): void {
  const id = String(number);
  const body = new URLSearchParams({
    command: '/secterm',
    text: TEXTS[number % TEXTS.length] ?? '',
    user_id: 'U2',
    team_id: 'T1',
    channel_id: 'C1',
    trigger_id: id,
    response_url: `http://127.0.0.1:${apiPort}/answer/${id}`,
  }).toString();
  const time = String(Math.floor(Date.now() / 1000));
  const signature = createHmac('sha256', SECRET).update(`v0:${time}:${body}`).digest('hex');
  const sent = performance.now();
  sentAt.set(id, sent);
  const outgoing = request(
    {
      port,
      host: '127.0.0.1',
      path: '/slack/events',
      method: 'POST',
      agent,
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        'x-slack-request-timestamp': time,
        'x-slack-signature': `v0=${signature}`,
      },
    },
    response => {
      if (response.statusCode === 200) acknowledged.push(performance.now() - sent);
      else failed += 1;
      response.resume();
    },
  );
  outgoing.on('error', () => (failed += 1));
  outgoing.end(body);
}

function report(name: string, times: readonly number[]): void {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (part: number) =>
    (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN).toFixed(1);
  console.log(`${name}: p50 ${at(0.5)} ms, p99 ${at(0.99)} ms, longest ${at(1)} ms`);
}

/** Resident memory of the bot in MiB, as Linux tells it. */
async function memory(): Promise<string> {
  const status = await readFile(`/proc/${bot.pid}/status`, 'utf8').catch(() => '');
  return (Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024).toFixed(0);
}

async function connected(): Promise<void> {
  for await (const chunk of bot.stderr) if (String(chunk).includes('Slack: connected')) break;
}

async function textOf(incoming: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

async function listen(server: ReturnType<typeof createServer>): Promise<number> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

async function freePort(): Promise<number> {
  const server = createServer();
  const free = await listen(server);
  server.close();
  return free;
}
