import { readId } from '../../../adapters/discord/message/custom-id.ts';
import { compose, type Message } from '../../../adapters/discord/message/message.ts';
import type { Outcome } from '../../../src/bot.ts';
import { adapterContract } from '../../contract/adapter-contract.ts';
import { visibleText } from './stand-in/index.ts';

/** Every page of a reply, in its richest form. */
function pagesOf(outcome: Outcome): Message[] {
  const pages: Message[] = [];
  const frame = { setting: 'private', ask: 'anything', origin: 'anything', asker: '1' } as const;
  do pages.push(compose(outcome, { ...frame, page: pages.length })[0]);
  while (JSON.stringify(pages.at(-1)).includes('"More: page'));
  return pages;
}

adapterContract({
  name: 'Discord',
  show(outcome) {
    const pages = pagesOf(outcome);
    const ids = [...JSON.stringify(pages).matchAll(/"(?:custom_id|value)":"([^"]*)"/g)].flatMap(
      ([, id = '']) => readId(id)?.text ?? [],
    );
    const known = new Set(ids);
    const asks = outcome.reply.choices.map(({ ask }) => ask);
    const isShown = (ask: string) => known.has(ask) || JSON.stringify(pages).includes('ask#');
    return { text: pages.map(visibleText).join('\n'), asks: asks.filter(isShown) };
  },
});
