import { safe } from '../../../src/replies/safe.ts';
import type { Finding } from '../../surface.ts';
import { SURFACES } from '../../surfaces.ts';
import { screenOf } from '../screen.ts';
import { wrap } from '../text.ts';
import type { OperatorCommand } from './command.ts';

const MARKS = { good: 'ok     ', bad: 'wrong  ', unknown: '?      ' } as const satisfies Record<
  Finding['state'],
  string
>;

/** Asks each configured platform whether everything is set up, and says how to mend what is not. */
export const doctor: OperatorCommand = {
  name: 'doctor',
  usage: 'doctor',
  summary: 'Ask the chat platforms whether everything is set up; name what is wrong, and the fix.',
  async run({ host, settings: { listening } }) {
    const screen = screenOf(host);
    const configured = SURFACES.filter(surface => surface.isConfigured(host.env));
    if (configured.length === 0) {
      const known = SURFACES.map(({ title, name }) => `${title} (adapters/${name}/README.md)`).join(', ');
      screen.write(`No chat platform is configured. There are: ${known}.\n`);
      return 1;
    }
    let worst = 0;
    for (const { title, examine } of configured) {
      screen.write(`${screen.style('bold', title)}\n`);
      for (const { state, text, fix } of await examine({ env: host.env, listening })) {
        const lines = [text, ...(fix === null ? [] : [fix])].map(line =>
          wrap(safe(line), screen.width - 9, ''),
        );
        screen.write(`  ${MARKS[state]}${lines.join('\n').replaceAll('\n', `\n         `)}\n`);
        if (state === 'bad') worst = 1;
      }
    }
    return worst;
  },
};
