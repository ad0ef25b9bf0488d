import type { Configuration } from "../../model/configuration.ts";
import type { CustomServer, PolicyRule as Rule } from "../../model/custom-server.ts";
import { claimValueSchema } from "../management/authorization-servers/claim-body.ts";
import { scopeNameSchema } from "../management/authorization-servers/scope-routes.ts";
import {
  listEntries,
  listIssues,
  listNoIds,
  listRepeated,
  listReserved,
  listUnknown,
} from "./list-mistakes.ts";

/**
 * Lists inconsistencies of an authorization server, alone and with the rest of the configuration. Unknown scopes are
 * allowed: deleting a scope leaves it in claims and rules, where it can't be granted.
 */
export function checkServer(
  { scopes, claims, policies }: CustomServer,
  place: string,
  configuration: Configuration,
): readonly string[] {
  return [
    ...listNoIds(`${place}.scopes`, scopes),
    ...listNoIds(`${place}.claims`, claims),
    ...listNoIds(`${place}.policies`, policies),
    ...scopes.flatMap(({ name }, index) =>
      listIssues(`${place}.scopes.${index}.name`, name, scopeNameSchema),
    ),
    ...listRepeated(`${place}.scopes`, "id", scopes, ({ id }) => id),
    ...listRepeated(`${place}.scopes`, "name", scopes, ({ name }) => name),
    ...listRepeated(`${place}.claims`, "id", claims, (claim) => claim.id),
    ...(["IDENTITY", "RESOURCE"] as const).flatMap((type) =>
      listRepeated(`${place}.claims`, "name", claims, ({ claimType, name }) =>
        claimType === type ? name : undefined,
      ),
    ),
    ...claims.flatMap((claim, index) => checkClaim(claim, `${place}.claims.${index}`)),
    ...listRepeated(`${place}.policies`, "id", policies, ({ id }) => id),
    ...policies.flatMap((policy, index) =>
      checkPolicy(policy, `${place}.policies.${index}`, configuration),
    ),
  ];
}

function checkClaim(claim: CustomServer["claims"][number], place: string): readonly string[] {
  return [
    ...(claim.system ? [] : listReserved(place, claim.name, claim.claimType)),
    ...(claim.valueType === "SYSTEM"
      ? []
      : listIssues(`${place}.value`, claim.value, claimValueSchema)),
  ];
}

function checkPolicy(
  { conditions, rules }: CustomServer["policies"][number],
  place: string,
  { applications, users, groups }: Configuration,
): readonly string[] {
  const clientIds = applications.map((it) => it.credentials.oauthClient.client_id);
  const userIds = users.map(({ id }) => id);
  const groupIds = groups.map(({ id }) => id);
  return [
    ...listNoIds(`${place}.rules`, rules),
    ...listRepeated(`${place}.rules`, "id", rules, ({ id }) => id),
    ...listUnknown(
      listEntries(`${place}.conditions.clients.include`, conditions.clients.include),
      ["ALL_CLIENTS", ...clientIds],
      "client",
    ),
    ...rules.flatMap(({ conditions: { people }, actions }, index) => {
      const at = `${place}.rules.${index}`;
      return [
        ...checkPeople(people.users, `${at}.conditions.people.users`, userIds, "user"),
        ...checkPeople(
          people.groups,
          `${at}.conditions.people.groups`,
          ["EVERYONE", ...groupIds],
          "group",
        ),
        ...checkLifetimes(actions.token, `${at}.actions.token`),
      ];
    }),
  ];
}

function checkPeople(
  { include, exclude = [] }: Rule["conditions"]["people"]["users"],
  place: string,
  known: readonly string[],
  what: string,
): readonly string[] {
  return [
    ...listUnknown(listEntries(`${place}.include`, include), known, what),
    ...listUnknown(listEntries(`${place}.exclude`, exclude), known, what),
  ];
}

/** In minutes: the API's maximum. */
const fiveYears = 2_628_000;

function checkLifetimes(token: Rule["actions"]["token"], place: string): readonly string[] {
  return Object.entries(token).flatMap(([name, minutes]) => {
    const least = name === "refreshTokenLifetimeMinutes" ? 0 : 1;
    const isRight =
      minutes === undefined ||
      (Number.isInteger(minutes) && minutes >= least && minutes <= fiveYears);
    return isRight
      ? []
      : [`${place}.${name}: Must be a whole number from ${least} to ${fiveYears}`];
  });
}
