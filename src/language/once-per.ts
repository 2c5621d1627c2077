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
