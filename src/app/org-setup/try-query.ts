import type { Place } from "../set-up-places.ts";

export type Trial = {
  readonly token?: "id_token" | "token";
  /** Scopes that the claim requires; empty for any scope. */
  readonly scopes?: readonly string[];
};

/** The explorer's query that shows a change. A change to a custom server needs a request to that server. */
export function buildTryQuery({ section, id }: Place, { token, scopes = [] }: Trial = {}): string {
  const query = new URLSearchParams();
  if (section === "authorization-servers" && id !== undefined && id !== "org")
    query.set("server", id);
  if (token === "token") query.set("token", token);
  if (scopes.length > 0) query.set("scope", [...new Set(["openid", ...scopes])].join(" "));
  return query.size > 0 ? `?${query}` : "";
}
