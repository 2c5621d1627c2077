/** Makes the identifiers Slack makes; every one is new, and timestamps grow. */
export class Ids {
  #count = 0;
  #last = 0;

  next(prefix: string): string {
    this.#count += 1;
    return `${prefix}${this.#count.toString(36).toUpperCase().padStart(6, '0')}`;
  }

  /** A message timestamp: seconds and six digits, unique and growing. */
  ts(): string {
    this.#last = Math.max(this.#last + 1, Date.now() * 1000);
    const digits = String(this.#last);
    return `${digits.slice(0, -6)}.${digits.slice(-6)}`;
  }

  uuid(): string {
    return globalThis.crypto.randomUUID();
  }
}
