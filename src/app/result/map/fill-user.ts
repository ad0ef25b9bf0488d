import { fetchSignedInUser } from "../../demo-org-api.ts";
import type { Run } from "../../run.ts";
import { findUserId } from "../use-run-user.ts";
import { assignUser, type Digest } from "./digests.ts";
import { type Fill, toMapQuestion, toStoredQuestion, toStoredRow } from "./fill-state.ts";
import type { MapQuestion } from "./map-question.ts";
import { predictMap } from "./predict-map.ts";

/** @returns `undefined` for another org than the demo org, and if nobody is signed in there. */
export async function fetchLogin({
  org,
  orgUrl,
}: Pick<MapQuestion, "org" | "orgUrl">): Promise<string | undefined> {
  return org === "demo" ? fetchSignedInUser(orgUrl) : undefined;
}

/**
 * Finds out whom a response to a fill is about: the user of its tokens, or of the demo org's session.
 *
 * @returns The fill, with the user if that is known only now. A fill is about one user.
 */
export async function identifyUser(
  fill: Fill,
  run: Run,
  fetch: typeof globalThis.fetch,
): Promise<Fill | "other-user"> {
  const userId = findUserId(run);
  if (userId !== undefined) {
    if (fill.userId !== undefined && fill.userId !== userId) return "other-user";
    if (fill.userId === userId) return fill;
  }
  const login = await fetchLogin(fill.question);
  const expected = fill.question.login;
  const withId = userId === undefined ? fill : { ...fill, userId };
  if (expected === undefined) return login === undefined ? withId : predictFor(fill, login, fetch);
  return login !== undefined && login !== expected ? "other-user" : withId;
}

/** The user of the demo org is known only now: the predictions were made for anyone. */
async function predictFor(
  fill: Fill,
  login: string,
  fetch: typeof globalThis.fetch,
): Promise<Fill> {
  const question = { ...toMapQuestion(fill.question), login };
  const { rows, userId } = await predictMap(question, fetch);
  return {
    ...fill,
    question: toStoredQuestion(question),
    rows: rows.map(toStoredRow),
    ...(userId !== undefined && { userId }),
  };
}

/** Gives what the fill has seen before its user was known to that user. */
export function assignFillUser(
  digests: readonly Digest[],
  { question, userId, startedAtSeconds }: Fill,
): readonly Digest[] {
  if (userId === undefined) return digests;
  const { orgUrl, clientId, login: userName } = question;
  return assignUser(digests, { orgUrl, clientId, userId, userName }, startedAtSeconds);
}
