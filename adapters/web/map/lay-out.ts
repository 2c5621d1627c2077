import { setImmediate } from 'node:timers/promises';
import type { Viz } from '@viz-js/viz';
import { z } from 'zod';
import { type Form, WAYS, type Way } from './ways.ts';

/** Something with a size, in pixels. */
export interface Box {
  readonly width: number;
  readonly height: number;
}

/** A line between two boxes, each given by its number in a list. */
export interface Line {
  readonly from: number;
  readonly to: number;
  readonly isDirected: boolean;
}

export interface Spot {
  readonly x: number;
  readonly y: number;
}

/** Where all of it goes, in pixels from the upper left corner. */
export interface Laid extends Box {
  /** The middle of each box. */
  readonly boxes: readonly Spot[];
  /** For each line the points of a Bézier curve: one, and then three by three. */
  readonly lines: readonly (readonly Spot[])[];
}

export interface Plan {
  readonly boxes: readonly Box[];
  readonly lines: readonly Line[];
  readonly form: Form;
}

/**
 * Finds places for boxes, so that none covers another, those with a line between them are near, and lines go around
 * boxes. The same boxes and lines get the same places. Of several ways the first is taken that fits a page.
 */
export async function layOut(plan: Plan): Promise<Laid> {
  const viz = await graphviz();
  let best: Laid = { width: 0, height: 0, boxes: [], lines: [] };
  let least = Number.POSITIVE_INFINITY;
  for (const way of WAYS[plan.form]) {
    const laid = readLaid(rendered(viz, plan, way));
    const excess = Math.max(1, laid.width / WIDEST) ** 2 * Math.max(1, laid.height / TALLEST);
    if (excess < least) [best, least] = [laid, excess];
    if (excess === 1) break;
    // Each takes up to a tenth of a second; whoever chats gets a turn between them.
    await setImmediate();
  }
  return best;
}

/** In pixels: what a page has on a screen 1280 pixels wide, and what one can scroll without losing the picture. */
export const WIDEST = 1080;
const TALLEST = 1200;

function rendered(viz: Viz, { boxes, lines }: Plan, { engine, graph, reach, isFlat }: Way): string {
  const { output, errors } = viz.render(
    {
      directed: true,
      graphAttributes: graph,
      nodeAttributes: { shape: 'box', fixedsize: true, label: '' },
      edgeAttributes: { len: reach / PER_INCH, arrowhead: 'none' },
      nodes: boxes.map(({ width, height }, number) => ({
        name: String(number),
        attributes: { width: width / PER_INCH, height: height / PER_INCH },
      })),
      edges: lines.map(({ from, to, isDirected }) => ({
        tail: String(from),
        head: String(to),
        attributes: isFlat && !isDirected ? { minlen: 0 } : {},
      })),
    },
    { engine, format: 'json0', yInvert: true },
  );
  if (output === undefined)
    throw new Error(`Cannot lay out a map: ${errors.map(({ message }) => message).join('; ')}`);
  return output;
}

/** Graphviz counts in inches of 72 points; a point is a pixel here. */
const PER_INCH = 72;

let loading: Promise<Viz> | null = null;

/** Loaded when the first map is drawn: a megabyte and a half that nobody else has to wait for. */
function graphviz(): Promise<Viz> {
  loading ??= import('@viz-js/viz').then(({ instance }) => instance());
  return loading;
}

/** Graphviz's JSON: https://graphviz.org/docs/outputs/json/ */
const Output = z.object({
  bb: z.string(),
  objects: z.array(z.object({ pos: z.string() })).default([]),
  edges: z.array(z.object({ pos: z.string().default('') })).default([]),
});

function readLaid(output: string): Laid {
  const { bb, objects, edges } = Output.parse(JSON.parse(output));
  const [left = 0, top = 0, right = 0, bottom = 0] = bb.split(',').map(Number);
  const [x0, y0] = [Math.min(left, right) - MARGIN, Math.min(top, bottom) - MARGIN];
  const spots = (text: string) =>
    text.split(' ').flatMap(pair => {
      const [x, y] = pair.split(',').map(Number);
      return x === undefined || y === undefined ? [] : [{ x: x - x0, y: y - y0 }];
    });
  return {
    width: Math.abs(right - left) + 2 * MARGIN,
    height: Math.abs(bottom - top) + 2 * MARGIN,
    boxes: objects.map(({ pos }) => spots(pos)[0] ?? { x: 0, y: 0 }),
    lines: edges.map(({ pos }) => spots(pos)),
  };
}

/** Room for the outline of what has the focus, in pixels. */
const MARGIN = 8;
