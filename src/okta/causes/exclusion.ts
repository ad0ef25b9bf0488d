import type { AppSetUp, ClaimSetUp, ClaimValue, OrgSetUp, ServerSetUp } from "../org-set-up.ts";
import { type ClaimValueEntry, changeClaim, nameApp, type SetUpChange } from "../set-up-change.ts";
import {
  type ExcludingSetting,
  evaluateClaim,
  isMadeOfGroups,
  listExcludingSettings,
} from "../set-up-rules/evaluate-claim.ts";
import { canHoldGroups } from "../set-up-rules/expression-content.ts";
import { findSmallestChanges, type Obstacles } from "./smallest-change.ts";
import {
  everyGroup,
  everyGroupExpression,
  findJoinedList,
  findPartMatch,
  findValueProblem,
  type ValueProblem,
} from "./value-problem.ts";

type ServerToken = ClaimSetUp["token"];

/** The reason in the org's set-up why a token has no groups. */
export type Exclusion =
  | { kind: "no_app_claim"; app: AppSetUp }
  | {
      kind: "no_server_claim";
      token: ServerToken;
      server: ServerSetUp;
      app: AppSetUp | undefined;
    }
  | {
      kind: ExcludingSetting;
      token: ServerToken;
      server: ServerSetUp;
      claim: ClaimSetUp;
      /** The exclusion that would remain if no setting left out the claim. */
      otherwise: Exclusion;
    }
  | { kind: "value"; claim: PlacedClaim; problem: ValueProblem }
  /** The claim has a value that is not a list of groups. */
  | { kind: "other"; claim: PlacedClaim }
  | { kind: "included" | "unknown" };

export type PlacedClaim = { name: string; value: ClaimValue } & (
  | { of: "app"; app: AppSetUp }
  | { of: "server"; server: ServerSetUp; id: string; token: ServerToken }
);

type Question = { setUp: OrgSetUp; scopes: readonly string[]; token: ServerToken; isThin: boolean };

/** Returns the first reason why the org server's ID token has no groups for any request. */
export function findAppExclusion(setUp: OrgSetUp): Exclusion {
  const { app } = setUp;
  if (!app) return { kind: "unknown" };
  const claim = app.groupsClaim;
  // Without a name, Okta adds no claim.
  if (!claim || claim.name === "") return { kind: "no_app_claim", app };
  const exclusion = judgePlaced({ ...claim, of: "app", app }, setUp);
  if (claim.value.kind === "filter" || isMadeOfGroups(claim.value)) return exclusion;
  // An empty attribute can be the reason why a claim is missing.
  const isEmpty = exclusion.kind === "value" && canHoldGroups(claim.value.expression);
  return isEmpty ? exclusion : { kind: "no_app_claim", app };
}

/**
 * Returns why a custom server's token has no groups. Judges the claim whose groups need the smallest change, or several
 * claims if their changes are equally small.
 */
export function findServerExclusions({
  setUp,
  scopes,
  token,
  isThin,
}: Question): readonly Exclusion[] {
  const { server, app } = setUp;
  if (!server) return [{ kind: "unknown" }];
  const candidates = server.claims
    .filter(({ value }) => isMadeOfGroups(value))
    .map((claim) => {
      const settings = listExcludingSettings(claim, { token, isThin, scopes });
      const otherwise = judgePlaced(placeClaim(claim, server), setUp);
      const [kind] = settings;
      const exclusion: Exclusion = kind ? { kind, token, server, claim, otherwise } : otherwise;
      return { settings, value: weighValue(otherwise), exclusion };
    });
  const smallest = findSmallestChanges(candidates).map(({ exclusion }) => exclusion);
  return smallest.length > 0 ? smallest : [{ kind: "no_server_claim", token, server, app }];
}

/** @param exclusion Why a claim has no groups that no setting leaves out. */
function weighValue(exclusion: Exclusion): Obstacles["value"] {
  if (exclusion.kind === "included") return "groups";
  if (exclusion.kind === "other") return findJoinedList(exclusion.claim.value) ? "mend" : "add";
  if (exclusion.kind !== "value") return "unknown";
  const { fix, missingProperty } = exclusion.problem;
  if (!fix) return missingProperty === undefined ? "add" : "replace";
  const text = fix.kind === "filter" ? fix.value : fix.expression;
  return [everyGroup.value, everyGroupExpression].includes(text) ? "replace" : "mend";
}

function judgePlaced(claim: PlacedClaim, setUp: OrgSetUp): Exclusion {
  const outcome = evaluateClaim(claim, setUp, "code", "code");
  switch (outcome.kind) {
    case "groups":
      return { kind: "included" };
    case "other":
      return { kind: "other", claim };
    case "unknown":
      return judgeUnknown(claim, setUp);
    case "fails":
    case "nothing":
      return outcome.kind === "fails" && outcome.likelihood === "possible"
        ? { kind: "unknown" }
        : { kind: "value", claim, problem: findValueProblem(claim.value, setUp) };
    default:
      return outcome satisfies never;
  }
}

/** Judges a regex that matches only parts of names. A token without groups shows that the org requires whole names. */
function judgeUnknown(claim: PlacedClaim, { user, matchGroups }: OrgSetUp): Exclusion {
  const { value } = claim;
  const problem =
    user && value.kind === "filter" ? findPartMatch(value, user.groups, matchGroups) : undefined;
  return problem ? { kind: "value", claim, problem } : { kind: "unknown" };
}

export function changeValue(claim: PlacedClaim, value: ClaimValueEntry): SetUpChange {
  return claim.of === "app"
    ? {
        kind: "set_app_groups_claim",
        app: nameApp(claim.app),
        name: claim.name,
        value,
        isReplacement: true,
      }
    : changeClaim(claim.server, claim, { value });
}

export function placeClaim(
  { id, name, token, value }: ClaimSetUp,
  server: ServerSetUp,
): PlacedClaim {
  return { id, name, token, value, of: "server", server };
}

/** Lists the claims of the request's server. The org server's only claim is the app's groups claim. */
export function listClaims(
  { app, server }: OrgSetUp,
  isIncluded: (claim: ClaimSetUp) => boolean,
): readonly PlacedClaim[] {
  if (server) return server.claims.filter(isIncluded).map((claim) => placeClaim(claim, server));
  return app?.groupsClaim ? [{ ...app.groupsClaim, of: "app", app }] : [];
}

/** @param place `ID token`, `Access token` or `UserInfo`, which has the claims of the ID token. */
export function findPlacedClaim(
  { app, server }: OrgSetUp,
  name: string,
  place: string,
): PlacedClaim | undefined {
  if (server) {
    const token = place === "Access token" ? "access_token" : "id_token";
    const claim = server.claims.find((it) => it.name === name && it.token === token);
    return claim && placeClaim(claim, server);
  }
  return app?.groupsClaim?.name === name ? { ...app.groupsClaim, of: "app", app } : undefined;
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
