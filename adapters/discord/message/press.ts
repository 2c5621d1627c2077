import type { Bot, Outcome } from '../../../src/bot.ts';
import { NOTICES } from '../../../src/replies/notices.ts';
import { hasGone, isAnswer, nearestOf, textToShare } from '../../chat/pressed.ts';
import { type CustomId, GUESS, readId, textOfKey } from './custom-id.ts';
import { compose, composeNotice, countPages, type Frame, type Message } from './message.ts';

/** A pressed button or chosen menu entry, and the message that it stands in. */
export interface Press {
  readonly pressed: CustomId;
  /** The ids of all buttons of the message that are ours. */
  readonly ids: readonly CustomId[];
  readonly isPrivate: boolean;
  /** The id of who pressed. */
  readonly user: string;
}

type Forms = readonly [Message, ...Message[]];

/** What a press leads to; each message as forms, the richest first. */
export type Reaction =
  | { readonly kind: 'replace'; readonly forms: Forms }
  /** Shown to the one who pressed alone; the message stays. */
  | { readonly kind: 'tell'; readonly forms: Forms }
  | {
      readonly kind: 'share';
      /** What was asked, and its page: each answer of a message is shared once. */
      readonly answer: string;
      /** The private message without Share, and with it again, where posting fails. */
      readonly own: { readonly shared: Forms; readonly unshared: Forms };
      readonly posts: readonly Forms[];
    }
  | { readonly kind: 'remove' };

/** What a press of each kind does that asks something. */
const REACTIONS: Readonly<
  Record<Exclude<CustomId['kind'], 'dismiss'>, (bot: Bot, press: Press) => Reaction>
> = {
  ask: changeInPlace,
  gloss: answerBeside,
  back: changeInPlace,
  page: changeInPlace,
  share,
};

/** @param bot asked for only where something is asked: taking a message away waits for no glossary. */
export async function react(bot: () => Promise<Bot>, press: Press): Promise<Reaction> {
  const { kind } = press.pressed;
  return kind === 'dismiss' ? { kind: 'remove' } : REACTIONS[kind](await bot(), press);
}

/** Those ids that are ours. */
export function readIds(ids: readonly string[]): readonly CustomId[] {
  return ids.flatMap(id => readId(id) ?? []);
}

/** What a text of a command or a button is answered with. */
export function hear(bot: Bot, text: string): Outcome {
  return bot.hear({ text, heardAs: 'command', after: [] });
}

/** A private answer that nothing came before. @param asker who asked, by id. */
export function firstFrame(ask: string, asker: string): Frame {
  return { setting: 'private', ask, origin: ask, page: 0, asker };
}

/** What a pressed message tells of itself. */
interface MessageState {
  /** The text that it answers. */
  readonly now: string;
  /** What it showed first, and whether that was an answer. */
  readonly origin: string;
  readonly answered: boolean;
}

/** Read from the ids of the message's own controls. */
function stateOf(bot: Bot, { ids, pressed }: Press): MessageState {
  const told = ids.filter(({ isKey }) => !isKey);
  const now = told.find(({ kind }) => NOW.includes(kind))?.text ?? pressed.origin;
  const back = told.find(({ kind }) => kind === 'back');
  if (back !== undefined) return { now, origin: back.text, answered: back.place !== String(GUESS) };
  return { now, origin: now, answered: isAnswer(hear(bot, now).answer) };
}

/** The controls that carry what the message answers. */
const NOW: readonly CustomId['kind'][] = ['share', 'dismiss', 'page'];

/** What a component asks. Where its id holds a key, that of a choice which the message offers, or else of a term. */
function askOf(bot: Bot, { isKey, text }: CustomId, now: string): string {
  if (!isKey) return text;
  const names = bot.glossary.terms.map(({ name }) => name);
  return textOfKey(text, [...hear(bot, now).reply.choices.map(choice => choice.ask), ...names]) ?? '';
}

function changeInPlace(bot: Bot, press: Press): Reaction {
  const { pressed, ids, isPrivate, user } = press;
  const { now, origin, answered } = stateOf(bot, press);
  const ask = askOf(bot, pressed, now);
  const outcome = hear(bot, ask);
  const { kind, place } = pressed;
  if (hasGone(kind === 'gloss' ? 'ask' : kind, outcome, { answered, pages: countPages(outcome.reply) }))
    return gone(ask, outcome);
  const frame: Frame = {
    setting: isPrivate ? 'private' : 'public',
    ask,
    ...(origin === '' ? { origin: ask } : { origin, answered }),
    page: kind === 'page' ? Number(place) : 0,
    asker: ids.find(id => id.kind === 'dismiss')?.place ?? user,
  };
  return { kind: 'replace', forms: compose(outcome, frame) };
}

/** One of the terms that a message explains is answered in a message of its own. */
function answerBeside(bot: Bot, { pressed, user }: Press): Reaction {
  const ask = askOf(bot, pressed, pressed.origin);
  const outcome = hear(bot, ask);
  if (hasGone('ask', outcome, { answered: true, pages: countPages(outcome.reply) }))
    return gone(ask, outcome);
  return { kind: 'tell', forms: compose(outcome, firstFrame(ask, user)) };
}

function gone(ask: string, outcome: Outcome): Reaction {
  return { kind: 'tell', forms: composeNotice(NOTICES.gone(ask, nearestOf(outcome))) };
}

/**
 * Posts a private answer for all, and takes Share away from the private one. Nobody is named; what was asked in
 * private stays private: the shared message carries the names that it shows anyway, or no text at all.
 */
function share(bot: Bot, press: Press): Reaction {
  const { pressed, user } = press;
  const { text: ask, place } = pressed;
  const outcome = hear(bot, ask);
  const pages = countPages(outcome.reply);
  if (hasGone('share', outcome, { answered: true, pages })) return gone(ask, outcome);
  const { origin, answered } = stateOf(bot, press);
  const own: Frame = { ...firstFrame(ask, user), origin, answered, page: Number(place) };
  const again = textToShare(outcome, ask);
  const posted: Frame = { ...firstFrame(again, user), setting: 'public' };
  return {
    kind: 'share',
    answer: `${ask} ${place}`,
    own: { shared: compose(outcome, { ...own, isShared: true }), unshared: compose(outcome, own) },
    posts: Array.from({ length: again === '' ? pages : 1 }, (_, page) =>
      compose(outcome, { ...posted, page }),
    ),
  };
}
