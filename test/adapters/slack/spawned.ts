import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Finish } from './program.ts';

const PROGRAM = fileURLToPath(new URL('../../../bin/secterm.js', import.meta.url));
/** How long a line is waited for, in milliseconds. */
const PATIENCE = 15_000;

/** A line of the log. */
export interface LogLine {
  readonly level: string;
  readonly msg: string;
  readonly retryInSeconds?: number;
}

/** The bot in a process of its own. */
export interface Spawned {
  /** All that it wrote, to both streams. */
  readonly output: string;
  readonly code: number | null;
  /** Resolves with the first line, written or to be written, whose message fits. */
  waitForLine(fits: RegExp): Promise<LogLine>;
  /** Sends SIGTERM; resolves with the time that the process took to end, in milliseconds. */
  terminate(): Promise<number>;
  /** Resolves when the process has ended. */
  readonly ended: Promise<unknown>;
}

/** Starts `secterm` without input and with nothing of the developer's environment. Killed when the test ends. */
export function spawnBot(env: Readonly<Record<string, string>>, onTestFinished: Finish): Spawned {
  const home = mkdtempSync(join(tmpdir(), 'secterm-slack-'));
  const child = spawn(process.execPath, [PROGRAM, 'start'], {
    cwd: home,
    env: { PATH: process.env['PATH'] ?? '', HOME: home, XDG_CACHE_HOME: join(home, 'cache'), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = once(child, 'close');
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await ended;
    rmSync(home, { recursive: true, force: true });
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => {
    output += chunk.toString();
  });
  const lines: LogLine[] = [];
  const waiting = new Set<() => void>();
  createInterface({ input: child.stderr }).on('line', text => {
    output += `${text}\n`;
    lines.push(text.startsWith('{') ? JSON.parse(text) : { level: 'none', msg: text });
    for (const look of waiting) look();
  });
  return {
    get output() {
      return output;
    },
    get code() {
      return child.exitCode;
    },
    ended,
    waitForLine: fits =>
      new Promise((resolve, reject) => {
        const over = setTimeout(() => reject(new Error(`No line fits ${fits} in:\n${output}`)), PATIENCE);
        const look = () => {
          const found = lines.find(({ msg }) => fits.test(msg));
          if (found === undefined) return;
          clearTimeout(over);
          waiting.delete(look);
          resolve(found);
        };
        waiting.add(look);
        look();
      }),
    async terminate() {
      const at = performance.now();
      child.kill('SIGTERM');
      await ended;
      return performance.now() - at;
    },
  };
}
