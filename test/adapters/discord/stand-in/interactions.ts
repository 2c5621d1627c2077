import type { JsonObject } from './json.ts';
import type { Channel } from './options.ts';
import type { Choice, Delivery, DeliveryKind, Message, Reply } from './records.ts';

/** An interaction as Discord keeps it while its token is valid. */
export interface Interaction {
  readonly id: string;
  readonly token: string;
  readonly kind: DeliveryKind;
  readonly user: string;
  readonly channel: Channel;
  readonly sentAt: number;
  /** Who authorized it: https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-object-authorizing-integration-owners-object */
  readonly owners: JsonObject;
  /** The message whose component was used. */
  readonly source: string | undefined;
  /** Resolves with the first answer. */
  readonly acked: Promise<void>;
  readonly acknowledge: () => void;
  /** When the token ends to be valid. */
  expiresAt: number;
  /** True when no answer came in time: the token is worth nothing any more. */
  isLost: boolean;
  reply: Reply | undefined;
  /** The message that @original stands for. */
  original: string | undefined;
  isEphemeral: boolean;
  followUps: number;
  choices: readonly Choice[];
  message: Message | undefined;
}

/** An interaction that waits for its first answer. */
export function newInteraction(
  about: Pick<Interaction, 'id' | 'token' | 'kind' | 'user' | 'channel' | 'owners' | 'source'>,
  tokenLimitMs: number,
): Interaction {
  const { promise, resolve } = Promise.withResolvers<void>();
  return {
    ...about,
    sentAt: performance.now(),
    acked: promise,
    acknowledge: resolve,
    expiresAt: Date.now() + tokenLimitMs,
    isLost: false,
    reply: undefined,
    original: undefined,
    isEphemeral: false,
    followUps: 0,
    choices: [],
    message: undefined,
  };
}

/** What Discord and the person know of it once it has an answer, or none in time. */
export function settled(interaction: Interaction, payload: JsonObject): Delivery {
  const { id, token, kind, reply = null, isEphemeral, message, choices, sentAt } = interaction;
  return {
    id,
    token,
    kind,
    payload,
    ackedAfterMs: reply === null ? null : performance.now() - sentAt,
    reply,
    ephemeral: isEphemeral,
    message,
    choices,
    notice: reply === null ? NOTICES[kind] : null,
  };
}

/** What Discord's clients say when no answer came in time. */
const NOTICES: Readonly<Record<DeliveryKind, string>> = {
  command: 'The application did not respond',
  message_command: 'The application did not respond',
  component: 'This interaction failed',
  autocomplete: 'Loading options failed',
};
