import { createHash } from 'node:crypto';
import type { ButtonKind } from '../../chat/pressed.ts';
import { LIMITS } from '../limits.ts';

/** What a press does. `gloss` is a choice, too, answered beside the message instead of in its place. */
const KINDS = ['ask', 'gloss', 'back', 'page', 'share', 'dismiss'] as const satisfies readonly (
  | ButtonKind
  | 'gloss'
)[];
type Kind = (typeof KINDS)[number];

/** What a pressed component tells. */
export interface CustomId {
  readonly kind: Kind;
  /** A page's number, from 0; for Delete who asked; for Back `GUESS` where no answer stood there; else its own place. */
  readonly place: string;
  /** The text to ask; for a text that is too long, a key of it. */
  readonly text: string;
  readonly isKey: boolean;
  /** What the message was an answer to, where none of its controls tells that. */
  readonly origin: string;
}

/** The place of a Back button that leads to a guess or a question back. */
export const GUESS = 1;

/** "dismiss:", a user's id of up to 20 digits and ":" stand before the text. */
const LONGEST_PREFIX = 'dismiss:'.length + 20 + 1;
export const LONGEST_TEXT = LIMITS.customId.most - LONGEST_PREFIX;

/**
 * `ask:3:Advantages of Containers`, or `ask#3:` and a key. An origin follows the text, whose length is then told:
 * `ask:3.24:Advantages of Containerscontaners`; one that does not fit is left out.
 */
export function writeId(kind: Kind, place: number | string, text: string, origin = ''): string {
  const [sign, shown] = text.length <= LONGEST_TEXT ? [':', text] : ['#', keyOf(text)];
  const long = `${kind}${sign}${place}.${shown.length}:${shown}${origin}`;
  return origin !== '' && long.length <= LIMITS.customId.most ? long : `${kind}${sign}${place}:${shown}`;
}

/** Null for an id that is not ours. */
export function readId(id: string): CustomId | null {
  const [, word, sign, place = '', length, all = ''] =
    /^([a-z]+)([:#])(\d+)(?:\.(\d+))?:([\s\S]*)$/.exec(id) ?? [];
  const kind = KINDS.find(known => known === word);
  if (kind === undefined) return null;
  const end = length === undefined ? all.length : Number(length);
  return { kind, place, isKey: sign === '#', text: all.slice(0, end), origin: all.slice(end) };
}

/** The text that a key stands for, among some texts; null when it is none of them. */
export function textOfKey(key: string, texts: readonly string[]): string | null {
  return texts.find(text => keyOf(text) === key) ?? null;
}

/** The same for the same text, after a restart as well. */
function keyOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 22);
}
