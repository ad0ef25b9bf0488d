import { expect, test } from "vitest";
import { buildRun, testClaims } from "../test-run.ts";
import { findNewDigest } from "./build-digest.ts";
import { addDigest } from "./digests.ts";

const userA = { id: "00ua", name: "a@example.com" };
const userB = { id: "00ub", name: "b@example.com" };
const refused = buildRun({ request: { org: "demo" }, parameters: { error: "access_denied" } });

test("a refusal stays recorded for its user if the form names another user", () => {
  const digest = findNewDigest(refused, [], { user: userA });
  expect(digest).toMatchObject({ userId: userA.id });
  const digests = digest ? addDigest([], digest) : [];
  expect(findNewDigest(refused, digests, { user: userB })).toBeUndefined();
});

test("a run is recorded again once the set-up shows that a claim has groups", () => {
  const claims = { ...testClaims.fat, groups: undefined, roles: ["Everyone", "IT"] };
  const run = buildRun({ idToken: JSON.stringify(claims), request: { org: "demo" } });
  const claimOrigins = new Map([["roles", "groups"]] as const);
  const before = findNewDigest(run, [], {});
  const digests = before ? [before] : [];
  expect(before?.cells.idToken?.cell).toMatchObject({ claims: [] });
  expect(findNewDigest(run, digests, {})).toBeUndefined();
  const after = findNewDigest({ ...run, claimOrigins }, digests, {});
  expect(after?.cells.idToken?.cell).toMatchObject({ claims: [{ name: "roles", count: 2 }] });
  expect(findNewDigest(run, after ? [after] : [], {})).toBeUndefined();
});

test("a new refusal is recorded for another user", () => {
  const digest = findNewDigest(refused, [], { user: userA });
  const again = { ...refused, id: "run-2", number: 2 };
  expect(findNewDigest(again, digest ? [digest] : [], { user: userB })).toMatchObject({
    userId: userB.id,
  });
});
