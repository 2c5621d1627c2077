import type { BlockAction } from '@slack/bolt';
import { NOTICES } from '../../src/replies/notices.ts';
import { attend, type Desk } from './desk.ts';
import { codeOf, isNotMember, isRefusedPlace } from './errors.ts';
import { compose, composeNotice, readBlockId, type Setting } from './message.ts';

/** A pressed button or chosen menu entry, read. */
interface Press {
  readonly id: string;
  /** The text to ask. */
  readonly ask: string;
  readonly setting: Setting;
  readonly origin: string;
  readonly responseUrl: string;
  readonly channel: string;
  readonly thread: string | null;
  readonly message: string;
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
    forms => desk.outbox.respond(press.responseUrl, forms, { replaces: false }),
  );
}

function readPress(body: BlockAction): Press | null {
  const [action] = body.actions;
  const container: Readonly<Record<string, unknown>> = body.container;
  const text = (name: string) => (typeof container[name] === 'string' ? container[name] : null);
  const channel = body.channel?.id ?? text('channel_id');
  if (action === undefined || !body.response_url || channel === null) return null;
  const ask =
    action.type === 'button'
      ? action.value
      : action.type === 'static_select'
        ? action.selected_option?.value
        : undefined;
  return {
    id: action.action_id,
    ask: ask ?? '',
    ...readBlockId(action.block_id),
    responseUrl: body.response_url,
    channel,
    thread: text('thread_ts'),
    message: text('message_ts') ?? '',
  };
}

/** Changes the message to what was asked. When the glossary no longer has it, only the one who pressed is told. */
async function askInPlace(
  { bot, outbox }: Desk,
  { id, ask, setting, origin, responseUrl }: Press,
): Promise<void> {
  const outcome = bot.hear({ text: ask, heardAs: 'command', after: [] });
  const isOffered = id.startsWith('ask') || id.startsWith('choose');
  if (isOffered && (outcome.answer.kind === 'unknown' || outcome.answer.kind === 'suggest')) {
    const forms = composeNotice(NOTICES.gone(ask, outcome.reply));
    return outbox.respond(responseUrl, forms, { replaces: false });
  }
  const page = Number(/^page:(\d+)$/.exec(id)?.[1] ?? 0);
  const forms = compose(outcome, { setting, ask, origin, page });
  return outbox.respond(responseUrl, forms, { replaces: true });
}

/** Posts a private answer for all, once; the private one is then taken away. Nobody is named. */
async function share({ bot, outbox, claims, log, identity }: Desk, press: Press): Promise<void> {
  const { ask, channel, thread, message, responseUrl } = press;
  const claim = `share ${channel} ${message}`;
  if (!claims.claim(claim)) return;
  const outcome = bot.hear({ text: ask, heardAs: 'command', after: [] });
  try {
    await outbox.post(
      { channel, thread },
      compose(outcome, { setting: 'public', ask, origin: ask, page: 0 }),
    );
  } catch (error) {
    claims.release(claim);
    if (!isRefusedPlace(error)) throw error;
    log.info({ code: codeOf(error) }, 'An answer could not be shared');
    const notice = isNotMember(error) ? NOTICES.notMember(`@${identity.name}`) : NOTICES.cannotShare();
    return outbox.respond(responseUrl, composeNotice(notice), { replaces: false });
  }
  await outbox.remove(responseUrl);
}
