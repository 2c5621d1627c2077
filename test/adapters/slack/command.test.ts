import { describe, expect, it } from 'vitest';
import { buttonsOf, kindsOf, now, onlyAnswer, spoken, startProgram, TRANSPORTS } from './program.ts';
import { pings, visibleText } from './stand-in/index.ts';

const DEFINITION = 'A container is a small, portable, isolated environment';

describe.each(TRANSPORTS)('/secterm over %s', transport => {
  it('is acknowledged with nothing and answered to the asker alone', async () => {
    const { slack } = await startProgram(transport);
    const delivery = await slack.command('containers', { command: '/secterm' });
    expect(delivery.ackedAfterMs).toBeLessThan(1000);
    expect(delivery.notice).toBeNull();
    const answer = await onlyAnswer(slack);
    expect(answer).toMatchObject({ ephemeral: true, user: 'U1', channel: 'C1', shown: true });
    expect(visibleText(answer)).toContain(DEFINITION);
    expect(slack.calls.filter(({ method }) => method.startsWith('chat.'))).toEqual([]);
  });

  it('is answered once when it arrives twice', async () => {
    const { slack } = await startProgram(transport);
    const delivery = await slack.command('containers');
    expect((await slack.redeliver(delivery)).ackedAfterMs).not.toBeNull();
    await onlyAnswer(slack);
  });

  it('posts the answer in the channel when Share is pressed, and takes the private one away', async () => {
    const { slack } = await startProgram(transport);
    await slack.command('containers');
    const answer = await onlyAnswer(slack);
    await slack.press(answer, 'Share in channel');
    const shared = await onlyAnswer(slack);
    expect(shared).toMatchObject({ ephemeral: false, channel: 'C1' });
    expect(shared.thread_ts).toBeUndefined();
    expect(visibleText(shared)).toContain(DEFINITION);
    expect(buttonsOf(shared)).not.toContain('Share in channel');
    expect(pings(shared)).toEqual([]);
    expect(JSON.stringify(shared.blocks) + shared.text).not.toMatch(/\bU1\b|\bu1\b/);
    expect(now(slack, answer).deleted).toBe(true);
  });

  it('shares once when Share is pressed twice', async () => {
    const { slack } = await startProgram(transport);
    await slack.command('containers');
    const answer = await onlyAnswer(slack);
    await Promise.all([slack.press(answer, 'Share in channel'), slack.press(answer, 'Share in channel')]);
    expect((await onlyAnswer(slack)).ephemeral).toBe(false);
  });

  it('says privately that it is no member, and shares after it joined', async () => {
    const { slack } = await startProgram(transport);
    slack.refuseNext('chat.postMessage', 'not_in_channel');
    await slack.command('containers');
    const answer = await onlyAnswer(slack);
    await slack.press(answer, 'Share in channel');
    await slack.idle();
    const [, notice] = spoken(slack);
    expect(notice).toMatchObject({ ephemeral: true, user: 'U1' });
    expect(visibleText(notice ?? answer)).toMatch(/not a member of this channel.*\/invite @bot/);
    await slack.press(answer, 'Share in channel');
    await slack.idle();
    expect(spoken(slack).filter(({ ephemeral }) => !ephemeral)).toHaveLength(1);
  });
});

describe('/secterm', () => {
  it('answers in a channel that it is no member of', async () => {
    const { slack } = await startProgram('socket');
    await slack.command('containers', { channel: 'C2' });
    const answer = await onlyAnswer(slack);
    expect(answer).toMatchObject({ channel: 'C2', ephemeral: true });
    await slack.press(answer, 'Share in channel');
    await slack.idle();
    expect(spoken(slack).every(({ ephemeral }) => ephemeral)).toBe(true);
    expect(spoken(slack).map(visibleText).join()).toContain('not a member of this channel');
  });

  it('says that a channel takes no messages when Slack refuses it for another reason', async () => {
    const { slack } = await startProgram('socket');
    slack.refuseNext('chat.postMessage', 'is_archived');
    await slack.command('containers');
    await slack.press(await onlyAnswer(slack), 'Share in channel');
    await slack.idle();
    expect(visibleText(spoken(slack).at(-1) ?? { text: '', blocks: [] })).toContain(
      'the channel does not take messages from me',
    );
  });

  it.each([
    ['compare containers vs vms', 'Containers vs Virtual Machines'],
    ['what are the downsides of containers?', 'Limited Isolation'],
    ['help', 'What you can ask'],
    ['', 'What you can ask'],
    ['contaners', DEFINITION],
    ['zzzz', 'The glossary has no term “zzzz”'],
    ['<@UBOT> containers &amp; &lt;vms&gt;', 'Containers'],
  ])('answers %j with %j', async (text, shown) => {
    const { slack } = await startProgram('socket');
    await slack.command(text);
    expect(visibleText(await onlyAnswer(slack))).toContain(shown);
  });

  it('shows a comparison as one table with wrapped cells and none empty', async () => {
    const { slack } = await startProgram('socket');
    await slack.command('compare containers vs vms');
    const { blocks, text } = await onlyAnswer(slack);
    const tables = blocks.filter(({ type }) => type === 'table');
    expect(tables).toHaveLength(1);
    expect(tables[0]?.['column_settings']).toEqual(Array(3).fill({ is_wrapped: true }));
    expect(JSON.stringify(tables)).not.toContain('"text":""');
    expect(text).toContain('Isolation:\n- Containers: Between processes, on one shared kernel');
  });

  it('puts the definition first, then facts, the source and the buttons', async () => {
    const { slack } = await startProgram('socket');
    await slack.command('containers');
    const answer = await onlyAnswer(slack);
    expect(kindsOf(answer).slice(0, 5)).toEqual(['header', 'rich_text', 'rich_text', 'context', 'actions']);
    expect(visibleText(answer).indexOf(DEFINITION)).toBeLessThan(300);
    expect(visibleText(answer)).toContain('Source: infrastructure/containers-vms-clusters.md:');
    expect(buttonsOf(answer)).toEqual(
      expect.arrayContaining([
        'Key Features',
        'Advantages',
        'Compare with Virtual Machines',
        'Share in channel',
      ]),
    );
  });

  it('carries its complete plain text and shows no previews, in private and in public', async () => {
    const { slack } = await startProgram('socket');
    await slack.command('containers');
    const answer = await onlyAnswer(slack);
    await slack.press(answer, 'Share in channel');
    await slack.post('<@UBOT> what is TLS?');
    await slack.idle();
    const sent = [
      ...slack.responses.map(({ body }) => body).filter(({ text }) => text !== undefined),
      ...slack.calls.filter(({ method }) => method.startsWith('chat.')).map(({ args }) => args),
    ];
    expect(sent).toHaveLength(3);
    for (const body of sent) {
      expect([String(body['unfurl_links']), String(body['unfurl_media'])]).toEqual(['false', 'false']);
      expect(String(body['text'])).toMatch(/^(?:Containers|Transport Layer Security)[\s\S]+Source: /);
    }
  });

  it('does not say that sharing failed when only the private answer stays', async () => {
    const { slack } = await startProgram('socket');
    await slack.command('containers');
    const answer = await onlyAnswer(slack);
    slack.refuseNext('response_url', 'expired_url', { status: 404 });
    await slack.press(answer, 'Share in channel');
    await slack.idle();
    expect(
      spoken(slack)
        .map(({ text }) => text)
        .join(),
    ).not.toContain('went wrong');
  });
});
