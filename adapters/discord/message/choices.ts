import {
  type APIActionRowComponent,
  type APIButtonComponentWithCustomId,
  type APIComponentInMessageActionRow,
  type APIStringSelectComponent,
  ButtonStyle,
  ComponentType,
} from 'discord-api-types/v10';
import { CONTROLS } from '../../../src/replies/controls.ts';
import type { Choice } from '../../../src/replies/reply.ts';
import { safe } from '../../../src/replies/safe.ts';
import { chunks, clip } from '../../chat/cut.ts';
import { LIMITS } from '../limits.ts';
import { writeId } from './custom-id.ts';

export type Row = APIActionRowComponent<APIComponentInMessageActionRow>;

/** Choices shown as buttons; more of them would be a wall, and go into menus, all of them, so that they are in one place. */
const MOST_BUTTONS = 12;

/** How the ids of choices are made. */
export interface Choosing {
  /** `gloss`: each is answered beside the message. */
  readonly kind: 'ask' | 'gloss';
  /** What the message is an answer to, where no other control of it tells that. */
  readonly origin: string;
}

/** Choices as rows of buttons, or as menus where they are many, in order. Each carries the text to ask, or a key of it. */
export function drawChoices(choices: readonly Choice[], { kind, origin }: Choosing): Row[] {
  const idOf = ({ ask }: Choice, at: number) => writeId(kind, at, ask, origin);
  if (choices.length > MOST_BUTTONS)
    return chunks(choices, LIMITS.selectOptions.most).map((part, at) => row([menu(part, at, idOf)]));
  return buttonRows(choices.map((choice, at) => button(idOf(choice, at), choice.label)));
}

export function buttonRows(buttons: readonly APIButtonComponentWithCustomId[]): Row[] {
  // Rows of about the same length, rather than one with what is left over.
  const rows = Math.ceil(buttons.length / LIMITS.rowButtons.most);
  return chunks(buttons, Math.ceil(buttons.length / rows)).map(row);
}

export function button(id: string, label: string): APIButtonComponentWithCustomId {
  return {
    type: ComponentType.Button,
    style: ButtonStyle.Secondary,
    custom_id: id,
    label: shown(label, LIMITS.buttonLabel),
  };
}

/** A menu's entries carry ids as buttons do; two of one text would be refused. */
function menu(
  choices: readonly Choice[],
  at: number,
  idOf: (choice: Choice, at: number) => string,
): APIStringSelectComponent {
  return {
    type: ComponentType.StringSelect,
    custom_id: `menu:${at}`,
    placeholder: CONTROLS.choose(choices.length),
    options: choices.map((choice, number) => ({
      label: shown(choice.label, LIMITS.optionLabel),
      value: idOf(choice, number),
    })),
  };
}

function row(components: readonly APIComponentInMessageActionRow[]): Row {
  return { type: ComponentType.ActionRow, components: [...components] };
}

function shown(label: string, limit: { readonly most: number; readonly source: string }): string {
  const text = safe(label).trim();
  return clip(text === '' ? '–' : text, limit);
}
