/** What was answered in each thread lately, so that "and its downsides?" is understood. */
export interface Threads {
  /** Oldest first. */
  asked(thread: string): readonly string[];
  add(thread: string, ask: string): void;
}

const MOST_THREADS = 2000;
/** Earlier questions that the core looks at. */
const MOST_ASKS = 6;

/** Keeps names of terms only (`canonicalAsk`), in memory: no text of a message, no author. */
export function createThreads(): Threads {
  const threads = new Map<string, readonly string[]>();
  return {
    asked: thread => threads.get(thread) ?? [],
    add(thread, ask) {
      const asks = [...(threads.get(thread) ?? []), ask].slice(-MOST_ASKS);
      threads.delete(thread);
      threads.set(thread, asks);
      const [oldest] = threads.keys();
      if (threads.size > MOST_THREADS && oldest !== undefined) threads.delete(oldest);
    },
  };
}
