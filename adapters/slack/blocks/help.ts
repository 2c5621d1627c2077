import { rich } from '../../../src/glossary/rich.ts';
import type { Part, Reply } from '../../../src/replies/reply.ts';

/** How the bot is reached in Slack, for its help. */
const WAYS: readonly (readonly [way: string, what: string])[] = [
  ['/secterm TEXT', 'only you see the answer; you can share it'],
  [
    '@secterm TEXT',
    'an answer in the thread; mention me again to go on, as in “@secterm and its downsides?”',
  ],
  ['A direct message', 'no command needed'],
  ['⋮ on a message › Explain the terms', 'the terms of that message, for you alone'],
];

/** The help of every surface, with the ways that Slack has before what can be typed. */
export function withWays(reply: Reply): Reply {
  const points = WAYS.map(([label, what]) => ({ label, text: rich(what), points: [] }));
  const ways: Part = { kind: 'points', title: 'In Slack', points };
  const at = reply.parts.findIndex(part => part.kind === 'points');
  const parts = at < 0 ? [...reply.parts, ways] : reply.parts.toSpliced(at, 0, ways);
  return { ...reply, parts };
}
