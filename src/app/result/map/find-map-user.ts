import type { Digest } from "./digests.ts";
import type { Fill } from "./fill-state.ts";
import type { MapQuestion } from "./map-question.ts";

export type MapUser = {
  orgUrl: string;
  clientId: string;
  userId: string | undefined;
  userName: string | undefined;
};

/**
 * Whose map it is. At the demo org, the user whom the form names. Of another org only tokens tell who is signed in: it
 * is the user of the newest response, who is not known if that was refused.
 *
 * @param knownUserId The question's user, if the org told it.
 */
export function findMapUser(
  { org, orgUrl, clientId, login }: MapQuestion,
  knownUserId: string | undefined,
  digests: readonly Digest[],
  fill: Fill | undefined,
): MapUser {
  const ofApp = digests.filter((it) => it.orgUrl === orgUrl && it.clientId === clientId);
  const newest = ofApp.findLast(
    ({ userName }) => org === "own" || (login !== undefined && userName === login),
  );
  const isGoingOn = fill?.status === "running" || fill?.status === "paused";
  const userId = (isGoingOn ? fill.userId : undefined) ?? knownUserId ?? newest?.userId;
  const userName = login ?? ofApp.findLast((it) => it.userId === userId && it.userName)?.userName;
  return { orgUrl, clientId, userId, userName };
}
