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
