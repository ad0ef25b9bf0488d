import { describe, expect, test } from "vitest";
import type { Claim } from "../../model/claim.ts";
import type { Configuration } from "../../model/configuration.ts";
import type { CustomServer } from "../../model/custom-server.ts";
import type { TrustedOrigin } from "../../model/trusted-origin.ts";
import { seedConfiguration } from "../../seed/configuration.ts";
import { parseOrgFile, writeOrgFile } from "./org-file.ts";

function writeWith(before: string, after: string, configuration: Configuration): unknown {
  const file = JSON.stringify(writeOrgFile(configuration));
  return JSON.parse(file.replaceAll(JSON.stringify(before), JSON.stringify(after)));
}

function listCauses(file: unknown): readonly string[] {
  const parsed = parseOrgFile(file);
  return parsed.kind === "broken" ? parsed.causes : [];
}

const date = "2026-01-01T00:00:00.000Z";
const origin: TrustedOrigin = {
  id: "tosOwn",
  name: "Ours",
  origin: "https://app.example",
  status: "ACTIVE",
  scopes: [{ type: "CORS" }],
  created: date,
  lastUpdated: date,
};
const whole: Configuration = { ...seedConfiguration, trustedOrigins: [origin] };
const [person] = whole.users;
const [, group] = whole.groups;
const [application] = whole.applications;
const [server] = whole.customServers;
const [policy] = server?.policies ?? [];
const [scope] = server?.scopes ?? [];
const [claim] = server?.claims ?? [];
const [rule] = policy?.rules ?? [];
if (!person || !group || !application || !server || !scope || !claim || !policy || !rule)
  throw new Error("The seed has one of each");

const teams: Claim = {
  id: "oclTeams",
  name: "teams",
  status: "ACTIVE",
  claimType: "RESOURCE",
  valueType: "EXPRESSION",
  value: "user.login",
  conditions: { scopes: [] },
  system: false,
  alwaysIncludeInToken: true,
};

const withServer = (change: Partial<CustomServer>): Configuration => ({
  ...whole,
  customServers: [{ ...server, ...change }],
});

describe(parseOrgFile, () => {
  test("accepts the seed, and an admin's additions", () => {
    expect(parseOrgFile(writeOrgFile(whole))).toEqual({ kind: "file", configuration: whole });
  });

  test.each([
    ["users.0", person],
    ["groups.1", group],
    ["applications.0", application],
    ["trustedOrigins.0", origin],
    ["customServers.0.scopes.0", scope],
    ["customServers.0.claims.0", claim],
    ["customServers.0.policies.0", policy],
    ["customServers.0.policies.0.rules.0", rule],
  ])("refuses invalid IDs at %s", (place, { id }) => {
    for (const wrong of ["", "..", "a/b", "%2e", "two words", "\ud800", "x".repeat(101)])
      expect(listCauses(writeWith(id, wrong, whole))).toContain(
        `configuration.${place}.id: "${wrong}" is not a valid ID`,
      );
  });

  test.each(["", " ", ` ${person.profile.login}`, `${"x".repeat(100)}@example.com`])(
    "refuses %j as a username",
    (login) => {
      expect(listCauses(writeWith(person.profile.login, login, whole))).toContainEqual(
        expect.stringMatching(/^configuration.users.0.profile.login: /),
      );
    },
  );

  test.each(["", "Everyone", "x".repeat(256)])("refuses %j as a group's name", (name) => {
    expect(listCauses(writeWith(group.profile.name, name, whole))).toContainEqual(
      expect.stringMatching(/^configuration.groups.1.profile.name: /),
    );
  });

  test("refuses a user with the ID of the API token's owner", () => {
    expect(listCauses(writeWith(person.id, "00utokenOwnerDemo0h7", whole))).toEqual([
      "configuration.users.0.id: Belongs to the owner of the API token",
    ]);
  });

  test("accepts imported groups with the same name", () => {
    const imported: typeof group = { ...group, type: "APP_GROUP", id: "00gImported" };
    const configuration = { ...whole, groups: [...whole.groups, imported] };
    expect(listCauses(writeOrgFile(configuration))).toEqual([]);
  });

  test.each(["null", "javascript:alert(1)", "https://app.example/", "https://*.example"])(
    "refuses the trusted origin %s",
    (wrong) => {
      expect(listCauses(writeWith(origin.origin, wrong, whole))).toEqual([
        expect.stringMatching(
          /^configuration.trustedOrigins.0.origin: Must be a scheme and a host/,
        ),
      ]);
    },
  );

  test("refuses an attribute name that can't be stored", () => {
    const profile = { ...person.profile, replaceMe: "x" };
    const users = [{ ...person, profile }, ...whole.users.slice(1)];
    const file = JSON.stringify(writeOrgFile({ ...whole, users }));
    expect(listCauses(JSON.parse(file.replace("replaceMe", "__proto__")))).toEqual([
      "configuration.users.0.profile.__proto__: The demo org can't store this name",
    ]);
  });

  test("refuses two claims of one name in one token, but accepts one in each token", () => {
    const withClaims = (...claimTypes: readonly ("IDENTITY" | "RESOURCE")[]) => {
      const added = claimTypes.map((claimType, index) => ({
        ...teams,
        claimType,
        id: `oclTeams${index}`,
      }));
      return writeOrgFile(withServer({ claims: [...server.claims, ...added] }));
    };
    expect(listCauses(withClaims("IDENTITY", "RESOURCE"))).toEqual([]);
    expect(listCauses(withClaims("IDENTITY", "IDENTITY"))).toEqual([
      `configuration.customServers.0.claims.${server.claims.length + 1}.name: "teams" is used twice`,
    ]);
  });

  test("refuses an expression longer than Okta's limit", () => {
    const value = `'${"x".repeat(1023)}'`;
    const long = /value: The field is too long: at most 1024 characters$/;
    const claims = [{ ...teams, value }];
    expect(listCauses(writeOrgFile(withServer({ claims })))).toEqual([expect.stringMatching(long)]);
    const groupsClaim = { name: "groups", valueType: "EXPRESSION", value } as const;
    const applications = [{ ...application, groupsClaim }];
    expect(listCauses(writeOrgFile({ ...whole, applications }))).toEqual([
      expect.stringMatching(long),
    ]);
  });

  test("refuses a federated claim that the API would refuse", () => {
    const claim = { id: "ofcTeams", name: "teams", created: date, lastUpdated: date };
    const federatedClaims = [{ ...claim, expression: "user.login" }];
    const applications = [{ ...application, federatedClaims }];
    expect(listCauses(writeOrgFile({ ...whole, applications }))).toEqual([
      expect.stringMatching(
        /^configuration.applications.0.federatedClaims.0.expression: .*Write user.profile.login/,
      ),
    ]);
  });

  test("refuses an app's groups that are not sorted by priority", () => {
    const groupIds = whole.groups.slice(0, 3).map(({ id }) => id);
    const withPriorities = (...priorities: readonly number[]) => {
      const groups = priorities.map((priority, index) => ({ id: groupIds[index] ?? "", priority }));
      const assignments = { users: [], groups };
      return writeOrgFile({ ...whole, applications: [{ ...application, assignments }] });
    };
    expect(listCauses(withPriorities(1, 3))).toEqual([]);
    for (const priorities of [
      [2, 1],
      [1, 1],
    ])
      expect(listCauses(withPriorities(...priorities))).toEqual([
        "configuration.applications.0.assignments.groups.1.priority: Must be greater than the priority before it",
      ]);
  });

  test.each([0, 1.5, 1e15])("refuses an access token lifetime of %d minutes", (minutes) => {
    const file = JSON.stringify(writeOrgFile(whole)).replace(
      /"accessTokenLifetimeMinutes":\d+/,
      `"accessTokenLifetimeMinutes":${minutes}`,
    );
    expect(listCauses(JSON.parse(file))).toEqual([
      "configuration.customServers.0.policies.0.rules.0.actions.token.accessTokenLifetimeMinutes: Must be a whole number from 1 to 2628000",
    ]);
  });

  test.each(["", "two words", "*", 'a"b'])("refuses the scope %j", (name) => {
    expect(listCauses(writeWith(scope.name, name, whole))).toContainEqual(
      expect.stringMatching(/^configuration.customServers.0.scopes.0.name: /),
    );
  });
});
