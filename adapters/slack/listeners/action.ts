import type { BlockAction } from '@slack/bolt';
import type { Outcome } from '../../../src/bot.ts';
import { matchesOf } from '../../../src/language/query.ts';
import { NOTICES } from '../../../src/replies/notices.ts';
import { type MessageState, readState } from '../blocks/block-state.ts';
import { compose, composeNotice, isAnswer } from '../blocks/message.ts';
import { countPages } from '../blocks/pages.ts';
import { codeOf, isNotMember, isRefusedPlace, isTimeout } from '../transport/errors.ts';
import { type ListenerContext, withFailureNotice } from './context.ts';
import { type Recipient, respondEphemerally } from './ephemeral.ts';

/** A pressed button or chosen menu entry, read. */
interface PressedAction extends Recipient, MessageState {
  readonly id: string;
  /** The text to ask. */
  readonly ask: string;
  readonly message: string;
  readonly channelName: string;
}

/** What each kind of button does, by the first word of its id. */
const ACTIONS: Readonly<Record<string, (context: ListenerContext, pressed: PressedAction) => Promise<void>>> =
  {
    ask: askInPlace,
    choose: askInPlace,
    back: askInPlace,
    page: askInPlace,
    share,
    dismiss: ({ outbox }, { responseUrl }) => outbox.remove(responseUrl),
  };

export async function onAction(context: ListenerContext, body: BlockAction): Promise<void> {
  const pressed = readAction(body);
  const run = pressed === null ? undefined : ACTIONS[pressed.id.split(':')[0] ?? ''];
  if (pressed === null || run === undefined) return;
  await withFailureNotice(
    context,
    () => run(context, pressed),
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
  return {
    ...readState(action.block_id, action.action_id),
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
  const { id, ask, setting, origin, answered, responseUrl } = pressed;
  const outcome = context.bot.hear({ text: ask, heardAs: 'command', after: [] });
  if (hasGone(pressed, outcome)) return tellGone(context, pressed, outcome);
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

/**
 * Whether what a button asks is no longer there. What a choice offers is a name to the letter, and gone when it has to
 * be guessed; Back and the pages may lead to a guess, if that is what the message showed.
 */
function hasGone({ id, answered }: PressedAction, outcome: Outcome): boolean {
  if (id === 'back') return answered && !isAnswer(outcome.answer) && outcome.answer.kind !== 'help';
  if (id.startsWith('page')) return isGuess(outcome) && countPages(outcome.reply) === 1;
  return isGuess(outcome) || isMisread(outcome);
}

function isGuess({ answer }: Outcome): boolean {
  return answer.kind === 'unknown' || answer.kind === 'suggest';
}

/** What a button carries is made of names, and read without a guess and without a word left over while they are there. */
function isMisread({ understood, answer, canonical }: Outcome): boolean {
  if (canonical === null) return false;
  const hasStranger = answer.kind === 'compare' && answer.unknown.length > 0;
  const isGuessed = matchesOf(understood.query).some(({ via }) => via === 'fuzzy');
  return isGuessed || hasStranger || understood.unexplained.length > 0;
}

function tellGone(
  context: ListenerContext,
  pressed: PressedAction,
  { answer, reply }: Outcome,
): Promise<void> {
  const nearest =
    'terms' in answer ? answer.terms.map(({ name }) => ({ label: name, ask: name })) : reply.choices;
  return respondEphemerally(context, pressed, composeNotice(NOTICES.gone(pressed.ask, nearest)));
}

/** Direct messages and group direct messages take no invitation. */
function isJoinable({ channel, channelName }: PressedAction): boolean {
  return !channel.startsWith('D') && !channelName.startsWith('mpdm-');
}

/** Posts a private answer for all, once; the private one is then taken away. Nobody is named. */
async function share(context: ListenerContext, pressed: PressedAction): Promise<void> {
  const { bot, outbox, deduplicator, log, identity } = context;
  const { ask, channel, thread, message, responseUrl } = pressed;
  const outcome = bot.hear({ text: ask, heardAs: 'command', after: [] });
  if (!isAnswer(outcome.answer) || isMisread(outcome)) return tellGone(context, pressed, outcome);
  const claim = `share ${channel} ${message}`;
  if (!deduplicator.isFirst(claim)) return;
  // What was asked in private stays private: the shared message carries the names that it shows anyway, or no
  // text at all; then it cannot lead to its further pages, and they are posted with it.
  const again = outcome.canonical ?? (outcome.answer.kind === 'list' ? ask : '');
  const pages = again === '' ? countPages(outcome.reply) : 1;
  try {
    for (let page = 0; page < pages; page += 1) {
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
