/**
 * Makes a function of an object remember what it came to, for as long as that object is around. The object must be one
 * that is replaced and never changed, as everything of the org's configuration is.
 */
export function rememberFor<K extends WeakKey, T>(work: (key: K) => T): (key: K) => T {
  return rememberIn(new WeakMap<K, T>(), work);
}

/**
 * Makes a function of text remember what it came to for the latest texts. It must come to the same each time, and to
 * what nobody changes.
 *
 * @param capacity How many texts are remembered.
 */
export function rememberLatest<T>(
  work: (text: string) => T,
  capacity: number,
): (text: string) => T {
  const results = new Map<string, T>();
  return rememberIn(results, (text) => {
    const result = work(text);
    const [oldest] = results.keys();
    if (results.size >= capacity && oldest !== undefined) results.delete(oldest);
    return result;
  });
}

type Results<K, T> = Pick<Map<K, T>, "get"> & { readonly set: (key: K, result: T) => unknown };

function rememberIn<K, T>(results: Results<K, T>, work: (key: K) => T): (key: K) => T {
  return (key) => {
    const known = results.get(key);
    if (known !== undefined) return known;
    const result = work(key);
    results.set(key, result);
    return result;
  };
}
