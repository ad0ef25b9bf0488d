import type { ApiCall } from "../api/api-call.ts";
import type { AuthorizationServer } from "../api/okta-objects.ts";
import { takeWritable } from "../api/writable.ts";

/** @see Okta: Authorization Servers API */
const base = "/api/v1/authorizationServers";

export const serversPath = `${base}?limit=200`;
/** Path of one custom authorization server. */
export const buildServerPath = (id: string) => `${base}/${encodeURIComponent(id)}`;

/** Steps to a server's pages in the Admin Console. */
export const buildConsolePath = (...steps: readonly string[]) => [
  "Security",
  "API",
  "Authorization Servers",
  ...steps,
];

export type ServerSettings = {
  readonly name: string;
  readonly description: string;
  readonly audience: string;
};

/** The starting values of a server's form. */
export function toServerSettings(server: AuthorizationServer): ServerSettings {
  const { name, description, audiences } = server;
  return { name, description: description ?? "", audience: audiences.join(" ") };
}

/** @see Okta: Authorization Servers API, "Create an authorization server" */
export function addServer({ name, description, audience }: ServerSettings): ApiCall {
  return { method: "POST", path: base, body: { name, description, audiences: [audience] } };
}

/** @see Okta: Authorization Servers API, "Replace an authorization server" */
export function replaceServer(server: AuthorizationServer, settings: ServerSettings): ApiCall {
  const { name, description, audience } = settings;
  return {
    method: "PUT",
    path: buildServerPath(server.id),
    body: {
      ...takeWritable(server, "issuer", "status", "default"),
      name,
      description,
      audiences: [audience],
    },
  };
}

/** @see Okta: Authorization Servers API, "Delete an authorization server" */
export function deleteServer(id: string): ApiCall {
  return { method: "DELETE", path: buildServerPath(id) };
}

/**
 * RFC 8414 §3.1 puts the well-known path before the issuer's own, as Okta's pages do now. Okta's API also answers at the
 * older path.
 *
 * @see Okta: Authorization servers, "Discovery endpoints"
 */
export function listMetadataUris({ id, issuer }: AuthorizationServer): readonly string[] {
  const orgUrl = issuer.slice(0, issuer.lastIndexOf("/oauth2/"));
  return [
    `${issuer}/.well-known/openid-configuration`,
    `${orgUrl}/.well-known/oauth-authorization-server/oauth2/${id}`,
    `${issuer}/.well-known/oauth-authorization-server`,
  ];
}
