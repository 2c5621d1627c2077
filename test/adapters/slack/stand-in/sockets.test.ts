import { expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { isObject, readJson, textOf } from '../../stand-in/json.ts';
import { appForTest, clientOf, slackForTest } from './test-app.ts';

test('the app connects again after a refresh and after a cut', async () => {
  const slack = await slackForTest();
  await appForTest(slack, 'socket', app => {
    app.command('/term', async ({ ack, command }) => ack(command.text));
  });
  await slack.refreshSockets();
  expect(slack.sockets).toBe(0);
  await slack.waitForSocket();
  slack.dropSockets();
  await slack.waitForSocket();
  await slack.refreshSockets('warning');
  await slack.waitForSocket(0);
  await slack.waitForSocket();
  await slack.command('still here');
  expect(slack.visibleTo('U1', 'C1')).toMatchObject([{ text: 'still here' }]);
});

/** Opens a socket and gives the messages that come, one by one. */
async function open(url: string): Promise<{ socket: WebSocket; next: () => Promise<unknown> }> {
  const socket = new WebSocket(url);
  const messages: unknown[] = [];
  const waiting: ((message: unknown) => void)[] = [];
  socket.on('message', data => {
    const message = readJson(String(data));
    const first = waiting.shift();
    if (first === undefined) messages.push(message);
    else first(message);
  });
  await new Promise((resolve, reject) => socket.on('open', resolve).on('error', reject));
  const next = async (): Promise<unknown> =>
    messages.length > 0 ? messages.shift() : new Promise(resolve => waiting.push(resolve));
  return { socket, next };
}

test('a socket says hello, carries envelopes, and is announced to end', async () => {
  const slack = await slackForTest({ ackLimitMs: 200 });
  const { url = '' } = await clientOf(slack, slack.tokens.app).apps.connections.open({});
  const { socket, next } = await open(url);
  expect(await next()).toMatchObject({
    type: 'hello',
    num_connections: 1,
    connection_info: { app_id: 'A1' },
  });
  const event = slack.event({ type: 'team_join' });
  const envelope = await next();
  expect(envelope).toMatchObject({ type: 'events_api', accepts_response_payload: false, retry_attempt: 0 });
  if (!isObject(envelope)) throw new Error('no envelope came');
  socket.send(JSON.stringify({ envelope_id: textOf(envelope, 'envelope_id') }));
  expect(await event).toMatchObject({ transport: 'socket', ackedAfterMs: expect.any(Number) });
  expect(await slack.event({ type: 'team_join' })).toMatchObject({ ackedAfterMs: null });
  expect(await next()).toMatchObject({ type: 'events_api' });
  const closed = slack.refreshSockets();
  expect(await next()).toMatchObject({ type: 'disconnect', reason: 'refresh_requested' });
  await closed;
  await expect(open(url)).rejects.toThrow('401');
  await expect(slack.event({ type: 'team_join' })).rejects.toThrow('connect the app first');
});
