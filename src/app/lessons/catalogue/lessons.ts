import type { Lesson } from "../lesson.ts";
import { dynamicAllowlist, staticAllowlist } from "./allowlists.ts";
import { customClaims } from "./custom-claims.ts";
import { alwaysOrOnRequest, fatAndThin, userInfo } from "./fat-and-thin.ts";
import { fiveWays } from "./five-ways.ts";
import { directoryGroups, tooManyGroups } from "./group-sources.ts";
import { groupsInAccessToken, groupsInIdToken } from "./groups-in-tokens.ts";

/** All lessons, in the order of Okta's guides. */
export const lessons: readonly Lesson[] = [
  groupsInIdToken,
  fatAndThin,
  userInfo,
  groupsInAccessToken,
  alwaysOrOnRequest,
  dynamicAllowlist,
  staticAllowlist,
  customClaims,
  directoryGroups,
  tooManyGroups,
  fiveWays,
];

export function findLesson(id: string): Lesson | undefined {
  return lessons.find((lesson) => lesson.id === id);
}
