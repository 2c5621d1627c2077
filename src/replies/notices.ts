import { note, quote } from './pieces.ts';
import type { Phrased } from './reply.ts';

/** What a surface says when it cannot do what a button or a command asked. */
export const NOTICES = {
  /** Something failed after the question was taken. */
  failed: () =>
    notice(
      'Something went wrong while answering. Ask again; if it happens again, tell whoever runs this bot.',
    ),
  /** A button of an old message asks for what the glossary no longer has; what is nearest follows. */
  gone: (ask: string, nearest: Phrased): Phrased => ({
    ...nearest,
    parts: [note(`“${quote(ask)}” is no longer in the glossary.`), ...nearest.parts],
  }),
  /** A channel that the bot may not post in. */
  notMember: (bot: string) =>
    notice(
      `I am not a member of this channel, so I cannot post here. Type “/invite ${bot}”, then press Share again.`,
    ),
  cannotShare: () => notice('This could not be posted here: the channel does not take messages from me.'),
} as const;

function notice(text: string): Phrased {
  return { parts: [note(text)], choices: [], sources: [] };
}
