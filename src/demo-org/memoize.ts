/** By object identity (WeakMap). The object must be immutable, as the org's configuration is. */
export function memoizeByObject<K extends WeakKey, T>(work: (key: K) => T): (key: K) => T {
  return memoizeIn(new WeakMap<K, T>(), work);
}

export function memoizeLatest<T>(work: (text: string) => T, capacity: number): (text: string) => T {
  const results = new Map<string, T>();
  return memoizeIn(results, (text) => {
    const result = work(text);
    const [oldest] = results.keys();
    if (results.size >= capacity && oldest !== undefined) results.delete(oldest);
    return result;
  });
}

type Results<K, T> = Pick<Map<K, T>, "get"> & { readonly set: (key: K, result: T) => unknown };

function memoizeIn<K, T>(results: Results<K, T>, work: (key: K) => T): (key: K) => T {
  return (key) => {
    const known = results.get(key);
    if (known !== undefined) return known;
    const result = work(key);
    results.set(key, result);
    return result;
  };
}
