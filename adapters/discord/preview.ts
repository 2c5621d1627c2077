import { MessageFlags } from 'discord-api-types/v10';
import { z } from 'zod';
import type { Bot, Heard } from '../../src/bot.ts';
import { askedAgain } from '../chat/asked-again.ts';
import type { Posted, PreviewedReaction } from '../surface.ts';
import { readId } from './message/custom-id.ts';
import { compose, composeGlosses, type Message } from './message/message.ts';
import { react, readIds } from './message/press.ts';
import { readMessage } from './message/read-message.ts';

/** Who asks in a preview. */
const ASKER = '0';

export function preview(bot: Bot, heard: Heard): Posted | null {
  const outcome = bot.hear(heard);
  if (!outcome.speaks) return null;
  const setting = heard.heardAs === 'command' ? 'private' : 'public';
  const ask = askedAgain(heard, outcome);
  return posted(compose(outcome, { setting, ask, origin: ask, page: 0, asker: ASKER }));
}

export function previewGlosses(bot: Bot, text: string): readonly Posted[] {
  return composeGlosses(bot.explain(readMessage(text, ASKER)), ASKER).map(posted);
}

const Pressed = z.object({ custom_id: z.string(), ids: z.array(z.string()), isPrivate: z.boolean() });

export async function previewPress(bot: Bot, told: unknown): Promise<PreviewedReaction | null> {
  const { success, data } = Pressed.safeParse(told);
  const pressed = success ? readId(data.custom_id) : null;
  if (!success || pressed === null) return null;
  const { ids, isPrivate } = data;
  const reaction = await react(async () => bot, { pressed, ids: readIds(ids), isPrivate, user: ASKER });
  switch (reaction.kind) {
    case 'replace':
      return { instead: posted(reaction.forms), added: [] };
    case 'tell':
      return { instead: 'same', added: [posted(reaction.forms)] };
    case 'share':
      return { instead: posted(reaction.own.shared), added: reaction.posts.map(posted) };
    case 'remove':
      return { instead: 'nothing', added: [] };
  }
}

function posted([body]: readonly Message[]): Posted {
  return { body: body ?? {}, isPrivate: ((body?.flags ?? 0) & MessageFlags.Ephemeral) !== 0 };
}
