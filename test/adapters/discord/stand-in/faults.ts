import type { JsonObject } from './json.ts';

/** What happens to a request instead of being answered as usual. */
export type Fault =
  | {
      readonly kind: 'refuse';
      readonly status: number;
      readonly code: number;
      readonly message: string;
      readonly errors?: JsonObject;
    }
  | {
      readonly kind: 'limit';
      readonly retryAfter: number;
      readonly scope: 'user' | 'shared' | 'global';
      readonly where: 'both' | 'header' | 'body';
    }
  | { readonly kind: 'fail'; readonly status: number | 'reset'; readonly accepted: boolean }
  | { readonly kind: 'slow'; readonly ms: number };

interface Planned {
  readonly route: string;
  readonly when: (body: JsonObject) => boolean;
  readonly fault: Fault;
  left: number;
}

/** The faults that a test planned, each for the next requests of one route; '*' is any route. */
export class Faults {
  readonly #planned: Planned[] = [];

  plan(route: string, fault: Fault, times = 1, when: (body: JsonObject) => boolean = () => true): void {
    this.#planned.push({ route, when, fault, left: times });
  }

  /** The fault for this request, which is used up by asking. */
  take(route: string, body: JsonObject): Fault | undefined {
    const found = this.#planned.find(
      plan => (plan.route === route || plan.route === '*') && plan.left > 0 && plan.when(body),
    );
    if (found === undefined) return undefined;
    found.left -= 1;
    return found.fault;
  }
}
