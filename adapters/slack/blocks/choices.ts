import type { ActionsBlock, ActionsBlockElement, Button, PlainTextOption } from '@slack/types';
import { CONTROLS } from '../../../src/replies/controls.ts';
import type { Choice } from '../../../src/replies/reply.ts';
import { safe } from '../../../src/replies/safe.ts';
import { chunks, clip } from '../../chat/cut.ts';
import { LIMITS } from '../limits.ts';
import { blockIdOf, type MessageState, withState } from './block-state.ts';

/** Choices shown as buttons; more of them would be a wall, and go into a menu, all of them, so that they are in one place. */
const MOST_BUTTONS = 12;

/**
 * Choices as buttons, or as menus where they are many, in order. What a button or menu entry carries is the text to ask,
 * so that it works after a restart. A text that is too long for a menu entry stays a button; one too long for a button is
 * left to the message's text.
 */
export function drawChoices(choices: readonly Choice[]): ActionsBlockElement[] {
  const askable = choices.filter(({ ask }) => ask.length <= LIMITS.buttonValue.most && ask.trim() !== '');
  const fitsMenu = (choice: Choice) =>
    askable.length > MOST_BUTTONS && choice.ask.length <= LIMITS.optionValue.most;
  const buttons = askable.filter(choice => !fitsMenu(choice));
  const listed = askable.filter(fitsMenu);
  return [
    ...buttons.map((choice, index) => button({ ...choice, id: `ask:${index}` })),
    ...chunks(listed, LIMITS.selectOptions.most).map(
      (part, index): ActionsBlockElement => ({
        type: 'static_select',
        action_id: `choose:${index}`,
        placeholder: { type: 'plain_text', text: CONTROLS.choose(part.length), emoji: false },
        options: part.map(option),
      }),
    ),
  ];
}

export function button({ label, ask, id }: Choice & { readonly id: string }): Button {
  const named: Button = {
    type: 'button',
    action_id: id,
    text: plainText(label, LIMITS.buttonText),
    value: ask,
  };
  // "Key Features" says nothing to who hears the button alone. What is heard has to contain what is shown.
  const heard = safe(ask).trim();
  const isClearer = heard !== named.text.text && heard.includes(named.text.text);
  return isClearer && heard.length <= LIMITS.accessibilityLabel.most
    ? { ...named, accessibility_label: heard }
    : named;
}

function option({ label, ask }: Choice): PlainTextOption {
  return { text: plainText(label, LIMITS.optionText), value: ask };
}

function plainText(text: string, limit: { readonly most: number; readonly source: string }) {
  const shown = safe(text).trim();
  return { type: 'plain_text', text: clip(shown === '' ? '–' : shown, limit), emoji: false } as const;
}

/** Groups of elements as rows, each group in rows of its own, with the message's state in their ids. */
export function actionRows(
  groups: readonly (readonly ActionsBlockElement[])[],
  state: MessageState,
): ActionsBlock[] {
  return groups
    .flatMap(elements => chunks(elements, LIMITS.actionsElements.most))
    .map((elements, row) => ({
      type: 'actions',
      block_id: blockIdOf(state, row),
      elements: elements.map(element => withState(element, state)),
    }));
}
