import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Bot, HeardAs } from '../../src/bot.ts';
import { toJson } from '../../src/replies/json.ts';
import { loadBot } from '../fixtures/load.ts';

let bot: Bot;
let bundled: Bot;
beforeAll(async () => {
  bot = await loadBot('test/fixtures/wiki');
  bundled = await loadBot('data');
});

function ask(to: Bot, text: string, after: readonly string[] = [], heardAs: HeardAs = 'command') {
  const { intent, terms, aspect, via, ...rest } = toJson(text, to.hear({ text, heardAs, after }));
  return { intent, terms: terms.map(({ name }) => name), aspect, via, ...rest };
}

describe('understand() on a wiki that it was not written for', () => {
  const [queues, topics] = ['Message Queues', 'Topics'];
  it.each([
    ['topics', 'define', [topics], null],
    ["what's an MQ?", 'define', [queues], null],
    ['wtf is backpressure', 'define', ['Backpressure'], null],
    ['Could you please explain what a topic is?', 'define', [topics], null],
    ['what does RTT stand for', 'define', ['Round-Trip Time'], null],
    ['rabbitmq', 'define', [queues], 'Tools and Platforms'],
    ['mesage queue', 'define', [queues], null],
    ['downsides of message queues', 'facet', [queues], 'Challenges'],
    ['topics: when would I use them', 'facet', [topics], 'Use Cases'],
    ['which tools for message queues?', 'facet', [queues], 'Tools and Platforms'],
    ['how does RTT work', 'facet', ['Round-Trip Time'], 'How It Works'],
    ['advantges of an mq', 'facet', [queues], 'Advantages'],
    ['what is the setup time of a topic', 'facet', [topics], 'Setup Time'],
    ['does a topic reach every subscriber?', 'facet', [topics], 'Delivery'],
    ['mq vs topic', 'compare', [queues, topics], null],
    ['difference between topics and queues', 'suggest', [queues, topics], null],
    ['what sets up faster, a topic or an mq?', 'compare', [topics, queues], 'Setup Time'],
    ['which has the shortest setup time?', 'compare', [queues, topics], 'Setup Time'],
    ['can I put topics in message queues?', 'relation', [topics, queues], null],
    ['how do topics and message queues work together', 'relation', [topics, queues], null],
    ['new directions', 'list', ['Event Streaming', 'Dead Letter Queue'], null],
    ['what terms do we have on network?', 'list', ['Round-Trip Time', 'Jitter'], null],
    ['rtx', 'suggest', ['Round-Trip Time'], null],
    ['how do I restart a message queue on staging', 'suggest', [queues], null],
    ['where is the coffee machine', 'unknown', [], null],
    ['', 'unknown', [], null],
    ['help', 'help', [], null],
  ])('%j: %s', (text, intent, terms, aspect) => {
    const got = ask(bot, text);
    expect({
      intent: got.intent,
      terms: intent === 'suggest' ? got.terms.filter(name => terms.includes(name)).sort() : got.terms,
      aspect: got.aspect,
    }).toEqual({
      intent,
      terms: intent === 'suggest' ? [...terms].sort() : terms,
      aspect,
    });
  });

  it.each([
    ['and its drawbacks?', ['what is an mq'], 'facet', ['Message Queues'], 'Challenges'],
    ['and topics?', ['downsides of message queues'], 'facet', ['Topics'], 'Challenges'],
    ['vs topics', ['message queues'], 'compare', ['Message Queues', 'Topics'], null],
    ['how do they differ', ['topics and message queues'], 'compare', ['Topics', 'Message Queues'], null],
  ])('%j after %j: %s', (text, after, intent, terms, aspect) => {
    expect(ask(bot, text, after)).toMatchObject({ intent, terms, aspect });
  });
});

describe('understand() on the bundled glossary', () => {
  it.each([
    ['containers', 'define', ['Containers'], null],
    ["what's a VM?", 'define', ['Virtual Machines'], null],
    ['downsides of clusters', 'facet', ['Clusters'], 'Challenges'],
    ['which tools for containers?', 'facet', ['Containers'], 'Tools and Platforms'],
    ['vm vs container', 'compare', ['Virtual Machines', 'Containers'], null],
    [
      'which starts faster, a VM or a container?',
      'compare',
      ['Virtual Machines', 'Containers'],
      'Startup Time',
    ],
    ['what is the most isolated?', 'compare', ['Containers', 'Virtual Machines', 'Clusters'], 'Isolation'],
    ['is a VM safer than a container?', 'compare', ['Virtual Machines', 'Containers'], 'Security'],
    ['can I run containers inside VMs?', 'relation', ['Containers', 'Virtual Machines'], null],
    ['wtf is a symmetric encryption', 'define', ['Symmetric Encryption'], null],
    ['can I run containers in VMs?', 'relation', ['Containers', 'Virtual Machines'], null],
    ['podman', 'define', ['Containers'], 'Tools and Platforms'],
    ['forward vs reverse proxy', 'compare', ['Forward Proxy', 'Reverse Proxy'], null],
    [
      'is symmetric encryption faster than asymmetric',
      'compare',
      ['Symmetric Encryption', 'Asymmetric Encryption'],
      'Speed',
    ],
    ['IAM', 'define', ['Identity and Access Management'], null],
    ['PAM', 'define', ['Privileged Access Management'], null],
    ['how do I get a parking card?', 'unknown', [], null],
  ])('%j: %s', (text, intent, terms, aspect) => {
    expect(ask(bundled, text)).toMatchObject({ intent, terms, aspect });
  });

  it('offers, and never silently takes, a name like a short one', () => {
    expect(ask(bundled, 'vmz')).toMatchObject({
      intent: 'suggest',
      via: 'none',
      terms: expect.arrayContaining(['Virtual Machines']),
    });
    expect(ask(bundled, 'contianers')).toMatchObject({
      intent: 'define',
      via: 'fuzzy',
      terms: ['Containers'],
    });
  });

  it('lists what is on a subject', () => {
    expect(ask(bundled, 'modern trends')).toMatchObject({
      intent: 'list',
      terms: ['Serverless Architectures', 'Edge Computing', 'Container Security'],
    });
    expect(ask(bundled, 'what terms do we have on networks?').terms).toEqual(
      expect.arrayContaining(['Firewall', 'Domain Name System']),
    );
  });
});

describe('speaking unasked', () => {
  it.each([
    ['what is a VM?', true],
    ['sorry if this is a dumb question but what is a WAF?', true],
    ["what's the difference between containers and VMs? asking for my onboarding quiz :)", true],
    ['I moved the container to the VM', false],
    ['how do I restart the container on staging?', false],
    ['the VPN is down again, can someone look?', false],
    ['what is a contianer?', false],
    ['anyone up for lunch?', false],
    ['TLS', false],
    ['ok', false],
  ])('%j: %s', (text, speaks) => {
    const got = ask(bundled, text, [], 'channel');
    expect([got.speaks, got.because.length > 0]).toEqual([speaks, true]);
  });

  it('always answers when addressed', () => {
    expect(ask(bundled, 'gibberish qwerty', [], 'mention').speaks).toBe(true);
    expect(ask(bundled, 'gibberish qwerty', [], 'command').speaks).toBe(true);
  });
});

describe('any text', () => {
  it('gets an answer in plain text, with a confidence from 0 to 1, without an exception', () => {
    const words = fc.constantFrom(
      'what',
      'is',
      'a',
      'VM',
      'vs',
      'containers',
      'of',
      'advantages',
      '__proto__',
      'constructor',
      '?',
      '§0',
      'and',
      'list',
      'compare',
      '%',
      '<b>',
      '**',
      '\u0000',
      '🙂',
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(words, { maxLength: 30 }).map(parts => parts.join(' ')),
    );
    fc.assert(
      fc.property(text, fc.array(text, { maxLength: 2 }), (typed, after) => {
        const got = ask(bundled, typed, after);
        expect(got.confidence).toBeGreaterThanOrEqual(0);
        expect(got.confidence).toBeLessThanOrEqual(1);
        expect(got.text.length).toBeGreaterThan(0);
      }),
      { numRuns: 150 },
    );
  });

  it('of 4,000 characters is answered', () => {
    expect(ask(bundled, 'container '.repeat(400)).text).not.toBe('');
    expect(ask(bundled, 'x'.repeat(4000)).intent).toBe('unknown');
  });
});

describe('overheard small talk that names terms', () => {
  it.each([
    'Is Kubernetes broken again?',
    'did Hashing get merged?',
    'can Alice fix Authentication today?',
    'Should I merge the Containers branch?',
    'is there a Threat of snow?',
    'which Secret did you use?',
    'what is going on with DNS?',
    'when is the Incident over?',
    'how many containers are there?',
    'what is our printer security?',
    'what is the summer party cost?',
    'what is the order status?',
    'why is the firewall blocking me?',
  ])('%j is left alone', text => {
    expect(ask(bundled, text, [], 'channel').speaks).toBe(false);
  });
});

describe('names in capitals', () => {
  it.each(['IDPS', 'CAS', 'CIS', 'TTLS', 'EDRS'])('%j is not taken for a plural', text => {
    expect(ask(bundled, text).intent).not.toBe('define');
  });
});

describe('a long thread', () => {
  it('costs no more than its last questions', () => {
    const after = Array.from({ length: 400 }, () => 'hi. what is it? and what is this? why?');
    expect(ask(bundled, 'and its downsides?', [...after, 'what is a VM']).aspect).toBe('Challenges');
  });
});

describe('what a comparison is for', () => {
  it.each(['RBAC or ABAC for the new service?', 'should we use RBAC or ABAC for a service'])(
    '%j: is no side of it',
    text => {
      expect(ask(bundled, text).terms).toEqual([
        'Role-Based Access Control',
        'Attribute-Based Access Control',
      ]);
    },
  );
});

describe('sides of a comparison that are no name', () => {
  it.each([
    ['foo vs vm vs cluster', ['Virtual Machines', 'Clusters'], '“foo”'],
    [
      'vm vs container vs quux vs pod of peas',
      ['Virtual Machines', 'Containers'],
      '“quux” and “pod of peas”',
    ],
    ['compare vm vs container vs quux on Security', ['Virtual Machines', 'Containers'], '“quux”'],
  ])('%j: are said to be missing', (text, terms, missing) => {
    const { terms: compared, intent, text: shown } = ask(bundled, text);
    expect({ intent, compared }).toEqual({ intent: 'compare', compared: terms });
    expect(shown).toContain(`The glossary has no ${missing}; left out.`);
  });

  it('are compared all the same when only misspelt', () => {
    const { terms, text } = ask(bundled, 'cointainr vs vm vs cluster');
    expect(terms).toEqual(['Containers', 'Virtual Machines', 'Clusters']);
    expect(text).not.toContain('left out');
  });
});

describe('a text of any length', () => {
  it('is read up to its first 4,000 characters, white space apart', () => {
    const question = 'what is a container?';
    expect(ask(bundled, `${' \n'.repeat(1000)}${question}`).terms).toEqual(['Containers']);
    expect(ask(bundled, `${'no. '.repeat(1000)}${question}`).terms).toEqual([]);
  });
});
