import { describe, expect, test } from "vitest";
import type { JsonObject } from "../../../oidc/json.ts";
import { listClaimsSources } from "../claims-sources.ts";
import { buildRun, testClaims } from "../test-run.ts";
import { compareSources, findLeftOutOf } from "./compare-sources.ts";

const { fat, thin, orgAccessToken, userInfo } = testClaims;
type Parts = NonNullable<Parameters<typeof buildRun>[0]>;

function buildSources(parts: Parts, number: number) {
  return listClaimsSources(buildRun({ ...parts, number }));
}

function buildSides(left: Parts, right: Parts) {
  const [ofLeft] = buildSources(left, 1);
  const ofRight = buildSources(right, 2).at(right.userInfo === undefined ? 0 : -1);
  if (!ofLeft || !ofRight) throw new Error("Both sides need claims");
  return { left: ofLeft, right: ofRight };
}

const thinParts = { idToken: thin, accessToken: orgAccessToken };

describe(compareSources, () => {
  const compare = (left: JsonObject | string, right: JsonObject | string) =>
    compareSources(buildSides({ idToken: left }, { idToken: right }));
  const names = (rows: readonly { name: string }[]) => rows.map(({ name }) => name);

  test("shows the claims that a thin token left out first, in reading order", () => {
    const { different, same } = compareSources(buildSides({ idToken: fat }, thinParts));
    expect(names(different).slice(0, 3)).toEqual(["groups", "given_name", "family_name"]);
    expect(names(different).at(-1)).toBe("at_hash");
    expect(names(same)).toContain("sub");
    expect(names(same)).not.toContain("groups");
  });

  test("doesn't mix up left and right", () => {
    const { different } = compare({ sub: "a", name: "Left" }, { sub: "a", name: "Right" });
    expect(different).toMatchObject([
      { difference: "changed", left: { value: "Left" }, right: { value: "Right" } },
    ]);
    const [left] = compare({ name: "Left" }, {}).different;
    expect(left).toMatchObject({ difference: "only-left", right: undefined });
    const [right] = compare({}, { name: "Right" }).different;
    expect(right).toMatchObject({ difference: "only-right", left: undefined });
  });

  test("lists claims that differ in any two tokens separately", () => {
    const later = { ...fat, jti: "ID.2", iat: fat.iat + 60, exp: fat.exp + 60, nonce: "n" };
    const { different, alwaysDifferent } = compare(fat, { ...later, groups: ["IT"] });
    expect(names(different)).toEqual(["groups"]);
    expect(names(alwaysDifferent).toSorted()).toEqual(["exp", "iat", "jti", "nonce"]);
  });

  test("shows groups first even if they are the same", () => {
    const { different } = compare(fat, { ...fat, name: "Other" });
    expect(different.map(({ name, difference }) => [name, difference])).toEqual([
      ["groups", "same"],
      ["name", "changed"],
    ]);
  });

  test("distinguishes different numbers that are equal in JavaScript", () => {
    const { different } = compare('{"id":9007199254740993}', '{"id":9007199254740992}');
    expect(different).toMatchObject([{ name: "id", difference: "changed" }]);
    expect(compare('{"id":9007199254740993}', '{"id":9007199254740993}').different).toEqual([]);
  });

  test("uses the last of several members with the same name", () => {
    const { different } = compare('{"name":"A","name":"B"}', '{"name":"A"}');
    expect(different).toMatchObject([{ left: { value: "B" }, right: { value: "A" } }]);
  });
});

describe(findLeftOutOf, () => {
  /** Finds the claims that the right side left out, compared with the left side. */
  const find = (left: Parts, right: Parts) => {
    const sides = buildSides(left, right);
    return findLeftOutOf(sides.right, sides.left)?.map(({ name }) => name);
  };

  test("finds the claims that a thin ID token lacks", () => {
    expect(find({ idToken: fat }, thinParts)).toContain("groups");
  });

  test("finds them by comparison with UserInfo of the same run, too", () => {
    const [idToken, ofUserInfo] = buildSources({ ...thinParts, userInfo }, 1);
    expect(idToken && ofUserInfo && findLeftOutOf(idToken, ofUserInfo)).toContainEqual({
      name: "groups",
      kind: "groups",
    });
  });

  test.each<[string, Parts]>([
    ["another user", { idToken: { ...fat, sub: "00uother" } }],
    ["another server", { idToken: fat, request: { server: { kind: "custom", id: "default" } } }],
    ["another app", { idToken: fat, request: { clientId: "0oaother" } }],
    [
      "more scopes",
      { idToken: fat, request: { scopes: ["openid", "profile", "email", "groups", "phone"] } },
    ],
    ["an unknown request", { idToken: fat, request: null }],
  ])("learns nothing from %s", (_case, left) => {
    expect(find(left, thinParts)).toBeUndefined();
  });

  test("returns undefined for an ID token if its access token is missing", () => {
    const right = { idToken: thin, request: { responseType: "id_token token" } } as const;
    expect(find({ idToken: fat }, right)).toBeUndefined();
  });

  test("finds nothing left out of a fat ID token", () => {
    expect(find({ idToken: fat }, { idToken: { sub: fat.sub } })).toEqual([]);
  });
});
