/** Keys that were taken once. */
export interface Deduplicator {
  /** True the first time, false when the key is taken. */
  isFirst(key: string): boolean;
  forget(key: string): void;
}

/** Slack retries an event for an hour and may send it under another id; a busy workspace sends fewer in that time. */
const MOST_KEPT = 20_000;

/** Remembers the latest keys, so that what Slack sends twice is done once. Nothing of a message is in a key. */
export function createDeduplicator(most = MOST_KEPT): Deduplicator {
  const taken = new Set<string>();
  return {
    isFirst(key) {
      if (taken.has(key)) return false;
      taken.add(key);
      const [oldest] = taken;
      if (taken.size > most && oldest !== undefined) taken.delete(oldest);
      return true;
    },
    forget: key => void taken.delete(key),
  };
}
