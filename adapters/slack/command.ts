import type { SlashCommand } from '@slack/bolt';
import { attend, type Desk } from './desk.ts';
import { compose } from './message.ts';
import { readMessage } from './mrkdwn.ts';

/** `/secterm TEXT`: answered privately. Without a text it says what can be asked. */
export async function onCommand(desk: Desk, command: SlashCommand): Promise<void> {
  const { bot, outbox, identity } = desk;
  const ask = readMessage(command.text ?? '', identity.botUser) || 'help';
  await attend(
    desk,
    async () => {
      const outcome = bot.hear({ text: ask, heardAs: 'command', after: [] });
      const forms = compose(outcome, { setting: 'private', ask, origin: ask, page: 0 });
      await outbox.respond(command.response_url, forms, { replaces: false });
    },
    forms => outbox.respond(command.response_url, forms, { replaces: false }),
  );
}
