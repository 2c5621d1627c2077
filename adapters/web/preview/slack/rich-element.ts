import { z } from 'zod';
import { type Html, html, webAddress } from '../../html.ts';
import { type Draw, drawByType, drawing } from './draw.ts';

/** What stands in a line of rich text: https://docs.slack.dev/reference/block-kit/blocks/rich-text-block */
export function drawRichElement(element: unknown): Html {
  return drawByType(ELEMENTS, element);
}

const Style = z.strictObject({
  bold: z.boolean().optional(),
  italic: z.boolean().optional(),
  strike: z.boolean().optional(),
  code: z.boolean().optional(),
});
const style = Style.default({});
const Text = z.strictObject({ type: z.literal('text'), text: z.string(), style });
const Link = z.strictObject({
  type: z.literal('link'),
  url: z.string(),
  text: z.string().optional(),
  style,
});

const ELEMENTS: Readonly<Record<string, Draw>> = {
  text: drawing(Text, ({ text, style }) => styled(html`${text}`, style)),
  link: drawing(Link, ({ url, text = url, style }) => {
    const address = webAddress(url);
    const words = styled(html`${text}`, style);
    return address === null ? words : html`<a href="${address}" rel="external">${words}</a>`;
  }),
};

function styled(words: Html, { bold, italic, strike, code }: z.infer<typeof Style>): Html {
  const coded = code ? html`<code>${words}</code>` : words;
  const struck = strike ? html`<s>${coded}</s>` : coded;
  const slanted = italic ? html`<em>${struck}</em>` : struck;
  return bold ? html`<strong>${slanted}</strong>` : slanted;
}
