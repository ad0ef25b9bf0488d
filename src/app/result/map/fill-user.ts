import { fetchSignedInUser } from "../../demo-org-api.ts";
import type { Run } from "../../run.ts";
import { findUserId } from "../use-run-user.ts";
import { assignUser, type Digest } from "./digests.ts";
import type { Fill } from "./fill-state.ts";
import type { MapQuestion } from "./map-question.ts";
import { predictMap } from "./predict-map.ts";

/** Fetches who is signed in at the demo org. Other orgs don't tell. */
export async function fetchLogin({
  org,
  orgUrl,
}: Pick<MapQuestion, "org" | "orgUrl">): Promise<string | undefined> {
  return org === "demo" ? fetchSignedInUser(orgUrl) : undefined;
}

/**
 * Compares the user of a response with the fill's. The user is in the tokens, or in the demo org's session.
 *
 * @returns The fill, with its user if that is known only now.
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

/** Predicts again, for the user: the earlier predictions were for any user. */
async function predictFor(
  fill: Fill,
  login: string,
  fetch: typeof globalThis.fetch,
): Promise<Fill> {
  const question = { ...fill.question, login };
  const { rows, userId } = await predictMap(question, fetch);
  return { ...fill, question, rows: [...rows], userId: userId ?? fill.userId };
}

/** Assigns the fill's responses without a user to its user. */
export function assignFillUser(
  digests: readonly Digest[],
  { question, userId, startedAtSeconds }: Fill,
): readonly Digest[] {
  if (userId === undefined) return digests;
  const { orgUrl, clientId, login: userName } = question;
  return assignUser(digests, { orgUrl, clientId, userId, userName }, startedAtSeconds);
}
