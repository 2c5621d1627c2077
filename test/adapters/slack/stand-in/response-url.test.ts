import { expect, test } from 'vitest';
import type { Slack } from './index.ts';
import { appForTest, slackForTest } from './test-app.ts';

/** Gives a command and takes its response_url. */
async function urlOfCommand(slack: Slack): Promise<string> {
  const { payload } = await slack.command('');
  return String(payload['response_url']);
}

const post = (url: string, body: object): Promise<Response> =>
  fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });

async function start(): Promise<Slack> {
  const slack = await slackForTest();
  await appForTest(slack, 'socket', app => {
    app.command('/term', async ({ ack }) => ack());
    app.action(/.*/, async ({ ack }) => ack());
  });
  return slack;
}

test('an address is used five times at most', async () => {
  const slack = await start();
  const url = await urlOfCommand(slack);
  for (const text of ['1', '2', '3', '4', '5']) expect((await post(url, { text })).status).toBe(200);
  const sixth = await post(url, { text: '6' });
  expect([sixth.status, await sixth.json()]).toEqual([404, { ok: false, error: 'used_url' }]);
  expect(slack.messages).toHaveLength(5);
  expect(slack.responses.at(-1)).toMatchObject({ url, result: 'used_url', body: { text: '6' } });
});

test('an address expires', async () => {
  const slack = await start();
  const url = await urlOfCommand(slack);
  slack.expireResponseUrl(url);
  const late = await post(url, { text: 'late' });
  expect([late.status, await late.json()]).toEqual([404, { ok: false, error: 'expired_url' }]);
});

test('wrong content is refused', async () => {
  const slack = await start();
  const url = await urlOfCommand(slack);
  expect((await post(url, { blocks: [{ type: 'nothing' }] })).status).toBe(400);
  expect((await post(url, {})).status).toBe(400);
  expect(slack.responses.map(use => use.result)).toEqual(['invalid_blocks', 'no_text']);
});

test('faults of addresses', async () => {
  const slack = await start();
  const url = await urlOfCommand(slack);
  slack.rateLimitNext('response_url', { retryAfter: 1 });
  expect((await post(url, { text: 'a' })).headers.get('retry-after')).toBe('1');
  slack.refuseNext('response_url', 'invalid_blocks', { status: 200 });
  expect(await (await post(url, { text: 'a' })).json()).toEqual({ ok: false, error: 'invalid_blocks' });
  slack.failNext('response_url', { status: 'reset' });
  await expect(post(url, { text: 'a' })).rejects.toThrow();
  expect((await post(url, { text: 'a' })).status).toBe(200);
});

test('a response is private unless it says otherwise, and in a thread only if public', async () => {
  const slack = await start();
  const url = await urlOfCommand(slack);
  await post(url, { text: 'private', thread_ts: '1.2' });
  await post(url, { text: 'public', response_type: 'in_channel', thread_ts: '1.2' });
  expect(slack.messages).toMatchObject([
    { text: 'private', ephemeral: true, user: 'U1' },
    { text: 'public', ephemeral: false, thread_ts: '1.2' },
  ]);
  expect(slack.messages[0]).not.toHaveProperty('thread_ts');
});

test('the original is replaced or deleted', async () => {
  const slack = await start();
  const text = { type: 'plain_text', text: 'Go' };
  const blocks = [{ type: 'actions', elements: [{ type: 'button', action_id: 'go', text }] }];
  await post(await urlOfCommand(slack), { text: 'old', blocks, response_type: 'in_channel' });
  const message = await slack.waitForMessage(({ text }) => text === 'old');
  const urlOfPress = async (): Promise<string> =>
    String((await slack.press(message, 'Go')).payload['response_url']);
  await post(await urlOfPress(), { text: 'beside', response_type: 'ephemeral' });
  await post(await urlOfPress(), { text: 'new', blocks, response_type: 'in_channel' });
  expect(slack.messages.map(({ text, edits }) => [text, edits])).toEqual([
    ['new', 1],
    ['beside', 0],
  ]);
  await post(await urlOfPress(), { delete_original: true });
  expect(slack.visibleTo('U2', 'C1')).toEqual([]);
  await expect(slack.press(message, 'Go')).rejects.toThrow('not visible');
});
