import { render } from '../../../adapters/terminal/render.ts';
import { adapterContract } from '../../contract/adapter-contract.ts';

const screen = { width: 100, style: (_: string, text: string) => text, write: () => {} };

adapterContract({
  name: 'the terminal',
  show({ reply }) {
    const text = render(reply, screen, 'typed');
    const hints = render(
      { parts: [], sources: [], choices: reply.choices },
      { ...screen, width: 100_000 },
      'typed',
    );
    return { text, asks: hints === '' ? [] : hints.replace('Ask next: ', '').split(' · ') };
  },
});

adapterContract({
  name: 'the terminal in a narrow window',
  show({ reply }) {
    const asks = reply.choices.map(({ ask }) => ask);
    const text = render(reply, { ...screen, width: 40 }, 'typed');
    for (const ask of asks)
      if (!text.replace(/\s+/g, '').includes(ask.replace(/\s+/g, '')))
        throw new Error(`"${ask}" is not shown`);
    return { text, asks };
  },
});
