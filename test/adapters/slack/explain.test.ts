import { describe, expect, it } from 'vitest';
import { botOf, bundled, onlyAnswer, spoken, startProgram, TRANSPORTS } from './program.ts';
import { type Slack, visibleText } from './stand-in/index.ts';

const CONTAINER = 'A container is a small, portable, isolated environment';
const FIREWALL = 'A firewall is a device or program';
const EXPLAIN = 'explain_terms';

/** A message of a person, and the reply below it, in a thread that more people wrote in. */
async function threadIn(slack: Slack, channel: string) {
  const { ts } = await slack.post('good morning', { channel });
  const { message } = await slack.post('our containers are behind the firewall', { channel, thread: ts });
  await slack.post('are they?', { channel, thread: ts });
  return { ts, message };
}

describe.each(TRANSPORTS)('“Explain the terms in this message” over %s', transport => {
  it('tells the asker alone each known term of a message in a channel', async () => {
    const { slack } = await startProgram(transport);
    const { message } = await slack.post('our containers are behind the firewall');
    const delivery = await slack.shortcut(EXPLAIN, message, { user: 'U2' });
    expect(delivery.ackedAfterMs).not.toBeNull();
    const answer = await onlyAnswer(slack);
    expect(answer).toMatchObject({ ephemeral: true, user: 'U2', channel: 'C1', shown: true });
    expect(visibleText(answer)).toContain(CONTAINER);
    expect(visibleText(answer)).toContain(FIREWALL);
    expect(answer.text).toContain(FIREWALL);
  });

  it('answers in the thread of the message', async () => {
    const { slack } = await startProgram(transport);
    const { ts, message } = await threadIn(slack, 'C1');
    await slack.shortcut(EXPLAIN, message, { user: 'U2' });
    const answer = await onlyAnswer(slack);
    expect(answer).toMatchObject({ ephemeral: true, user: 'U2', thread_ts: ts, shown: true });
    expect(visibleText(answer)).toContain(CONTAINER);
  });

  it('answers in the channel where the bot is no member', async () => {
    const { slack } = await startProgram(transport);
    const { message } = await threadIn(slack, 'C2');
    await slack.shortcut(EXPLAIN, message);
    const answer = await onlyAnswer(slack);
    expect(answer).toMatchObject({ ephemeral: true, user: 'U1', channel: 'C2', shown: true });
    expect(visibleText(answer)).toContain(CONTAINER);
  });
});

describe('“Explain the terms in this message”', () => {
  it('answers in the channel where the bot does not know the private channel at all', async () => {
    const { slack } = await startProgram('socket');
    slack.refuseNext('chat.postEphemeral', 'channel_not_found');
    const { message } = await threadIn(slack, 'C1');
    await slack.shortcut(EXPLAIN, message);
    expect(await onlyAnswer(slack)).toMatchObject({ ephemeral: true, shown: true });
  });

  it('works in a direct message', async () => {
    const { slack } = await startProgram('socket', { events: [] });
    const { message } = await slack.post('our containers', { channel: 'D1' });
    await slack.shortcut(EXPLAIN, message);
    expect(visibleText(await onlyAnswer(slack))).toContain(CONTAINER);
  });

  it('says so when a message uses no term', async () => {
    const { slack } = await startProgram('socket');
    const { message } = await slack.post('lunch?');
    await slack.shortcut(EXPLAIN, message);
    expect(visibleText(await onlyAnswer(slack))).toBe('This text uses no term of the glossary.');
  });

  it('sends no previews and offers each term as a button that works', async () => {
    const { slack } = await startProgram('socket');
    const { message } = await threadIn(slack, 'C1');
    await slack.shortcut(EXPLAIN, message);
    const answer = await onlyAnswer(slack);
    const call = slack.calls.find(({ method }) => method === 'chat.postEphemeral');
    expect(call?.args).toMatchObject({ link_names: 'false' });
    await slack.press(answer, 'Firewall');
    await slack.idle();
    const [glosses, term, ...others] = spoken(slack);
    expect(others).toEqual([]);
    expect(glosses).toEqual(answer);
    expect(term).toMatchObject({ ephemeral: true, user: 'U1', thread_ts: answer.thread_ts });
    expect(term?.text).toMatch(/^Firewall\n/);
  });

  it('explains or offers every term of a message that names very many', async () => {
    const { slack } = await startProgram('socket');
    const text = bundled.glossary.terms.map(({ name }) => name).join('. ');
    const { answer } = bundled.explain(text);
    const names = answer.kind === 'glosses' ? answer.terms.map(({ name }) => name) : [];
    expect(names.length).toBeGreaterThan(100);
    const { message } = await slack.post(text);
    await slack.shortcut(EXPLAIN, message);
    await slack.idle();
    const answers = spoken(slack);
    expect(answers.length).toBeLessThanOrEqual(4);
    const offered = answers.flatMap(
      ({ blocks }) => JSON.stringify(blocks).match(/(?<="value":")[^"]*/g) ?? [],
    );
    const shown = answers.map(visibleText).join('\n');
    expect(names.filter(name => !shown.includes(name))).toEqual([]);
    expect(names.filter(name => !offered.includes(name) && !shown.includes(`${name}\n: `))).toEqual([]);
    expect(answers.at(-1)?.text).toMatch(/Page 4 of 4|Choose one to have it explained/);
  });

  it('explains a term with “of” in its name', async () => {
    const { slack } = await startProgram('socket');
    const { message } = await slack.post('we saw an indicator of compromise');
    await slack.shortcut(EXPLAIN, message);
    expect((await onlyAnswer(slack)).text).toContain('Indicator of Compromise');
  });

  it('falls back to text when Slack refuses the blocks in a thread', async () => {
    const { slack } = await startProgram('socket');
    slack.refuseNext('chat.postEphemeral', 'invalid_blocks');
    const { ts, message } = await threadIn(slack, 'C1');
    await slack.shortcut(EXPLAIN, message);
    const answer = await onlyAnswer(slack);
    expect(answer).toMatchObject({ thread_ts: ts, blocks: [] });
    expect(answer.text).toContain(CONTAINER);
  });

  it('says plainly when it failed', async () => {
    const { slack } = await startProgram('socket');
    slack.refuseNext('chat.postEphemeral', 'restricted_action');
    const { message } = await threadIn(slack, 'C1');
    await slack.shortcut(EXPLAIN, message);
    expect(visibleText(await onlyAnswer(slack))).toContain('Something went wrong while answering.');
  });

  it('keeps to the uses of an address with very long definitions', async () => {
    const long = Array.from({ length: 3000 }, (_, index) => `word${index}`).join(' ');
    const { slack } = await startProgram('socket', { bot: botOf(`# Long\n\n## Scroll\n\n${long}\n`) });
    const { message } = await slack.post('this scroll');
    await slack.shortcut(EXPLAIN, message);
    await slack.idle();
    expect(slack.responses.map(({ result }) => result)).toEqual(Array(4).fill('ok'));
  });
});
