import type { SlashCommand } from '@slack/bolt';
import { compose } from '../blocks/message.ts';
import { readMessage } from '../blocks/mrkdwn.ts';
import { type ListenerContext, withFailureNotice } from './context.ts';

/** `/secterm TEXT`: answered privately. Without a text it says what can be asked. */
export async function onCommand(context: ListenerContext, command: SlashCommand): Promise<void> {
  const { bot, outbox, identity } = context;
  const ask = readMessage(command.text ?? '', identity.botUser) || 'help';
  await withFailureNotice(
    context,
    async () => {
      const outcome = (await bot).hear({ text: ask, heardAs: 'command', after: [] });
      const forms = compose(outcome, { setting: 'private', ask, origin: ask, page: 0 });
      await outbox.respond(command.response_url, forms, { replaces: false });
    },
    forms => outbox.respond(command.response_url, forms, { replaces: false }),
  );
}
