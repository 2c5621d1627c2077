import { withoutChatForms } from '../../../src/language/chat-text.ts';

/** What a person typed, from the content of a Discord message, without the bot's name. */
export function readMessage(content: string, botUser: string): string {
  return withoutChatForms(content.replaceAll(`<@${botUser}>`, ' '));
}
