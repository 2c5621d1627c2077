/** One thing that `secterm doctor` looked at. */
export interface Finding {
  /** `unknown`: it could not be looked at. */
  readonly state: 'good' | 'bad' | 'unknown';
  readonly text: string;
  /** What to do about it; null when nothing is wrong. */
  readonly fix: string | null;
}

export function good(text: string): Finding {
  return { state: 'good', text, fix: null };
}

export function bad(text: string, fix: string | null): Finding {
  return { state: 'bad', text, fix };
}

export function unknown(text: string, fix: string | null): Finding {
  return { state: 'unknown', text, fix };
}
