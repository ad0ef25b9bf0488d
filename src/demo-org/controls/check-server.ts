import type { Configuration } from "../model/configuration.ts";
import type { CustomServer, PolicyRule as Rule } from "../model/custom-server.ts";
import { listRepeated, listUnknown, number } from "./find-places.ts";

/** What does not hang together in an authorization server, or in what it has to do with the rest. */
export function checkServer(
  { scopes, claims, policies }: CustomServer,
  place: string,
  configuration: Configuration,
): readonly string[] {
  const scopeNames = scopes.map(({ name }) => name);
  return [
    ...listRepeated(`${place}.scopes`, "id", scopes, ({ id }) => id),
    ...listRepeated(`${place}.scopes`, "name", scopes, ({ name }) => name),
    ...listRepeated(`${place}.claims`, "id", claims, ({ id }) => id),
    ...listRepeated(`${place}.policies`, "id", policies, ({ id }) => id),
    ...claims.flatMap(({ conditions }, at) =>
      listUnknown(
        number(`${place}.claims.${at}.conditions.scopes`, conditions.scopes),
        scopeNames,
        "scope of this server",
      ),
    ),
    ...policies.flatMap((policy, at) =>
      checkPolicy(policy, `${place}.policies.${at}`, scopeNames, configuration),
    ),
  ];
}

function checkPolicy(
  { conditions, rules }: CustomServer["policies"][number],
  place: string,
  scopeNames: readonly string[],
  { applications, users, groups }: Configuration,
): readonly string[] {
  const clientIds = applications.map((it) => it.credentials.oauthClient.client_id);
  const userIds = users.map(({ id }) => id);
  const groupIds = groups.map(({ id }) => id);
  return [
    ...listRepeated(`${place}.rules`, "id", rules, ({ id }) => id),
    ...listUnknown(
      number(`${place}.conditions.clients.include`, conditions.clients.include),
      ["ALL_CLIENTS", ...clientIds],
      "client",
    ),
    ...rules.flatMap((rule, index) => {
      const { people, scopes } = rule.conditions;
      const at = `${place}.rules.${index}`;
      return [
        ...checkPeople(people.users, `${at}.conditions.people.users`, userIds, "user"),
        ...checkPeople(
          people.groups,
          `${at}.conditions.people.groups`,
          ["EVERYONE", ...groupIds],
          "group",
        ),
        ...listUnknown(
          number(`${at}.conditions.scopes.include`, scopes.include),
          ["*", ...scopeNames],
          "scope of this server",
        ),
        ...checkLifetimes(rule.actions.token, `${at}.actions.token`),
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
    ...listUnknown(number(`${place}.include`, include), known, what),
    ...listUnknown(number(`${place}.exclude`, exclude), known, what),
  ];
}

function checkLifetimes(token: Rule["actions"]["token"], place: string): readonly string[] {
  return Object.entries(token).flatMap(([name, minutes]) => {
    const least = name === "refreshTokenLifetimeMinutes" ? 0 : 1;
    const isRight = minutes === undefined || (Number.isSafeInteger(minutes) && minutes >= least);
    return isRight ? [] : [`${place}.${name}: Must be a whole number from ${least}`];
  });
}
