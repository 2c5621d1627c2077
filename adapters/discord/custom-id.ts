import { createHash } from 'node:crypto';
import type { Choice } from '../../src/replies/reply.ts';
import type { ButtonKind } from '../chat/pressed.ts';
import { LIMITS } from './limits.ts';

/** What a pressed component tells. */
export interface CustomId {
  readonly kind: ButtonKind;
  /** For a page its number, from 0; for Delete who asked; else the component's place, which keeps ids apart. */
  readonly place: string;
  /** The text to ask; for a text that is too long, a key of it. */
  readonly text: string;
  readonly isKey: boolean;
}

/** "dismiss:", a user's id of up to 20 digits and ":" stand before the text. */
const LONGEST_PREFIX = 'dismiss:'.length + 20 + 1;
export const LONGEST_TEXT = LIMITS.customId.most - LONGEST_PREFIX;

/** `ask:3:Advantages of Containers`, or `ask#3:` and a key. */
export function writeId(kind: ButtonKind, place: number | string, text: string): string {
  return text.length <= LONGEST_TEXT ? `${kind}:${place}:${text}` : `${kind}#${place}:${keyOf(text)}`;
}

/** Null for an id that is not ours. */
export function readId(id: string): CustomId | null {
  const [, word, sign, place = '', text = ''] = /^([a-z]+)([:#])(\d+):([\s\S]*)$/.exec(id) ?? [];
  const kinds: readonly ButtonKind[] = ['ask', 'back', 'page', 'share', 'dismiss'];
  const kind = kinds.find(known => known === word);
  return kind === undefined ? null : { kind, place, text, isKey: sign === '#' };
}

/** The text that a key stands for, among the choices of the message that it was pressed in. */
export function textOfKey(key: string, choices: readonly Choice[]): string | null {
  return choices.find(({ ask }) => keyOf(ask) === key)?.ask ?? null;
}

/** The same for the same text, after a restart as well. */
function keyOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 22);
}
