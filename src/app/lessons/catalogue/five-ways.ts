import { okta } from "../../../okta/sources.ts";
import type { Lesson } from "../lesson.ts";
import { guideSetUp, withAppClaim } from "./set-ups.ts";

const scopes = ["openid", "profile", "groups"];
const it = { person: "it.user@example.com", setUp: guideSetUp };
const idToken = { server: "org", responseType: "id_token", scopes } as const;

export const fiveWays: Lesson = {
  id: "five-ways-to-lose-groups",
  title: "Five ways to lose the groups",
  about: "Five reasons why groups are missing, one after another. The result explains each.",
  source: okta.groupsClaim,
  steps: [
    {
      ...it,
      title: "The scope is missing",
      watch: "First way: forget the groups scope. The result shows the cause and offers the fix.",
      request: { ...idToken, scopes: ["openid", "profile"] },
      expected: { kind: "no_groups", place: "ID token", cause: "scope_not_requested" },
    },
    {
      ...it,
      title: "The ID token is thin",
      watch:
        "Second way: request an access token, too. The scope is there, and the groups are gone.",
      request: { ...idToken, responseType: "id_token token" },
      expected: { kind: "no_groups", place: "ID token", cause: "thin_id_token" },
    },
    {
      ...it,
      title: "The app has no claim",
      watch:
        "Third way: the app has no groups claim. Okta grants the scope without an error, and adds nothing.",
      request: idToken,
      setUp: { ...guideSetUp, appClaim: undefined },
      expected: { kind: "no_groups", place: "ID token", cause: "no_groups_claim_on_app" },
      elsewhere: "Remove the app’s groups claim.",
    },
    {
      ...it,
      title: "A regular expression in the wrong filter",
      watch:
        "Fourth way: the filter is “Starts with .*”. No group’s name starts with a dot, so the claim is left out.",
      request: idToken,
      setUp: withAppClaim({ kind: "filter", type: "STARTS_WITH", value: ".*" }),
      expected: { kind: "no_groups", place: "ID token", cause: "regex_in_plain_filter" },
    },
    {
      ...it,
      title: "The claim is in the other token",
      watch:
        "Fifth way: read the ID token of the server default. Its groups claim is for access tokens.",
      request: { server: "custom", responseType: "id_token", scopes: ["openid", "profile"] },
      expected: { kind: "no_groups", place: "ID token", cause: "claim_on_other_token" },
    },
    {
      ...it,
      title: "Nothing is missing",
      watch: "Back on the org server, with the scope, a claim on the app, and the ID token only.",
      request: idToken,
      expected: { kind: "groups", place: "ID token", groups: ["Everyone", "IT"] },
    },
  ],
};
