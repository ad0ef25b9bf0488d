import type { AuthorizationServer } from "../authorization-server.ts";
import type { ClaimValue, OrgSetUp } from "../org-set-up.ts";
import type { FoundGroups } from "../reason.ts";
import type { ClaimValueEntry, SetUpChange } from "../set-up-change.ts";
import { freshCustomServerScopes } from "../standard-scopes.ts";

const tokens = {
  "ID token": "id_token",
  UserInfo: "id_token",
  "Access token": "access_token",
} as const;

/** The changes that give another org the claims behind the groups that were found, and the scopes that they need. */
export function findSetUpBehind(
  found: readonly FoundGroups[],
  { server, scopes }: { server: AuthorizationServer; scopes: readonly string[] },
  setUp: OrgSetUp,
): readonly SetUpChange[] {
  if (server.kind === "org") {
    const { app } = setUp;
    const claim = app?.groupsClaim;
    return app && claim && found.some((it) => it.claim === claim.name)
      ? [
          {
            kind: "set_app_groups_claim",
            app: { id: app.id, name: app.label },
            name: claim.name,
            value: toEntry(claim.value),
          },
        ]
      : [];
  }
  const named = setUp.server && { id: setUp.server.id, name: setUp.server.name };
  if (!setUp.server || !named) return [];
  const claims = setUp.server.claims.filter(
    (claim) =>
      claim.isActive &&
      found.some((it) => it.claim === claim.name && tokens[it.where] === claim.token),
  );
  const custom = setUp.server.scopes
    .map(({ name }) => name)
    .filter((name) => scopes.includes(name) && !freshCustomServerScopes.has(name));
  return [
    ...(claims.length > 0
      ? custom.map((scope) => ({ kind: "add_scope", server: named, scope }) as const)
      : []),
    ...claims.map(
      ({ name, token, isActive, isAlways, scopes: limitedTo, value }) =>
        ({
          kind: "add_claim",
          server: named,
          claim: { name, token, isActive, isAlways, scopes: limitedTo, value: toEntry(value) },
        }) as const,
    ),
  ];
}

/** Where the real set-up is unknown: a claim of the same name in the same tokens, with all Okta groups. */
export function assumeSetUpBehind(
  found: readonly FoundGroups[],
  { server, clientId }: { server: AuthorizationServer; clientId: string },
): readonly SetUpChange[] {
  const value = { kind: "filter", type: "REGEX", value: ".*" } as const;
  if (server.kind === "org") {
    const [claim] = found;
    return claim
      ? [
          {
            kind: "set_app_groups_claim",
            app: { id: clientId, name: "the app" },
            name: claim.claim,
            value,
          },
        ]
      : [];
  }
  const claims = new Map(
    found.map(({ where, claim }) => [`${tokens[where]} ${claim}`, { name: claim, where }]),
  );
  return [...claims.values()].map(({ name, where }) => ({
    kind: "add_claim",
    server: { id: server.id, name: server.id },
    claim: { name, token: tokens[where], isActive: true, isAlways: true, scopes: [], value },
  }));
}

function toEntry(value: ClaimValue): ClaimValueEntry {
  return value.kind === "filter"
    ? { kind: "filter", type: value.type, value: value.value }
    : { kind: "expression", expression: value.expression };
}
