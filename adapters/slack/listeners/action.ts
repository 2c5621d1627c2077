import type { BlockAction } from '@slack/bolt';
import { NOTICES } from '../../../src/replies/notices.ts';
import { composeNotice } from '../blocks/message.ts';
import { type Press, type Reaction, react, readPress } from '../blocks/press.ts';
import { codeOf, isNotMember, isRefusedPlace, isTimeout } from '../transport/errors.ts';
import { type ListenerContext, withFailureNotice } from './context.ts';
import { type Recipient, respondEphemerally } from './ephemeral.ts';

/** A press, and where it happened. */
interface PressedAction extends Recipient, Press {
  readonly message: string;
  readonly channelName: string;
}

export async function onAction(context: ListenerContext, body: BlockAction): Promise<void> {
  const pressed = readAction(body);
  if (pressed === null) return;
  await withFailureNotice(
    context,
    () => act(context, pressed),
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
  const press = readPress(action.block_id, action.action_id, ask ?? '');
  if (press === null) return null;
  return {
    ...press,
    responseUrl: body.response_url,
    channel,
    user: body.user.id,
    thread: text('thread_ts'),
    message,
    channelName: body.channel?.name ?? '',
  };
}

async function act(context: ListenerContext, pressed: PressedAction): Promise<void> {
  const { outbox, bot } = context;
  const reaction = await react(() => bot, pressed);
  switch (reaction.kind) {
    case 'replace':
      return outbox.respond(pressed.responseUrl, reaction.forms, { replaces: true });
    case 'tell':
      return respondEphemerally(context, pressed, reaction.forms);
    case 'share':
      return share(context, pressed, reaction);
    case 'remove':
      return outbox.remove(pressed.responseUrl);
  }
}

/** Direct messages and group direct messages take no invitation. */
function isJoinable({ channel, channelName }: PressedAction): boolean {
  return !channel.startsWith('D') && !channelName.startsWith('mpdm-');
}

/** Posts a private answer for all, once; the private one is then taken away. */
async function share(
  context: ListenerContext,
  pressed: PressedAction,
  { posts }: Reaction & { readonly kind: 'share' },
): Promise<void> {
  const { outbox, deduplicator, log, identity } = context;
  const { channel, thread, message, responseUrl } = pressed;
  const claim = `share ${channel} ${message}`;
  if (!deduplicator.isFirst(claim)) return;
  try {
    for (const forms of posts) await outbox.post({ channel, thread }, forms);
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
