import type { ResponseType } from "../../oidc/authorization-request.ts";
import type { AuthorizationServer } from "../../okta/authorization-server.ts";

type Request = {
  server: AuthorizationServer;
  request: { responseType: ResponseType; scopes: readonly string[] };
};

const tokens: Record<ResponseType, string> = {
  id_token: "ID token",
  token: "access token",
  "id_token token": "both tokens",
  code: "code",
  "code id_token": "code, ID token",
  "code token": "code, access token",
  "code id_token token": "code, both tokens",
};

/** A request in a few words, its `groups` scope apart. */
export function describeRequest({ server, request: { responseType, scopes } }: Request) {
  const otherScopes = scopes.filter((scope) => scope !== "groups");
  return {
    server: server.kind === "org" ? "Org" : server.id,
    tokens: tokens[responseType],
    otherScopes: otherScopes.join(" "),
    hasGroups: otherScopes.length < scopes.length,
  };
}
