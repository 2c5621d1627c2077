import { describe, expect, it } from 'vitest';
import { canonicalAsk } from '../../src/answers/canonical-ask.ts';
import { loadBot } from '../fixtures/load.ts';

const bot = await loadBot('data');
const hear = (text: string) => bot.hear({ text, heardAs: 'command', after: [] });

describe('canonicalAsk()', () => {
  it.each([
    ['what is a VM?', 'Virtual Machines'],
    ['what are the downsides of clusters?', 'Challenges of Clusters'],
    ['why would I pick a VM over a container?', 'Virtual Machines vs Containers'],
    ['modern trends', 'list Modern Trends'],
    ['list', 'list'],
    ['podman', 'Podman'],
    ['help', 'help'],
    ['nothing like this', null],
  ])('of %j is %j', (text, canonical) => {
    expect(canonicalAsk(hear(text).answer)).toBe(canonical);
  });

  it('asks again for what was answered, whatever the term', () => {
    for (const term of bot.glossary.terms) {
      const asks = [term.name, ...term.facets.map(facet => `${facet.name} of ${term.name}`)];
      for (const ask of asks) {
        const { answer } = hear(ask);
        const again = canonicalAsk(answer);
        expect(hear(again ?? '').answer, ask).toEqual(answer);
      }
    }
  });
});
