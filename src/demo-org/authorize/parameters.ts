/** An authorization request as it came in, before anything of it is believed. */
export type RawRequest = {
  /** The first value of each parameter. */
  readonly get: (name: string) => string | undefined;
  readonly scopes: readonly string[];
  readonly duplicated: readonly string[];
  /** Form-urlencoded, to go through the sign-in page and come out the same. */
  readonly text: string;
};

export type ResponseMode = "fragment" | "query" | "form_post" | "okta_post_message";

export const responseModes: readonly ResponseMode[] = [
  "query",
  "fragment",
  "form_post",
  "okta_post_message",
];

/**
 * Reads an authorization request's parameters. One without a value counts as absent (RFC 6749 §3.1).
 *
 * @param text Form-urlencoded: a GET's query or a POST's body.
 */
export function parseRequest(text: string): RawRequest {
  const parameters = new URLSearchParams(text);
  const get = (name: string) => parameters.get(name) || undefined;
  return {
    get,
    scopes: [...new Set((get("scope") ?? "").split(/\s+/).filter(Boolean))],
    duplicated: [...new Set(parameters.keys())].filter(
      (name) => parameters.getAll(name).length > 1,
    ),
    text: parameters.toString(),
  };
}

/** The tokens of a response type, in whatever order they were asked for: OAuth 2.0 Multiple Response Types §3. */
export function partsOf(responseType: string | undefined): readonly string[] {
  return (responseType ?? "").split(/\s+/).filter(Boolean).toSorted();
}
