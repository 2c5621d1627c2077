import type { Frame, Message } from '../../../adapters/slack/blocks/message.ts';
import { compose } from '../../../adapters/slack/blocks/message.ts';
import type { Outcome } from '../../../src/bot.ts';
import type { JsonObject } from './stand-in/index.ts';

/** A frame for a text that was asked by command. */
function frameOf(ask: string, page = 0): Frame {
  return { setting: 'private', ask, origin: ask, page };
}

/** Every page of a reply, each in every form. */
export function pagesOf(
  { canonical = null, ...outcome }: Pick<Outcome, 'reply' | 'answer'> & Partial<Pick<Outcome, 'canonical'>>,
  ask: string,
): (readonly Message[])[] {
  const pages: (readonly Message[])[] = [];
  do pages.push(compose({ ...outcome, canonical }, frameOf(ask, pages.length)));
  while (hasNext(pages.at(-1)?.[0]));
  return pages;
}

/** Blocks as they travel: plain JSON. */
export function blocksOf({ blocks }: Message): readonly JsonObject[] {
  return JSON.parse(JSON.stringify(blocks ?? []));
}

function hasNext(message: Message | undefined): boolean {
  return controlsOf(message).some(({ text }) => text.startsWith('More: page'));
}

interface Control {
  readonly id: string;
  readonly text: string;
  readonly ask: string;
}

/** Buttons and menu entries, in the order shown. */
export function controlsOf(message: Message | undefined): Control[] {
  return (message?.blocks ?? []).flatMap(block =>
    block.type !== 'actions'
      ? []
      : block.elements.flatMap((element): Control[] => {
          const id = element.action_id ?? '';
          if (element.type === 'button') return [{ id, text: element.text.text, ask: element.value ?? '' }];
          if (element.type !== 'static_select') return [];
          return (element.options ?? []).map(({ text, value }) => ({
            id,
            text: text.text,
            ask: value ?? '',
          }));
        }),
  );
}

/** What its buttons and menu entries ask, without those that surround the answer. */
export function asksOf(message: Message | undefined): string[] {
  return controlsOf(message)
    .filter(({ id }) => /^(?:ask|choose):/.test(id))
    .map(({ ask }) => ask);
}
