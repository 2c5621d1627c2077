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
