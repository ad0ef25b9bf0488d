import { type ResponseType, responseTypes } from "../oidc/authorization-request.ts";
import { parseScopes } from "../oidc/scope.ts";

/** What the person has chosen and typed, as typed: an org that is put aside for a moment keeps its domain. */
export type Choice = {
  org: "demo" | "own";
  domain: string;
  clientId: string;
  server: "org" | "custom";
  authorizationServerId: string;
  responseType: ResponseType;
  /** `undefined` until the person touches a scope: then the ones that suit the server are meant. */
  scopes: readonly string[] | undefined;
};

export const initialChoice: Choice = {
  org: "demo",
  domain: "",
  clientId: "",
  server: "org",
  authorizationServerId: "default",
  responseType: "id_token",
  scopes: undefined,
};

/** The scopes with a checkbox of their own, in the order of OpenID Connect Core 1.0 §5.4, then Okta's. */
export const listedScopes = ["openid", "profile", "email", "address", "phone", "groups"] as const;

/**
 * The scopes of the request: those chosen, else those that show most on the chosen server. A fresh custom
 * authorization server has no `groups` scope and refuses a request that asks for it, so it is not asked there.
 */
export function scopesOf({ scopes, server }: Choice): readonly string[] {
  if (scopes) return scopes;
  return server === "org"
    ? ["openid", "profile", "email", "groups"]
    : ["openid", "profile", "email"];
}

/**
 * Reads a choice out of the page's query, as a link presets it. What is absent or unknown is left as the
 * page first shows it.
 *
 * @param query `location.search`, with or without its `?`.
 */
export function parseChoice(query: string): Choice {
  const parameters = new URLSearchParams(query);
  const domain = parameters.get("org") ?? "";
  const server = parameters.get("server") ?? "org";
  const token = parameters.get("token");
  const scope = parameters.get("scope");
  return {
    org: domain === "" ? "demo" : "own",
    domain,
    clientId: parameters.get("client_id") ?? "",
    server: server === "org" ? "org" : "custom",
    authorizationServerId: server === "org" ? initialChoice.authorizationServerId : server,
    responseType: responseTypes.find((known) => known === token) ?? initialChoice.responseType,
    scopes: scope === null ? undefined : parseScopes(scope),
  };
}

/**
 * Writes a choice as the page's query, so that a link reproduces it. Nothing in it is secret: a client ID is
 * public (RFC 6749 §2.2).
 *
 * @returns With its `?`, or empty where everything is as the page first shows it.
 */
export function buildQuery(choice: Choice): string {
  const parameters = new URLSearchParams();
  if (choice.org === "own") {
    parameters.set("org", choice.domain);
    parameters.set("client_id", choice.clientId);
  }
  if (choice.server === "custom") parameters.set("server", choice.authorizationServerId);
  if (choice.responseType !== initialChoice.responseType) {
    parameters.set("token", choice.responseType);
  }
  if (choice.scopes) parameters.set("scope", choice.scopes.join(" "));
  const query = parameters.toString();
  return query === "" ? "" : `?${query}`;
}
