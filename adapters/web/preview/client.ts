import type { HeardAs } from '../../../src/bot.ts';
import type { Posted } from '../../surface.ts';
import type { Html } from '../html.ts';

/** How a text is given to the bot. `message` is somebody's message whose terms are to be explained. */
export const WAYS = ['command', 'mention', 'channel', 'message'] as const satisfies readonly (
  | HeardAs
  | 'message'
)[];
export type Way = (typeof WAYS)[number];

/** How the client of a chat platform draws a conversation. */
export interface Client {
  /** What the person typed, or the message that is to be explained. */
  asked(text: string, way: Way): Html;
  /** A message of the bot, from the body of its request. */
  posted(posted: Posted): Html;
}
