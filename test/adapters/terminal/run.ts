import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, onTestFinished } from 'vitest';

/** The program as it is installed, run in a process of its own. */
const PROGRAM = fileURLToPath(new URL('../../../bin/secterm.js', import.meta.url));

/** A program that has not ended after this many milliseconds is killed; its `code` is null. */
const LONGEST = 15_000;

/** Home of the runs: working folder, cache, and no .env. One for all runs of a file, removed after them. */
const HOME = mkdtempSync(join(tmpdir(), 'secterm-home-'));
afterAll(() => rmSync(HOME, { recursive: true, force: true }));

/** What a program left behind. */
export interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  /** What is written to its input, which then ends; null for no input at all, /dev/null. */
  readonly input?: string | Uint8Array | null;
  /** Whether the input stays open after that, as that of a service manager does. */
  readonly inputStaysOpen?: boolean;
  /** Whether the reader of its output is gone, as that of `secterm | head -1` is. */
  readonly outputIsClosed?: boolean;
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
}

/** Runs `secterm` with these arguments, without a terminal. */
export function run(args: readonly string[], options: RunOptions = {}): Promise<Run> {
  const { input = '', inputStaysOpen = false, outputIsClosed = false } = options;
  const child = spawn(process.execPath, [PROGRAM, ...args], {
    ...surroundings(options),
    stdio: [input === null ? 'ignore' : 'pipe', 'pipe', 'pipe'],
  });
  child.stdin?.on('error', () => {});
  child.stdin?.write(input ?? '');
  if (!inputStaysOpen) child.stdin?.end();
  if (outputIsClosed) child.stdout?.destroy();
  return ended(child);
}

export interface ConversationOptions extends Pick<RunOptions, 'env'> {
  /** Columns of the terminal; 0 for one that does not say, as on a serial line or in some containers. */
  readonly columns?: number;
}

/** Ends the input of a terminal. */
export const CTRL_D = '\u0004';
export const CTRL_C = '\u0003';

/**
 * Runs `secterm` on a pseudo-terminal and types each text when the prompt is there; a text ends with its own line
 * break or control character. Line breaks come back as "\n".
 */
export async function converse(
  texts: readonly string[],
  args: readonly string[],
  { env = {}, columns = 80 }: ConversationOptions = {},
): Promise<Run> {
  const size = columns === 0 ? '' : `stty cols ${columns} rows 24; `;
  const command = `${size}exec ${[process.execPath, PROGRAM, ...args].map(quote).join(' ')}`;
  const child = spawn('script', ['-qec', command, '/dev/null'], {
    ...surroundings({ env: { TERM: 'xterm-256color', SHELL: '/bin/sh', ...env } }),
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const waiting = [...texts];
  let prompts = 0;
  let seen = '';
  child.stdin.on('error', () => {});
  child.stdout.on('data', (chunk: Buffer) => {
    seen += chunk.toString('latin1');
    for (; prompts < seen.split('secterm> ').length - 1; prompts++) child.stdin.write(waiting.shift() ?? '');
  });
  const { stdout, ...rest } = await ended(child);
  return { ...rest, stdout: stdout.replace(/\r+\n/g, '\n') };
}

/** A temporary folder with these files, removed after the test. */
export async function folderOf(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'secterm-wiki-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  return folder;
}

/** Nothing of the developer's own environment but where programs are. */
function surroundings({ env, cwd = HOME }: Pick<RunOptions, 'env' | 'cwd'>) {
  const own = { PATH: process.env['PATH'] ?? '', HOME, XDG_CACHE_HOME: join(HOME, 'cache') };
  return { cwd, env: { ...own, ...env }, timeout: LONGEST, killSignal: 'SIGKILL' } as const;
}

function ended(child: ChildProcess): Promise<Run> {
  const stdout: Buffer[] = [];
  const stderr: Buffer[] = [];
  child.stdout?.on('data', (chunk: Buffer) => stdout.push(chunk));
  child.stderr?.on('data', (chunk: Buffer) => stderr.push(chunk));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', code => {
      child.stdin?.destroy();
      resolve({ code, stdout: Buffer.concat(stdout).toString(), stderr: Buffer.concat(stderr).toString() });
    });
  });
}

function quote(word: string): string {
  return `'${word.replaceAll("'", "'\\''")}'`;
}
