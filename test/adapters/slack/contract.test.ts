import { adapterContract } from '../../contract/adapter-contract.ts';
import { asksOf, blocksOf, pagesOf } from './shown.ts';
import { visibleText } from './stand-in/index.ts';

adapterContract({
  name: 'Slack',
  show(outcome) {
    const pages = pagesOf(outcome, 'anything').map(([richest]) => richest);
    const texts = pages.map(page => (page ? visibleText({ text: page.text, blocks: blocksOf(page) }) : ''));
    return { text: texts.join('\n'), asks: [...new Set(pages.flatMap(asksOf))] };
  },
});

adapterContract({
  name: 'Slack without blocks',
  show(outcome) {
    const pages = pagesOf(outcome, 'anything');
    const texts = pages.map(forms => visibleText({ text: forms.at(-1)?.text ?? '', blocks: [] }));
    const text = texts.join('\n');
    return { text, asks: outcome.reply.choices.map(({ ask }) => ask).filter(ask => text.includes(ask)) };
  },
});
