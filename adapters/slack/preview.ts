import { z } from 'zod';
import type { Bot, Heard, HeardAs } from '../../src/bot.ts';
import { askedAgain } from '../chat/asked-again.ts';
import type { Posted, PreviewedReaction } from '../surface.ts';
import type { Setting } from './blocks/block-state.ts';
import { compose, composeGlosses, type Message } from './blocks/message.ts';
import { readMessage } from './blocks/mrkdwn.ts';
import { react, readPress } from './blocks/press.ts';
import { postContent, responseBody } from './transport/request-body.ts';

const SETTING_OF = {
  command: 'private',
  mention: 'public',
  channel: 'overheard',
} as const satisfies Record<HeardAs, Setting>;

/** Of a response_url for a command, of chat.postMessage otherwise, without `channel` and `thread_ts`. */
export function preview(bot: Bot, heard: Heard): Posted | null {
  const outcome = bot.hear(heard);
  if (!outcome.speaks) return null;
  const ask = askedAgain(heard, outcome);
  const forms = compose(outcome, { setting: SETTING_OF[heard.heardAs], ask, origin: ask, page: 0 });
  return heard.heardAs === 'command' ? toldAlone(forms) : postedForAll(forms);
}

export function previewGlosses(bot: Bot, text: string): readonly Posted[] {
  return composeGlosses(bot.explain(readMessage(text, NOBODY))).map(toldAlone);
}

/** No user's id. */
const NOBODY = '-';

const Pressed = z.object({ block_id: z.string(), action_id: z.string(), value: z.string() });

export async function previewPress(bot: Bot, pressed: unknown): Promise<PreviewedReaction | null> {
  const { success, data } = Pressed.safeParse(pressed);
  const press = success ? readPress(data.block_id, data.action_id, data.value) : null;
  if (press === null) return null;
  const reaction = await react(async () => bot, press);
  switch (reaction.kind) {
    case 'replace': {
      const body = responseBody(reaction.forms[0], { replaces: true });
      const isPrivate = press.setting === 'private' || press.setting === 'glosses';
      return { instead: { body, isPrivate }, added: [] };
    }
    case 'tell':
      return { instead: 'same', added: [toldAlone(reaction.forms)] };
    case 'share':
      return { instead: 'nothing', added: reaction.posts.map(postedForAll) };
    case 'remove':
      return { instead: 'nothing', added: [] };
  }
}

function toldAlone([form]: readonly Message[]): Posted {
  return { body: form === undefined ? {} : responseBody(form, { replaces: false }), isPrivate: true };
}

function postedForAll([form]: readonly Message[]): Posted {
  return { body: form === undefined ? {} : postContent(form), isPrivate: false };
}
