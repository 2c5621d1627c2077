import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  type RESTPutAPIApplicationCommandsJSONBody,
} from 'discord-api-types/v10';
import { COMMANDS } from '../../../src/language/commands.ts';

/** The name of the slash command, and of the entry in a message's menu. */
const COMMAND = 'secterm';
export const EXPLAIN = 'Explain terms';
/** The one option of each subcommand. */
export const TEXT = 'text';
/** Longest text that is typed into it: a question, not a story. */
const LONGEST_TEXT = 1000;

/** Servers, the bot's direct messages, and private channels of whoever installed it. */
const EVERYWHERE = {
  integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
  contexts: [
    InteractionContextType.Guild,
    InteractionContextType.BotDM,
    InteractionContextType.PrivateChannel,
  ],
};

/** What is registered, from the one command table. */
export function createCommands(): RESTPutAPIApplicationCommandsJSONBody {
  return [
    {
      type: ApplicationCommandType.ChatInput,
      name: COMMAND,
      description: 'Ask the glossary. The answer is for you alone until you share it.',
      options: COMMANDS.map(({ name, usage, summary }) => ({
        type: ApplicationCommandOptionType.Subcommand,
        name,
        description: summary,
        options:
          usage === ''
            ? []
            : [
                {
                  type: ApplicationCommandOptionType.String,
                  name: TEXT,
                  description: usage,
                  required: !usage.startsWith('['),
                  max_length: LONGEST_TEXT,
                  autocomplete: name !== 'ask',
                },
              ],
      })),
      ...EVERYWHERE,
    },
    { type: ApplicationCommandType.Message, name: EXPLAIN, ...EVERYWHERE },
  ];
}
