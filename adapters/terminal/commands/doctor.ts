import type { Bot } from '../../../src/bot.ts';
import { safe } from '../../../src/replies/safe.ts';
import { bad, type Finding, good } from '../../finding.ts';
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
  async run({ bot, host, settings: { listening } }) {
    const screen = screenOf(host);
    const configured = SURFACES.filter(surface => surface.isConfigured(host.env));
    if (configured.length === 0) {
      const known = SURFACES.map(({ title, name }) => `${title} (adapters/${name}/README.md)`).join(', ');
      for (const surface of SURFACES)
        for (const hint of surface.misspelt(host.env)) screen.write(`${safe(hint)}\n`);
      screen.write(`No chat platform is configured. There are: ${known}.\n`);
      return 1;
    }
    const sections = [
      { title: 'Glossary', findings: [examineGlossary(bot)] },
      ...(await Promise.all(
        configured.map(async ({ title, examine }) => ({
          title,
          findings: await examine({ env: host.env, listening }),
        })),
      )),
    ];
    let worst = 0;
    for (const { title, findings } of sections) {
      screen.write(`${screen.style('bold', title)}\n`);
      for (const { state, text, fix } of findings) {
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

function examineGlossary({ glossary: { terms, pages } }: Bot): Finding {
  if (terms.length > 0) return good(`${terms.length} terms from ${pages} pages.`);
  const fix = 'Correct SECTERM_DATA, or remove it to use the glossary that comes with secterm.';
  return bad('There is no term, so there is nothing to answer from.', fix);
}
