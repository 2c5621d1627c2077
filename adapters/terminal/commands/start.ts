import { safe } from '../../../src/replies/safe.ts';
import { SURFACES } from '../../surfaces.ts';
import type { OperatorCommand } from './command.ts';

/** What `npm start` and an image run. */
export const start: OperatorCommand = {
  name: 'start',
  usage: 'start',
  summary: 'Run the chat platforms that are set up; without any, the prompt.',
  comesFirst: true,
  run({ start: run, host }) {
    for (const surface of SURFACES)
      for (const hint of surface.misspelt(host.env)) host.stderr.write(`${safe(hint)}\n`);
    return run();
  },
};
