import { createServer } from 'node:net';
import { onTestFinished as afterThisTest } from 'vitest';
import { createHttpServer } from '../../../adapters/http/server.ts';
import { slack as surface } from '../../../adapters/slack/index.ts';
import type { AdapterParts } from '../../../adapters/surface.ts';
import { type Bot, createBot } from '../../../src/bot.ts';
import { glossaryOf, loadBot } from '../../fixtures/load.ts';
import { type Gateway, startGateway } from './gateway.ts';
import { type Message, type Slack, type SlackOptions, startSlack } from './stand-in/index.ts';

/** Both ways by which requests arrive; what depends on them is tested over each. */
export const TRANSPORTS = ['socket', 'http'] as const;
export type Transport = (typeof TRANSPORTS)[number];

/** The glossary that comes with secterm, loaded once. */
export const bundled = await loadBot('data');

/** A bot of one page of Markdown. */
export const botOf = (markdown: string): Bot => createBot(glossaryOf(markdown));

export interface Line {
  readonly level: 'debug' | 'info' | 'warn' | 'error';
  readonly facts: Readonly<Record<string, unknown>>;
  readonly message: string;
}

/** The adapter and the Slack it talks to. */
export interface Program {
  readonly slack: Slack;
  /** Where requests come in over HTTP; 0 over a socket. */
  readonly port: number;
  /** @throws when the program was not started as guarded. */
  readonly gateway: Gateway;
  /** All that was logged, by every adapter that ran. */
  readonly lines: readonly Line[];
  /** Ends this adapter and starts another, as a restart does: nothing in memory is kept. */
  restart(bot?: Bot): Promise<void>;
  stop(patience: number): Promise<void>;
}

/** Does something when the test is over. */
export type Finish = (work: () => void | Promise<void>) => void;

interface Options extends SlackOptions {
  readonly bot?: Bot;
  readonly listening?: AdapterParts['listening'];
  /** That of the test's context: a test that runs beside others needs it. */
  readonly onTestFinished?: Finish;
  /** Whether requests and sockets take the way through a gateway that can be blocked. */
  readonly guarded?: boolean;
}

/** Starts a stand-in and the adapter through its entry, as the composition root does; both end with the test. */
export async function startProgram(
  transport: Transport,
  {
    bot = bundled,
    listening = [],
    guarded = false,
    onTestFinished = afterThisTest,
    ...options
  }: Options = {},
): Promise<Program> {
  const slack = await startSlack(options);
  const gateway = guarded ? await startGateway(slack.apiUrl, onTestFinished) : null;
  const lines: Line[] = [];
  const log = recordingLog(lines);
  let port = 0;
  const start = async (speaking: Bot) => {
    port = transport === 'http' ? await freePort() : 0;
    const own = envOf(slack, transport, port);
    const settings = gateway === null ? own : { ...own, SLACK_API_URL: gateway.apiUrl };
    const adapter = await surface.create({ env: settings, bot: Promise.resolve(speaking), log, listening });
    const mounts = adapter.mount === undefined ? [] : [adapter.mount];
    const server = transport === 'http' ? createHttpServer({ port, mounts, log }) : null;
    await server?.start();
    await adapter.start();
    if (transport === 'http') slack.connectHttp(`http://127.0.0.1:${port}/slack/events`);
    else await slack.waitForSocket();
    return async (patience: number) => {
      await server?.stop(patience);
      await adapter.stop(patience);
    };
  };
  let end = await start(bot);
  let isStopped = false;
  const stop = async (patience: number) => {
    if (!isStopped) await end(patience);
    isStopped = true;
  };
  onTestFinished(async () => {
    await stop(100);
    await slack.stop();
  });
  return {
    slack,
    get port() {
      return port;
    },
    get gateway() {
      if (gateway === null) throw new Error('There is no gateway.');
      return gateway;
    },
    lines,
    restart: async (next = bot) => {
      await end(1000);
      end = await start(next);
    },
    stop,
  };
}

/** The settings of one transport. */
export function envOf({ tokens, apiUrl }: Slack, transport: Transport, port: number): Record<string, string> {
  const common = { SLACK_BOT_TOKEN: tokens.bot, SLACK_API_URL: apiUrl };
  return transport === 'socket'
    ? { ...common, SLACK_APP_TOKEN: tokens.app }
    : { ...common, SLACK_SIGNING_SECRET: tokens.signingSecret, PORT: String(port) };
}

export function freePort(): Promise<number> {
  const server = createServer();
  return new Promise((resolve, reject) => {
    server.on('error', reject);
    server.listen(0, () => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}

function recordingLog(lines: Line[]): AdapterParts['log'] {
  const at = (level: Line['level']) => (facts: Line['facts'], message: string) =>
    void lines.push({ level, facts, message });
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') };
}

/** The bot's messages, deleted ones left out. */
export function spoken({ messages }: Slack): readonly Message[] {
  return messages.filter(({ by, deleted }) => by === 'bot' && !deleted);
}

/** The bot's only message once it has nothing left to do. */
export async function onlyAnswer(slack: Slack): Promise<Message> {
  await slack.idle();
  const [first, ...others] = spoken(slack);
  if (first === undefined || others.length > 0)
    throw new Error(`Not one answer but ${JSON.stringify(spoken(slack).map(({ text }) => text))}`);
  return first;
}

/** The message as it is now. */
export function now({ messages }: Slack, { channel, ts }: Pick<Message, 'channel' | 'ts'>): Message {
  const found = messages.find(message => message.channel === channel && message.ts === ts);
  if (found === undefined) throw new Error(`There is no message ${ts}.`);
  return found;
}

/** Labels of the buttons that a message has. */
export function buttonsOf({ blocks }: Pick<Message, 'blocks'>): string[] {
  const labels = JSON.stringify(blocks).matchAll(
    /"type":"button",.*?"text":\{"type":"plain_text","text":("(?:[^"\\]|\\.)*")/g,
  );
  return [...labels].map(([, label = '""']) => String(JSON.parse(label)));
}

export const kindsOf = ({ blocks }: Pick<Message, 'blocks'>): string[] =>
  blocks.map(({ type }) => String(type));
