import { expect, test } from "vitest";
import { buildRun } from "../test-run.ts";
import { findNewDigest } from "./build-digest.ts";
import { addDigest } from "./digests.ts";

const userA = { id: "00ua", name: "a@example.com" };
const userB = { id: "00ub", name: "b@example.com" };
const refused = buildRun({ request: { org: "demo" }, parameters: { error: "access_denied" } });

test("keeps a refusal with its user when the form names someone else", () => {
  const digest = findNewDigest(refused, [], { user: userA });
  expect(digest).toMatchObject({ userId: userA.id });
  const digests = digest ? addDigest([], digest) : [];
  expect(findNewDigest(refused, digests, { user: userB })).toBeUndefined();
});

test("records a new refusal of someone else", () => {
  const digest = findNewDigest(refused, [], { user: userA });
  const again = { ...refused, id: "run-2", number: 2 };
  expect(findNewDigest(again, digest ? [digest] : [], { user: userB })).toMatchObject({
    userId: userB.id,
  });
});
