import { safe } from '../../../src/replies/safe.ts';
import type { Host } from '../../host.ts';
import { SURFACES } from '../../surfaces.ts';
import type { Invocation } from '../arguments.ts';
import type { OperatorCommand } from './command.ts';

/** What `npm start` and an image run. */
export const start: OperatorCommand = {
  name: 'start',
  usage: 'start',
  summary: 'Run the chat platforms that are set up; without any, the prompt and the web page.',
  comesFirst: true,
  run({ start: run, host }) {
    tellMisspelt(host);
    return run();
  },
};

/** Names the settings that look misspelt. */
export function tellMisspelt({ env, stderr }: Pick<Host, 'env' | 'stderr'>): void {
  for (const surface of SURFACES) for (const hint of surface.misspelt(env)) stderr.write(`${safe(hint)}\n`);
}

/** Whether this is what was typed, and nothing else. */
export function isStart({ words, json, as }: Invocation): boolean {
  return words.length === 1 && words[0] === start.name && !json && as === null;
}
