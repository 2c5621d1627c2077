import { expect, test } from 'vitest';
import type { Slack } from './index.ts';
import { appForTest, clientOf, slackForTest } from './test-app.ts';

const hello = { channel: 'C1', text: 'hello' };
const codes = (slack: Slack): readonly string[] => slack.calls.map(call => call.result);
const refusal = (error: string): object => ({ data: { ok: false, error } });

test('tokens are checked', async () => {
  const slack = await slackForTest();
  await expect(clientOf(slack, 'xoxb-other').chat.postMessage(hello)).rejects.toMatchObject(
    refusal('invalid_auth'),
  );
  await expect(clientOf(slack, '').chat.postMessage(hello)).rejects.toMatchObject(refusal('not_authed'));
  await expect(clientOf(slack, slack.tokens.app).chat.postMessage(hello)).rejects.toMatchObject(
    refusal('not_allowed_token_type'),
  );
  await expect(clientOf(slack).apps.connections.open({})).rejects.toMatchObject(
    refusal('not_allowed_token_type'),
  );
  await expect(clientOf(slack).apiCall('chat.nothing')).rejects.toMatchObject(refusal('unknown_method'));
  expect(slack.messages).toEqual([]);
});

test('scopes are checked and named', async () => {
  const slack = await slackForTest({ scopes: ['commands'] });
  await expect(clientOf(slack).chat.postMessage(hello)).rejects.toMatchObject({
    data: { error: 'missing_scope', needed: 'chat:write', provided: 'commands' },
  });
  expect(await clientOf(slack).auth.test()).toMatchObject({
    user_id: 'UBOT',
    bot_id: 'B1',
    response_metadata: { scopes: ['commands'] },
  });
});

test('conversations are checked', async () => {
  const slack = await slackForTest({
    channels: [
      { id: 'C1', kind: 'channel', isMember: true, users: ['U1'] },
      { id: 'C2', kind: 'channel', isMember: false },
      { id: 'G1', kind: 'group', isMember: false },
      { id: 'D1', kind: 'im', isMember: true, users: ['U1'] },
    ],
  });
  const { chat } = clientOf(slack);
  await expect(chat.postMessage({ ...hello, channel: 'C2' })).rejects.toMatchObject(
    refusal('not_in_channel'),
  );
  await expect(chat.postMessage({ ...hello, channel: 'G1' })).rejects.toMatchObject(
    refusal('channel_not_found'),
  );
  await expect(chat.postEphemeral({ ...hello, user: 'U2' })).rejects.toMatchObject(
    refusal('user_not_in_channel'),
  );
  expect(await chat.postMessage({ ...hello, channel: 'U1' })).toMatchObject({ channel: 'D1' });
});

test('an ephemeral message is seen by its viewer alone, in a thread only if that is active', async () => {
  const slack = await slackForTest();
  const { chat, conversations } = clientOf(slack);
  await chat.postEphemeral({ ...hello, user: 'U1' });
  expect([slack.visibleTo('U1', 'C1').length, slack.visibleTo('U2', 'C1').length]).toEqual([1, 0]);
  const { ts = '' } = await chat.postMessage(hello);
  await chat.postEphemeral({ ...hello, text: 'unseen', user: 'U1', thread_ts: ts });
  await chat.postMessage({ ...hello, thread_ts: ts });
  await chat.postEphemeral({ ...hello, text: 'seen', user: 'U1', thread_ts: ts });
  const texts = slack.visibleTo('U1', 'C1').map(message => message.text);
  expect(texts).toEqual(['hello', 'hello', 'hello', 'seen']);
  expect((await conversations.replies({ channel: 'C1', ts })).messages).toHaveLength(2);
});

test('only own messages are changed; blocks stay unless replaced', async () => {
  const slack = await slackForTest();
  const { chat } = clientOf(slack);
  const blocks = [{ type: 'divider' }];
  const { ts = '' } = await chat.postMessage({ ...hello, blocks });
  await chat.update({ channel: 'C1', ts, text: 'changed' });
  expect(slack.messages).toMatchObject([{ text: 'changed', blocks: [{ type: 'divider' }], edits: 1 }]);
  await chat.update({ channel: 'C1', ts, text: 'changed', blocks: [] });
  expect(slack.messages).toMatchObject([{ blocks: [], edits: 2 }]);
  await expect(chat.update({ channel: 'C1', ts, text: 'a'.repeat(4001) })).rejects.toMatchObject(
    refusal('msg_too_long'),
  );
  await chat.delete({ channel: 'C1', ts });
  await expect(chat.update({ channel: 'C1', ts, text: 'x' })).rejects.toMatchObject(
    refusal('message_not_found'),
  );
  const { ts: theirs } = await slack.post('mine', { channel: 'C2' });
  await expect(chat.update({ channel: 'C2', ts: theirs, text: 'x' })).rejects.toMatchObject(
    refusal('cant_update_message'),
  );
  const reply = await chat.postMessage({ ...hello, thread_ts: (await chat.postMessage(hello)).ts ?? '' });
  await expect(chat.postMessage({ ...hello, thread_ts: reply.ts ?? '' })).rejects.toMatchObject(
    refusal('cannot_reply_to_message'),
  );
});

test('planned faults happen once, and are recorded', async () => {
  const slack = await slackForTest();
  const { chat } = clientOf(slack);
  slack.refuseNext('chat.postMessage', 'internal_error', { when: args => args['text'] === 'hello' });
  await chat.postMessage({ ...hello, text: 'other' });
  await expect(chat.postMessage(hello)).rejects.toMatchObject(refusal('internal_error'));
  slack.rateLimitNext('chat.postMessage', { retryAfter: 2, channel: 'C1' });
  await expect(chat.postMessage(hello)).rejects.toMatchObject({ retryAfter: 2 });
  slack.failNext('chat.postMessage', { status: 500 });
  await expect(chat.postMessage(hello)).rejects.toMatchObject({ statusCode: 500 });
  slack.failNext('chat.postMessage', { status: 'reset', accepted: true });
  await expect(chat.postMessage(hello)).rejects.toMatchObject({ code: 'slack_webapi_request_error' });
  await chat.postMessage(hello);
  expect(codes(slack)).toEqual(['ok', 'internal_error', 'rate_limited', 'http_500', 'reset', 'ok']);
  expect(slack.messages.map(message => message.text)).toEqual(['other', 'hello', 'hello']);
});

test('a client that waits is accepted after a rate limit', async () => {
  const slack = await slackForTest();
  const { client } = await appForTest(slack, 'socket', () => undefined);
  slack.rateLimitNext('chat.postMessage', { retryAfter: 0 });
  await client.chat.postMessage(hello);
  expect(codes(slack).slice(-2)).toEqual(['rate_limited', 'ok']);
});

test('a trigger works once and for a time; tables are refused in views', async () => {
  const slack = await slackForTest({ triggerLimitMs: 500 });
  const triggers: string[] = [];
  await appForTest(slack, 'socket', app => {
    app.command('/term', async ({ ack, command }) => {
      triggers.push(command.trigger_id);
      await ack();
    });
  });
  const { views } = clientOf(slack);
  const title = { type: 'plain_text' as const, text: 'Title' };
  const view = { type: 'modal' as const, title, blocks: [{ type: 'divider' }] };
  const rows = [[{ type: 'raw_text' as const, text: 'a' }]];
  await slack.command('a');
  await slack.command('b');
  const [first = '', second = ''] = triggers;
  await expect(
    views.open({ trigger_id: first, view: { ...view, blocks: [{ type: 'table', rows }] } }),
  ).rejects.toMatchObject(refusal('invalid_arguments'));
  await views.open({ trigger_id: first, view });
  await expect(views.open({ trigger_id: first, view })).rejects.toMatchObject(
    refusal('exchanged_trigger_id'),
  );
  slack.expireTriggers();
  await expect(views.open({ trigger_id: second, view })).rejects.toMatchObject(refusal('expired_trigger_id'));
});

test('manifest, bot and socket methods', async () => {
  const slack = await slackForTest({ manifest: { display_information: { name: 'Glossary' } } });
  const config = clientOf(slack, slack.tokens.config);
  expect(await config.apps.manifest.export({ app_id: 'A1' })).toMatchObject({
    manifest: { display_information: { name: 'Glossary' } },
  });
  await expect(config.apiCall('apps.manifest.validate', { manifest: {} })).rejects.toMatchObject(
    refusal('invalid_manifest'),
  );
  expect(await clientOf(slack).bots.info({ bot: 'B1' })).toMatchObject({ bot: { app_id: 'A1' } });
});
