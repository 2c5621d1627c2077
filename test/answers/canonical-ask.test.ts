import { describe, expect, it } from 'vitest';
import { loadBot } from '../fixtures/load.ts';

const bot = await loadBot('data');
const hear = (text: string) => bot.hear({ text, heardAs: 'command', after: [] });

describe('the canonical text of an outcome', () => {
  it.each([
    ['what is a VM?', 'Virtual Machines'],
    ['what are the downsides of clusters?', 'Challenges of Clusters'],
    ['why would I pick a VM over a container?', 'compare Virtual Machines vs Containers on Advantages'],
    ['modern trends', 'list Modern Trends'],
    ['list', 'list'],
    ['podman', 'Podman'],
    ['help', 'help'],
    ['which starts faster, a VM or a container?', 'compare Virtual Machines vs Containers on Startup Time'],
    ['Secret in cryptography/secrets.md', 'Secret in cryptography/secrets.md:7'],
    ['list of my private things', null],
    ['nothing like this', null],
  ])('of %j is %j', (text, canonical) => {
    expect(hear(text).canonical).toBe(canonical);
  });

  it('asks again for what was answered, whatever the term', () => {
    for (const term of bot.glossary.terms) {
      const facets = term.facets.map(facet => `${facet.name} of ${term.name}`);
      for (const ask of [term.name, ...facets, ...hear(term.name).reply.choices.map(choice => choice.ask)]) {
        const { answer, canonical } = hear(ask);
        expect(hear(canonical ?? '').answer, ask).toEqual(answer);
      }
    }
  });
});
