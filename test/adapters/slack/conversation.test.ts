import { describe, expect, it } from 'vitest';
import { buttonsOf, onlyAnswer, spoken, startProgram, TRANSPORTS } from './program.ts';
import { visibleText } from './stand-in/index.ts';

const DEFINITION = 'A container is a small, portable, isolated environment';
const QUESTION = 'what are the downsides of containers?';

describe.each(TRANSPORTS)('a message over %s', transport => {
  it('that mentions the bot is answered in its thread, for all', async () => {
    const { slack } = await startProgram(transport);
    const { ts, deliveries } = await slack.post('<@UBOT> containers');
    expect(deliveries.every(({ ackedAfterMs }) => ackedAfterMs !== null)).toBe(true);
    const answer = await onlyAnswer(slack);
    expect(answer).toMatchObject({ channel: 'C1', thread_ts: ts, ephemeral: false });
    expect(visibleText(answer)).toContain(DEFINITION);
    expect(buttonsOf(answer)).not.toContain('Share in channel');
    expect(buttonsOf(answer)).not.toContain('Dismiss');
  });

  it('that is sent directly is answered', async () => {
    const { slack } = await startProgram(transport);
    await slack.post('what is a container?', { channel: 'D1' });
    const answer = await onlyAnswer(slack);
    expect(answer).toMatchObject({ channel: 'D1', ephemeral: false });
    expect(answer.thread_ts).toBeUndefined();
  });

  it('that is delivered again is answered once, under the same event id or another', async () => {
    const { slack } = await startProgram(transport);
    const { deliveries } = await slack.post('<@UBOT> containers');
    const [first] = deliveries;
    if (first === undefined) throw new Error('nothing was delivered');
    await onlyAnswer(slack);
    const again = await slack.redeliver(first);
    expect(again.ackedAfterMs).not.toBeNull();
    const { event } = first.payload;
    await slack.event({ ...(typeof event === 'object' ? event : {}) }, { eventId: 'EvOTHER' });
    await onlyAnswer(slack);
  });

  it('that arrives as message and app_mention at once is answered once', async () => {
    const { slack } = await startProgram(transport, { listening: 'everywhere' });
    const { deliveries } = await slack.post(`<@UBOT> ${QUESTION}`);
    expect(deliveries).toHaveLength(2);
    await onlyAnswer(slack);
  });
});

describe('a mention', () => {
  it('inside a thread is answered in that thread', async () => {
    const { slack } = await startProgram('socket');
    const { ts } = await slack.post('good morning');
    await slack.post('<@UBOT> containers', { thread: ts });
    expect((await onlyAnswer(slack)).thread_ts).toBe(ts);
  });

  it('without words says what can be asked', async () => {
    const { slack } = await startProgram('socket');
    await slack.post('<@UBOT>');
    expect(visibleText(await onlyAnswer(slack))).toContain('What you can ask');
  });

  it('is heard where messages are not subscribed to', async () => {
    const { slack } = await startProgram('socket', { events: ['app_mention'] });
    await slack.post('hey <@UBOT>, what is a container?');
    expect(visibleText(await onlyAnswer(slack))).toContain(DEFINITION);
  });

  it('of somebody else is not one', async () => {
    const { slack } = await startProgram('socket');
    await slack.post('<@U2> containers');
    await slack.idle();
    expect(spoken(slack)).toEqual([]);
  });

  it('of somebody whose id begins with the id of the bot is not one', async () => {
    const { slack } = await startProgram('socket');
    await slack.post('<@UBOT2> containers');
    await slack.idle();
    expect(spoken(slack)).toEqual([]);
  });
});

describe('a follow-up', () => {
  it.each(TRANSPORTS)('in a thread is about what was asked there (%s)', async transport => {
    const { slack } = await startProgram(transport);
    const { ts } = await slack.post('<@UBOT> containers');
    await slack.idle();
    await slack.post('<@UBOT> and its downsides?', { thread: ts });
    await slack.post('<@UBOT> and its advantages?', { thread: ts });
    await slack.idle();
    const texts = spoken(slack).map(({ text }) => text);
    expect(texts[1]).toMatch(/^Containers\nChallenges:/);
    expect(texts[2]).toMatch(/^Containers\nAdvantages:/);
  });

  it('in a direct message is about what was asked before', async () => {
    const { slack } = await startProgram('socket');
    await slack.post('containers', { channel: 'D1' });
    await slack.idle();
    await slack.post('and its downsides?', { channel: 'D1' });
    await slack.idle();
    expect(spoken(slack)[1]?.text).toMatch(/^Containers\nChallenges:/);
  });

  it('in another thread is not about it', async () => {
    const { slack } = await startProgram('socket');
    await slack.post('<@UBOT> containers');
    await slack.idle();
    await slack.post('<@UBOT> and its downsides?');
    await slack.idle();
    expect(spoken(slack)[1]?.text).not.toContain('Challenges:');
  });

  it('has buttons that work by themselves', async () => {
    const program = await startProgram('socket');
    const { slack } = program;
    const { ts } = await slack.post('<@UBOT> containers');
    await slack.idle();
    await slack.post('<@UBOT> and its downsides?', { thread: ts });
    await slack.idle();
    const answer = spoken(slack)[1];
    if (answer === undefined) throw new Error('no second answer');
    await program.restart();
    const changed = slack.waitForUpdate(answer);
    await slack.press(answer, 'Advantages');
    const back = slack.waitForUpdate(await changed);
    await slack.press(await changed, '← Back');
    expect((await back).text).toMatch(/^Containers\nChallenges:/);
  });

  it('is understood while the answer before it is still waiting for Slack', async () => {
    const { slack } = await startProgram('socket', { waitLimitMs: 3000 });
    slack.rateLimitNext('chat.postMessage', { retryAfter: 1 });
    const { ts } = await slack.post('<@UBOT> containers');
    await slack.post('<@UBOT> and its downsides?', { thread: ts });
    await slack.waitForMessage(({ text }) => text.startsWith('Containers\nA container'));
    await slack.idle();
    expect(spoken(slack)[1]?.text).toMatch(/^Containers\nChallenges:/);
  });
});

describe('a question overheard', () => {
  it.each([
    ['by its id', ['C1']],
    ['by *', 'everywhere'],
  ] as const)('in a channel listed %s is answered in its thread, with Dismiss', async (_, listening) => {
    const { slack } = await startProgram('socket', { listening });
    const { ts } = await slack.post(QUESTION);
    const answer = await onlyAnswer(slack);
    expect(answer).toMatchObject({ channel: 'C1', thread_ts: ts, ephemeral: false });
    expect(buttonsOf(answer)).toContain('Dismiss');
    await slack.press(answer, 'Dismiss', { user: 'U2' });
    await slack.idle();
    expect(spoken(slack)).toEqual([]);
  });

  it.each([
    ['is no question', 'containers are great'],
    ['is not sure of', 'what is a contaner?'],
    ['does not know', 'what is for lunch?'],
    ['asks for help in general', 'help'],
  ])('is met with silence when it %s', async (_, text) => {
    const { slack } = await startProgram('socket', { listening: ['C1'] });
    await slack.post(text);
    await slack.idle();
    expect(spoken(slack)).toEqual([]);
  });

  it('is answered once a thread', async () => {
    const { slack } = await startProgram('http', { listening: ['C1'] });
    const { ts } = await slack.post(QUESTION);
    await slack.idle();
    await slack.post('what is a virtual machine?', { thread: ts });
    await onlyAnswer(slack);
    await slack.post('what is a virtual machine?');
    await slack.idle();
    expect(spoken(slack)).toHaveLength(2);
  });

  it('is answered once a thread even when two are asked at the same moment', async () => {
    const { slack } = await startProgram('socket', { listening: ['C1'] });
    const { ts } = await slack.post('good morning');
    await Promise.all([
      slack.post(QUESTION, { thread: ts }),
      slack.post('what is a virtual machine?', { thread: ts }),
    ]);
    await onlyAnswer(slack);
  });

  it('is met with silence in channels that are not listed', async () => {
    const { slack } = await startProgram('socket', { listening: ['C9'] });
    await slack.post(QUESTION);
    await slack.idle();
    expect(spoken(slack)).toEqual([]);
  });

  it('keeps its Dismiss button when a facet is shown, and no error is said when it cannot be answered', async () => {
    const { slack } = await startProgram('socket', { listening: ['C1'] });
    const { ts } = await slack.post(QUESTION);
    const answer = await onlyAnswer(slack);
    const changed = slack.waitForUpdate(answer);
    await slack.press(answer, 'Advantages');
    expect(buttonsOf(await changed)).toEqual(expect.arrayContaining(['Dismiss', '← Back']));
    slack.refuseNext('chat.postMessage', 'is_archived', { times: 9 });
    await slack.post(QUESTION);
    await slack.idle();
    expect(spoken(slack).map(message => message.thread_ts)).toEqual([ts]);
  });
});

describe.each(TRANSPORTS)('what no person asked is ignored over %s', transport => {
  it.each([
    ['of another bot', { bot_id: 'B9' }],
    ['posted by a bot as a message of its own kind', { subtype: 'bot_message', bot_id: 'B9' }],
    ['of the bot itself', { user: 'UBOT' }],
    ['that was edited', { edited: { user: 'U1', ts: '1.2' } }],
    ['that changed', { subtype: 'message_changed', message: { text: QUESTION, user: 'U1' } }],
    ['that was deleted', { subtype: 'message_deleted' }],
    ['of a join', { subtype: 'channel_join' }],
    ['of a file', { subtype: 'file_share', files: [{ id: 'F1' }] }],
    ['without an author', { user: undefined }],
  ])('a message %s', async (_, extra) => {
    const { slack } = await startProgram(transport, { listening: 'everywhere' });
    await slack.post(`<@UBOT> ${QUESTION}`, { extra });
    await slack.post(QUESTION, { channel: 'D1', extra });
    await slack.post(QUESTION, { extra });
    await slack.idle();
    expect(spoken(slack)).toEqual([]);
    expect(slack.deliveries.every(({ ackedAfterMs }) => ackedAfterMs !== null)).toBe(true);
  });
});

it('does not answer its own answers when Slack reports them back', async () => {
  const { slack } = await startProgram('socket', { listening: 'everywhere', ownEvents: true });
  await slack.post('what is a container?', { channel: 'D1' });
  await slack.post(QUESTION);
  await slack.idle();
  expect(spoken(slack)).toHaveLength(2);
});
