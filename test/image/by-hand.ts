/**
 * Shows that the image works, without Docker: `npm run image`. Runs the Dockerfile's steps in a clean folder, then what
 * they made, as the Dockerfile's user and with nothing but the Dockerfile's environment, against stand-ins of Slack and Discord.
 * Prints figures; ends with 1 when anything is not as it should be. Needs npm's registry or cache.
 */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startDiscord, visibleText } from '../adapters/discord/stand-in/index.ts';
import { startSlack } from '../adapters/slack/stand-in/index.ts';
import { buildByHand } from './build-by-hand.ts';
import { CONTEXT, readAllowed, readStages } from './dockerfile.ts';
import { createContainer } from './run-by-hand.ts';

/** Docker kills ten seconds after SIGTERM; to be ready may take as long. In milliseconds. */
const PATIENCE = 10_000;

const scratch = mkdtempSync(join(tmpdir(), 'secterm-image-'));
chmodSync(scratch, 0o755);
const slack = await startSlack({});
const discord = await startDiscord();
try {
  const before = performance.now();
  const image = buildByHand(await readStages(), await readAllowed(), scratch);
  say(`built in ${seconds(before)}`);
  const app = join(image.root, image.workdir);
  assert.deepEqual(developmentOnly(app), [], 'packages that only development needs are in the image');
  say(
    `${mebibytes(image.root)} MiB in the image's own layers, ${mebibytes(join(app, 'node_modules'))} of them packages`,
  );

  const temporary = join(scratch, 'tmp');
  mkdirSync(temporary);
  chmodSync(temporary, 0o1777);
  const container = await createContainer(image, temporary, {
    SLACK_BOT_TOKEN: slack.tokens.bot,
    SLACK_APP_TOKEN: slack.tokens.app,
    SLACK_API_URL: slack.apiUrl,
    DISCORD_TOKEN: discord.token,
    DISCORD_API_URL: discord.apiUrl,
  });
  const files = listing(image.root);
  assert.match(await container.output(['containers']), /A container is/);
  assert.equal(await container.health(), 1, 'the health check of a container that does not run');

  const start = performance.now();
  const bot = container.start();
  const ready = await bot.answering('/readyz', PATIENCE);
  say(`ready in ${seconds(start)}`);
  const { connections, glossary } = JSON.parse(ready);
  assert.deepEqual(
    connections.map(({ name }: { name: string }) => name),
    ['Slack', 'Discord'],
  );
  assert.ok(glossary.terms > 100);
  await bot.answering('/healthz', PATIENCE);
  assert.equal(await container.health(), 0, 'the health check of a container that runs');
  say(`${bot.memory()} MiB of memory, Slack over Socket Mode and Discord`);
  await slack.command('containers');
  await slack.idle();
  assert.match(slack.messages.at(-1)?.text ?? '', /A container is/);
  await discord.slash('secterm term', { text: 'containers' });
  await discord.idle();
  assert.match(visibleText(discord.messages.at(-1) ?? {}), /A container is/);
  say('answered in Slack and in Discord, from one process');

  const end = performance.now();
  assert.equal(await bot.terminate(PATIENCE), 0, `the exit code after SIGTERM:\n${bot.log()}`);
  say(`ended in ${seconds(end)} after SIGTERM`);
  assert.deepEqual(listing(image.root), files, 'something was written outside /tmp');
  say(`as user ${image.user}, written to /tmp only: ${readdirSync(temporary).join(', ') || 'nothing'}`);
  say('good');
} finally {
  await Promise.all([slack.stop(), discord.stop()]);
  execFileSync('chmod', ['-R', 'u+w', scratch]);
  rmSync(scratch, { recursive: true, force: true });
}

function say(text: string): void {
  process.stdout.write(`image: ${text}\n`);
}

function seconds(since: number): string {
  return `${((performance.now() - since) / 1000).toFixed(1)} s`;
}

/** Room on the disk. */
function mebibytes(folder: string): number {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const blocks = names.map(name => lstatSync(join(folder, name)).blocks);
  return Math.ceil((blocks.reduce((sum, each) => sum + each, 0) * 512) / 1024 ** 2);
}

/** Packages that the lockfile marks as needed by development alone, and that are there all the same. */
function developmentOnly(app: string): string[] {
  const { packages } = JSON.parse(readFileSync(new URL('package-lock.json', CONTEXT), 'utf8'));
  const names = Object.keys(packages).filter(name => packages[name].dev === true);
  assert.ok(names.length > 50);
  return names.filter(name => existsSync(join(app, name)));
}

/** Every file with its size and when it was changed. */
function listing(root: string): string[] {
  const names = readdirSync(root, { recursive: true, encoding: 'utf8' }).sort();
  return names.map(name => {
    const { size, mtimeMs } = statSync(join(root, name), { throwIfNoEntry: false }) ?? {
      size: 0,
      mtimeMs: 0,
    };
    return `${name} ${size} ${mtimeMs}`;
  });
}
