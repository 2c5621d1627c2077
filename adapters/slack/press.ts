import type { BlockAction } from '@slack/bolt';
import type { Outcome } from '../../src/bot.ts';
import { matchesOf } from '../../src/language/query.ts';
import { NOTICES } from '../../src/replies/notices.ts';
import { attend, type Desk } from './desk.ts';
import { codeOf, isNotMember, isRefusedPlace, isTimeout } from './errors.ts';
import { type Mark, readMark } from './marks.ts';
import { compose, composeNotice, isAnswer } from './message.ts';
import { countPages } from './pages.ts';
import { type Listener, whisper } from './whisper.ts';

/** A pressed button or chosen menu entry, read. */
interface Press extends Listener, Mark {
  readonly id: string;
  /** The text to ask. */
  readonly ask: string;
  readonly message: string;
  readonly channelName: string;
}

/** What each kind of button does, by the first word of its id. */
const PRESSES: Readonly<Record<string, (desk: Desk, press: Press) => Promise<void>>> = {
  ask: askInPlace,
  choose: askInPlace,
  back: askInPlace,
  page: askInPlace,
  share,
  dismiss: ({ outbox }, { responseUrl }) => outbox.remove(responseUrl),
};

export async function onPress(desk: Desk, body: BlockAction): Promise<void> {
  const press = readPress(body);
  const run = press === null ? undefined : PRESSES[press.id.split(':')[0] ?? ''];
  if (press === null || run === undefined) return;
  await attend(
    desk,
    () => run(desk, press),
    forms => whisper(desk, press, forms),
  );
}

function readPress(body: BlockAction): Press | null {
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
    ...readMark(action.block_id, action.action_id),
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
async function askInPlace(desk: Desk, press: Press): Promise<void> {
  const { id, ask, setting, origin, answered, responseUrl } = press;
  const outcome = desk.bot.hear({ text: ask, heardAs: 'command', after: [] });
  if (hasGone(press, outcome)) return tellGone(desk, press, outcome);
  if (setting === 'glosses') {
    return whisper(desk, press, compose(outcome, { setting: 'private', ask, origin: ask, page: 0 }));
  }
  const page = Number(/^page:(\d+)$/.exec(id)?.[1] ?? 0);
  const forms = compose(outcome, { setting, ask, origin, answered, page });
  return desk.outbox.respond(responseUrl, forms, { replaces: true });
}

/**
 * Whether what a button asks is no longer there. What a choice offers is a name to the letter, and gone when it has to
 * be guessed; Back and the pages may lead to a guess, if that is what the message showed.
 */
function hasGone({ id, answered }: Press, outcome: Outcome): boolean {
  if (id === 'back') return answered && !isAnswer(outcome.answer) && outcome.answer.kind !== 'help';
  if (id.startsWith('page')) return isGuess(outcome) && countPages(outcome.reply) === 1;
  return isGuess(outcome) || isFuzzy(outcome);
}

function isGuess({ answer }: Outcome): boolean {
  return answer.kind === 'unknown' || answer.kind === 'suggest';
}

function isFuzzy({ understood, canonical }: Outcome): boolean {
  return canonical !== null && matchesOf(understood.query).some(({ via }) => via === 'fuzzy');
}

function tellGone(desk: Desk, press: Press, { answer, reply }: Outcome): Promise<void> {
  const nearest =
    'terms' in answer ? answer.terms.map(({ name }) => ({ label: name, ask: name })) : reply.choices;
  return whisper(desk, press, composeNotice(NOTICES.gone(press.ask, nearest)));
}

/** Direct messages and group direct messages take no invitation. */
function isJoinable({ channel, channelName }: Press): boolean {
  return !channel.startsWith('D') && !channelName.startsWith('mpdm-');
}

/** Posts a private answer for all, once; the private one is then taken away. Nobody is named. */
async function share(desk: Desk, press: Press): Promise<void> {
  const { bot, outbox, claims, log, identity } = desk;
  const { ask, channel, thread, message, responseUrl } = press;
  const outcome = bot.hear({ text: ask, heardAs: 'command', after: [] });
  if (!isAnswer(outcome.answer) || isFuzzy(outcome)) return tellGone(desk, press, outcome);
  const claim = `share ${channel} ${message}`;
  if (!claims.claim(claim)) return;
  // What was asked in private stays private: the shared message carries the names that it shows anyway.
  const again = outcome.canonical ?? '';
  try {
    await outbox.post(
      { channel, thread },
      compose(outcome, { setting: 'public', ask: again, origin: again, page: 0 }),
    );
  } catch (error) {
    if (!isTimeout(error)) claims.release(claim);
    if (!isRefusedPlace(error)) throw error;
    log.info({ code: codeOf(error) }, 'An answer could not be shared');
    const notice =
      isNotMember(error) && isJoinable(press)
        ? NOTICES.notMember(`@${identity.name}`)
        : NOTICES.cannotShare();
    return outbox.respond(responseUrl, composeNotice(notice), { replaces: false });
  }
  await outbox.remove(responseUrl).catch(error => {
    log.info({ code: codeOf(error) }, 'The private answer could not be taken away after it was shared');
  });
}
