import { readFile } from 'node:fs/promises';
import { setImmediate } from 'node:timers/promises';
import type { App } from '@slack/bolt';
import type { ActionsBlock, SectionBlock } from '@slack/types';
import { describe, expect, test } from 'vitest';
import type { Message, Slack } from './index.ts';
import { appForTest, slackForTest, type Transport } from './test-app.ts';

const button = (text: string, action_id: string): ActionsBlock => ({
  type: 'actions',
  elements: [{ type: 'button', action_id, value: 'v', text: { type: 'plain_text', text } }],
});
const section = (text: string): SectionBlock => ({ type: 'section', text: { type: 'mrkdwn', text } });

/** Answers a command in private, an event in a thread, and a shortcut; a button changes its message. */
function answering(app: App): void {
  app.command('/term', async ({ ack, respond, command }) => {
    await ack();
    await respond({ text: command.text, blocks: [section(command.text), button('More', 'more')] });
  });
  app.event('app_mention', async ({ event, client }) => {
    const blocks = [section('hello'), button('More', 'more')];
    await client.chat.postMessage({ channel: event.channel, thread_ts: event.ts, text: 'hello', blocks });
  });
  app.message(async ({ message, client }) => {
    if (message.channel_type === 'im')
      await client.chat.postMessage({ channel: message.channel, text: 'in private' });
  });
  app.action('more', async ({ ack, respond }) => {
    await ack();
    await respond({ replace_original: true, text: 'more' });
  });
  app.shortcut('explain', async ({ ack, respond }) => {
    await ack();
    await respond({ text: 'explained' });
  });
}

const says = (text: string) => (message: Message) => message.text === text;

async function start(transport: Transport): Promise<Slack> {
  const slack = await slackForTest();
  await appForTest(slack, transport, answering);
  return slack;
}

describe.each(['socket', 'http'] as const)('over %s', transport => {
  test('a command is acknowledged and answered to its author alone', async () => {
    const slack = await start(transport);
    const delivery = await slack.command('widget', { user: 'U7' });
    expect(delivery).toMatchObject({ kind: 'command', transport, attempts: 1, notice: null });
    expect(delivery.ackedAfterMs).toBeLessThan(3000);
    await slack.waitForMessage(says('widget'));
    expect(slack.visibleTo('U7', 'C1')).toHaveLength(1);
    expect(slack.visibleTo('U1', 'C1')).toHaveLength(0);
    await slack.idle();
    expect(slack.responses.map(use => use.result)).toEqual(['ok']);
  });

  test('a button of an ephemeral message: no message in the payload, and a replacement', async () => {
    const slack = await start(transport);
    await slack.command('widget');
    const message = await slack.waitForMessage(says('widget'));
    const { payload } = await slack.press(message, 'More');
    expect(payload).toMatchObject({ type: 'block_actions', container: { is_ephemeral: true } });
    expect(payload).not.toHaveProperty('message');
    expect(await slack.waitForUpdate(message)).toMatchObject({
      text: 'more',
      edits: 1,
      ephemeral: true,
      user: 'U1',
    });
  });

  test('a button of an ordinary message has the message in the payload', async () => {
    const slack = await start(transport);
    const { ts, deliveries } = await slack.post('hey <@UBOT>');
    expect(deliveries.map(({ payload }) => payload['event'])).toMatchObject([
      { type: 'message', ts, channel_type: 'channel' },
      { type: 'app_mention', ts },
    ]);
    const message = await slack.waitForMessage(says('hello'));
    expect(message).toMatchObject({ thread_ts: ts, ephemeral: false });
    const { payload } = await slack.press(message, element => element['action_id'] === 'more', {
      user: 'U2',
    });
    expect(payload).toMatchObject({ message: { ts: message.ts, thread_ts: ts }, user: { id: 'U2' } });
    expect(await slack.waitForUpdate(message)).toMatchObject({ text: 'more', blocks: [], ephemeral: false });
  });

  test('a direct message is heard once', async () => {
    const slack = await start(transport);
    const { deliveries } = await slack.post('hey <@UBOT>', { channel: 'D1' });
    expect(deliveries.map(({ payload }) => payload['event'])).toMatchObject([
      { type: 'message', channel_type: 'im' },
    ]);
    await slack.waitForMessage(says('in private'));
  });

  test('a shortcut works where the bot is no member; a mention there is not heard', async () => {
    const slack = await start(transport);
    const { message, deliveries } = await slack.post('<@UBOT>', { channel: 'C2' });
    expect(deliveries).toEqual([]);
    await slack.shortcut('explain', message, { user: 'U3' });
    expect(await slack.waitForMessage(says('explained'))).toMatchObject({ channel: 'C2', user: 'U3' });
  });

  test('a redelivered event has the same event_id and says that it is a retry', async () => {
    const slack = await slackForTest();
    const seen: unknown[] = [];
    await appForTest(slack, transport, app => {
      app.event(
        'reaction_added',
        async ({ body, context }) => void seen.push([body.event_id, context.retryNum ?? 0]),
      );
    });
    const first = await slack.event(
      { type: 'reaction_added', user: 'U1', reaction: 'eyes' },
      { eventId: 'Ev9' },
    );
    const second = await slack.redeliver(first, { retryNum: 1 });
    await slack.idle();
    expect(second).toMatchObject({ attempts: 2 });
    expect(seen).toEqual([
      ['Ev9', 0],
      ['Ev9', 1],
    ]);
  });

  test('an unacknowledged command is told to its author', async () => {
    const slack = await slackForTest({ ackLimitMs: 200 });
    await appForTest(slack, transport, app => app.command('/term', async () => undefined));
    const delivery = await slack.command('');
    expect(delivery).toMatchObject({ ackedAfterMs: null, status: null });
    expect(delivery.notice).toBe(transport === 'http' ? 'operation_timeout' : 'dispatch_failed');
  });

  test('the body of an acknowledgement is shown, and checked', async () => {
    const slack = await slackForTest();
    await appForTest(slack, transport, app => {
      app.command('/term', async ({ ack }) => ack({ text: 'at once', response_type: 'in_channel' }));
      app.command('/wrong', async ({ ack }) => ack({ blocks: [{ type: 'section' }] }));
    });
    await slack.command('');
    expect(slack.visibleTo('U2', 'C1')).toMatchObject([{ text: 'at once', ephemeral: false }]);
    expect(await slack.command('', { command: '/wrong' })).toMatchObject({ notice: 'invalid_blocks' });
  });

  test('own messages come back, if asked for', async () => {
    const slack = await slackForTest({ ownEvents: true });
    const { client } = await appForTest(slack, transport, () => undefined);
    const { ts = '' } = await client.chat.postMessage({ channel: 'C1', text: 'a' });
    await client.chat.update({ channel: 'C1', ts, text: 'b' });
    await slack.idle();
    expect(slack.deliveries.map(({ payload }) => payload['event'])).toMatchObject([
      { type: 'message', ts, bot_id: 'B1', user: 'UBOT' },
      {
        type: 'message',
        subtype: 'message_changed',
        message: { text: 'b' },
        previous_message: { text: 'a' },
      },
    ]);
  });
});

test('idle waits for what the app does with an event', async () => {
  const slack = await slackForTest();
  await appForTest(slack, 'socket', app => {
    app.event('app_mention', async ({ client }) => {
      await readFile(import.meta.filename);
      await client.chat.postMessage({ channel: 'C1', text: 'one' });
      await setImmediate();
      await client.chat.postMessage({ channel: 'C1', text: 'two' });
    });
  });
  await slack.post('<@UBOT>');
  await slack.idle();
  expect(slack.messages.map(message => message.text)).toEqual(['<@UBOT>', 'one', 'two']);
});

test('forged and stale requests are refused by the app', async () => {
  const slack = await start('http');
  const stale = Math.floor(Date.now() / 1000) - 6 * 60;
  expect(await slack.command('x', { signWith: 'wrong' })).toMatchObject({ status: 401, ackedAfterMs: null });
  expect(await slack.command('x', { at: stale })).toMatchObject({ status: 401, notice: 'dispatch_failed' });
  expect(await slack.verifyUrl()).toMatchObject({ status: 200, ackBody: { challenge: expect.any(String) } });
  await slack.idle();
  expect(slack.messages).toEqual([]);
});

test('a wait that fails says what was waited for and what was seen', async () => {
  const slack = await slackForTest({ waitLimitMs: 50 });
  await slack.post('something else').catch(() => undefined);
  await expect(slack.waitForMessage(says('never'), 'a message "never"')).rejects.toThrow(
    /Waited 50 ms for a message "never"\. Seen instead: .*something else/,
  );
});
