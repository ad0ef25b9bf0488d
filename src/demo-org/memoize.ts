/** Memoizes a function by object identity (WeakMap). Its argument must be immutable, like the org's configuration. */
export function memoizeByObject<K extends WeakKey, T>(work: (key: K) => T): (key: K) => T {
  return memoizeIn(new WeakMap<K, T>(), work);
}

/** Memoizes a function of a text. Keeps at most `capacity` results, and drops the oldest one first. */
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
