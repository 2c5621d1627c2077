interface Waiter {
  readonly check: () => boolean;
}

/** Lets others wait for a state; nobody polls: whatever changes a state calls `notify`. */
export class Changes {
  readonly #waiters = new Set<Waiter>();
  readonly #limitMs: number;

  constructor(limitMs: number) {
    this.#limitMs = limitMs;
  }

  notify(): void {
    for (const waiter of [...this.#waiters]) waiter.check();
  }

  /**
   * Resolves with what `probe` finds, at once or after a change. Rejects after the time limit and says what
   * was waited for and what was seen instead.
   */
  until<T>(
    probe: () => T | undefined,
    what: string,
    seen: () => string,
    limitMs = this.#limitMs,
  ): Promise<T> {
    const now = probe();
    if (now !== undefined) return Promise.resolve(now);
    return new Promise((resolve, reject) => {
      const waiter: Waiter = {
        check: () => {
          const found = probe();
          if (found === undefined) return false;
          finish(() => resolve(found));
          return true;
        },
      };
      const timer = setTimeout(
        () => finish(() => reject(new Error(`Waited ${limitMs} ms for ${what}. Seen instead: ${seen()}`))),
        limitMs,
      );
      const finish = (end: () => void): void => {
        clearTimeout(timer);
        this.#waiters.delete(waiter);
        end();
      };
      this.#waiters.add(waiter);
    });
  }
}
