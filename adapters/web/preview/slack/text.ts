import { z } from 'zod';
import { type Html, html } from '../../html.ts';
import { type Draw, drawing } from './draw.ts';
import { drawEmoji } from './emoji.ts';
import { drawMrkdwn } from './mrkdwn.ts';

/** https://docs.slack.dev/reference/block-kit/composition-objects/text-object */
export const PlainText = z.strictObject({
  type: z.literal('plain_text'),
  text: z.string(),
  emoji: z.boolean().optional(),
});
const Mrkdwn = z.strictObject({
  type: z.literal('mrkdwn'),
  text: z.string(),
  verbatim: z.boolean().optional(),
});

/** The handlers of text objects. */
export const TEXTS: Readonly<Record<string, Draw>> = {
  plain_text: drawing(PlainText, text => html`<div class="slack-text">${drawPlainText(text)}</div>`),
  mrkdwn: drawing(Mrkdwn, ({ text, verbatim = false }) => drawMrkdwn(text, { verbatim })),
};

/** Its words alone. Names between colons become emoji unless `emoji` is false. */
export function drawPlainText({ text, emoji = true }: z.infer<typeof PlainText>): Html {
  return emoji ? drawEmoji(text) : html`${text}`;
}
