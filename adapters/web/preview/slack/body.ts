import { z } from 'zod';
import { type Html, html } from '../../html.ts';
import { drawBlock } from './block.ts';
import { drawMrkdwn } from './mrkdwn.ts';
import { drawUnknown } from './unknown.ts';

/** Blocks are shown in place of the text: https://docs.slack.dev/reference/methods/chat.postMessage#text-blocks-attachments */
const Body = z.looseObject({
  text: z.string().optional(),
  blocks: z.array(z.unknown()).optional(),
  parse: z.string().optional(),
});

/** Fields of a request that say how it is posted, and nothing that one sees. */
const UNSEEN: readonly string[] = [
  'response_type',
  'replace_original',
  'delete_original',
  'link_names',
  'unfurl_links',
  'unfurl_media',
];

/** What a message shows, from the body of its request. A field that may show something else is drawn as unknown. */
export function drawBody(body: object): Html {
  const { success, data } = Body.safeParse(body);
  if (!success) return drawUnknown(body, 'message');
  const { text = '', blocks = [], parse, ...others } = data;
  const shown =
    blocks.length > 0
      ? blocks.map(drawBlock)
      : text === ''
        ? []
        : [drawMrkdwn(text, { verbatim: parse === 'none' })];
  const unknown = Object.entries(others).filter(([name]) => !UNSEEN.includes(name));
  if (shown.length === 0 && unknown.length === 0) return drawUnknown(body, 'message');
  return html`${shown}${unknown.map(([name, value]) => drawUnknown(value, name))}`;
}
