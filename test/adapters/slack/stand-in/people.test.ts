import type { PlainTextElement, PlainTextOption, StaticSelect } from '@slack/types';
import { expect, test } from 'vitest';
import { appForTest, clientOf, slackForTest } from './test-app.ts';

test('people press only what they see', async () => {
  const slack = await slackForTest();
  const text: PlainTextElement = { type: 'plain_text', text: 'More' };
  await clientOf(slack).chat.postEphemeral({
    channel: 'C1',
    user: 'U1',
    text: 'x',
    blocks: [{ type: 'actions', elements: [{ type: 'button', action_id: 'more', text }] }],
  });
  const message = await slack.waitForMessage(({ text }) => text === 'x');
  await expect(slack.press(message, 'Less')).rejects.toThrow('No such button is visible; there are: More');
  await expect(slack.press(message, 'More', { user: 'U2' })).rejects.toThrow('visible to U1 only');
  await expect(slack.shortcut('explain', message)).rejects.toThrow('ephemeral');
});

test('a menu is chosen from by its label', async () => {
  const slack = await slackForTest();
  const chosen: unknown[] = [];
  const { client } = await appForTest(slack, 'socket', app => {
    app.action('pick', async ({ ack, payload }) => {
      chosen.push(payload);
      await ack();
    });
  });
  const option = (text: string): PlainTextOption => ({
    text: { type: 'plain_text', text },
    value: text.toLowerCase(),
  });
  const menu: StaticSelect = {
    type: 'static_select',
    action_id: 'pick',
    options: [option('One'), option('Two')],
  };
  await client.chat.postMessage({
    channel: 'C1',
    text: 'x',
    blocks: [{ type: 'actions', elements: [menu] }],
  });
  const [message] = slack.visibleTo('U1', 'C1');
  if (message === undefined) throw new Error('nothing was posted');
  await slack.choose(message, 'Two');
  expect(chosen).toMatchObject([{ type: 'static_select', selected_option: { value: 'two' } }]);
  await expect(slack.choose(message, 'Three')).rejects.toThrow('there are: One, Two');
});

test('the bot hears what it subscribed to', async () => {
  const slack = await slackForTest({ events: ['app_mention', 'message.im'] });
  await appForTest(slack, 'socket', () => undefined);
  const heard = async (text: string, channel: string): Promise<unknown> => {
    const { deliveries } = await slack.post(text, { channel });
    return deliveries.map(({ payload }) => payload['event']);
  };
  expect(await heard('hey <@UBOT>', 'C1')).toMatchObject([{ type: 'app_mention' }]);
  expect(await heard('hey', 'C1')).toEqual([]);
  expect(await heard('hey <@UBOT>', 'D1')).toMatchObject([{ type: 'message', channel_type: 'im' }]);
});
