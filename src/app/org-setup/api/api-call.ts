/** A call to the org's API. The curl command and the actual request are both built from it. */
export type ApiCall = {
  readonly method: "GET" | "POST" | "PUT" | "DELETE";
  /** Path and query, relative to the org's URL: `/api/v1/groups?limit=200`. */
  readonly path: string;
  /** Sent as JSON; undefined for none. */
  readonly body?: unknown;
};

/** The result of a call. */
export type ApiOutcome =
  | {
      readonly kind: "answered";
      /** The parsed JSON; undefined if the response was empty. */
      readonly body: unknown;
      /** The call for the list's next page. */
      readonly next?: ApiCall;
    }
  | ApiFailure;

/** Why a call failed. */
export type ApiFailure =
  | ({ readonly kind: "refused" } & ApiRefusal)
  | { readonly kind: "unreachable" }
  /** The response is not the org's: it has another version, or the static host responded instead of the worker. */
  | { readonly kind: "unreadable" };

/** An error response of the org. */
export type ApiRefusal = {
  readonly status: number;
  readonly summary: string;
  /** Each cause with its field, such as `profile.name`, if it names one. */
  readonly causes: readonly { readonly field?: string; readonly message: string }[];
};

/** Path of one object of a list. */
export function buildItemPath(path: string, id: string): string {
  return `${path}/${encodeURIComponent(id)}`;
}

/**
 * Builds the call that creates an object, or replaces one.
 *
 * @param path Path of the list.
 * @param id ID of the object to replace; undefined for a new one.
 */
export function buildSaveCall(path: string, body: unknown, id?: string): ApiCall {
  return id === undefined
    ? { method: "POST", path, body }
    : { method: "PUT", path: buildItemPath(path, id), body };
}
