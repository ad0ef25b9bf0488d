import type { AppSetUp, ClaimSetUp, ClaimValue, OrgSetUp, ServerSetUp } from "../org-set-up.ts";
import type { ClaimValueEntry, Named, SetUpChange } from "../set-up-change.ts";
import { isMadeOfGroups, judgeValue, type ValueProblem } from "./value-problem.ts";

type ServerToken = ClaimSetUp["token"];

/** Why a token has no groups, by the org's set-up. */
export type Exclusion =
  | { kind: "no_app_claim"; app: AppSetUp }
  | { kind: "no_server_claim"; server: ServerSetUp; app: AppSetUp | undefined }
  | { kind: "other_token"; server: ServerSetUp; claim: ClaimSetUp }
  | { kind: "inactive"; server: ServerSetUp; claim: ClaimSetUp }
  | { kind: "scope"; server: ServerSetUp; claim: ClaimSetUp }
  | { kind: "not_always"; server: ServerSetUp; claim: ClaimSetUp }
  | { kind: "value"; claim: PlacedClaim; problem: ValueProblem }
  | { kind: "included"; name: string }
  | { kind: "unknown" };

export type PlacedClaim = { name: string; value: ClaimValue } & (
  | { of: "app"; app: AppSetUp }
  | { of: "server"; server: ServerSetUp; id: string }
);

type Question = { setUp: OrgSetUp; scopes: readonly string[]; token: ServerToken; isThin: boolean };

/** The first reason for which the org server's ID token has no groups, whatever the request. */
export function findAppExclusion(setUp: OrgSetUp): Exclusion {
  const { app } = setUp;
  if (!app) return { kind: "unknown" };
  const claim = app.groupsClaim;
  // Without a name, Okta adds no claim.
  if (!claim || claim.name === "") return { kind: "no_app_claim", app };
  return judgePlaced({ ...claim, of: "app", app }, setUp);
}

/** The first reason for which a custom server's token has no groups. Of several claims, the one closest to inclusion counts. */
export function findServerExclusion(question: Question): Exclusion {
  const { setUp, token } = question;
  const { server } = setUp;
  if (!server) return { kind: "unknown" };
  const groupsClaims = server.claims.filter(({ value }) => isMadeOfGroups(value));
  const ofToken = groupsClaims.filter((claim) => claim.token === token);
  const [other] = groupsClaims.toSorted((a, b) => Number(b.isActive) - Number(a.isActive));
  if (ofToken.length === 0) {
    return other
      ? { kind: "other_token", server, claim: other }
      : { kind: "no_server_claim", server, app: setUp.app };
  }
  const [furthest] = ofToken
    .map((claim) => judgeClaim(claim, server, question))
    .toSorted((a, b) => rankOf(b) - rankOf(a));
  return furthest ?? { kind: "unknown" };
}

/** In Okta's order: a disabled claim is not looked at, and only a claim that belongs in the token is evaluated. */
function judgeClaim(
  claim: ClaimSetUp,
  server: ServerSetUp,
  { setUp, scopes, token, isThin }: Question,
): Exclusion {
  if (!claim.isActive) return { kind: "inactive", server, claim };
  const isInScope = claim.scopes.length === 0 || claim.scopes.some((it) => scopes.includes(it));
  if (!isInScope) return { kind: "scope", server, claim };
  if (token === "id_token" && isThin && !claim.isAlways)
    return { kind: "not_always", server, claim };
  const { name, value, id } = claim;
  return judgePlaced({ name, value, of: "server", server, id }, setUp);
}

function judgePlaced(claim: PlacedClaim, setUp: OrgSetUp): Exclusion {
  const outcome = judgeValue(claim.value, setUp);
  switch (outcome.kind) {
    case "value":
      return { kind: "included", name: claim.name };
    case "unknown":
      return { kind: "unknown" };
    case "nothing":
    case "failed":
      return { kind: "value", claim, problem: outcome.problem };
    default:
      return outcome satisfies never;
  }
}

const order: readonly Exclusion["kind"][] = ["inactive", "scope", "not_always", "value", "unknown"];

function rankOf({ kind }: Exclusion): number {
  return kind === "included" ? order.length : order.indexOf(kind);
}

export function changeValue(claim: PlacedClaim, value: ClaimValueEntry): SetUpChange {
  return claim.of === "app"
    ? { kind: "set_app_groups_claim", app: nameApp(claim.app), name: claim.name, value }
    : {
        kind: "change_claim",
        server: nameServer(claim.server),
        claim: { id: claim.id, name: claim.name },
        to: { value },
      };
}

/** @param place Where the claim is: `ID token`, `Access token` or `UserInfo`, which has the ID token's claims. */
export function findPlacedClaim(
  { app, server }: OrgSetUp,
  name: string,
  place: string,
): PlacedClaim | undefined {
  if (server) {
    const token = place === "Access token" ? "access_token" : "id_token";
    const claim = server.claims.find((it) => it.name === name && it.token === token);
    return claim && { name, value: claim.value, of: "server", server, id: claim.id };
  }
  return app?.groupsClaim?.name === name ? { ...app.groupsClaim, of: "app", app } : undefined;
}

export function nameApp({ id, label }: AppSetUp): Named {
  return { id, name: label };
}

export function nameServer({ id, name }: ServerSetUp): Named {
  return { id, name };
}

export function locateClaim(claim: PlacedClaim): string {
  return claim.of === "app" ? locateApp(claim.app) : locateClaims(claim.server.name);
}

export function locateApp({ label }: Pick<AppSetUp, "label">, tab = "Sign On"): string {
  return `Applications and Resources > Applications > ${label} > ${tab}`;
}

export function locateClaims(server: string): string {
  return `Security > API > ${server} > Claims`;
}
