import type { Bot, Outcome } from '../../../src/bot.ts';
import { NOTICES } from '../../../src/replies/notices.ts';
import { type ButtonKind, hasGone, nearestOf, textToShare } from '../../chat/pressed.ts';
import { type MessageState, readState } from './block-state.ts';
import { compose, composeNotice, countPages, type Message } from './message.ts';

/** A pressed button or chosen menu entry, read from its ids and the text that it carries. */
export interface Press extends MessageState {
  readonly id: string;
  readonly kind: ButtonKind;
  /** The text to ask. */
  readonly ask: string;
}

type Forms = readonly [Message, ...Message[]];

/** What a press leads to; each message as forms, the richest first. */
export type Reaction =
  | { readonly kind: 'replace'; readonly forms: Forms }
  /** Shown to the one who pressed alone; the message stays. */
  | { readonly kind: 'tell'; readonly forms: readonly Message[] }
  /** Posted for all; the private message is then taken away. */
  | { readonly kind: 'share'; readonly posts: readonly Forms[] }
  | { readonly kind: 'remove' };

/** Null for ids that are not ours. */
export function readPress(blockId: string, actionId: string, ask: string): Press | null {
  const state = readState(blockId, actionId);
  const kind = kindOf(state.id);
  return kind === null ? null : { ...state, kind, ask };
}

/** The first word of a button's id says its kind; a menu's entries are choices, too. */
function kindOf(id: string): ButtonKind | null {
  const [word = ''] = id.split(':');
  const kinds: readonly ButtonKind[] = ['ask', 'back', 'page', 'share', 'dismiss'];
  return word === 'choose' ? 'ask' : (kinds.find(kind => kind === word) ?? null);
}

/** What each kind of button does that asks something. */
const REACTIONS: Readonly<Record<Exclude<ButtonKind, 'dismiss'>, (bot: Bot, press: Press) => Reaction>> = {
  ask: askInPlace,
  back: askInPlace,
  page: askInPlace,
  share,
};

/** @param bot asked for only where something is asked: taking a message away waits for no glossary. */
export async function react(bot: () => Promise<Bot>, press: Press): Promise<Reaction> {
  const { kind } = press;
  return kind === 'dismiss' ? { kind: 'remove' } : REACTIONS[kind](await bot(), press);
}

/** Changes the message to what was asked. When the glossary no longer has it, only the one who pressed is told. */
function askInPlace(bot: Bot, press: Press): Reaction {
  const { id, kind, ask, setting, origin, answered } = press;
  const outcome = bot.hear({ text: ask, heardAs: 'command', after: [] });
  const pages = countPages(outcome.reply);
  if (hasGone(kind, outcome, { answered, pages })) return gone(press, outcome);
  if (setting === 'glosses')
    return { kind: 'tell', forms: compose(outcome, { setting: 'private', ask, origin: ask, page: 0 }) };
  const page = Number(/^page:(\d+)$/.exec(id)?.[1] ?? 0);
  const first = origin === '' ? { origin: ask } : { origin, answered };
  return { kind: 'replace', forms: compose(outcome, { setting, ask, page, ...first }) };
}

function gone({ ask }: Press, outcome: Outcome): Reaction {
  return { kind: 'tell', forms: composeNotice(NOTICES.gone(ask, nearestOf(outcome))) };
}

/** Posts a private answer for all; nobody is named. */
function share(bot: Bot, press: Press): Reaction {
  const { ask, answered } = press;
  const outcome = bot.hear({ text: ask, heardAs: 'command', after: [] });
  const pages = countPages(outcome.reply);
  if (hasGone('share', outcome, { answered, pages })) return gone(press, outcome);
  // Without a text the shared message cannot lead to its further pages, so they are posted with it.
  const again = textToShare(outcome, ask);
  const posted = again === '' ? pages : 1;
  const posts = Array.from({ length: posted }, (_, page) =>
    compose(outcome, { setting: 'public', ask: again, origin: again, page }),
  );
  return { kind: 'share', posts };
}
