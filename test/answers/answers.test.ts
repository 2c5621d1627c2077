import { beforeAll, describe, expect, it } from 'vitest';
import type { Bot } from '../../src/bot.ts';
import { createBot } from '../../src/bot.ts';
import { toJson } from '../../src/replies/json.ts';
import { glossaryOf, loadBot } from '../fixtures/load.ts';

let bot: Bot;
beforeAll(async () => {
  bot = await loadBot('test/fixtures/wiki');
});

const text = (asked: string, to: Bot = bot) =>
  toJson(asked, to.hear({ text: asked, heardAs: 'command', after: [] })).text;

describe('a comparison', () => {
  it("shows the page's own table, what was asked first, and says what the page leaves out", () => {
    expect(text('mq vs topics')).toBe(
      [
        'Message Queues vs Topics',
        'Delivery:',
        '- Message Queues: One worker',
        '- Topics: All subscribers',
        'Setup Time:',
        '- Message Queues: Minutes',
        '- Topics: Seconds',
        'Replay:',
        '- Message Queues: not stated',
        '- Topics: No',
        'Ask next: Message Queues | Topics | compare Message Queues vs Topics on Challenges',
        'Source: messaging/queues-and-topics.md:39 › 3. Comparison: Queues vs. Topics',
      ].join('\n'),
    );
    expect(text('which has the better setup time, an MQ or a topic?').split('\n').slice(1, 4)).toEqual([
      'Setup Time:',
      '- Message Queues: Minutes',
      '- Topics: Seconds',
    ]);
  });

  it('aligns facet by facet across pages, with "not stated" where one page is silent', () => {
    const shown = text('compare topics and jitter');
    expect(shown).toContain('The wiki has no table of these');
    expect(shown).toContain('- Topics: Telling many services about one event.\n- Jitter: not stated');
    expect(shown).toContain('Source: transport.md:20 › Jitter (https://wiki.example.org/transport)');
  });

  it('answers a facet that the table lacks, on request', () => {
    expect(text('compare Message Queues vs Topics on Challenges').split('\n').slice(1, 4)).toEqual([
      'Challenges:',
      '- Message Queues: Ordering: Several workers finish in any order.',
      '- Topics: A slow subscriber needs a buffer of its own.',
    ]);
  });

  it('says when an aspect was asked for that nothing states', () => {
    expect(text('prevention of topics and message queues')).toContain(
      'The wiki does not compare them on “Prevention”.',
    );
  });
});

describe('a facet', () => {
  it('leads with the statements, and names page, line and section', () => {
    expect(text('advantages of message queues').split('\n')).toEqual([
      'Message Queues (MQs)',
      'Advantages:',
      '- Buffering: Bursts wait in line instead of failing.',
      expect.stringMatching(/^Ask next: Message Queues \| Key Features of Message Queues/),
      'Source: messaging/queues-and-topics.md:19 › c. Benefits',
    ]);
  });

  it('shows two facets for pros and cons', () => {
    const shown = text('pros and cons of an mq');
    expect(shown).toContain('Advantages:\n- Buffering');
    expect(shown).toContain('Challenges:\n- Ordering');
  });

  it('says that the wiki does not state it, with what it does say', () => {
    expect(text('prevention of backpressure')).toMatch(
      /^Backpressure\nThe wiki does not state “Prevention” for Backpressure\. This is what it says:\nA signal to the sender/,
    );
  });
});

describe('a relation', () => {
  it('quotes what stands under the heading that joins the terms', () => {
    expect(text('can a topic be put in a message queue?')).toContain(
      'Topics in Message Queues:\n- A topic may feed one queue for each subscriber, so that nobody misses a message.',
    );
  });

  it('quotes what is said under one of the terms and names the other, in whatever form', () => {
    const bound = createBot(
      glossaryOf(
        '# Boats\n\n## Bilge Pump\n\nA pump that empties the hull.\n\n### Challenges\n\n- Fails when the charge of the battery is low.\n\n## Battery Charge\n\nWhat is left in the battery.\n',
      ),
    );
    expect(text('how do a bilge pump and battery charge relate?', bound)).toContain(
      'Bilge Pump › Challenges:\n- Fails when the charge of the battery is low.',
    );
  });

  it('says that the wiki is silent, with both definitions', () => {
    const shown = text('how do jitter and backpressure work together?');
    expect(shown).toMatch(/^The wiki does not say how Jitter and Backpressure go together\./);
    expect(shown).toContain('How much the delay varies');
    expect(shown).toContain('A signal to the sender');
  });
});

describe('a definition', () => {
  it('shows every meaning, each with its page', () => {
    const two = createBot(
      glossaryOf(
        '# Words\n\n## MAC\n\nAn address of a network card.\n\n## Message Authentication Code (MAC)\n\nA tag on a message.\n',
      ),
    );
    const shown = text('mac', two);
    expect(shown).toContain('The wiki explains this in 2 places:');
    expect(shown).toContain('An address of a network card.');
    expect(shown).toContain('A tag on a message.');
  });

  it('of a tool quotes where it is named, and says that it has no entry', () => {
    expect(text('RabbitMQ')).toBe(
      [
        'RabbitMQ',
        'RabbitMQ is named under Message Queues › Tools and Platforms:',
        '- Brokers: RabbitMQ, ActiveMQ.',
        'The wiki has no entry of its own for RabbitMQ.',
        'Ask next: Message Queues | Tools and Platforms of Message Queues',
        'Source: messaging/queues-and-topics.md:14 › b. Tools and Platforms',
      ].join('\n'),
    );
  });
});

describe('what is no term', () => {
  it('is quoted where it stands, with the source', () => {
    expect(text('what is a probe?')).toBe(
      [
        'probe',
        'probe is named under Round-Trip Time › How It Works:',
        '- A probe is sent.',
        'The wiki has no entry of its own for probe.',
        'Ask next: Round-Trip Time | How It Works of Round-Trip Time',
        'Source: transport.md:15 › Round-Trip Time (RTT) (https://wiki.example.org/transport)',
      ].join('\n'),
    );
  });

  it('is said to be missing where it stands nowhere', () => {
    expect(text('what is a zeppelin?')).toMatch(/^The glossary has no term “zeppelin”\./);
    expect(text('who flies zeppelins?')).toMatch(/^The wiki does not answer “who flies zeppelins”\./);
  });
});

describe('a comparison of too many, or of a name with several meanings', () => {
  it('says what is left out', () => {
    expect(text('compare topics vs message queues vs jitter vs backpressure vs idempotency')).toContain(
      'Only 4 are put side by side; left out: Idempotency.',
    );
  });

  it('says which meaning is compared', () => {
    const words = createBot(
      glossaryOf(
        '# Words\n\n## MAC\n\nAn address.\n\n## Message Authentication Code (MAC)\n\nA tag.\n\n## Salt\n\nRandom data.\n',
      ),
    );
    expect(text('mac vs salt', words)).toContain('has several meanings; this is the one of page.md.');
  });
});

describe('an empty glossary', () => {
  it('still answers', () => {
    const empty = createBot(glossaryOf(''));
    for (const asked of ['', 'help', 'list', 'anything', 'a vs b']) expect(text(asked, empty)).not.toBe('');
  });
});
