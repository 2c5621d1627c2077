import type { ActionsBlockElement } from '@slack/types';
import { LIMITS } from '../limits.ts';

/**
 * Who sees a message, and what can be done with it: a `private` one can be shared, an `overheard` one dismissed;
 * `glosses` are private, and stay when one of their buttons is pressed.
 */
const SETTINGS = ['private', 'public', 'overheard', 'glosses'] as const;
export type Setting = (typeof SETTINGS)[number];

/**
 * What a message tells of itself when one of its buttons is pressed. Slack sends no content of a private message then,
 * only the ids of the button and of its block, so it stands in those.
 */
export interface MessageState {
  readonly setting: Setting;
  /** What the message showed first; its Back button asks that. Empty when there is no way back. */
  readonly origin: string;
  /** Whether that was an answer, rather than a guess or a question back: if it is none now, it has gone. */
  readonly answered: boolean;
}

/** Characters of the origin that stand in a block's id, after "overheard?99:", and in an action's, after "choose:99|". */
const IN_BLOCK = LIMITS.blockId.most - 'overheard?99:'.length;
const IN_ACTION = LIMITS.blockId.most - 'choose:99|'.length;
export const LONGEST_ORIGIN = IN_BLOCK + IN_ACTION - 1;

export function blockIdOf({ setting, origin, answered }: MessageState, row: number): string {
  return `${setting}${answered ? ':' : '?'}${row}:${headOf(origin)}`;
}

/** The element with the rest of the origin in its id. */
export function withState<E extends ActionsBlockElement>(element: E, { origin }: MessageState): E {
  const rest = origin.slice(headOf(origin).length);
  return rest === '' ? element : { ...element, action_id: `${element.action_id}|${rest}` };
}

/** Reads both ids of a pressed button: its own name, and the message's state. Ids that are not ours give no way back. */
export function readState(blockId: string, actionId: string): MessageState & { readonly id: string } {
  const [, name = '', kind = '', head = ''] = /^(\w+)([:?])\d+:([\s\S]*)$/.exec(blockId) ?? [];
  const [, id = '', rest = ''] = /^([^|]*)\|?([\s\S]*)$/.exec(actionId) ?? [];
  const setting = SETTINGS.find(known => known === name) ?? 'public';
  return { id, setting, origin: head + rest, answered: kind === ':' };
}

function headOf(origin: string): string {
  const head = origin.slice(0, IN_BLOCK);
  return head.replace(/[\uD800-\uDBFF]$/, '');
}
