import { connect } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import { onlyAnswer, spoken, startProgram, TRANSPORTS } from './program.ts';
import { type Slack, visibleText } from './stand-in/index.ts';

const DEFINITION = 'A container is a small, portable, isolated environment';
const SECRET = 'Zebra-77 containers';

/** A message of the bot with a button that another version of it posted. */
async function foreignMessage({ apiUrl, tokens, waitForMessage }: Slack) {
  const button = {
    type: 'button',
    action_id: 'old:1',
    text: { type: 'plain_text', text: 'Old' },
    value: 'x',
  };
  const body = {
    channel: 'C1',
    text: 'old',
    blocks: [{ type: 'actions', block_id: 'old', elements: [button] }],
  };
  await fetch(`${apiUrl}chat.postMessage`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${tokens.bot}` },
    body: JSON.stringify(body),
  });
  return waitForMessage(({ text }) => text === 'old');
}

type Delivery = Awaited<ReturnType<Slack['command']>>;

const isAcknowledged = ({ ackedAfterMs, notice }: Delivery) => {
  expect(ackedAfterMs).toBeLessThan(1000);
  expect(notice).toBeNull();
};

describe.each(TRANSPORTS)('what nobody listens to is acknowledged over %s', transport => {
  it.each(['view_submission', 'view_closed', 'shortcut', 'block_suggestion', 'something_new'])(
    'an interaction of type %s',
    async type => {
      const { slack } = await startProgram(transport);
      const { message } = await slack.post('hello');
      const known = await slack.shortcut('explain_terms', message);
      const view = { type: 'modal', callback_id: 'x', id: 'V1', state: { values: {} } };
      isAcknowledged(
        await slack.redeliver({
          ...known,
          payload: { ...known.payload, type, callback_id: 'x', view, trigger_id: 'other' },
        }),
      );
      await onlyAnswer(slack);
    },
  );

  it('an unknown shortcut, an unknown button and an unknown event', async () => {
    const { slack } = await startProgram(transport);
    const { message } = await slack.post('hello');
    isAcknowledged(await slack.shortcut('unknown', message));
    isAcknowledged(await slack.press(await foreignMessage(slack), 'Old'));
    isAcknowledged(await slack.event({ type: 'tokens_revoked', tokens: { oauth: ['U1'] } }));
    await slack.idle();
    expect(spoken(slack).map(({ text, edits }) => [text, edits])).toEqual([['old', 0]]);
  });

  it('everything, in under three seconds, while the API hangs', async () => {
    const { slack, gateway } = await startProgram(transport, { guarded: true });
    gateway.hold('chat.postMessage', 'chat.postEphemeral');
    const { message, deliveries } = await slack.post('<@UBOT> containers');
    const { deliveries: direct } = await slack.post('containers', { channel: 'D1' });
    for (const delivery of [...deliveries, ...direct]) isAcknowledged(delivery);
    isAcknowledged(await slack.command('containers'));
    isAcknowledged(await slack.shortcut('explain_terms', message));
    gateway.release();
    await slack.waitForMessage(({ channel, by }) => channel === 'D1' && by === 'bot');
    await slack.idle();
    expect(spoken(slack)).toHaveLength(4);
  });

  it('a message that is delivered again while its answer is under way, and is answered once', async () => {
    const { slack, gateway } = await startProgram(transport, { guarded: true });
    gateway.hold('chat.postMessage');
    const { deliveries } = await slack.post('<@UBOT> containers');
    const [first] = deliveries;
    if (first === undefined) throw new Error('nothing was delivered');
    isAcknowledged(await slack.redeliver(first));
    gateway.release();
    await slack.waitForMessage(({ by }) => by === 'bot');
    await onlyAnswer(slack);
  });

  it('a command, though the bot is told to stop before it answered', async () => {
    const { slack, gateway, stop } = await startProgram(transport, { guarded: true });
    gateway.hold('chat.postMessage');
    await slack.post('<@UBOT> containers');
    const stopped = stop(5000);
    gateway.release();
    await stopped;
    expect(visibleText(spoken(slack)[0] ?? { text: '', blocks: [] })).toContain(DEFINITION);
  });

  it('and nothing of a text, no token and no user id is logged', async () => {
    const { slack, lines } = await startProgram(transport, {
      listening: 'everywhere',
      channels: [
        { id: 'C1', kind: 'channel', isMember: true },
        { id: 'D1', kind: 'im', isMember: true, users: ['U0SECRET1'] },
      ],
    });
    const user = 'U0SECRET1';
    await slack.command(SECRET, { user });
    slack.refuseNext('chat.postMessage', 'invalid_blocks');
    slack.refuseNext('chat.postMessage', 'internal_error', { times: 4 });
    slack.refuseNext('response_url', 'invalid_blocks', { times: 6 });
    const { message } = await slack.post(`<@UBOT> ${SECRET}`, { user });
    await slack.post(SECRET, { user, channel: 'D1' });
    await slack.command(SECRET, { user });
    await slack.shortcut('explain_terms', message, { user });
    await slack.shortcut(SECRET, message, { user });
    await slack.event({ type: 'message', channel: 'C1', user, text: SECRET, ts: '1.1', subtype: 'odd' });
    await slack.idle();
    const logged = JSON.stringify(lines);
    expect(lines.filter(({ level }) => level === 'error').length).toBeGreaterThan(0);
    const { bot, app, signingSecret } = slack.tokens;
    for (const secret of ['Zebra', user, bot, app, signingSecret]) expect(logged).not.toContain(secret);
  });
});

describe('a request over HTTP', () => {
  it.each([
    ['with a wrong signature', () => ({ signWith: '0'.repeat(32) })],
    ['that is more than five minutes old', () => ({ at: Math.floor(Date.now() / 1000) - 301 })],
  ])('%s is refused with 401', async (_, options) => {
    const { slack } = await startProgram('http');
    expect((await slack.command('containers', options())).status).toBe(401);
    const { deliveries } = await slack.post('<@UBOT> containers', options());
    expect(deliveries.map(({ status }) => status)).toEqual([401, 401]);
    await slack.idle();
    expect(spoken(slack)).toEqual([]);
  });

  it('that checks the address is answered with its challenge', async () => {
    const { slack } = await startProgram('http');
    const { ackBody, payload, status } = await slack.verifyUrl();
    expect(status).toBe(200);
    expect(ackBody).toEqual({ challenge: payload['challenge'] });
  });
});

describe('stop()', () => {
  /** What was written on a connection that stays open, and whether stop(200) resolves within three seconds. */
  const stopsWith = async (written: string) => {
    const { slack, port, stop } = await startProgram('http');
    const open = connect(port, '127.0.0.1');
    onTestFinished(() => void open.destroy());
    await new Promise<void>(resolve => open.once('connect', () => resolve()));
    open.write(written);
    await slack.idle();
    const stopped = stop(200).then(() => 'stopped');
    return Promise.race([stopped, wait(3000, 'still waiting')]);
  };

  it('ends a connection that is kept alive after its request', async () => {
    expect(await stopsWith('GET / HTTP/1.1\r\nHost: a\r\nConnection: keep-alive\r\n\r\n')).toBe('stopped');
  });

  it('keeps to its patience while somebody sends half a request', async () => {
    const half = 'POST /slack/events HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\nhalf';
    expect(await stopsWith(half)).toBe('stopped');
  });

  it('keeps to its patience while Slack does not answer', async () => {
    const { slack, gateway, lines, stop } = await startProgram('socket', { guarded: true });
    gateway.hold('chat.postMessage');
    await slack.post('<@UBOT> containers');
    const at = performance.now();
    await stop(300);
    expect(performance.now() - at).toBeLessThan(2000);
    expect(lines.at(-1)).toMatchObject({ level: 'warn', facts: { unanswered: 1 } });
  });
});

describe('a socket', () => {
  it('that Slack renews is opened again at once, and what comes before and after is answered', async () => {
    const { slack } = await startProgram('socket');
    await slack.post('<@UBOT> containers');
    await slack.refreshSockets();
    await slack.waitForSocket();
    await slack.post('<@UBOT> TLS');
    await slack.waitForMessage(({ text }) => text.startsWith('Transport Layer'));
    await slack.idle();
    expect(spoken(slack)).toHaveLength(2);
  });

  it.each(['warning', 'refresh_requested'] as const)(
    'that is renewed (%s) while an answer is under way loses nothing',
    async reason => {
      const { slack, gateway } = await startProgram('socket', { guarded: true });
      gateway.hold('chat.postMessage');
      const { deliveries } = await slack.post('<@UBOT> containers');
      await slack.refreshSockets(reason);
      await slack.waitForSocket(reason === 'warning' ? 0 : 1);
      await slack.waitForSocket();
      const [first] = deliveries;
      if (first !== undefined) await slack.redeliver(first);
      gateway.release();
      await slack.waitForMessage(({ by }) => by === 'bot');
      await onlyAnswer(slack);
    },
  );

  it('that was cut is opened again, with pauses while that fails', async () => {
    const { slack, lines } = await startProgram('socket');
    slack.refuseNext('apps.connections.open', 'internal_error');
    slack.dropSockets();
    await slack.waitForSocket();
    await slack.command('containers');
    expect(visibleText(await onlyAnswer(slack))).toContain(DEFINITION);
    expect(lines.map(({ message }) => message).join()).toMatch(/Slack: connecting again\..*internal_error/);
  });

  it('that is cut before it is greeted is opened again', async () => {
    const { slack, gateway } = await startProgram('socket', { guarded: true, waitLimitMs: 4000 });
    gateway.cutSockets(1);
    slack.dropSockets();
    await slack.waitForSocket();
    await slack.command('containers');
    await onlyAnswer(slack);
  });
});
