import type { DecodedJwt } from "../../../oidc/jwt.ts";
import type { RunToDiagnose } from "../../../okta/found-cause.ts";
import { findGroupsClaims } from "../../../okta/groups-claims.ts";
import { findOrigins } from "../../../okta/list-origins.ts";
import { isOpaque } from "../../is-opaque.ts";
import { issuedTokens, listIssuedTokens } from "../../issued-tokens.ts";
import type { Run } from "../../run.ts";
import { shorten } from "../../shorten.ts";
import { listClaimsSources } from "../claims-sources.ts";

/** Converts a run for the diagnosis. Apps must not use an opaque access token's claims, so these are separate. */
export function toDiagnosable(
  run: Run,
  request: Pick<RunToDiagnose, "server" | "responseType" | "scopes"> & { clientId: string },
  facts: Pick<RunToDiagnose, "userGroups" | "setUp" | "hasUserInfoFailed" | "serverScopes"> = {},
): RunToDiagnose {
  const { server, responseType, scopes, clientId } = request;
  const refusal = findRefusal(run);
  const origins = findOrigins(run.claimOrigins, facts.setUp);
  const sources = listClaimsSources(run);
  /** If a hybrid flow returned two tokens of a kind, finds the claims with groups. */
  const find = (place: (typeof sources)[number]["place"]) => {
    const claims = sources.filter((it) => it.place === place).map(({ set }) => set.claims);
    return claims.find((it) => findGroupsClaims(it, origins).length > 0) ?? claims[0];
  };
  return {
    ...facts,
    claimOrigins: run.claimOrigins,
    server,
    responseType,
    scopes,
    clientId,
    unreadable: findUnreadable(run, server.kind),
    codeExchange: findCodeExchange(run),
    idTokenClaims: find("ID token"),
    accessTokenClaims: find("Access token"),
    opaqueClaims: findOpaqueClaims(run),
    userInfoClaims: find("UserInfo"),
    refusal: refusal && {
      error: shorten(refusal.error),
      description: refusal.description && shorten(refusal.description),
      status: "status" in refusal ? refusal.status : undefined,
    },
  };
}

function findOpaqueClaims(run: Run): RunToDiagnose["opaqueClaims"] {
  const decoded = issuedTokens(run).accessToken?.decoded;
  return decoded?.kind === "decoded" && isOpaque(run, decoded) ? decoded.claims : undefined;
}

/** Finds tokens that can't be decoded. The org server's access token doesn't count, because it is opaque anyway. */
function findUnreadable(run: Run, server: "org" | "custom"): RunToDiagnose["unreadable"] {
  const { idToken, accessToken } = issuedTokens(run);
  return {
    ...judgeUnreadable("ID token", idToken),
    ...(server === "custom" && judgeUnreadable("Access token", accessToken)),
  };
}

function judgeUnreadable(
  place: "ID token" | "Access token",
  token: { decoded: DecodedJwt } | undefined,
): RunToDiagnose["unreadable"] {
  if (token?.decoded.kind !== "undecodable") return undefined;
  return { [place]: token.decoded.problem.code === "encrypted" ? "encrypted" : "malformed" };
}

function findCodeExchange({ tokenRequest }: Run): RunToDiagnose["codeExchange"] {
  if (!tokenRequest) return undefined;
  if (tokenRequest.status !== "sent") return "pending";
  return tokenRequest.exchange.kind === "success" ? undefined : "refused";
}

/** Finds an error of either endpoint. A failed exchange doesn't count if a hybrid flow has tokens from the redirect. */
function findRefusal(run: Run) {
  const { response, tokenRequest } = run;
  if (response.kind === "error") return response;
  const exchange = tokenRequest?.status === "sent" ? tokenRequest.exchange : undefined;
  return exchange?.kind === "error" && listIssuedTokens(run).length === 0 ? exchange : undefined;
}
