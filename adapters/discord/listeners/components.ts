import { type ButtonInteraction, PermissionFlagsBits, type StringSelectMenuInteraction } from 'discord.js';
import { ComponentType, MessageFlags } from 'discord-api-types/v10';
import type { Bot, Outcome } from '../../../src/bot.ts';
import { NOTICES } from '../../../src/replies/notices.ts';
import { hasGone, isAnswer, nearestOf, textToShare } from '../../chat/pressed.ts';
import { type CustomId, GUESS, readId, textOfKey } from '../message/custom-id.ts';
import { compose, composeNotice, countPages, type Frame } from '../message/message.ts';
import { isUntaken } from '../transport/errors.ts';
import { type ListenerContext, withFailureNotice } from './context.ts';
import { botFor, firstFrame, hear } from './hear.ts';

type Pressed = ButtonInteraction | StringSelectMenuInteraction;
type Act = (context: ListenerContext, interaction: Pressed, pressed: CustomId) => Promise<void>;

/** What a press of each kind does. */
const ACTIONS: Readonly<Record<CustomId['kind'], Act>> = {
  ask: changeInPlace,
  gloss: answerBeside,
  back: changeInPlace,
  page: changeInPlace,
  share,
  dismiss: remove,
};

/** A button or a menu of one of the bot's messages. */
export async function onComponent(context: ListenerContext, interaction: Pressed): Promise<void> {
  const pressed = readId(
    interaction.isStringSelectMenu() ? (interaction.values[0] ?? '') : interaction.customId,
  );
  if (pressed === null) return context.sender.acknowledge(interaction);
  await withFailureNotice(
    context,
    {},
    () => ACTIONS[pressed.kind](context, interaction, pressed),
    forms => context.sender.reply(interaction, forms),
  );
}

/** What a pressed message tells of itself. */
interface MessageState {
  /** The text that it answers. */
  readonly now: string;
  /** What it showed first, and whether that was an answer. */
  readonly origin: string;
  readonly answered: boolean;
}

/** Read from the ids of the message's own controls. */
function stateOf(bot: Bot, interaction: Pressed, pressed: CustomId): MessageState {
  const ids = idsOf(interaction).filter(({ isKey }) => !isKey);
  const now = ids.find(({ kind }) => NOW.includes(kind))?.text ?? pressed.origin;
  const back = ids.find(({ kind }) => kind === 'back');
  if (back !== undefined) return { now, origin: back.text, answered: back.place !== String(GUESS) };
  return { now, origin: now, answered: isAnswer(hear(bot, now).answer) };
}

/** What a component asks. Where its id holds a key, that of a choice which the message offers, or else of a term. */
function askOf(bot: Bot, { isKey, text }: CustomId, now: string): string {
  if (!isKey) return text;
  const names = bot.glossary.terms.map(({ name }) => name);
  return textOfKey(text, [...hear(bot, now).reply.choices.map(choice => choice.ask), ...names]) ?? '';
}

/** The controls that carry what the message answers. */
const NOW: readonly CustomId['kind'][] = ['share', 'dismiss', 'page'];

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
  const bot = await botFor(context, interaction);
  const { now, origin, answered } = stateOf(bot, interaction, pressed);
  const ask = askOf(bot, pressed, now);
  const outcome = hear(bot, ask);
  const { kind, place } = pressed;
  if (hasGone(kind === 'gloss' ? 'ask' : kind, outcome, { answered, pages: countPages(outcome.reply) }))
    return tellGone(context, interaction, ask, outcome);
  const isPrivate = interaction.message.flags.has(MessageFlags.Ephemeral);
  const frame: Frame = {
    setting: isPrivate ? 'private' : 'public',
    ask,
    ...(origin === '' ? { origin: ask } : { origin, answered }),
    page: kind === 'page' ? Number(place) : 0,
    asker: askerOf(interaction),
  };
  await context.sender.update(interaction, compose(outcome, frame));
}

/** One of the terms that a message explains is answered in a message of its own. */
async function answerBeside(
  context: ListenerContext,
  interaction: Pressed,
  pressed: CustomId,
): Promise<void> {
  const bot = await botFor(context, interaction);
  const ask = askOf(bot, pressed, pressed.origin);
  const outcome = hear(bot, ask);
  if (hasGone('ask', outcome, { answered: true, pages: countPages(outcome.reply) }))
    return tellGone(context, interaction, ask, outcome);
  await context.sender.reply(interaction, compose(outcome, firstFrame(ask, interaction)));
}

function tellGone(
  { sender }: ListenerContext,
  interaction: Pressed,
  ask: string,
  outcome: Outcome,
): Promise<void> {
  return sender.reply(interaction, composeNotice(NOTICES.gone(ask, nearestOf(outcome))));
}

/**
 * Posts a private answer for all, once, and takes Share away from the private one. Nobody is named; what was asked in
 * private stays private: the shared message carries the names that it shows anyway, or no text at all.
 */
async function share(context: ListenerContext, interaction: Pressed, pressed: CustomId): Promise<void> {
  const { sender, deduplicator } = context;
  const { text: ask, place } = pressed;
  const bot = await botFor(context, interaction);
  const outcome = hear(bot, ask);
  const pages = countPages(outcome.reply);
  if (hasGone('share', outcome, { answered: true, pages }))
    return tellGone(context, interaction, ask, outcome);
  // One message shows one answer after the other; each is shared once.
  const claim = `share ${interaction.message.id} ${ask} ${place}`;
  if (!deduplicator.isFirst(claim)) return sender.acknowledge(interaction);
  const { origin, answered } = stateOf(bot, interaction, pressed);
  const own: Frame = { ...firstFrame(ask, interaction), origin, answered, page: Number(place) };
  await sender.update(interaction, compose(outcome, { ...own, isShared: true }));
  const again = textToShare(outcome, ask);
  const shared: Frame = { ...firstFrame(again, interaction), setting: 'public' };
  try {
    for (let page = 0; page < (again === '' ? pages : 1); page += 1)
      await sender.reply(interaction, compose(outcome, { ...shared, page }));
  } catch (error) {
    if (isUntaken(error)) {
      deduplicator.forget(claim);
      await sender.update(interaction, compose(outcome, own));
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

function askerOf(interaction: Pressed): string {
  return idsOf(interaction).find(({ kind }) => kind === 'dismiss')?.place ?? interaction.user.id;
}
