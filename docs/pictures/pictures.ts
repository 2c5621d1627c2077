import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { SURFACES } from '../../adapters/surfaces.ts';
import type { Way } from '../../adapters/web/preview/client.ts';
import { drawAsked, drawMessage } from '../../adapters/web/preview/message.ts';
import type { Bot } from '../../src/bot.ts';

/** An answer that the documentation shows as each platform shows it. */
export interface Picture {
  readonly name: string;
  /** What kind of answer it is, as a heading. */
  readonly title: string;
  readonly way: Way;
  readonly text: string;
}

export const PICTURES: readonly Picture[] = [
  { name: 'definition', title: 'A term', way: 'command', text: 'containers' },
  {
    name: 'comparison',
    title: 'A comparison',
    way: 'mention',
    text: 'what is the difference between a VM and a container?',
  },
  {
    name: 'aspect',
    title: 'One aspect of a comparison',
    way: 'mention',
    text: 'is a VM safer than a container?',
  },
  { name: 'facet', title: 'One side of a term', way: 'command', text: 'downsides of clusters' },
  {
    name: 'relation',
    title: 'How terms go together',
    way: 'mention',
    text: 'can I run containers inside VMs?',
  },
  { name: 'named', title: 'What is named without an entry of its own', way: 'command', text: 'podman' },
  { name: 'meanings', title: 'A name with several meanings', way: 'command', text: 'secret' },
  { name: 'list', title: 'A list', way: 'command', text: 'list network' },
  { name: 'suggestion', title: 'A short name that is not guessed', way: 'command', text: 'RBAK' },
  {
    name: 'unknown',
    title: 'What the wiki does not say',
    way: 'mention',
    text: 'how do I get a parking card?',
  },
  {
    name: 'overheard',
    title: 'A newcomer’s question, answered unasked',
    way: 'channel',
    text: 'why would I pick a VM over a container?',
  },
  {
    name: 'glosses',
    title: 'The terms of a message, explained',
    way: 'message',
    text: 'We put the containers behind a WAF and rotate the TLS certificates.',
  },
  { name: 'help', title: 'Help', way: 'command', text: 'help' },
];

/** A picture of one platform: "slack-definition". */
export function pictureId(surface: string, { name }: Pick<Picture, 'name'>): string {
  return `${surface}-${name}`;
}

/**
 * What each picture shows, as a short hash of the payloads and of how they are drawn: when it changes, the picture has to
 * be taken anew.
 */
export async function pictureHashes(bot: Bot): Promise<Readonly<Record<string, string>>> {
  const hashes: Record<string, string> = {};
  for (const surface of SURFACES) {
    const styles = await readFile(new URL(`../../adapters/web/assets/${surface.name}.css`, import.meta.url));
    for (const picture of PICTURES) {
      const { way, text } = picture;
      const posted =
        way === 'message'
          ? await surface.previewGlosses(bot, text)
          : [await surface.preview(bot, { text, heardAs: way, after: [] })];
      const drawn = posted.map(one => (one === null ? '' : String(drawMessage(surface.name, one))));
      const hash = createHash('sha256')
        .update(styles)
        .update(String(drawAsked(surface.name, text, way)));
      hashes[pictureId(surface.name, picture)] = hash.update(drawn.join('')).digest('hex').slice(0, 16);
    }
  }
  return hashes;
}
