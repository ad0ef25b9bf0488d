const parameter = "next";

/** Makes a link to the explorer show the next request, not the last run. */
export function addNextRequest(query: URLSearchParams): void {
  query.set(parameter, "");
}

export function isForNextRequest(query: string): boolean {
  return new URLSearchParams(query).has(parameter);
}
