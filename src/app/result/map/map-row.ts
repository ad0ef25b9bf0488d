import type { ResponseType } from "../../../oidc/authorization-request.ts";
import type { AuthorizationServer } from "../../../okta/authorization-server.ts";
import type { PredictedCells } from "../../../okta/groups-map/map-cell.ts";
import type { ClaimOrigins } from "../../../okta/is-groups-claim.ts";

/** A server and a request, with what it is predicted to return. */
export type MapRow = {
  /** Unique in a map. */
  id: string;
  server: AuthorizationServer;
  serverName: string;
  responseType: ResponseType;
  /** Those of the form that the server knows, or those that were last sent to it. */
  scopes: readonly string[];
  cells: PredictedCells;
  /** What the server's claims are made of, if its set-up is known. */
  origins?: ClaimOrigins;
  /** Why the request is not sent: the org would show a page of its own, and the browser would stay there. */
  unsent?: string;
};

/** The requests of the map, as the form names them. */
export const mapRequests = [
  { responseType: "id_token", name: "ID token" },
  { responseType: "token", name: "Access token" },
  { responseType: "id_token token", name: "Both" },
  { responseType: "code", name: "Code + PKCE" },
] as const satisfies readonly { responseType: ResponseType; name: string }[];

export function nameRequest(responseType: ResponseType): string {
  return mapRequests.find((it) => it.responseType === responseType)?.name ?? responseType;
}

export function buildRowId(server: AuthorizationServer, responseType: ResponseType): string {
  return `${server.kind === "org" ? "org" : `custom/${server.id}`} ${responseType}`;
}

export function isSameServer(one: AuthorizationServer, other: AuthorizationServer): boolean {
  if (one.kind === "org" || other.kind === "org") return one.kind === other.kind;
  return one.id === other.id;
}

/** Scopes are a set: RFC 6749 §3.3. */
export function hasSameScopes(one: readonly string[], other: readonly string[]): boolean {
  return one.toSorted().join(" ") === other.toSorted().join(" ");
}
