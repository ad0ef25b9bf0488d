/** A call to the org's API, before it is made: what is shown as a curl command is what is sent. */
export type ApiCall = {
  readonly method: "GET" | "POST" | "PUT" | "DELETE";
  /** From the org's own URL on: `/api/v1/groups?limit=200`. */
  readonly path: string;
  /** Sent as JSON; undefined for none. */
  readonly body?: unknown;
};

/** What came of a call. */
export type ApiOutcome =
  | {
      readonly kind: "answered";
      /** The JSON that came; undefined where the answer is empty. */
      readonly body: unknown;
      /** The call that gives the list's next part. */
      readonly next?: ApiCall;
    }
  | ApiFailure;

/** Why a call came to nothing. */
export type ApiFailure =
  | ({ readonly kind: "refused" } & ApiRefusal)
  | { readonly kind: "unreachable" }
  /** Something answered, but not in the org's words: another release, or the page's own host in the org's place. */
  | { readonly kind: "unreadable" };

/** Why the org refused, in its own words. */
export type ApiRefusal = {
  readonly status: number;
  readonly summary: string;
  /** What is wrong, each with the field that it is about where it names one: `profile.name`. */
  readonly causes: readonly { readonly field?: string; readonly message: string }[];
};
