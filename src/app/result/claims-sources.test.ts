import { describe, expect, test } from "vitest";
import { countGroups, findGroups, findNamedUser, listClaimsSources } from "./claims-sources.ts";
import { buildRun, testClaims } from "./test-run.ts";

const { fat, thin, orgAccessToken, customAccessToken, userInfo } = testClaims;
const custom = { server: { kind: "custom", id: "default" } } as const;
const missing = { responseType: "id_token token" } as const;

describe(listClaimsSources, () => {
  const list = (parts: Parameters<typeof buildRun>[0]) =>
    listClaimsSources(buildRun(parts)).map(({ place, kind }) => [place, kind]);

  test.each<[string, Parameters<typeof buildRun>[0], ReturnType<typeof list>]>([
    ["lists a fat ID token", { idToken: fat }, [["ID token", "fat"]]],
    [
      "leaves out an opaque access token",
      { idToken: thin, accessToken: orgAccessToken },
      [["ID token", "thin"]],
    ],
    [
      "lists both tokens of a custom server",
      { idToken: thin, accessToken: customAccessToken, request: custom },
      [
        ["ID token", "thin"],
        ["Access token", undefined],
      ],
    ],
    [
      "lists UserInfo last",
      { idToken: thin, accessToken: orgAccessToken, userInfo },
      [
        ["ID token", "thin"],
        ["UserInfo", undefined],
      ],
    ],
    [
      "calls an ID token neither fat nor thin if its access token is missing",
      { idToken: fat, request: missing },
      [["ID token", "unknown"]],
    ],
    ["leaves out a token that can’t be decoded", { idToken: "a.b.c" }, []],
    ["lists nothing for an error", { parameters: { error: "access_denied" } }, []],
  ])("%s", (_case, parts, expected) => {
    expect(list(parts)).toEqual(expected);
  });

  test("gives each source an ID that is unique among all runs", () => {
    const parts = { idToken: thin, accessToken: customAccessToken, userInfo, request: custom };
    const runs = [buildRun({ ...parts, number: 1 }), buildRun({ ...parts, number: 2 })];
    const ids = runs.flatMap(listClaimsSources).map(({ id }) => id);
    expect(new Set(ids).size).toBe(6);
  });
});

describe(findGroups, () => {
  test("finds groups in every place, in the order of the slots", () => {
    const run = buildRun({
      idToken: { ...thin, admin_groups: ["Admin"] },
      accessToken: customAccessToken,
      userInfo,
      request: custom,
    });
    expect(findGroups(run)).toMatchObject([
      { where: "ID token", claim: "admin_groups", groups: ["Admin"] },
      { where: "Access token", claim: "GroupsClaim", groups: ["Everyone", "IT"] },
      { where: "UserInfo", claim: "groups", groups: ["Everyone", "IT"] },
    ]);
    expect(countGroups(run)).toBe(2);
  });

  test.each([
    ["an empty claim", { idToken: { ...thin, groups: [] } }],
    ["an opaque access token", { accessToken: { ...orgAccessToken, groups: ["IT"] } }],
  ])("finds no groups in %s", (_case, parts) => {
    expect(findGroups(buildRun(parts))).toEqual([]);
    expect(countGroups(buildRun(parts))).toBe(0);
  });
});

describe(findNamedUser, () => {
  const onlySub = { sub: "00u1", iss: thin.iss };
  test.each([
    [
      "the username rather than the email address",
      { idToken: { ...fat, email: "mail@example.com" } },
      "it.user@example.com",
    ],
    [
      "the username from UserInfo",
      {
        idToken: { ...onlySub, email: "mail@example.com" },
        accessToken: { iss: thin.iss },
        userInfo: { sub: "00u1", preferred_username: "user@example.com" },
      },
      "user@example.com",
    ],
    [
      "the username from the access token rather than the user ID",
      { idToken: onlySub, accessToken: orgAccessToken },
      "it.user@example.com",
    ],
    ["the email address", { idToken: { ...onlySub, email: "a@example.com" } }, "a@example.com"],
    ["the user ID", { idToken: onlySub }, "00u1"],
    [
      "the user ID if the name is not a string",
      { idToken: { ...onlySub, preferred_username: 7 } },
      "00u1",
    ],
    [
      "the user ID if the name is empty",
      { idToken: { ...onlySub, preferred_username: "" } },
      "00u1",
    ],
    ["nobody in a token without these claims", { idToken: { iss: "x" } }, undefined],
    ["nobody after an error", { parameters: { error: "access_denied" } }, undefined],
  ])("finds %s", (_case, parts, expected) => {
    expect(findNamedUser(buildRun(parts))).toBe(expected);
  });
});
