import type { Answer } from '../answers/answer.ts';
import { rich } from '../glossary/rich.ts';
import { COMMANDS } from '../language/commands.ts';
import { note } from './pieces.ts';
import type { Phrased } from './reply.ts';

export function phraseHelp({ examples }: Answer & { readonly kind: 'help' }): Phrased {
  return {
    parts: [
      { kind: 'heading', text: 'What you can ask', also: [] },
      note(
        'Type a term, or a question in plain words. Everything I say stands in the wiki, with its source.',
      ),
      {
        kind: 'points',
        title: 'Commands',
        points: COMMANDS.map(({ name, usage, summary }) => ({
          label: `${name} ${usage}`.trim(),
          text: rich(summary),
          points: [],
        })),
      },
    ],
    choices: [...examples.map(ask => ({ label: ask, ask })), { label: 'All subjects', ask: 'list' }],
    sources: [],
  };
}
