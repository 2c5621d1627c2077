import type { JsonObject } from '../../stand-in/json.ts';

/** What happens to a call instead of being answered as usual. */
export type Fault =
  | { readonly kind: 'refuse'; readonly error: string; readonly status?: number }
  | { readonly kind: 'limit'; readonly retryAfter: number }
  | { readonly kind: 'fail'; readonly status: 500 | 'reset'; readonly accepted: boolean };

interface Planned {
  readonly method: string;
  readonly when: (args: JsonObject) => boolean;
  readonly fault: Fault;
  left: number;
}

/** The faults that a test planned, each for the next calls of one method (or of 'response_url'). */
export class Faults {
  readonly #planned: Planned[] = [];

  plan(method: string, fault: Fault, times = 1, when: (args: JsonObject) => boolean = () => true): void {
    this.#planned.push({ method, when, fault, left: times });
  }

  /** The fault for this call, which is used up by asking. */
  take(method: string, args: JsonObject): Fault | undefined {
    const found = this.#planned.find(plan => plan.method === method && plan.left > 0 && plan.when(args));
    if (found === undefined) return undefined;
    found.left -= 1;
    return found.fault;
  }
}
