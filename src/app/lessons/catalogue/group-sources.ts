import { okta } from "../../../okta/sources.ts";
import type { Lesson } from "../lesson.ts";
import { expression, guideSetUp, withAppClaim } from "./set-ups.ts";

const scopes = ["openid", "profile", "groups"];
const idToken = { server: "org", responseType: "id_token", scopes } as const;
const dana = {
  request: idToken,
  person: "directory.user@example.com",
  setUp: guideSetUp,
  elsewhere: "Sign in as a user with groups from Active Directory.",
};

export const directoryGroups: Lesson = {
  id: "active-directory-groups",
  title: "Active Directory groups",
  about: "A filter matches only groups created in Okta. For imported groups, use an expression.",
  source: okta.importedGroups,
  steps: [
    {
      title: "A filter",
      watch:
        "Dana is in Everyone, IT and two groups from Active Directory. The filter .* returns only the first two.",
      ...dana,
      expected: { kind: "groups", place: "ID token", groups: ["Everyone", "IT"] },
    },
    {
      title: "An expression for the directory",
      watch:
        "The app’s claim is now an expression for the source active_directory. Now the token lists only the two groups from Active Directory.",
      ...dana,
      setUp: withAppClaim(expression('Groups.startsWith("active_directory", "", 100)')),
      expected: { kind: "groups", place: "ID token", groups: ["Domain Users", "VPN Users"] },
    },
    {
      title: "Both at once",
      watch: "user.getGroups takes several group types. Now all four groups are in the ID token.",
      ...dana,
      setUp: withAppClaim(
        expression(
          "user.getGroups({'group.type': {'OKTA_GROUP', 'APP_GROUP', 'BUILT_IN'}}).![name]",
        ),
      ),
      expected: {
        kind: "groups",
        place: "ID token",
        groups: ["Everyone", "IT", "Domain Users", "VPN Users"],
      },
    },
  ],
};

const maya = {
  request: idToken,
  person: "many.groups@example.com",
  setUp: guideSetUp,
  elsewhere: "Sign in as a user who is in more than 100 groups.",
};

export const tooManyGroups: Lesson = {
  id: "more-than-100-groups",
  title: "More than 100 groups",
  about: "In the implicit flow, the request fails if a claim matches more than 100 groups.",
  source: okta.tooManyGroups,
  steps: [
    {
      title: "No token at all",
      watch:
        "Maya is in 121 groups, and the filter matches all of them. Okta doesn’t shorten the list: it refuses the request.",
      ...maya,
      expected: { kind: "refused", error: "server_error" },
    },
    {
      title: "The code flow",
      watch:
        "The limit doesn’t apply to the authorization code flow. Watch the token list more than 100 groups.",
      ...maya,
      request: { ...idToken, responseType: "code" },
      expected: { kind: "groups", place: "ID token", atLeast: 101 },
    },
    {
      title: "A narrower filter",
      watch:
        "The filter is now “Starts with Project 01”. With ten matches, the implicit flow works again.",
      ...maya,
      setUp: withAppClaim({ kind: "filter", type: "STARTS_WITH", value: "Project 01" }),
      expected: { kind: "groups", place: "ID token" },
    },
  ],
};
