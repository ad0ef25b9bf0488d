import { describe, expect, test } from "vitest";
import type { Run } from "../../run.ts";
import { idTokenSourceId, listClaimsSources } from "../claims-sources.ts";
import { buildRun, testClaims } from "../test-run.ts";
import { chooseSides } from "./choose-sides.ts";

const { fat, thin, orgAccessToken, customAccessToken, userInfo } = testClaims;
const custom = { server: { kind: "custom", id: "default" } } as const;
type Parts = Parameters<typeof buildRun>[0];
const fatParts: Parts = { idToken: fat };
const thinParts: Parts = { idToken: thin, accessToken: orgAccessToken };
const accessParts: Parts = { accessToken: customAccessToken, request: custom };

/** Returns the chosen sides, such as "1 ID token", left first. */
function choose(parts: readonly Parts[], chosen: Parameters<typeof chooseSides>[1] = {}) {
  const runs: readonly Run[] = parts.map((it, index) => buildRun({ ...it, number: index + 1 }));
  const sides = chooseSides(runs.flatMap(listClaimsSources), chosen);
  return sides && [sides.left, sides.right].map(({ run, place }) => `${run.number} ${place}`);
}

describe(chooseSides, () => {
  test.each<[string, readonly Parts[], readonly string[] | undefined]>([
    ["two ID tokens, the older on the left", [fatParts, thinParts], ["1 ID token", "2 ID token"]],
    [
      "two ID tokens in the order of the runs, fat or thin",
      [thinParts, fatParts],
      ["1 ID token", "2 ID token"],
    ],
    ["the two newest ID tokens", [fatParts, thinParts, fatParts], ["2 ID token", "3 ID token"]],
    [
      "two claims sets of one kind rather than the newest",
      [fatParts, thinParts, accessParts],
      ["1 ID token", "2 ID token"],
    ],
    [
      "two ID tokens rather than UserInfo",
      [fatParts, { ...thinParts, userInfo }],
      ["1 ID token", "2 ID token"],
    ],
    [
      "any two claims sets if all kinds differ",
      [{ ...thinParts, userInfo }],
      ["1 ID token", "1 UserInfo"],
    ],
    [
      "trusted claims sets rather than untrusted",
      [fatParts, thinParts, { ...fatParts, request: null }],
      ["1 ID token", "2 ID token"],
    ],
    [
      "unrequested claims sets if there are no others",
      [fatParts, { ...fatParts, request: null }],
      ["1 ID token", "2 ID token"],
    ],
    ["nothing if there is one claims set", [fatParts], undefined],
    ["nothing if there are no claims sets", [], undefined],
  ])("chooses %s", (_case, parts, expected) => {
    expect(choose(parts)).toEqual(expected);
  });

  const three = [fatParts, thinParts, accessParts];
  const [run1, run2] = [idTokenSourceId("run-1"), idTokenSourceId("run-2")];

  test.each<[string, Parameters<typeof chooseSides>[1], readonly string[]]>([
    ["both sides", { left: run2, right: run1 }, ["2 ID token", "1 ID token"]],
    ["one side", { right: "run-3:access_token" }, ["1 ID token", "3 Access token"]],
    ["a run that is gone", { left: "run-9:id_token" }, ["1 ID token", "2 ID token"]],
  ])("follows the user's choice if the chosen run exists: %s", (_case, chosen, expected) => {
    expect(choose(three, chosen)).toEqual(expected);
  });
});
