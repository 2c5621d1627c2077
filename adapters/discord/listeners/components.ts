import { type ButtonInteraction, PermissionFlagsBits, type StringSelectMenuInteraction } from 'discord.js';
import { ComponentType, MessageFlags } from 'discord-api-types/v10';
import { NOTICES } from '../../../src/replies/notices.ts';
import { type CustomId, readId } from '../message/custom-id.ts';
import { composeNotice } from '../message/message.ts';
import { type Reaction, react, readIds } from '../message/press.ts';
import { isUntaken } from '../transport/errors.ts';
import { botFor } from './bot-for.ts';
import { type ListenerContext, withFailureNotice } from './context.ts';

type Pressed = ButtonInteraction | StringSelectMenuInteraction;

/** A button or a menu of one of the bot's messages. */
export async function onComponent(context: ListenerContext, interaction: Pressed): Promise<void> {
  const pressed = readId(
    interaction.isStringSelectMenu() ? (interaction.values[0] ?? '') : interaction.customId,
  );
  if (pressed === null) return context.sender.acknowledge(interaction);
  await withFailureNotice(
    context,
    {},
    () => act(context, interaction, pressed),
    forms => context.sender.reply(interaction, forms),
  );
}

async function act(context: ListenerContext, interaction: Pressed, pressed: CustomId): Promise<void> {
  const reaction = await react(() => botFor(context, interaction), {
    pressed,
    ids: readIds(idsOf(interaction)),
    isPrivate: interaction.message.flags.has(MessageFlags.Ephemeral),
    user: interaction.user.id,
  });
  switch (reaction.kind) {
    case 'replace':
      return context.sender.update(interaction, reaction.forms);
    case 'tell':
      return context.sender.reply(interaction, reaction.forms);
    case 'share':
      return share(context, interaction, reaction);
    case 'remove':
      return remove(context, interaction, pressed);
  }
}

/** The ids of a message's buttons. */
function idsOf({ message }: Pressed): readonly string[] {
  return message.components.flatMap(row =>
    row.type === ComponentType.ActionRow ? row.components.flatMap(({ customId }) => customId ?? []) : [],
  );
}

/** Posts a private answer for all, once. */
async function share(
  { sender, deduplicator }: ListenerContext,
  interaction: Pressed,
  { answer, own, posts }: Reaction & { readonly kind: 'share' },
): Promise<void> {
  // One message shows one answer after the other; each is shared once.
  const claim = `share ${interaction.message.id} ${answer}`;
  if (!deduplicator.isFirst(claim)) return sender.acknowledge(interaction);
  await sender.update(interaction, own.shared);
  try {
    for (const forms of posts) await sender.reply(interaction, forms);
  } catch (error) {
    if (isUntaken(error)) {
      deduplicator.forget(claim);
      await sender.update(interaction, own.unshared);
    }
    throw error;
  }
}

/** Who asked and who may manage messages can delete an answer. */
async function remove({ sender }: ListenerContext, interaction: Pressed, { place }: CustomId): Promise<void> {
  const mayManage = interaction.memberPermissions?.has(PermissionFlagsBits.ManageMessages) ?? false;
  if (place !== interaction.user.id && !mayManage)
    return sender.reply(interaction, composeNotice(NOTICES.notYours()));
  await sender.removePressed(interaction);
}
