import type { ClaimsSet } from "../../oidc/claims-set.ts";
import { readMember } from "../../oidc/json.ts";
import { findGroupsClaims } from "../../okta/groups-claims.ts";
import type { Run } from "../run.ts";
import { shorten } from "../shorten.ts";
import { isOpaque } from "./slots/is-opaque.ts";
import { judgeRunIdToken } from "./slots/judge-run-id-token.ts";

/** A claims set of a run, as Compare offers it. */
export type ClaimsSource = {
  id: string;
  run: Run;
  place: "ID token" | "Access token" | "UserInfo";
  /** ID tokens only. */
  kind: "fat" | "thin" | "unknown" | undefined;
  set: ClaimsSet;
};

/** The claims sets of a run: each token that can be decoded and read, and UserInfo. */
export function listClaimsSources(run: Run): readonly ClaimsSource[] {
  const { response, userInfo } = run;
  const sources: ClaimsSource[] = [];
  if (response.kind === "success") {
    const { idToken, accessToken } = response;
    if (idToken?.decoded.kind === "decoded") {
      const { kind } = judgeRunIdToken(run, idToken.decoded.claims);
      sources.push({
        id: `${run.id}:id_token`,
        run,
        place: "ID token",
        kind,
        set: idToken.decoded,
      });
    }
    if (accessToken?.decoded.kind === "decoded" && !isOpaque(run, accessToken.decoded)) {
      sources.push({
        id: `${run.id}:access_token`,
        run,
        place: "Access token",
        kind: undefined,
        set: accessToken.decoded,
      });
    }
  }
  if (userInfo) {
    sources.push({
      id: `${run.id}:userinfo`,
      run,
      place: "UserInfo",
      kind: undefined,
      set: userInfo,
    });
  }
  return sources;
}

/** The user whom a run's tokens name; they may not be verified. */
export function findNamedUser(run: Run): string | undefined {
  const sets = listClaimsSources(run).map(({ set }) => set.claims);
  const { response } = run;
  if (response.kind === "success" && response.accessToken?.decoded.kind === "decoded") {
    sets.push(response.accessToken.decoded.claims);
  }
  for (const name of ["preferred_username", "email", "sub"]) {
    for (const claims of sets) {
      const value = readMember(claims, name);
      if (typeof value === "string" && value !== "") return shorten(value);
    }
  }
  return undefined;
}

/** How many groups a run returned, in the place with the most; 0 without any. */
export function countGroups(run: Run): number {
  const counts = listClaimsSources(run).flatMap(({ set }) =>
    findGroupsClaims(set.claims).map(({ groups }) => groups.length),
  );
  return Math.max(0, ...counts);
}

export type RunSummary = {
  server: string;
  tokens: string;
  outcome: { kind: "groups"; count: number } | { kind: "other"; text: string };
};

/** A run in a few words, as its chip shows it. */
export function summarizeRun(run: Run): RunSummary {
  const { request, response } = run;
  return {
    server: request ? describeServer(request.server) : "Unknown request",
    tokens: describeTokens(run),
    outcome: describeOutcome(run, response),
  };
}

function describeServer(server: { kind: "org" } | { kind: "custom"; id: string }): string {
  if (server.kind === "org") return "Org";
  return server.id.length <= 24 ? server.id : `${server.id.slice(0, 24)}…`;
}

const requestedTokens = {
  id_token: "ID token",
  token: "access token",
  "id_token token": "both tokens",
};

function describeTokens({ request, response }: Run): string {
  if (request) return requestedTokens[request.responseType];
  if (response.kind !== "success") return "no token";
  const { idToken, accessToken } = response;
  if (idToken && accessToken) return "both tokens";
  return idToken ? "ID token" : accessToken ? "access token" : "code";
}

function describeOutcome(run: Run, { kind }: Run["response"]): RunSummary["outcome"] {
  if (kind === "error") return { kind: "other", text: "refused" };
  if (kind === "unreadable") return { kind: "other", text: "unreadable" };
  const count = countGroups(run);
  return count > 0 ? { kind: "groups", count } : { kind: "other", text: "no groups" };
}
