import type { Place } from "../set-up-places.ts";

/** What a change shows best in. */
export type Trial = {
  readonly token?: "id_token" | "token";
  /** Those that a claim comes with; none for any. */
  readonly scopes?: readonly string[];
};

/**
 * The explorer's query for a request that a change at a place shows in: of a custom server's, a request to that server.
 *
 * @returns Empty where the request that the explorer begins with will do.
 */
export function buildTryQuery({ section, id }: Place, { token, scopes = [] }: Trial = {}): string {
  const query = new URLSearchParams();
  if (section === "authorization-servers" && id !== undefined && id !== "org")
    query.set("server", id);
  if (token === "token") query.set("token", token);
  if (scopes.length > 0) query.set("scope", [...new Set(["openid", ...scopes])].join(" "));
  return query.size > 0 ? `?${query}` : "";
}
