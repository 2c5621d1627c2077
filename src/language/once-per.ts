/** A function whose result is worked out once for each object and kept as long as the object. */
export function oncePer<K extends object, V>(work: (key: K) => V): (key: K) => V {
  const kept = new WeakMap<K, V>();
  return key => {
    const before = kept.get(key);
    if (before !== undefined) return before;
    const value = work(key);
    kept.set(key, value);
    return value;
  };
}

/** The same, which may also be worked out in steps, so that others get their turn between them. */
export interface OnceInSteps<K, V> {
  (key: K): V;
  /** Works it out, unless it is there. */
  steps(key: K): Generator<void, V>;
}

/** @param work yields where it may be interrupted. */
export function onceInSteps<K extends object, V>(work: (key: K) => Generator<void, V>): OnceInSteps<K, V> {
  const kept = new WeakMap<K, V>();
  function* steps(key: K): Generator<void, V> {
    const before = kept.get(key);
    if (before !== undefined) return before;
    const value = yield* work(key);
    kept.set(key, value);
    return value;
  }
  return Object.assign((key: K) => finish(steps(key)), { steps });
}

/** Takes all steps at once. */
function finish<V>(steps: Generator<void, V>): V {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** A function that keeps its results for the objects that it was asked about last. */
export function oncePerRecent<K extends object, V>(work: (key: K) => V, most: number): (key: K) => V {
  const kept = new Map<K, V>();
  return key => {
    const value = kept.get(key) ?? work(key);
    kept.delete(key);
    kept.set(key, value);
    const [oldest] = kept.keys();
    if (kept.size > most && oldest !== undefined) kept.delete(oldest);
    return value;
  };
}
