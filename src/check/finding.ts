/** Something wrong with a page, as `secterm check` tells it. */
export interface Finding {
  readonly page: string;
  /** Counted from 1. */
  readonly line: number;
  /** Errors lose something that the page says; warnings make it harder to find. */
  readonly severity: 'error' | 'warning';
  /** What kind of thing is wrong, by the rule's name. */
  readonly rule: Rule;
  /** What is wrong and what to do, one sentence each. */
  readonly message: string;
}

export type Rule =
  | 'unreadable'
  | 'not-used'
  | 'empty-page'
  | 'no-terms'
  | 'no-definition'
  | 'long-definition'
  | 'shared-alias'
  | 'unclear-table'
  | 'broken-table'
  | 'dead-link'
  | 'near-facet'
  | 'unclosed-bold';
