/** What was answered in each thread in the last hours, so that "and its downsides?" is understood. */
export interface Threads {
  /** Oldest first. */
  asked(thread: string): readonly string[];
  add(thread: string, ask: string): void;
}

const MOST_THREADS = 2000;
/** In milliseconds: four hours. What was asked yesterday is not what "it" means today. */
const LONGEST_KEPT = 4 * 60 * 60 * 1000;
/** Earlier questions that the core looks at. */
const MOST_ASKS = 6;

/** Keeps names of terms only (`Outcome.canonical`), in memory: no text of a message, no author. */
export function createThreads(): Threads {
  const threads = new Map<string, { readonly asks: readonly string[]; readonly at: number }>();
  const asked = (thread: string) => {
    const known = threads.get(thread);
    return known === undefined || Date.now() - known.at > LONGEST_KEPT ? [] : known.asks;
  };
  return {
    asked,
    add(thread, ask) {
      const asks = [...asked(thread), ask].slice(-MOST_ASKS);
      threads.delete(thread);
      threads.set(thread, { asks, at: Date.now() });
      const [oldest] = threads.keys();
      if (threads.size > MOST_THREADS && oldest !== undefined) threads.delete(oldest);
    },
  };
}
