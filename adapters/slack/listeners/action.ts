import type { BlockAction } from '@slack/bolt';
import type { Outcome } from '../../../src/bot.ts';
import { NOTICES } from '../../../src/replies/notices.ts';
import { type ButtonKind, hasGone, nearestOf, textToShare } from '../../chat/pressed.ts';
import { type MessageState, readState } from '../blocks/block-state.ts';
import { compose, composeNotice, countPages } from '../blocks/message.ts';
import { codeOf, isNotMember, isRefusedPlace, isTimeout } from '../transport/errors.ts';
import { type ListenerContext, withFailureNotice } from './context.ts';
import { type Recipient, respondEphemerally } from './ephemeral.ts';

/** A pressed button or chosen menu entry, read. */
interface PressedAction extends Recipient, MessageState {
  readonly id: string;
  readonly kind: ButtonKind;
  /** The text to ask. */
  readonly ask: string;
  readonly message: string;
  readonly channelName: string;
}

/** What each kind of button does. */
const ACTIONS: Readonly<
  Record<ButtonKind, (context: ListenerContext, pressed: PressedAction) => Promise<void>>
> = {
  ask: askInPlace,
  back: askInPlace,
  page: askInPlace,
  share,
  dismiss: ({ outbox }, { responseUrl }) => outbox.remove(responseUrl),
};

/** The first word of a button's id says its kind; a menu's entries are choices, too. */
function kindOf(id: string): ButtonKind | null {
  const [word = ''] = id.split(':');
  const kinds: readonly ButtonKind[] = ['ask', 'back', 'page', 'share', 'dismiss'];
  return word === 'choose' ? 'ask' : (kinds.find(kind => kind === word) ?? null);
}

export async function onAction(context: ListenerContext, body: BlockAction): Promise<void> {
  const pressed = readAction(body);
  if (pressed === null) return;
  await withFailureNotice(
    context,
    () => ACTIONS[pressed.kind](context, pressed),
    forms => respondEphemerally(context, pressed, forms),
  );
}

function readAction(body: BlockAction): PressedAction | null {
  const [action] = body.actions;
  const container: Readonly<Record<string, unknown>> = body.container;
  const text = (name: string) => (typeof container[name] === 'string' ? container[name] : null);
  const channel = body.channel?.id ?? text('channel_id');
  const message = text('message_ts');
  if (action === undefined || !body.response_url || channel === null || message === null) return null;
  const ask =
    action.type === 'button'
      ? action.value
      : action.type === 'static_select'
        ? action.selected_option?.value
        : undefined;
  const state = readState(action.block_id, action.action_id);
  const kind = kindOf(state.id);
  if (kind === null) return null;
  return {
    ...state,
    kind,
    ask: ask ?? '',
    responseUrl: body.response_url,
    channel,
    user: body.user.id,
    thread: text('thread_ts'),
    message,
    channelName: body.channel?.name ?? '',
  };
}

/** Changes the message to what was asked. When the glossary no longer has it, only the one who pressed is told. */
async function askInPlace(context: ListenerContext, pressed: PressedAction): Promise<void> {
  const { id, kind, ask, setting, origin, answered, responseUrl } = pressed;
  const outcome = (await context.bot).hear({ text: ask, heardAs: 'command', after: [] });
  const pages = countPages(outcome.reply);
  if (hasGone(kind, outcome, { answered, pages })) return tellGone(context, pressed, outcome);
  if (setting === 'glosses') {
    return respondEphemerally(
      context,
      pressed,
      compose(outcome, { setting: 'private', ask, origin: ask, page: 0 }),
    );
  }
  const page = Number(/^page:(\d+)$/.exec(id)?.[1] ?? 0);
  const first = origin === '' ? { origin: ask } : { origin, answered };
  const forms = compose(outcome, { setting, ask, page, ...first });
  return context.outbox.respond(responseUrl, forms, { replaces: true });
}

function tellGone(context: ListenerContext, pressed: PressedAction, outcome: Outcome): Promise<void> {
  return respondEphemerally(context, pressed, composeNotice(NOTICES.gone(pressed.ask, nearestOf(outcome))));
}

/** Direct messages and group direct messages take no invitation. */
function isJoinable({ channel, channelName }: PressedAction): boolean {
  return !channel.startsWith('D') && !channelName.startsWith('mpdm-');
}

/** Posts a private answer for all, once; the private one is then taken away. Nobody is named. */
async function share(context: ListenerContext, pressed: PressedAction): Promise<void> {
  const { bot, outbox, deduplicator, log, identity } = context;
  const { ask, channel, thread, message, responseUrl } = pressed;
  const outcome = (await bot).hear({ text: ask, heardAs: 'command', after: [] });
  const pages = countPages(outcome.reply);
  if (hasGone('share', outcome, { answered: pressed.answered, pages }))
    return tellGone(context, pressed, outcome);
  const claim = `share ${channel} ${message}`;
  if (!deduplicator.isFirst(claim)) return;
  // Without a text the shared message cannot lead to its further pages, so they are posted with it.
  const again = textToShare(outcome, ask);
  const posted = again === '' ? pages : 1;
  try {
    for (let page = 0; page < posted; page += 1) {
      const forms = compose(outcome, { setting: 'public', ask: again, origin: again, page });
      await outbox.post({ channel, thread }, forms);
    }
  } catch (error) {
    if (!isTimeout(error)) deduplicator.forget(claim);
    if (!isRefusedPlace(error)) throw error;
    log.info({ code: codeOf(error) }, 'An answer could not be shared');
    const notice =
      isNotMember(error) && isJoinable(pressed)
        ? NOTICES.notMember(`@${identity.name}`)
        : NOTICES.cannotShare();
    return outbox.respond(responseUrl, composeNotice(notice), { replaces: false });
  }
  await outbox.remove(responseUrl).catch(error => {
    log.info({ code: codeOf(error) }, 'The private answer could not be taken away after it was shared');
  });
}
