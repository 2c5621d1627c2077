import { z } from 'zod';
import { type Html, html } from '../../html.ts';
import type { PressContext } from '../press-form.ts';
import { drawComponent, TYPES } from './component.ts';
import { TOP_LEVEL } from './components.ts';
import { drawMarkdown } from './markdown.ts';
import { unknownBox } from './unknown-box.ts';

/** https://docs.discord.com/developers/resources/message#create-message-jsonform-params */
const Body = z.looseObject({ content: z.string().nullish(), components: z.array(z.unknown()).nullish() });

/** Fields of a request that say how it is posted, and nothing that one sees. */
const UNSEEN: readonly string[] = [
  'flags',
  'allowed_mentions',
  'message_reference',
  'nonce',
  'enforce_nonce',
  'tts',
];

/** The body of a request as a message's content. A field that may show something else is drawn as unknown. */
export function drawBody(body: unknown, isPrivate: boolean): Html {
  const { success, data } = Body.safeParse(body);
  if (!success) return unknownBox('empty message', body);
  const { content: text, components: parts, ...others } = data;
  const [content, components] = [text ?? '', parts ?? []];
  const unknown = Object.entries(others).filter(([name]) => !UNSEEN.includes(name));
  if (content === '' && components.length === 0 && unknown.length === 0)
    return unknownBox('empty message', body);
  const press: PressContext = { surface: 'discord', message: { ids: idsIn(components), isPrivate } };
  return html`${content === '' ? '' : html`<div class="dc-markdown">${drawMarkdown(content)}</div>`}
${components.map(component => drawComponent(component, TOP_LEVEL, press))}
${unknown.map(([name, value]) => unknownBox(name, value))}`;
}

const Holder = z.object({
  type: z.number(),
  custom_id: z.string().nullish().catch(null),
  components: z.array(z.unknown()).catch([]),
  accessory: z.unknown().optional(),
});

/** A container holds a section, and that a button. */
const DEEPEST = 3;

/** The ids of all buttons: what the bot reads of a message that is pressed. */
function idsIn(components: readonly unknown[], depth = 1): readonly string[] {
  return components.flatMap(component => {
    const { success, data } = Holder.safeParse(component);
    if (!success) return [];
    const own = data.type === TYPES.button && data.custom_id ? [data.custom_id] : [];
    return depth > DEEPEST ? own : [...own, ...idsIn([...data.components, data.accessory], depth + 1)];
  });
}
