import { ComponentType, MessageFlags } from 'discord-api-types/v10';
import { type ApiError, emptyMessage, invalidForm, ApiError as Refusal } from './api-error.ts';
import { components, legacyComponents } from './check-components.ts';
import { embeds } from './check-embeds.ts';
import { checkUnique, componentsIn } from './component-tree.ts';
import { isFilled, type JsonObject, numberOf, textOf } from './json.ts';
import { LIMITS } from './limits.ts';
import { allowedMentions } from './mentions.ts';
import { boolean, list, number, object, oneOf, type Path, Problems, string, unchecked } from './schema.ts';

/** What Discord would make of the body of a message. */
export interface Checked {
  /** Why it would be refused. */
  readonly error?: ApiError;
  readonly isV2: boolean;
  /** How many components there are, nested ones included. */
  readonly components: number;
  /** How long all text displays are together. */
  readonly characters: number;
}

export interface About {
  /** The flags of the message that is edited; without it, a new message. */
  readonly before?: number;
  /** Where the message is inside the body: ['data'] in a callback. */
  readonly at?: Path;
}

const body = object(
  {},
  {
    content: string(LIMITS.content),
    embeds,
    allowed_mentions: allowedMentions,
    flags: number(0, 2 ** 31 - 1),
    tts: boolean,
    attachments: list(unchecked, 10),
    sticker_ids: list(string(20), LIMITS.stickers),
    enforce_nonce: boolean,
    message_reference: object(
      { message_id: string(20, 1) },
      { type: oneOf(0, 1), fail_if_not_exists: boolean },
    ),
  },
);

/**
 * Checks what every message must keep to, however it is sent. The flag cannot be taken from a message: an edit
 * without `flags` is checked by the flags of the message; one with `flags` but not the bit is checked as a message
 * of the old kind (so seen in github.com/discord-net/Discord.Net/issues/3132).
 */
export function checkMessage(message: JsonObject, { before, at = [] }: About = {}): Checked {
  const problems = new Problems();
  const isSaid = typeof message['flags'] === 'number';
  const flags = isSaid ? numberOf(message, 'flags') : (before ?? 0);
  const isV2 = (flags & MessageFlags.IsComponentsV2) !== 0;
  const parts = componentsIn(message['components']).map(({ component }) => component);
  const texts = parts
    .filter(({ type }) => type === ComponentType.TextDisplay)
    .map(text => textOf(text, 'content'));
  const characters = texts.reduce((sum, text) => sum + text.trim().length, 0);
  const counts = { isV2, components: parts.length, characters };
  body(message, at, problems);
  checkNonce(message['nonce'], [...at, 'nonce'], problems);
  if (message['components'] !== undefined && message['components'] !== null) {
    const place = [...at, 'components'];
    (isV2 ? components : legacyComponents)(message['components'], place, problems);
    checkUnique(message['components'], place, problems);
    if (isV2) checkTotals(counts, place, problems);
  }
  if (isV2) checkLegacyFields(message, at, problems);
  const { tree } = problems;
  if (tree !== undefined) return { ...counts, error: invalidForm(tree) };
  if (before === undefined && isEmpty(message)) return { ...counts, error: emptyMessage() };
  if (isV2 && isTooBig(texts)) return { ...counts, error: new Refusal(500, 0, '500: Internal Server Error') };
  return counts;
}

function checkTotals(
  { components: count, characters }: Omit<Checked, 'error'>,
  at: Path,
  problems: Problems,
): void {
  if (count > LIMITS.components)
    problems.add(
      at,
      'COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED',
      `Total number of components cannot exceed ${LIMITS.components}`,
    );
  if (characters > LIMITS.textTotal)
    problems.add(
      at,
      'COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED',
      `Components displayable text size exceeds maximum size of ${LIMITS.textTotal}`,
    );
}

/** "When the flag IS_COMPONENTS_V2 is set, the message can only contain components" (Create Message). */
function checkLegacyFields(message: JsonObject, at: Path, problems: Problems): void {
  for (const field of ['content', 'embeds', 'sticker_ids', 'poll', 'shared_client_theme']) {
    if (isFilled(message[field]))
      problems.add(
        [...at, field],
        'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
        `The '${field}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2`,
      );
  }
}

function checkNonce(nonce: unknown, at: Path, problems: Problems): void {
  if (nonce === undefined || nonce === null || typeof nonce === 'number') return;
  if (typeof nonce !== 'string' || nonce.length > LIMITS.nonce)
    problems.add(at, 'NONCE_TYPE_TOO_LONG', `Must be ${LIMITS.nonce} or fewer characters long.`);
}

/** "At least one of content, embeds, sticker_ids, components, files[n], poll … is required" (Create Message). */
const isEmpty = (message: JsonObject): boolean =>
  textOf(message, 'content').trim() === '' &&
  !['embeds', 'components', 'sticker_ids', 'poll', 'attachments'].some(field => isFilled(message[field]));

const isTooBig = (texts: readonly string[]): boolean =>
  texts.reduce((sum, text) => sum + Buffer.byteLength(text) + LIMITS.textBytesEach, 0) > LIMITS.textBytes;
