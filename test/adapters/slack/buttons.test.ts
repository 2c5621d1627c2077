import { describe, expect, it } from 'vitest';
import {
  botOf,
  buttonsOf,
  now,
  onlyAnswer,
  type Program,
  spoken,
  startProgram,
  TRANSPORTS,
} from './program.ts';
import { type Message, visibleText } from './stand-in/index.ts';

const KITCHEN = `# Kitchen

## Whisk

It is a tool that beats air into cream.

- **Use Cases**: Meringue and foam.

## Whisker

A whisker is a hair of a cat.
`;

/** The same without "Whisk". */
const RENAMED = KITCHEN.replace('## Whisk\n', '## Balloon Whisk\n');

/** Nothing like a whisk. */
const GARDEN = '# Garden\n\n## Spade\n\nA spade is a tool that turns soil.\n';

/** Terms enough for menus: 150 of them on one page. */
const MANY = `# Many\n\n${Array.from({ length: 150 }, (_, index) => `## Term ${index}\n\nTerm ${index} is number ${index}.\n`).join('\n')}`;

/** A definition of many pages, of words that can be told apart. */
const LONG = `# Long\n\n## Scroll\n\n${Array.from({ length: 2500 }, (_, index) => `word${index}`).join(' ')}\n`;

/** Presses, and waits until the message has changed. */
async function pressAndSee({ slack }: Program, message: Message, label: string): Promise<Message> {
  const changed = slack.waitForUpdate(now(slack, message));
  await slack.press(message, label);
  return changed;
}

async function ask(program: Program, text: string): Promise<Message> {
  await program.slack.command(text);
  return onlyAnswer(program.slack);
}

/** All that a message shows and carries, without the ids that Slack makes up. */
const drawn = (message: Message) => ({
  text: message.text,
  shown: visibleText(message),
  buttons: buttonsOf(message),
  values: valuesOf(message),
});

const valuesOf = ({ blocks }: Message) =>
  [...JSON.stringify(blocks).matchAll(/"value":"([^"]*)"/g)].map(([, value]) => value);

describe.each(TRANSPORTS)('buttons over %s', transport => {
  it('change a private answer in place and lead back', async () => {
    const program = await startProgram(transport);
    const answer = await ask(program, 'containers');
    const facet = await pressAndSee(program, answer, 'Advantages');
    expect(facet.text).toMatch(/^Containers\nAdvantages:/);
    expect(facet.ephemeral).toBe(true);
    const other = await pressAndSee(program, facet, 'Challenges');
    const back = await pressAndSee(program, other, '← Back');
    expect(drawn(back)).toEqual(drawn(answer));
    expect(spoken(program.slack)).toHaveLength(1);
  });

  it('change a public answer in place for all and lead back', async () => {
    const program = await startProgram(transport);
    const { ts } = await program.slack.post('<@UBOT> containers');
    const answer = await onlyAnswer(program.slack);
    const changed = program.slack.waitForUpdate(answer);
    await program.slack.press(answer, 'Advantages', { user: 'U2' });
    expect(await changed).toMatchObject({ ephemeral: false, thread_ts: ts });
    const back = await pressAndSee(program, await changed, '← Back');
    expect(drawn(back)).toEqual(drawn(answer));
  });

  it('work on messages from before a restart', async () => {
    const program = await startProgram(transport);
    const answer = await ask(program, 'containers');
    await program.restart();
    const facet = await pressAndSee(program, answer, 'Advantages');
    await program.restart();
    await pressAndSee(program, facet, '← Back');
    await program.slack.press(answer, 'Share in channel');
    await program.slack.waitForMessage(({ by, ephemeral }) => by === 'bot' && !ephemeral);
  });

  it('whose term has gone say so privately, offer the nearest, and leave the message', async () => {
    const program = await startProgram(transport, { bot: botOf(KITCHEN) });
    const { ts } = await program.slack.post('<@UBOT> whisk');
    const answer = await onlyAnswer(program.slack);
    await program.restart(botOf(RENAMED));
    await program.slack.press(answer, 'Use Cases', { user: 'U2' });
    await program.slack.idle();
    const notice = spoken(program.slack).at(-1);
    expect(notice).toMatchObject({ ephemeral: true, user: 'U2' });
    expect(notice?.text).toContain('“Use Cases of Whisk” is no longer in the glossary.');
    expect(buttonsOf(notice ?? answer)).toContain('Balloon Whisk');
    expect(now(program.slack, answer)).toMatchObject({ edits: 0, thread_ts: ts });
  });
});

describe('buttons', () => {
  it('carry the text to ask', async () => {
    const program = await startProgram('socket');
    const values = valuesOf(await ask(program, 'containers'));
    expect(values).toEqual(
      expect.arrayContaining(['Advantages of Containers', 'Containers vs Virtual Machines']),
    );
  });

  it('compare with another term', async () => {
    const program = await startProgram('socket');
    const answer = await ask(program, 'containers');
    const compared = await pressAndSee(program, answer, 'Compare with Virtual Machines');
    expect(compared.blocks.map(({ type }) => type)).toContain('table');
    expect((await pressAndSee(program, compared, '← Back')).text).toBe(answer.text);
  });

  it('offer what was probably meant', async () => {
    const program = await startProgram('socket');
    const answer = await ask(program, 'signatures');
    const chosen = await pressAndSee(program, answer, 'Signature-Based Detection');
    expect(chosen.text).toMatch(/^Signature-Based Detection/);
    expect((await pressAndSee(program, chosen, '← Back')).text).toBe(answer.text);
  });

  it('of the notice that a term has gone work too', async () => {
    const program = await startProgram('socket', { bot: botOf(KITCHEN) });
    const answer = await ask(program, 'whisk');
    await program.restart(botOf(RENAMED));
    await program.slack.press(answer, 'Use Cases');
    await program.slack.idle();
    const notice = spoken(program.slack).at(-1) ?? answer;
    expect((await pressAndSee(program, notice, 'Balloon Whisk')).text).toMatch(/^Balloon Whisk\n/);
  });

  it('that are too many stand in menus, whose entries work', async () => {
    const program = await startProgram('http', { bot: botOf(MANY) });
    const answer = await ask(program, 'list Many');
    const changed = program.slack.waitForUpdate(answer);
    await program.slack.choose(answer, 'Term 149');
    expect((await changed).text).toContain('Term 149 is number 149.');
    const back = await pressAndSee(program, await changed, '← Back');
    expect(drawn(back)).toEqual(drawn(answer));
  });

  it('turn the pages of a long answer, forth and back, with nothing lost', async () => {
    const program = await startProgram('socket', { bot: botOf(LONG) });
    let page = await ask(program, 'scroll');
    const texts = [page.text];
    for (let next = nextOf(page); next !== undefined; next = nextOf(page)) {
      page = await pressAndSee(program, page, next);
      texts.push(page.text);
    }
    const words = texts.join('\n').match(/word\d+/g);
    expect(words).toEqual(Array.from({ length: 2500 }, (_, index) => `word${index}`));
    const previous = await pressAndSee(program, page, `← Page ${texts.length - 1}`);
    expect(previous.text).toBe(texts.at(-2));
  });

  it('lead back to a long question about terms with long names', async () => {
    const program = await startProgram('socket');
    const question =
      'what is the difference between an intrusion detection system and security information and event management?';
    const answer = await ask(program, question);
    const facet = await pressAndSee(program, answer, 'Intrusion Detection System');
    expect(buttonsOf(facet)).toContain('← Back');
  });

  it('that turn a page of a term that has gone leave the message and say so', async () => {
    const program = await startProgram('socket', { bot: botOf(LONG) });
    const answer = await ask(program, 'scroll');
    await program.restart(botOf(KITCHEN));
    await program.slack.press(answer, nextOf(answer) ?? '');
    await program.slack.idle();
    expect(now(program.slack, answer).text).toContain('word1');
  });

  it('whose term has gone show no term that is only spelt alike', async () => {
    const program = await startProgram('socket', { bot: botOf(KITCHEN) });
    const answer = await ask(program, 'whisk');
    await program.restart(botOf(KITCHEN.replace('## Whisk\n', '## Whisky\n')));
    await program.slack.press(answer, 'Use Cases');
    await program.slack.idle();
    expect(spoken(program.slack).at(-1)?.text).toContain('is no longer in the glossary');
  });

  it('that share a term that has gone post nothing and say so privately', async () => {
    const program = await startProgram('socket', { bot: botOf(KITCHEN) });
    const answer = await ask(program, 'whisk');
    await program.restart(botOf(GARDEN));
    await program.slack.press(answer, 'Share in channel');
    await program.slack.idle();
    expect(
      spoken(program.slack)
        .filter(({ ephemeral }) => !ephemeral)
        .map(visibleText),
    ).toEqual([]);
  });

  it('that turn back to the first page of a term that has gone leave the message and say so', async () => {
    const program = await startProgram('socket', { bot: botOf(LONG) });
    const answer = await ask(program, 'scroll');
    const second = await pressAndSee(program, answer, nextOf(answer) ?? '');
    await program.restart(botOf(KITCHEN));
    await program.slack.press(second, '← Page 1');
    await program.slack.idle();
    expect(now(program.slack, second).text).toBe(second.text);
    expect(spoken(program.slack).at(-1)?.text).toContain('is no longer in the glossary');
  });

  it('that lead back to a term that has gone leave the message and say so', async () => {
    const program = await startProgram('socket', { bot: botOf(KITCHEN) });
    const answer = await ask(program, 'whisk');
    const facet = await pressAndSee(program, answer, 'Use Cases');
    await program.restart(botOf(GARDEN));
    await program.slack.press(facet, '← Back');
    await program.slack.idle();
    expect(now(program.slack, facet).text).toBe(facet.text);
    expect(spoken(program.slack).at(-1)?.text).toContain('is no longer in the glossary');
  });

  it('that share a term that has gone do not share one that is only spelt alike', async () => {
    const program = await startProgram('socket', { bot: botOf(KITCHEN) });
    const answer = await ask(program, 'whisk');
    await program.restart(botOf(KITCHEN.replace('## Whisk\n', '## Whisky\n')));
    await program.slack.press(answer, 'Share in channel');
    await program.slack.idle();
    expect(spoken(program.slack).filter(({ ephemeral }) => !ephemeral)).toEqual([]);
  });
});

const nextOf = (message: Message) => buttonsOf(message).find(label => label.startsWith('More: page'));
