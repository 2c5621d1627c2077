import { COMMANDS } from '../../../src/language/commands.ts';
import { safeLines } from '../../../src/replies/safe.ts';
import { type Html, html } from '../html.ts';
import type { Client, Way } from './client.ts';
import { drawInline } from './discord/inline.ts';
import { drawMarkdown } from './discord/markdown.ts';
import { drawBody } from './discord/message-body.ts';
import { botMessage, ownMessage, usedCommand } from './discord/message-frame.ts';

/** Discord, as its desktop and mobile clients draw it. */
export const discordClient: Client = {
  asked: (text, way) => ASKED[way](safeLines(text)),
  posted: ({ body, isPrivate }) => botMessage(drawBody(body, isPrivate), isPrivate),
};

const ASKED: Readonly<Record<Way, (text: string) => Html>> = {
  command: text => usedCommand(`secterm ${subcommandOf(text)}`),
  mention: text =>
    ownMessage(html`<div class="dc-text"><span class="dc-mention">@secterm</span> ${drawInline(text)}</div>`),
  channel: text => ownMessage(drawMarkdown(text)),
  message: text => ownMessage(drawMarkdown(text)),
};

/** Discord has each of the bot's commands as a subcommand. */
function subcommandOf(text: string): string {
  const word = text.trim().split(/\s/, 1)[0]?.toLowerCase();
  return COMMANDS.find(({ name }) => name === word)?.name ?? 'ask';
}
