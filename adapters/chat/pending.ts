import { within } from './within.ts';

/** Work that was acknowledged and is not done. */
export interface Pending {
  add(work: Promise<unknown>): void;
  /** Resolves to the number still under way when all is done or `patience` milliseconds are over. */
  settle(patience: number): Promise<number>;
}

export function createPending(): Pending {
  const works = new Set<Promise<unknown>>();
  return {
    add(work) {
      const done = work.catch(() => {}).finally(() => works.delete(done));
      works.add(done);
    },
    async settle(patience) {
      await within(Promise.all(works), patience);
      return works.size;
    },
  };
}
