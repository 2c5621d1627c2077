import { describe, expect, it } from 'vitest';
import { createBot, type HeardAs } from '../../src/bot.ts';
import { toJson } from '../../src/replies/json.ts';
import { glossaryOf } from '../fixtures/load.ts';

const bot = createBot(
  glossaryOf(`# Ports and ships

## Harbour

A harbour is a sheltered place where ships anchor.

### Problem it addresses

- Ships need shelter from storms.

### How it helps

- Cargo stays dry.

### Challenges

- Silt fills it, so that it must be dredged.
- Fees are high in summer.

### Examples

- Rotterdam handles more cargo than any other in Europe.

## Lighthouse

A lighthouse is a tower whose lamp warns sailors of rocks at night.

### How it works

- A lens bundles the light of the lamp into a beam.

## Ground Anchor

A ground anchor is a hook of steel that keeps a ship in its place.

## Sea Anchor

A sea anchor is a bag of cloth that slows a drifting ship.

## Container-Ship

A container-ship carries boxes of steel stacked on its deck.

## Ramming Attack

A ramming attack is a collision on purpose.

## Salvaging

Salvaging is work on sunken goods.

## Mooring

Mooring ties a ship to a quay.

| Aspect | Ground Anchor | Sea Anchor |
| --- | --- | --- |
| Depth | shallow water alone | any depth |
| Speed | stops the ship | slows the ship |
| Reusable | yes | no |
`),
);

function ask(text: string, heardAs: HeardAs = 'command', after: readonly string[] = []) {
  const outcome = bot.hear({ text, heardAs, after });
  const { intent, terms, aspect, via, text: said, speaks } = toJson(text, outcome);
  return { intent, terms: terms.map(({ name }) => name), aspect, via, said, speaks };
}

describe('a question', () => {
  it.each([
    // The second name says only where the first was met.
    ['can someone tell me what a sea anchor is in ramming attack terms', 'define', ['Sea Anchor'], null],
    // A name with its kind, said twice, in one word, or with dots.
    ['mooring technique', 'define', ['Mooring'], null],
    ['seaanchor', 'define', ['Sea Anchor'], null],
    // A word that asks for a side which the term lacks says what it is.
    ['what is the mooring layer?', 'define', ['Mooring'], null],
    // Sides that are said as people say them.
    [
      'put ground anchor and sea anchor side by side please',
      'compare',
      ['Ground Anchor', 'Sea Anchor'],
      null,
    ],
    [
      'how fast is a ground anchor compared to a sea anchor',
      'compare',
      ['Ground Anchor', 'Sea Anchor'],
      'Speed',
    ],
    ['how is a harbour a problem? what do people get wrong about it', 'facet', ['Harbour'], 'Challenges'],
    // What a passage answers that no facet covers.
    ['how often must a harbour be dredged?', 'facet', ['Harbour'], 'Challenges'],
    ['what do sailors use a lighthouse lens for?', 'facet', ['Lighthouse'], 'How It Works'],
    ['is a sea anchor reusable?', 'facet', ['Sea Anchor'], 'Reusable'],
    // A number is asked for, and only a statement with one gives it.
    ['how many ships fit into a harbour?', 'suggest', ['Harbour'], null],
    // What it is, however it is asked.
    ['what kind of thing is a harbour', 'define', ['Harbour'], null],
    ['tell me what people mean when they say mooring', 'define', ['Mooring'], null],
    ['a harbour, what is that used as an acronym for', 'define', ['Harbour'], null],
    // Both sides of a question, and what something does not do.
    ['which is slower: ground anchor or sea anchor?', 'compare', ['Ground Anchor', 'Sea Anchor'], 'Speed'],
    ['what does a harbour not do', 'facet', ['Harbour'], 'Challenges'],
    // Spelled as one pleases.
    ['Is A Sea Anchor Reusable?', 'facet', ['Sea Anchor'], 'Reusable'],
    // Something is to be done, not explained.
    ['can someone review the harbour plan?', 'suggest', ['Harbour'], null],
    // A statement, and a tag that asks.
    ['my boss says a harbour must be dredged, right?', 'facet', ['Harbour'], 'Challenges'],
    // What is described and not named.
    ['what do you call the tower that warns sailors of rocks', 'define', ['Lighthouse'], null],
    ['the thing that slows a drifting ship', 'define', ['Sea Anchor'], null],
    // Words of a facet that ask for another one.
    ['what problem does a harbour solve?', 'facet', ['Harbour'], 'Purpose'],
    ['how does a harbour help?', 'facet', ['Harbour'], 'Advantages'],
    ['name a few harbours', 'facet', ['Harbour'], 'Examples'],
    ['problems of a harbour', 'facet', ['Harbour'], 'Challenges'],
    // Slips in question words and in one side of two.
    ['how does a lighthouse actualy work', 'facet', ['Lighthouse'], 'How It Works'],
    ['waht is a lighthouse', 'define', ['Lighthouse'], null],
    ['whats the diffrence betwen ground and sea anchor', 'compare', ['Ground Anchor', 'Sea Anchor'], null],
    ['groud vs sea anchor, speed?', 'compare', ['Sea Anchor', 'Ground Anchor'], 'Speed'],
    // Other forms of a name.
    ['what is a containership', 'define', ['Container-Ship'], null],
    ['what does salvage mean', 'define', ['Salvaging'], null],
    ['what is ramming?', 'define', ['Ramming Attack'], null],
    ['what is rotterdam?', 'define', ['Harbour'], 'Examples'],
    // A story around the name, and where it was met.
    ['I keep hearing mooring in meetings, what is that?', 'define', ['Mooring'], null],
    ['what does mooring mean in harbour land', 'define', ['Mooring'], null],
    ['is a harbour the same as a lighthouse?', 'compare', ['Harbour', 'Lighthouse'], null],
    // Marks of chats.
    ['<@U1> what is a *lighthouse*? <https://a.example|see>', 'define', ['Lighthouse'], null],
    ['> what is a harbour?\nwhat is a lighthouse?', 'define', ['Lighthouse'], null],
    // What it does not have.
    ['how do I repair a lighthouse in Python?', 'suggest', ['Lighthouse'], null],
    ['who owns the payments harbour', 'suggest', ['Harbour'], null],
    ['when is lunch?', 'unknown', [], null],
  ])('%j: %s', (text, intent, terms, aspect) => {
    expect(ask(text)).toMatchObject({ intent, terms, aspect });
  });

  it('offers what a term is beside the line that comes nearest', () => {
    const { said } = ask('how do I repair a lighthouse lens in Python?');
    expect(said).toContain('Lighthouse: A lighthouse is a tower');
    expect(said).toContain('Lighthouse › How It Works: A lens bundles');
  });

  it('leads with the statement that answers', () => {
    expect(ask('how often must a harbour be dredged?').said).toMatch(
      /^Harbour\n+Challenges:\n- Silt fills it/,
    );
    expect(ask('is a sea anchor reusable?').said).toMatch(/Reusable:\n- no/);
  });

  it('says why a described term is offered, and takes it for no name', () => {
    const { said, via } = ask('the thing that slows a drifting ship');
    expect([said.split('\n')[0], via]).toEqual([
      'The nearest that the wiki describes is Sea Anchor:',
      'described',
    ]);
  });

  it('lists the terms of a subject that have to do with something', () => {
    const harbours = createBot(
      glossaryOf(
        '# Knots\n\n## Bowline\n\nA bowline is a loop that holds under load.\n\n## Sheet Bend\n\nA sheet bend ties two ends of a sail.\n',
      ),
    );
    const outcome = harbours.hear({ text: 'which knots tie a sail?', heardAs: 'command', after: [] });
    expect(toJson('', outcome)).toMatchObject({ intent: 'list', terms: [{ name: 'Sheet Bend' }] });
  });
});

describe('a text that repeats itself', () => {
  // Each of these once took seconds, and some longer than anybody would wait; the runner's own limit notices.
  it.each([
    `harbour ${'short '.repeat(60)}whenever?`,
    'just a '.repeat(500),
    `what is a harbour? I have a " here ${'and so on it goes '.repeat(200)}`,
    'of when do use '.repeat(250),
    `${'A'.repeat(3990)}a`,
    '\uFDFA'.repeat(4000),
    `"${' a'.repeat(1900)}`,
  ])('%# is answered', text => {
    for (const heardAs of ['command', 'channel'] as const) expect(ask(text, heardAs).said).not.toBe('');
  });
});

describe('a list', () => {
  const plants = createBot(
    glossaryOf(
      '# Garden\n\n## Rose Bush\n\nA rose bush has thorns.\n\n### Examples\n\n- Tea rose.\n\n## Box Bush\n\nA box bush is cut to shape.\n\n## Modern Trends\n\n- **Meadows**: Grass that is left to grow.\n- **Roof Gardens**: Beds on top of houses.\n',
    ),
  );
  const listed = (text: string) => {
    const outcome = plants.hear({ text, heardAs: 'command', after: [] });
    const { intent, terms } = toJson(text, outcome);
    return [intent, terms.map(({ name }) => name)];
  };

  it.each([
    ['where are rose bushes heading?', ['Meadows', 'Roof Gardens']],
    ['which bushes are there?', ['Rose Bush', 'Box Bush']],
    ['what topics do you cover?', []],
  ])('%j', (text, names) => {
    expect(listed(text)).toEqual(['list', names]);
  });
});

describe('a follow-up', () => {
  it.each([
    ['more', ['what is a harbour?'], 'facet', ['Harbour'], 'Advantages'],
    ['more', ['what is a harbour?', 'more'], 'facet', ['Harbour'], 'Challenges'],
    ['how high are the fees', ['what is a harbour?'], 'facet', ['Harbour'], 'Challenges'],
    ['why?', ['what is a harbour?'], 'facet', ['Harbour'], 'Purpose'],
    ['any others?', ['what is a harbour?'], 'facet', ['Harbour'], 'Advantages'],
    ['does a sea anchor help?', ['what is mooring?'], 'relation', ['Sea Anchor', 'Mooring'], null],
    ['and its downsides?', ['Harbour', 'list'], 'facet', ['Harbour'], 'Challenges'],
    ['and its downsides?', ['Harbour', 'thanks'], 'facet', ['Harbour'], 'Challenges'],
    ['what are the challenges of that harbour?', ['what is a harbour?'], 'facet', ['Harbour'], 'Challenges'],
    ['what is a request?', ['what is a harbour?'], 'unknown', [], null],
    ['and the depth of the second one?', ['ground anchor vs sea anchor'], 'facet', ['Sea Anchor'], 'Depth'],
    ['and sea?', ['what is a ground anchor?'], 'define', ['Sea Anchor'], null],
    ['what does it do for cargo?', ['what is a harbour?'], 'facet', ['Harbour'], 'Advantages'],
    ['difference to a sea anchor?', ['ground anchor'], 'compare', ['Ground Anchor', 'Sea Anchor'], null],
    ['and on speed?', ['ground anchor vs sea anchor'], 'compare', ['Ground Anchor', 'Sea Anchor'], 'Speed'],
    [
      'what about depth',
      ['ground anchor vs sea anchor'],
      'compare',
      ['Ground Anchor', 'Sea Anchor'],
      'Depth',
    ],
  ])('%j after %j: %s', (text, after, intent, terms, aspect) => {
    expect(ask(text, 'command', after)).toMatchObject({ intent, terms, aspect });
  });
});

describe('what is overheard', () => {
  it.each([
    ['what is a lighthouse?', true],
    ['what the heck is a lighthouse', true],
    ['new here, what does mooring mean?', true],
    ["what's the difference between the ground anchor and the sea anchor?", true],
    ['why do we need a harbour?', true],
    ['<@U1> what is a lighthouse?', false],
    ['@anna what is a lighthouse?', false],
    ['why is the harbour slow today?', false],
    ["what's wrong with the harbour?", false],
    ['which harbour is failing?', false],
    ['do we have a harbour?', false],
    ['what is our harbour called?', false],
    ['is mooring allowed today?', false],
    ['quick poll: what is mooring?', false],
    ['what does mooring mean? hahaha', false],
    ['who has mooring?', false],
    ['Our mooring is at nine. Why so early?', false],
    ['what do you call the tower that warns sailors of rocks?', true],
    ['what do you call the tower that sells tickets to tourists?', false],
    ['Mooring? not on my watch', false],
    ['mooring? never heard of it', true],
    ['Petra, do you remember what mooring is?', false],
    ['does anybody read the mooring rules? No. Does anybody care?', false],
    ['lost at sea without mooring: my weekend', false],
    ['what happened to the lighthouse?', false],
    ['would 4pm work for mooring?', false],
    ['I always mix them up, ground anchor and sea anchor. Could someone explain the difference?', true],
    ['trying to understand the difference between a ground anchor and a sea anchor. Anyone?', true],
    ['just joined the crew, what is mooring? everybody talks about it', true],
    ['ground anchor, sea anchor... which of those is faster?', true],
    ['> what is a lighthouse?', false],
    ['New here. I saw a lighthouse on the map. What are the challenges of a harbour?', true],
    ['the form says "What is a harbour, in your own words?" and I gave up', false],
    ['To your question why it slows a ship: a sea anchor is a bag.', false],
    ['is the sea anchor back in its place again?', false],
    ['what is a harbour to somebody without a ship, right?', false],
    ['Have you ever tried explaining mooring to a cat? I do not recommend it.', false],
  ])('%j: %s', (text, speaks) => {
    expect(ask(text, 'channel').speaks).toBe(speaks);
  });
});
