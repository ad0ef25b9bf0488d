export type ApiCall = {
  readonly method: "GET" | "POST" | "PUT" | "DELETE";
  /** Path and query, relative to the org's URL: `/api/v1/groups?limit=200`. */
  readonly path: string;
  readonly body?: unknown;
};

export type ApiOutcome =
  | { readonly kind: "answered"; readonly body: unknown; readonly next?: ApiCall }
  | ApiFailure;

export type ApiFailure =
  | ({ readonly kind: "refused" } & ApiRefusal)
  | { readonly kind: "unreachable" }
  /** The response is not the org's: it has another version, or the static host responded instead of the worker. */
  | { readonly kind: "unreadable" };

export type ApiRefusal = {
  readonly status: number;
  readonly summary: string;
  /** Each cause with its field, such as `profile.name`, if it names one. */
  readonly causes: readonly { readonly field?: string; readonly message: string }[];
};

export function buildItemPath(path: string, id: string): string {
  return `${path}/${encodeURIComponent(id)}`;
}

/** @param id ID of the object to replace; undefined for a new one. */
export function buildSaveCall(path: string, body: unknown, id?: string): ApiCall {
  return id === undefined
    ? { method: "POST", path, body }
    : { method: "PUT", path: buildItemPath(path, id), body };
}

export type Status = "ACTIVE" | "INACTIVE";

/** @see Okta: Applications API and Authorization Servers API, lifecycle operations */
export function switchStatus(path: string, status: Status): ApiCall {
  const step = status === "ACTIVE" ? "deactivate" : "activate";
  return { method: "POST", path: `${path}/lifecycle/${step}` };
}

/** Members that only the org sets, on every object. */
const readOnlyMembers = new Set(["id", "system", "created", "lastUpdated", "_links", "_embedded"]);

/** An object as a PUT sends it: without read-only members, but with those that the page doesn't show. */
export function takeWritable(
  object: Readonly<Record<string, unknown>> | undefined,
  ...alsoReadOnly: readonly string[]
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(object ?? {}).filter(
      ([name]) => !readOnlyMembers.has(name) && !alsoReadOnly.includes(name),
    ),
  );
}
