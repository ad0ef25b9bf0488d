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
  return (text) => {
    const known = results.get(text);
    if (known !== undefined) return known;
    const result = work(text);
    results.set(text, result);
    const [oldest] = results.keys();
    if (results.size > capacity && oldest !== undefined) results.delete(oldest);
    return result;
  };
}
