import { z } from 'zod';
import { type Html, html } from '../../html.ts';
import { type PressContext, pressForm } from '../press-form.ts';
import { type Draw, drawByType, drawing } from './draw.ts';
import { drawButton, drawMenu } from './pressable.ts';
import { typeOf } from './unknown.ts';

/** https://docs.slack.dev/reference/block-kit/blocks/actions-block */
const Actions = z.strictObject({
  type: z.literal('actions'),
  block_id: z.string().optional(),
  elements: z.array(z.unknown()),
});

export const drawActions: Draw = drawing(
  Actions,
  ({ block_id, elements }) =>
    html`<div class="slack-actions">${runsOf(elements).map(run => drawRun(run, block_id))}</div>`,
);

/** A press in Slack tells nothing of the message but what stands in its ids. */
const CONTEXT: PressContext = { surface: 'slack', message: {} };

/** Buttons that follow each other share a form; a menu has its own, which sends what is chosen in it alone. */
function runsOf(elements: readonly unknown[]): readonly (readonly unknown[])[] {
  const runs: unknown[][] = [];
  for (const element of elements) {
    const last = runs.at(-1);
    if (last !== undefined && !isMenu(element) && !last.some(isMenu)) last.push(element);
    else runs.push([element]);
  }
  return runs;
}

function isMenu(element: unknown): boolean {
  return typeOf(element) === 'static_select';
}

function drawRun(elements: readonly unknown[], block_id: string | undefined): Html {
  const handlers = { button: drawButton(block_id), static_select: drawMenu(block_id) };
  return pressForm(CONTEXT, html`${elements.map(element => drawByType(handlers, element))}`, 'slack-pressed');
}
