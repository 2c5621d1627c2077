import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { servePage, wordsOf } from './page.ts';

/** What a press leads to, as markup. */
const Change = z.object({ instead: z.string(), added: z.array(z.string()) });

describe('a press on a preview', () => {
  const press = async (
    address: string,
    fields: Readonly<Record<string, string>>,
    accept = 'application/json',
  ) => fetch(`${address}/press`, { method: 'POST', body: new URLSearchParams(fields), headers: { accept } });

  it('changes a message of Slack in place', async () => {
    const { address } = await servePage();
    const pressed = {
      block_id: 'private:0:containers',
      action_id: 'ask:0',
      value: 'Advantages of Containers',
    };
    const response = await press(address, {
      surface: 'slack',
      message: '{}',
      pressed: JSON.stringify(pressed),
    });
    const { instead, added } = Change.parse(await response.json());
    expect(wordsOf(instead)).toContain('Advantages');
    expect(instead).toContain('&quot;replace_original&quot;: true');
    expect(added).toEqual([]);
  });

  it('shares a private answer of Discord', async () => {
    const { address } = await servePage();
    const message = { ids: ['share:0:Containers'], isPrivate: true };
    const response = await press(address, {
      surface: 'discord',
      message: JSON.stringify(message),
      pressed: JSON.stringify({ custom_id: 'share:0:Containers' }),
    });
    const { instead, added } = Change.parse(await response.json());
    expect(instead).not.toContain('share:0:Containers');
    expect(wordsOf(added[0] ?? '')).toContain('A container is a small, portable');
  });

  it('is a page of its own without scripts', async () => {
    const { address } = await servePage();
    const pressed = {
      block_id: 'private:0:containers',
      action_id: 'ask:0',
      value: 'Advantages of Containers',
    };
    const fields = { surface: 'slack', message: '{}', pressed: JSON.stringify(pressed) };
    const page = await (await press(address, fields, 'text/html')).text();
    expect(page).toMatch(/^<!doctype html>/);
    expect(wordsOf(page)).toContain('Advantages');
  });

  it.each([
    {},
    { surface: 'slack' },
    { surface: 'teams', message: '{}', pressed: '{}' },
    { surface: 'slack', message: '[', pressed: '{}' },
    { surface: 'slack', message: '{}', pressed: '[]' },
    { surface: 'slack', message: '{}', pressed: '{"block_id":1}' },
    { surface: 'discord', message: '{"ids":["x"],"isPrivate":true}', pressed: '{"custom_id":"evil"}' },
  ])('that is none is refused: %j', async fields => {
    const { address } = await servePage({ 'a.md': '# A\nA is a letter.\n' });
    expect((await press(address, fields)).status).toBe(400);
  });
});
