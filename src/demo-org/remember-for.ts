/**
 * Makes a function of an object remember what it came to, for as long as that object is around. The object must be one
 * that is replaced and never changed, as everything of the org's configuration is.
 */
export function rememberFor<K extends WeakKey, T>(work: (key: K) => T): (key: K) => T {
  const results = new WeakMap<K, T>();
  return (key) => {
    const known = results.get(key);
    if (known !== undefined) return known;
    const result = work(key);
    results.set(key, result);
    return result;
  };
}
