import { CONTROLS } from './controls.ts';
import { note, quote } from './pieces.ts';
import type { Choice, Phrased } from './reply.ts';

/** What a surface says when it cannot do what a button or a command asked. */
export const NOTICES = {
  /** Something failed after the question was taken. */
  failed: () =>
    notice(
      'Something went wrong while answering. Ask again; if it happens again, tell whoever runs this bot.',
    ),
  /** A button of an old message asks for what the glossary no longer has; `nearest` is offered instead. */
  gone: (ask: string, nearest: readonly Choice[]): Phrased => ({
    ...notice(
      `“${quote(ask)}” is no longer in the glossary.${nearest.length > 0 ? ' The nearest to it:' : ''}`,
    ),
    choices: nearest,
  }),
  /** Of very many terms, those beyond what is explained. */
  unexplained: (terms: readonly Choice[]): Phrased => ({
    parts: [
      note('The text uses these terms as well. Choose one to have it explained:'),
      { kind: 'points', title: null, points: terms.map(({ label }) => ({ label, text: [], points: [] })) },
    ],
    choices: terms,
    sources: [],
  }),
  /** A channel that the bot may not post in. */
  notMember: (bot: string) =>
    notice(
      `I am not a member of this channel, so I cannot post here. Type “/invite ${bot}”, then press “${CONTROLS.share}” again.`,
    ),
  notYours: () => notice('Only who asked, and who may manage messages here, can delete this answer.'),
  cannotShare: () => notice('This could not be posted here: the channel does not take messages from me.'),
} as const;

function notice(text: string): Phrased {
  return { parts: [note(text)], choices: [], sources: [] };
}
