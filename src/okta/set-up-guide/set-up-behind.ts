import type { AuthorizationServer } from "../authorization-server.ts";
import { everyGroup } from "../causes/value-problem.ts";
import type { FoundGroups } from "../found-cause.ts";
import type { ClaimValue, OrgSetUp } from "../org-set-up.ts";
import {
  type ClaimValueEntry,
  type Named,
  nameApp,
  pickName,
  type SetUpChange,
} from "../set-up-change.ts";
import { freshCustomServerScopes } from "../standard-scopes.ts";

const tokens = {
  "ID token": "id_token",
  UserInfo: "id_token",
  "Access token": "access_token",
} as const;

/** Finds the changes that add the claims of the found groups to another org, with the scopes that the claims need. */
export function findSetUpBehind(
  found: readonly FoundGroups[],
  request: { server: AuthorizationServer; scopes: readonly string[] },
  { app, server }: OrgSetUp,
): readonly SetUpChange[] {
  if (request.server.kind === "org") {
    const claim = app?.groupsClaim;
    return app && claim && found.some((it) => it.claim === claim.name)
      ? [setAppClaim(nameApp(app), claim.name, toEntry(claim.value))]
      : [];
  }
  if (!server) return [];
  const named = pickName(server);
  const claims = server.claims.filter(
    (claim) =>
      claim.isActive &&
      found.some((it) => it.claim === claim.name && tokens[it.where] === claim.token),
  );
  if (claims.length === 0) return [];
  const needed = new Set([...request.scopes, ...claims.flatMap(({ scopes }) => scopes)]);
  const custom = server.scopes.filter(
    ({ name }) => needed.has(name) && !freshCustomServerScopes.has(name),
  );
  return [
    ...custom.map(({ name }) => ({ kind: "add_scope", server: named, scope: name }) as const),
    ...claims.map(({ id: _, value, ...claim }): SetUpChange => {
      return { kind: "add_claim", server: named, claim: { ...claim, value: toEntry(value) } };
    }),
  ];
}

/** For an unknown set-up: adds a claim of the same name to the same tokens, with all Okta groups. */
export function assumeSetUpBehind(
  found: readonly FoundGroups[],
  { server, clientId }: { server: AuthorizationServer; clientId: string },
): readonly SetUpChange[] {
  if (server.kind === "org") {
    const [claim] = found;
    return claim ? [setAppClaim({ id: clientId, name: "the app" }, claim.claim, everyGroup)] : [];
  }
  const claims = new Map(
    found.map(({ where, claim }) => [
      `${tokens[where]} ${claim}`,
      { name: claim, token: tokens[where] },
    ]),
  );
  const others = { isActive: true, isAlways: true, scopes: [], value: everyGroup };
  return [...claims.values()].map((claim) => ({
    kind: "add_claim",
    server: { id: server.id, name: server.id },
    claim: { ...claim, ...others },
  }));
}

function setAppClaim(app: Named, name: string, value: ClaimValueEntry): SetUpChange {
  return { kind: "set_app_groups_claim", app, name, value };
}

function toEntry(value: ClaimValue): ClaimValueEntry {
  return value.kind === "filter" ? value : { kind: "expression", expression: value.expression };
}
