import { type ChildProcess, execFile, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Built } from './build-by-hand.ts';

/** How long between two looks, in milliseconds. */
const BETWEEN = 50;

/** An image that can be run. */
export interface Container {
  /** What the program prints when it is run with these words in place of CMD. */
  output(words: readonly string[]): Promise<string>;
  /** Runs the Dockerfile's health check, as Docker does beside a container; resolves with its exit code. */
  health(): Promise<number>;
  start(): Running;
}

export interface Running {
  /** Resolves with the body of the first answer of 200 to this path. */
  answering(path: string, patience: number): Promise<string>;
  /** Resident, in MiB. */
  memory(): number;
  /** Sends SIGTERM; resolves with the exit code. Kills the process when patience, in milliseconds, is over. */
  terminate(patience: number): Promise<number | null>;
  log(): string;
}

/**
 * Runs an image's program on this machine as the image's user, which owns none of its files. Where this process is not
 * root, so that it cannot become that user, the files are made unwritable instead.
 * @param temporary what stands for /tmp.
 * @param extra what `docker run --env` would add.
 */
export async function createContainer(
  image: Built,
  temporary: string,
  extra: Readonly<Record<string, string>>,
): Promise<Container> {
  const port = await freePort();
  const options = {
    cwd: join(image.root, image.workdir),
    env: { ...inside(image, temporary), ...extra, PORT: String(port) },
    ...identity(image),
  };
  const [program = '', ...first] = image.entrypoint;
  const ended = (command: string, words: readonly string[]) =>
    new Promise<{ code: number; stdout: string }>(resolve => {
      const child = execFile(command, words, options, (_, stdout) =>
        resolve({ code: child.exitCode ?? -1, stdout }),
      );
    });
  return {
    output: async words => (await ended(program, [...first, ...words])).stdout,
    async health() {
      const [command = '', ...words] = image.healthcheck;
      return (await ended(command, words)).code;
    },
    start: () =>
      running(
        spawn(program, [...first, ...image.cmd], { ...options, stdio: ['ignore', 'pipe', 'pipe'] }),
        port,
      ),
  };
}

function running(child: ChildProcess, port: number): Running {
  let log = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', chunk => {
      log += chunk;
    });
  const closed = once(child, 'close');
  return {
    async answering(path, patience) {
      for (const deadline = Date.now() + patience; Date.now() < deadline; await wait(BETWEEN)) {
        const response = await fetch(`http://127.0.0.1:${port}${path}`).catch(() => null);
        if (response?.status === 200) return response.text();
      }
      child.kill('SIGKILL');
      throw new Error(`${path} did not answer 200:\n${log}`);
    },
    memory: () => {
      const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
      return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024);
    },
    async terminate(patience) {
      child.kill('SIGTERM');
      const killing = setTimeout(() => child.kill('SIGKILL'), patience);
      await closed;
      clearTimeout(killing);
      return child.exitCode;
    },
    log: () => log,
  };
}

/** The image's environment, with its absolute paths as they are outside. */
function inside({ root, env }: Built, temporary: string): Record<string, string> {
  const outside = (value: string) => {
    if (value === '/tmp') return temporary;
    return value.startsWith('/') && existsSync(join(root, value)) ? join(root, value) : value;
  };
  const own = Object.entries(env).map(([name, value]) => [name, outside(value)]);
  const path = dirname(process.execPath);
  return { PATH: path, HOME: join(root, 'nowhere'), TMPDIR: temporary, ...Object.fromEntries(own) };
}

function identity({ root, user }: Built): { uid?: number; gid?: number } {
  const [uid, gid] = user.split(':').map(Number);
  if (process.getuid?.() === 0)
    return { ...(uid === undefined ? {} : { uid }), ...(gid === undefined ? {} : { gid }) };
  execFileSync('chmod', ['-R', 'a-w', root]);
  return {};
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  return typeof address === 'object' && address !== null ? address.port : 0;
}
