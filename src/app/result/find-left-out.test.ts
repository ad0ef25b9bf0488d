import { describe, expect, test } from "vitest";
import type { JsonObject } from "../../oidc/json.ts";
import { findLeftOut } from "./find-left-out.ts";
import { buildRun, buildTokenRequest, testClaims } from "./test-run.ts";

const { fat, thin, orgAccessToken, userInfo } = testClaims;

const thinRun = buildRun({ id: "thin", idToken: thin, accessToken: orgAccessToken });
const namesOf = (leftOut: ReturnType<typeof findLeftOut>) => leftOut?.map(({ name }) => name);

describe(findLeftOut, () => {
  test("returns undefined without another claims set of the user", () => {
    expect(findLeftOut(thinRun, [thinRun], undefined)).toBeUndefined();
  });

  test.each([
    ["a fat ID token of the same user", [buildRun({ id: "fat", idToken: fat })], undefined],
    ["the demo org", [], fat],
  ])("compares with the claims of %s", (_source, others, fatClaims) => {
    const leftOut = namesOf(findLeftOut(thinRun, [thinRun, ...others], fatClaims));
    expect(leftOut).toEqual(expect.arrayContaining(["groups", "given_name"]));
    expect(leftOut).not.toContain("name");
  });

  test.each([
    ["run 2 has the name of run 1", 2, ["groups"]],
    ["run 4 has the name of run 3", 4, ["app_groups"]],
    ["the newest run has the name in the org's set-up", 5, ["member_of"]],
  ])("counts a renamed groups claim once: %s", (_, number, expected) => {
    const { groups, ...others } = fat;
    const idTokens = [fat, thin, { ...others, app_groups: groups }, thin, thin];
    const runs = idTokens.map((idToken, index) =>
      buildRun({
        number: index + 1,
        idToken,
        ...(idToken === thin && { accessToken: orgAccessToken }),
      }),
    );
    const run = runs[number - 1] ?? thinRun;
    const leftOut = findLeftOut(run, runs, { ...others, member_of: groups });
    const names = leftOut?.filter(({ kind }) => kind === "groups").map(({ name }) => name);
    expect(names).toEqual(expected);
  });

  test("doesn't list another run's groups claim if the token has a groups claim", () => {
    const { groups, ...others } = fat;
    const before = buildRun({ number: 1, idToken: fat });
    const renamed = buildRun({ number: 2, idToken: { ...others, app_groups: groups } });
    expect(findLeftOut(renamed, [before, renamed], undefined)).toEqual([]);
    const withLess = { ...thin, app_groups: groups };
    const run = buildRun({ number: 2, idToken: withLess, accessToken: orgAccessToken });
    expect(namesOf(findLeftOut(run, [before, run], undefined))).not.toContain("groups");
    expect(namesOf(findLeftOut(run, [before, run], fat))).toContain("groups");
  });

  test("knows a groups claim of any name under its former name and its new name", () => {
    const { groups, ...others } = fat;
    const build = (number: number, name: string, claims: JsonObject) =>
      buildRun({
        number,
        idToken: { ...claims, [name]: groups },
        claimOrigins: new Map([[name, "groups"]]),
      });
    const before = build(1, "roles", others);
    const after = build(2, "teams", others);
    expect(findLeftOut(before, [before, after], undefined)).toEqual([]);
    expect(findLeftOut(after, [before, after], undefined)).toEqual([]);
    const both = { idToken: thin, accessToken: orgAccessToken };
    const leftOut = findLeftOut(buildRun({ ...both, number: 3 }), [before, after], undefined);
    expect(leftOut?.filter(({ kind }) => kind === "groups")).toEqual([
      { name: "teams", kind: "groups" },
    ]);
    expect(namesOf(leftOut)).not.toContain("roles");
  });

  test("compares with the other ID token of a hybrid flow", () => {
    const run = buildRun({
      idToken: { ...fat, c_hash: "x" },
      parameters: { code: "c" },
      request: { responseType: "code id_token" },
      tokenRequest: buildTokenRequest({ idToken: thin }),
    });
    expect(namesOf(findLeftOut(run, [run], undefined))).toContain("groups");
  });

  test("compares with UserInfo", () => {
    const run = buildRun({ idToken: thin, accessToken: orgAccessToken, userInfo });
    expect(namesOf(findLeftOut(run, [run], undefined))).toContain("groups");
  });

  test.each([
    ["another user", buildRun({ id: "o", idToken: { ...fat, sub: "00uother" } })],
    ["another app", buildRun({ id: "o", idToken: fat, request: { clientId: "0oaother" } })],
    [
      "another server",
      buildRun({ id: "o", idToken: fat, request: { server: { kind: "custom", id: "default" } } }),
    ],
    [
      "more scopes",
      buildRun({
        id: "o",
        idToken: fat,
        request: { scopes: ["openid", "profile", "email", "groups", "phone"] },
      }),
    ],
    ["a response that nobody requested", buildRun({ id: "o", idToken: fat, request: null })],
  ])("doesn't compare with %s", (_source, other) => {
    expect(findLeftOut(thinRun, [thinRun, other], undefined)).toBeUndefined();
  });
});
