import { describe, expect, it } from 'vitest';
import { servePage, wordsOf } from './page.ts';

describe('comparing on the web page', () => {
  it('puts up to four terms side by side', async () => {
    const { read } = await servePage();
    const page = await read('/compare?t=containers&t=virtual-machines');
    expect(wordsOf(page)).toContain('Containers vs Virtual Machines');
    expect(page).toContain('<textarea id="markdown" readonly rows="12"');
  });

  it('adds a term by any of its names, and offers the nearest for what is none', async () => {
    const { read } = await servePage();
    expect(wordsOf(await read('/compare?t=containers&add=VM'))).toContain('Containers vs Virtual Machines');
    expect(wordsOf(await read('/compare?t=containers&add=clustrs'))).toMatch(
      /No term is called “clustrs”\. Did you mean Clusters/,
    );
  });

  it('says what was left out, and what is not there any more', async () => {
    const { read } = await servePage();
    const five = '/compare?t=containers&t=virtual-machines&t=clusters&t=encryption&t=hashing';
    expect(wordsOf(await read(five))).toContain('At most 4 terms are put side by side. Left out: Hashing.');
    expect(wordsOf(await read('/compare?t=containers&t=gone-now'))).toContain(
      'No term is called “gone-now”.',
    );
  });
});
