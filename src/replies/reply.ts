import type { Place } from '../glossary/glossary.ts';
import type { Rich } from '../glossary/rich.ts';

/** One bullet, with those below it. */
export interface ReplyPoint {
  readonly label: string | null;
  readonly text: Rich;
  readonly points: readonly ReplyPoint[];
}

/** What a reply consists of. A renderer is a table with a handler for each kind. */
export type Part =
  | { readonly kind: 'heading'; readonly text: string; readonly also: readonly string[] }
  | { readonly kind: 'paragraph'; readonly text: Rich }
  /** The bot's own words, as opposed to the wiki's. */
  | { readonly kind: 'note'; readonly text: string }
  | { readonly kind: 'points'; readonly title: string | null; readonly points: readonly ReplyPoint[] }
  | {
      readonly kind: 'table';
      /** The terms compared; the column of labels before them has no heading. */
      readonly columns: readonly string[];
      readonly rows: readonly { readonly label: string; readonly cells: readonly Rich[] }[];
    };

/** What a button offers. `ask` typed in gives the same answer, so old buttons work after a restart. */
export interface Choice {
  readonly label: string;
  readonly ask: string;
}

/** What to show, for any surface. */
export interface Reply {
  readonly parts: readonly Part[];
  readonly choices: readonly Choice[];
  readonly sources: readonly Place[];
  /** `asker`: shown to the one who asked, who may share it; `channel`: to everyone there. */
  readonly audience: 'asker' | 'channel';
}

/** A reply before it is known who sees it. */
export type Phrased = Omit<Reply, 'audience'>;
