import { okta } from "../../../okta/sources.ts";
import type { Lesson, LessonSetUp } from "../lesson.ts";
import { expression, inAccessToken, withAppClaim } from "./set-ups.ts";

const person = "it.user@example.com";
const scopes = ["openid", "groups"];
const idToken = { person, request: { server: "org", responseType: "id_token", scopes } } as const;
const accessToken = {
  person,
  request: { server: "custom", responseType: "token", scopes },
} as const;

const startsWithIt = expression('Groups.startsWith("OKTA", "IT", 10)');
const dynamic: LessonSetUp = {
  ...withAppClaim(startsWithIt),
  claims: [inAccessToken("dynamic_group", startsWithIt)],
  hasGroupsScope: true,
};

export const dynamicAllowlist: Lesson = {
  id: "dynamic-allowlist",
  title: "Dynamic allowlist",
  about: "An expression picks the groups by their names, on both kinds of server.",
  source: okta.dynamicAllowlist,
  steps: [
    {
      title: "On the org server",
      watch:
        "The app’s claim is now an expression: groups that start with IT. Everyone stays out of the ID token.",
      ...idToken,
      setUp: dynamic,
      expected: { kind: "groups", place: "ID token", groups: ["IT"] },
    },
    {
      title: "On a custom server",
      watch:
        "The server default has a claim dynamic_group with the same expression. Now the access token lists IT.",
      ...accessToken,
      setUp: dynamic,
      expected: { kind: "groups", place: "Access token", groups: ["IT"] },
    },
    {
      title: "A user without a match",
      watch:
        "Joe is in no group that starts with IT. Okta leaves the claim out: it doesn’t return an empty list.",
      ...idToken,
      person: "joe.user@example.com",
      setUp: dynamic,
      expected: { kind: "no_groups", place: "ID token" },
      elsewhere: "Sign in as a user who is in no group that starts with IT.",
    },
  ],
};

const fromAllowlist = expression('getFilteredGroups(app.profile.groupallowlist, "group.name", 40)');
const fixed: LessonSetUp = {
  ...withAppClaim(fromAllowlist),
  allowlist: ["IT"],
  claims: [inAccessToken("groups", fromAllowlist)],
  hasGroupsScope: true,
};

export const staticAllowlist: Lesson = {
  id: "static-allowlist",
  title: "Static allowlist",
  about: "The app’s profile has the IDs of the groups that its tokens may list.",
  source: okta.staticAllowlist,
  steps: [
    {
      title: "One group on the list",
      watch:
        "The app’s profile has a list with one ID, the group IT’s. The ID token lists only IT.",
      ...idToken,
      setUp: fixed,
      expected: { kind: "groups", place: "ID token", groups: ["IT"] },
    },
    {
      title: "On a custom server",
      watch: "A claim of the server default reads the same list. Now the access token lists IT.",
      ...accessToken,
      setUp: fixed,
      expected: { kind: "groups", place: "Access token", groups: ["IT"] },
    },
    {
      title: "Two groups on the list",
      watch:
        "The list now also has the ID of Everyone. The claim hasn’t changed, but the token lists both groups.",
      ...idToken,
      setUp: { ...fixed, allowlist: ["IT", "Everyone"] },
      expected: { kind: "groups", place: "ID token", groups: ["IT", "Everyone"] },
    },
  ],
};
