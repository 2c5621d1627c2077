import { beforeAll, describe, expect, it } from 'vitest';
import { buildGlossary } from '../../src/glossary/build.ts';
import type { Glossary, Term } from '../../src/glossary/glossary.ts';
import { readPage } from '../../src/glossary/read-page.ts';
import { plain } from '../../src/glossary/rich.ts';
import { glossaryOf, loadFolder } from '../fixtures/load.ts';

let wiki: Glossary;
beforeAll(async () => {
  wiki = await loadFolder('test/fixtures/wiki');
});

function term(name: string): Term {
  const found = wiki.terms.filter(candidate => candidate.name === name);
  if (found.length !== 1 || !found[0]) throw new Error(`Expected one term "${name}", found ${found.length}`);
  return found[0];
}

function definition(name: string): string {
  return plain(term(name).definition?.text ?? []);
}

describe('buildGlossary() finds terms', () => {
  it('in numbered sections whose definition stands below "What Are …?"', () => {
    expect(term('Message Queues')).toMatchObject({
      aliases: ['MQs'],
      place: { page: 'messaging/queues-and-topics.md', line: 4, section: '1. Message Queues (MQs)' },
      definition: { place: { line: 7, section: 'a. What Are Message Queues?' } },
    });
    expect(definition('Message Queues')).toBe(
      'A line of messages in which each message is taken by one worker.',
    );
  });

  it('in bold bullets that carry their own explanation', () => {
    expect(definition('Event Streaming')).toBe('Messages are kept and can be read again.');
    expect(term('Dead Letter Queue')).toMatchObject({ aliases: ['DLQ'], place: { line: 50 } });
  });

  it('in Term | Definition rows, unless the page defines them elsewhere', () => {
    expect(definition('Backpressure')).toBe('A signal to the sender to slow down.');
    expect(wiki.terms.filter(candidate => candidate.name === 'MQs')).toEqual([]);
  });

  it('in headings with a paragraph below, with the address that the front matter gives', () => {
    expect(term('Round-Trip Time')).toMatchObject({
      aliases: ['RTT'],
      place: { url: 'https://wiki.example.org/transport', line: 9 },
    });
  });

  it('on index pages only where no other page has them', () => {
    expect(definition('Idempotency')).toMatch(/^Handling a message twice/);
    expect(definition('Topics')).toBe('A named channel whose messages go to every subscriber.');
  });

  it('but not in facets, compound titles, summaries or sidebars', () => {
    const names = wiki.terms.map(candidate => candidate.name);
    for (const name of ['Buffering', 'Ordering', 'Brokers', 'Benefits', 'Queues', 'Summary', 'Sidebar']) {
      expect(names).not.toContain(name);
    }
  });
});

describe('buildGlossary() finds', () => {
  it('facets under one name for all synonyms, with each statement and its line', () => {
    expect(term('Message Queues').facets.map(({ name, label }) => [name, label])).toEqual([
      ['Key Features', 'Key Features'],
      ['Tools and Platforms', 'Tools and Platforms'],
      ['Advantages', 'Benefits'],
      ['Challenges', 'Drawbacks'],
    ]);
    expect(term('Message Queues').facets[2]?.points).toMatchObject([
      { label: 'Buffering', place: { line: 19 } },
    ]);
  });

  it('comparisons with terms as columns and as rows', () => {
    const tables = wiki.comparisons.map(({ subjects, rows }) => [
      subjects.map(subject => subject.name),
      rows.map(({ label, cells }) => [label, ...cells.map(plain)]),
    ]);
    expect(tables).toEqual([
      [
        ['Message Queues', 'Topics'],
        [
          ['Delivery', 'One worker', 'All subscribers'],
          ['Setup Time', 'Minutes', 'Seconds'],
          ['Replay', '-', 'No'],
        ],
      ],
      [
        ['Round-Trip Time', 'Jitter'],
        [
          ['Typical value', '20 ms', '2 ms'],
          ['Felt by', 'Everybody', 'Callers'],
        ],
      ],
    ]);
  });

  it('relations under headings that join two terms', () => {
    expect(wiki.relations.map(({ title, terms }) => [title, terms.map(({ name }) => name)])).toEqual([
      ['Topics in Message Queues', ['Topics', 'Message Queues']],
    ]);
  });

  it('mentions: names listed under tools', () => {
    expect(wiki.mentions.map(({ name, term: { name: owner } }) => `${name} < ${owner}`)).toEqual([
      'RabbitMQ < Message Queues',
      'ActiveMQ < Message Queues',
      'Amazon SQS < Message Queues',
      'Azure Queue Storage < Message Queues',
    ]);
  });

  it('groups: headings that gather terms', () => {
    const group = wiki.groups.find(({ title }) => title === 'New Directions');
    expect(group?.terms.map(({ name }) => name)).toEqual(['Event Streaming', 'Dead Letter Queue']);
  });

  it('problems, each with its place and what to do', () => {
    expect(wiki.problems).toEqual([
      {
        page: 'only-a-title.md',
        kind: 'no-definition',
        line: 1,
        message: expect.stringMatching(/^Cannot read term "Lonely Title".*Write a paragraph/),
      },
    ]);
  });
});

describe('buildGlossary() on one page', () => {
  it('gives the title with its first paragraph when it recognises nothing else', () => {
    const { terms } = glossaryOf('# Some Thing\n\nOnly prose here.\n\n```\ncode\n```\n');
    expect(terms.map(({ name, definition: said }) => [name, plain(said?.text ?? [])])).toEqual([
      ['Some Thing', 'Only prose here.'],
    ]);
  });

  it('reports broken front matter with its line and reads the page anyway', () => {
    const { terms, problems } = glossaryOf('---\ntitle: [\n---\n\n# Salt\n\nSalt is a random value.\n');
    expect(problems).toMatchObject([
      { page: 'page.md', line: 2, message: expect.stringContaining('front matter') },
    ]);
    expect(terms.map(({ name }) => name)).toContain('Salt');
  });

  it('reports front matter that refers to nothing, and one bad key without losing the others', () => {
    const unresolved = glossaryOf('---\ntitle: *Salt*\n---\n\n# Salt\n\nSalt is a random value.\n');
    expect(unresolved.problems).toMatchObject([
      { message: expect.stringMatching(/^Cannot read the front matter: .*Mend the YAML/) },
    ]);
    expect(unresolved.terms.map(({ name }) => name)).toEqual(['Salt']);
    const badUrl = glossaryOf(
      '---\naliases: [NaCl]\nurl: nowhere\n---\n\n# Salt\n\nSalt is a random value.\n',
    );
    expect(badUrl.problems).toMatchObject([
      { message: expect.stringContaining('"url": must be an http or https address') },
    ]);
    expect(badUrl.terms[0]?.aliases).toEqual(['NaCl']);
  });

  it('keeps names that end as the headings of documents do', () => {
    const names = ['Stored Procedures', 'Bounded Context', 'Service Level Objectives', 'Prepared Statement'];
    const sections = names.map(name => `## ${name}\n\nInside it a word has one meaning.\n`);
    const { terms } = glossaryOf(`# Ledger\n\n${sections.join('\n')}`);
    expect(terms.map(({ name }) => name)).toEqual(names);
  });

  it('reports a term whose heading has no text', () => {
    const { problems } = glossaryOf('# Page\n\nText.\n\n## TLS\n\n### What is TLS?\n');
    expect(problems).toMatchObject([
      { line: 5, message: expect.stringContaining('the heading has no text below it') },
    ]);
  });

  it('reads bold bullets right below the title as a list of terms', () => {
    const { terms } = glossaryOf(
      '# Glossary\n\nOur words.\n\n* **Allowlist** – A list of what is permitted.\n* **Salt**: Random data.\n',
    );
    expect(terms.map(({ name }) => name)).toEqual(['Allowlist', 'Salt']);
  });

  it('tells pages of the same path in two folders apart', () => {
    const page = (collection: string, text: string) => readPage({ path: 'port.md', collection, text });
    const { terms } = buildGlossary([
      page('network', '# Port\n\nA port is a number.\n'),
      page('wine', '# Port\n\nPort is a wine.\n'),
    ]);
    expect(terms.map(({ place }) => [place.collection, place.page])).toEqual([
      ['network', 'port.md'],
      ['wine', 'port.md'],
    ]);
    expect(glossaryOf('# Port\n\nA port is a number.\n').terms[0]?.place.collection).toBeNull();
  });

  it('keeps every meaning of one name, each with its page', () => {
    const page = (path: string, text: string) => readPage({ path, collection: 'test', text });
    const { terms } = buildGlossary([
      page('net.md', '# MAC\n\nA MAC is the address of a network card.\n'),
      page('crypto.md', '# Message Authentication Code (MAC)\n\nA tag that proves who sent a message.\n'),
    ]);
    expect(terms.map(({ name, place }) => [name, place.page])).toEqual([
      ['MAC', 'net.md'],
      ['Message Authentication Code', 'crypto.md'],
    ]);
  });
});
