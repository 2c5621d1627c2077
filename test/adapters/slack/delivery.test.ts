import { describe, expect, it } from 'vitest';
import { kindsOf, onlyAnswer, spoken, startProgram, TRANSPORTS } from './program.ts';
import { type Slack, visibleText } from './stand-in/index.ts';

const DEFINITION = 'A container is a small, portable, isolated environment';
const FAILED = 'Something went wrong while answering.';
const TABLE = 'Between processes, on one shared kernel';

/** Channels enough to tell one from another. */
const CHANNELS = [
  { id: 'C1', kind: 'channel', isMember: true },
  { id: 'C3', kind: 'channel', isMember: true },
] as const;

const posted = ({ calls }: Slack) => calls.filter(({ method }) => method === 'chat.postMessage');

describe.concurrent('a message that Slack refuses', () => {
  it.for([
    ['without the table', 1, ['header', 'rich_text']],
    ['as text', 2, []],
  ] as const)('in public is sent again %s', async ([, times, first], { onTestFinished }) => {
    const { slack } = await startProgram('socket', { onTestFinished });
    slack.refuseNext('chat.postMessage', 'invalid_blocks', { times });
    await slack.post('<@UBOT> compare containers vs vms');
    const answer = await onlyAnswer(slack);
    expect(kindsOf(answer).slice(0, 2)).toEqual(first);
    expect(kindsOf(answer)).not.toContain('table');
    expect(visibleText(answer)).toContain(TABLE);
  });

  it.for([
    ['without the table', 1, true],
    ['as text', 2, false],
  ] as const)('in private is sent again %s', async ([, times, hasBlocks], { onTestFinished }) => {
    const { slack } = await startProgram('http', { onTestFinished });
    slack.refuseNext('response_url', 'invalid_blocks', { times });
    await slack.command('compare containers vs vms');
    const answer = await onlyAnswer(slack);
    expect(answer.blocks.length > 0).toBe(hasBlocks);
    expect(kindsOf(answer)).not.toContain('table');
    expect(visibleText(answer)).toContain(TABLE);
  });

  it.for(['msg_too_long', 'msg_blocks_too_long', 'invalid_attachments', 'invalid_blocks_format'])(
    'with %s is sent again in a plainer form',
    async (error, { onTestFinished }) => {
      const { slack } = await startProgram('socket', { onTestFinished });
      slack.refuseNext('chat.postMessage', error);
      await slack.post('<@UBOT> containers');
      const answer = await onlyAnswer(slack);
      expect(answer.blocks).toEqual([]);
      expect(visibleText(answer)).toContain(DEFINITION);
    },
  );

  it('in every form ends in a plain sentence', async ({ onTestFinished }) => {
    const { slack, lines } = await startProgram('socket', { onTestFinished });
    slack.refuseNext('response_url', 'invalid_blocks', { times: 2 });
    await slack.command('containers');
    expect(visibleText(await onlyAnswer(slack))).toContain(FAILED);
    expect(lines.filter(({ level }) => level === 'error').map(({ facts }) => facts)).toEqual([
      { code: 'invalid_blocks' },
    ]);
  });

  it('when a button is pressed leaves the old message and is sent in a plainer form', async ({
    onTestFinished,
  }) => {
    const { slack } = await startProgram('socket', { onTestFinished });
    await slack.command('containers');
    const answer = await onlyAnswer(slack);
    slack.refuseNext('response_url', 'invalid_blocks');
    const changed = slack.waitForUpdate(answer);
    await slack.press(answer, 'Compare with Virtual Machines');
    expect(kindsOf(await changed)).not.toContain('table');
    expect(visibleText(await changed)).toContain(TABLE);
  });
});

describe.concurrent.each(TRANSPORTS)('a rate limit over %s', transport => {
  it('of one channel delays that channel alone, in order, and loses nothing', async ({ onTestFinished }) => {
    const { slack, lines } = await startProgram(transport, { channels: CHANNELS, onTestFinished });
    slack.rateLimitNext('chat.postMessage', { retryAfter: 1, channel: 'C1' });
    await slack.post('<@UBOT> containers');
    await slack.post('<@UBOT> TLS');
    await slack.post('<@UBOT> DNS', { channel: 'C3' });
    await slack.waitForMessage(({ by, channel }) => by === 'bot' && channel === 'C3');
    expect(spoken(slack).map(({ channel }) => channel)).toEqual(['C3']);
    await slack.waitForMessage(({ text }) => text.startsWith('Transport Layer'));
    expect(spoken(slack).map(({ text }) => text.slice(0, 9))).toEqual([
      'Domain Na',
      'Container',
      'Transport',
    ]);
    const [refused, ...later] = posted(slack).filter(({ args }) => args['channel'] === 'C1');
    expect((later[0]?.at ?? 0) - (refused?.at ?? 0)).toBeGreaterThanOrEqual(990);
    expect(lines.map(({ message }) => message)).toContain('Slack asks to wait');
  });

  it('of a response address is waited for while other commands go on', async ({ onTestFinished }) => {
    const { slack } = await startProgram(transport, { onTestFinished });
    slack.rateLimitNext('response_url', { retryAfter: 1 });
    await slack.command('containers');
    await slack.waitForResponse(({ result }) => result === 'rate_limited');
    await slack.command('TLS');
    await slack.waitForMessage(({ text }) => text.startsWith('Transport Layer'));
    expect(spoken(slack)).toHaveLength(1);
    await slack.waitForMessage(({ text }) => text.startsWith('Containers'));
    const [refused, , accepted] = slack.responses;
    expect((accepted?.at ?? 0) - (refused?.at ?? 0)).toBeGreaterThanOrEqual(990);
  });
});

describe.concurrent('a failure of Slack', () => {
  it.for([500, 'reset'] as const)('(%s) of a post is tried again', async (status, { onTestFinished }) => {
    const { slack } = await startProgram('socket', { onTestFinished });
    slack.failNext('chat.postMessage', { status });
    await slack.post('<@UBOT> containers');
    await slack.waitForMessage(({ by }) => by === 'bot');
    expect(visibleText(await onlyAnswer(slack))).toContain(DEFINITION);
  });

  it.for([500, 'reset'] as const)(
    '(%s) of a response address is tried again',
    async (status, { onTestFinished }) => {
      const { slack } = await startProgram('http', { onTestFinished });
      slack.failNext('response_url', { status, times: 2 });
      await slack.command('containers');
      await slack.waitForMessage(({ by }) => by === 'bot');
      expect(visibleText(await onlyAnswer(slack))).toContain(DEFINITION);
    },
  );

  it.for([
    ['chat.postMessage', 'mention'],
    ['response_url', 'command'],
  ] as const)(
    'of %s that lasts ends in a plain sentence, and the bot lives on',
    async ([method, way], { onTestFinished }) => {
      const { slack, lines } = await startProgram('socket', { onTestFinished });
      const ask = () => (way === 'mention' ? slack.post('<@UBOT> containers') : slack.command('containers'));
      slack.failNext(method, { status: 500, times: 3 });
      await ask();
      const notice = await slack.waitForMessage(({ by }) => by === 'bot');
      expect(visibleText(notice)).toContain(FAILED);
      await ask();
      await slack.waitForMessage(({ text }) => text.startsWith('Containers'));
      expect(lines.filter(({ level }) => level === 'error')).toEqual([
        { level: 'error', facts: { code: 'http_500' }, message: 'An answer could not be given' },
      ]);
    },
  );

  it('of a response address that is used up is logged, and the bot lives on', async ({ onTestFinished }) => {
    const { slack, lines } = await startProgram('socket', { onTestFinished });
    slack.refuseNext('response_url', 'used_url', { status: 404, times: 2 });
    await slack.command('containers');
    await slack.idle();
    expect(lines.filter(({ level }) => level === 'error').map(({ facts }) => facts)).toEqual([
      { code: 'used_url' },
      { code: 'used_url' },
    ]);
    await slack.command('containers');
    await onlyAnswer(slack);
  });

  it('after which a message stands there is not answered by a second one', async ({ onTestFinished }) => {
    const { slack } = await startProgram('socket', { onTestFinished });
    await slack.command('containers');
    const answer = await onlyAnswer(slack);
    slack.failNext('response_url', { status: 500, accepted: true });
    const changed = slack.waitForUpdate(answer);
    await slack.press(answer, 'Advantages');
    await changed;
    await slack.waitForResponse(({ result }) => result === 'ok' && slack.responses.length === 3);
    await onlyAnswer(slack);
  });
});
