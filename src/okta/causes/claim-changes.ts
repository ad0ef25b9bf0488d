import type { ClaimSetUp, ServerSetUp } from "../org-set-up.ts";
import type { ChangedRequest, Reason } from "../reason.ts";
import type { ClaimEntry, SetUpChange } from "../set-up-change.ts";
import type { Evidence } from "./cause.ts";
import { nameServer } from "./exclusion.ts";
import type { Excluded } from "./server-evidence.ts";

export function addClaim(
  server: ServerSetUp,
  {
    name,
    token,
    value,
  }: Pick<ClaimEntry, "name" | "value"> & { token: Excluded<"scope">["token"] },
): SetUpChange {
  return {
    kind: "add_claim",
    server: nameServer(server),
    claim: {
      name,
      token: token === "ID token" ? "id_token" : "access_token",
      isActive: true,
      isAlways: true,
      scopes: [],
      value,
    },
  };
}

export function changeClaim(
  server: ServerSetUp,
  { id, name }: ClaimSetUp,
  to: Partial<ClaimEntry>,
): SetUpChange {
  return { kind: "change_claim", server: nameServer(server), claim: { id, name }, to };
}

export function requestOnly(
  responseType: "id_token" | "token",
  { run: { scopes } }: Evidence,
): NonNullable<Reason["change"]> {
  const needsOpenId = responseType === "id_token" && !scopes.includes("openid");
  const request: ChangedRequest = {
    responseType,
    ...(needsOpenId && { scopes: ["openid", ...scopes] }),
  };
  const name = responseType === "id_token" ? "ID token" : "access token";
  return { label: `Request the ${name} only`, kind: "send_request", request };
}
