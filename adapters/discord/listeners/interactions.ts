import type {
  AutocompleteInteraction,
  ChatInputCommandInteraction,
  Interaction,
  MessageContextMenuCommandInteraction,
} from 'discord.js';
import type { Bot } from '../../../src/bot.ts';
import { LIMITS } from '../limits.ts';
import { compose, composeGlosses } from '../message/message.ts';
import { firstFrame, hear } from '../message/press.ts';
import { readMessage } from '../message/read-message.ts';
import { EXPLAIN, TEXT } from '../setup/commands.ts';
import { A_MOMENT, botFor, botWithin } from './bot-for.ts';
import { onComponent } from './components.ts';
import { type ListenerContext, withFailureNotice } from './context.ts';

/** A command, a completion, a message's menu, a button or a menu of a message. */
export async function onInteraction(context: ListenerContext, interaction: Interaction): Promise<void> {
  if (!context.deduplicator.isFirst(`interaction ${interaction.id}`)) return;
  if (interaction.isAutocomplete()) return onAutocomplete(context, interaction);
  if (interaction.isChatInputCommand()) return onCommand(context, interaction);
  if (interaction.isMessageContextMenuCommand()) return onExplain(context, interaction);
  if (interaction.isButton() || interaction.isStringSelectMenu()) return onComponent(context, interaction);
}

/** The subcommand and its text, as one types them in a terminal: "compare containers vs VMs". */
function textOf(interaction: ChatInputCommandInteraction): string {
  return `${interaction.options.getSubcommand()} ${interaction.options.getString(TEXT) ?? ''}`.trim();
}

async function onCommand(context: ListenerContext, interaction: ChatInputCommandInteraction): Promise<void> {
  const ask = textOf(interaction);
  await withFailureNotice(
    context,
    {},
    async () => {
      const outcome = hear(await botFor(context, interaction), ask);
      await context.sender.reply(interaction, compose(outcome, firstFrame(ask, interaction.user.id)));
    },
    forms => context.sender.reply(interaction, forms),
  );
}

/** Names that complete what was typed; in a comparison, what was typed last. A list is one of a subject. */
function completions(bot: Bot, subcommand: string, typed: string): string[] {
  const [, before = '', last = ''] = /^([\s\S]*\bvs\.? +)?([\s\S]*)$/i.exec(typed) ?? [];
  const names = bot.complete(last, LIMITS.choices.most).map(name => `${before}${name}`);
  if (subcommand !== 'list') return names;
  const { answer } = hear(bot, 'list');
  const subjects = answer.kind === 'list' ? answer.subjects.map(({ title }) => title) : [];
  const asked = typed.trim().toLowerCase();
  const fitting = subjects.filter(title => title.toLowerCase().includes(asked));
  return [...new Set([...fitting, ...names])].slice(0, LIMITS.choices.most);
}

async function onAutocomplete(context: ListenerContext, interaction: AutocompleteInteraction): Promise<void> {
  const bot = await botWithin(context.bot, A_MOMENT);
  const subcommand = interaction.options.getSubcommand();
  const names = bot === null ? [] : completions(bot, subcommand, interaction.options.getFocused());
  const choices = names
    .filter(name => name.length <= LIMITS.choiceText.most)
    .map(name => ({ name, value: name }));
  // Somebody who types on has no use for a late completion.
  await context.sender
    .complete(interaction, choices)
    .catch(() => context.log.debug({}, 'A completion came too late'));
}

async function onExplain(context: ListenerContext, interaction: MessageContextMenuCommandInteraction) {
  if (interaction.commandName !== EXPLAIN) return;
  await withFailureNotice(
    context,
    {},
    async () => {
      const text = readMessage(interaction.targetMessage.content, context.botUser);
      const [first = [], ...others] = composeGlosses(
        (await botFor(context, interaction)).explain(text),
        interaction.user.id,
      );
      await context.sender.reply(interaction, first);
      for (const forms of others) await context.sender.reply(interaction, forms);
    },
    forms => context.sender.reply(interaction, forms),
  );
}
