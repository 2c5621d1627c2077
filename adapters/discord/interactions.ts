import {
  type AutocompleteInteraction,
  type ButtonInteraction,
  type ChatInputCommandInteraction,
  type Interaction,
  type MessageContextMenuCommandInteraction,
  PermissionFlagsBits,
  type StringSelectMenuInteraction,
} from 'discord.js';
import { ComponentType, MessageFlags } from 'discord-api-types/v10';
import { NOTICES } from '../../src/replies/notices.ts';
import { hasGone, nearestOf } from '../chat/pressed.ts';
import { type ListenerContext, withFailureNotice } from './context.ts';
import { type CustomId, readId, textOfKey } from './custom-id.ts';
import { LIMITS } from './limits.ts';
import { compose, composeGlosses, composeNotice, countPages } from './message.ts';
import { readMessage } from './read-message.ts';
import { EXPLAIN, TEXT } from './setup/commands.ts';

/** A command, a completion, a message's menu, a button or a menu of a message. */
export async function onInteraction(context: ListenerContext, interaction: Interaction): Promise<void> {
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
    async () => {
      const outcome = context.bot.hear({ text: ask, heardAs: 'command', after: [] });
      const frame = { setting: 'private', ask, origin: ask, page: 0, asker: interaction.user.id } as const;
      await context.sender.reply(interaction, compose(outcome, frame));
    },
    forms => context.sender.reply(interaction, forms),
  );
}

/** Names that complete what was typed; in a comparison, what was typed last. */
async function onAutocomplete({ bot, sender, log }: ListenerContext, interaction: AutocompleteInteraction) {
  const typed = interaction.options.getFocused();
  const [, before = '', last = ''] = /^([\s\S]*\bvs\.? +)?([\s\S]*)$/i.exec(typed) ?? [];
  const names = bot.complete(last, LIMITS.choices.most).map(name => `${before}${name}`);
  const choices = names
    .filter(name => name.length <= LIMITS.choiceText.most)
    .map(name => ({ name, value: name }));
  // Somebody who types on has no use for a late completion.
  await sender.complete(interaction, choices).catch(() => log.debug({}, 'A completion came too late'));
}

async function onExplain(context: ListenerContext, interaction: MessageContextMenuCommandInteraction) {
  if (interaction.commandName !== EXPLAIN) return;
  await withFailureNotice(
    context,
    async () => {
      const text = readMessage(interaction.targetMessage.content, context.botUser);
      const [first = [], ...others] = composeGlosses(context.bot.explain(text), interaction.user.id);
      await context.sender.reply(interaction, first);
      for (const forms of others) await context.sender.followUp(interaction, forms);
    },
    forms => context.sender.reply(interaction, forms),
  );
}

type Pressed = ButtonInteraction | StringSelectMenuInteraction;

async function onComponent(context: ListenerContext, interaction: Pressed): Promise<void> {
  const pressed = readId(
    interaction.isStringSelectMenu() ? (interaction.values[0] ?? '') : interaction.customId,
  );
  if (pressed === null || !context.deduplicator.isFirst(`interaction ${interaction.id}`)) return;
  const act = { ask: changeInPlace, back: changeInPlace, page: changeInPlace, share, dismiss: remove }[
    pressed.kind
  ];
  await withFailureNotice(
    context,
    () => act(context, interaction, pressed),
    forms => context.sender.reply(interaction, forms),
  );
}

/** What the pressed message shows now and showed first, from the ids of its own controls. */
function stateOf(interaction: Pressed): { readonly now: string; readonly origin: string } {
  const ids = idsOf(interaction);
  const textOf = (...kinds: readonly CustomId['kind'][]) =>
    ids.find(id => kinds.includes(id.kind) && !id.isKey)?.text ?? '';
  const now = textOf('share', 'dismiss', 'page');
  return { now, origin: textOf('back') || now };
}

/** The ids of a message's buttons. */
function idsOf({ message }: Pressed): readonly CustomId[] {
  return message.components.flatMap(row =>
    row.type === ComponentType.ActionRow
      ? row.components.flatMap(({ customId }) => (customId === null ? [] : (readId(customId) ?? [])))
      : [],
  );
}

async function changeInPlace(
  context: ListenerContext,
  interaction: Pressed,
  pressed: CustomId,
): Promise<void> {
  const { bot, sender } = context;
  const { now, origin } = stateOf(interaction);
  const hear = (text: string) => bot.hear({ text, heardAs: 'command', after: [] });
  const ask = pressed.isKey ? (textOfKey(pressed.text, hear(now).reply.choices) ?? '') : pressed.text;
  const outcome = hear(ask);
  const pages = countPages(outcome.reply);
  if (hasGone(pressed.kind, outcome, { answered: now !== '', pages })) {
    return sender.reply(interaction, composeNotice(NOTICES.gone(ask, nearestOf(outcome))));
  }
  const isPrivate = interaction.message.flags.has(MessageFlags.Ephemeral);
  const setting = isPrivate ? 'private' : 'public';
  const page = pressed.kind === 'page' ? Number(pressed.place) : 0;
  const frame = {
    setting,
    ask,
    origin: origin === '' ? ask : origin,
    page,
    asker: askerOf(interaction),
  } as const;
  await sender.update(interaction, compose(outcome, frame));
}

/** Posts a private answer for all, once, and takes Share away from the private one. Nobody is named. */
async function share(
  { bot, sender, deduplicator }: ListenerContext,
  interaction: Pressed,
  { text }: CustomId,
) {
  const outcome = bot.hear({ text, heardAs: 'command', after: [] });
  const asker = interaction.user.id;
  const pages = countPages(outcome.reply);
  if (hasGone('share', outcome, { answered: true, pages }))
    return sender.reply(interaction, composeNotice(NOTICES.gone(text, nearestOf(outcome))));
  if (!deduplicator.isFirst(`share ${interaction.message.id}`)) return;
  const ask = outcome.canonical ?? '';
  await sender.reply(interaction, compose(outcome, { setting: 'public', ask, origin: ask, page: 0, asker }));
}

/** Who asked and who may manage messages can delete an answer. */
async function remove({ sender }: ListenerContext, interaction: Pressed, { place }: CustomId): Promise<void> {
  const mayManage = interaction.memberPermissions?.has(PermissionFlagsBits.ManageMessages) ?? false;
  if (place !== interaction.user.id && !mayManage)
    return sender.reply(interaction, composeNotice(NOTICES.notYours()));
  await sender.remove(interaction.message.channelId, interaction.message.id);
}

function askerOf(interaction: Pressed): string {
  return idsOf(interaction).find(({ kind }) => kind === 'dismiss')?.place ?? interaction.user.id;
}
