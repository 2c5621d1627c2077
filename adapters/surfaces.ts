import { discord } from './discord/index.ts';
import { slack } from './slack/index.ts';
import type { Surface } from './surface.ts';

/** Every chat platform. A new one is a folder beside this file and a name in this list. */
export const SURFACES: readonly Surface[] = [slack, discord];
