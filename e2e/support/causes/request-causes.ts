import type { CauseRow } from "./cause-row.ts";
import { removeAppClaim } from "./org-changes.ts";

const everyGroup = ["Everyone", "IT"];

/** What the request itself leaves out, or asks for in the wrong place. */
export const requestCauses: readonly CauseRow[] = [
  {
    cause: "1: the groups scope was not requested",
    setUp: [],
    request: { scope: "openid profile" },
    heading: /didn’t request the groups scope/,
    isFirstElsewhere: true,
    fix: { button: /groups scope/ },
    groups: everyGroup,
  },
  {
    cause: "2: an access token makes the ID token thin",
    setUp: [],
    request: { token: "id_token token", scope: "openid groups" },
    heading: /the ID token is thin/,
    isFirstElsewhere: true,
    fix: { button: /^Request the ID token only/ },
    groups: everyGroup,
  },
  {
    cause: "2: UserInfo has what a thin ID token left out",
    setUp: [],
    request: { token: "id_token token", scope: "openid groups" },
    heading: /the ID token is thin/,
    isFirstElsewhere: true,
    fix: { button: /^Call UserInfo$/, staysOnPage: true },
    groups: everyGroup,
  },
  {
    cause: "3: an older org returns a thin ID token for a code",
    setUp: [{ method: "PUT", path: "/demo/v1/settings", body: { codeFlowIdToken: "thin" } }],
    request: { token: "code", scope: "openid groups" },
    heading: /UserInfo has the groups/,
    elsewhere: /thin|UserInfo may have/,
    fix: { button: /^Call UserInfo$/, staysOnPage: true },
    groups: everyGroup,
  },
  {
    cause: "5: the claim is on a custom server, and the request is for the org server",
    setUp: [removeAppClaim],
    request: { scope: "openid groups" },
    heading: /the app has no groups claim/,
    elsewhere: /may be on a custom authorization server/,
    fix: { button: /groups claim/ },
    groups: everyGroup,
  },
  {
    cause: "7: a custom scope at the org server",
    setUp: [],
    request: { scope: "openid groups payroll" },
    heading: /custom scope|payroll/i,
    isFirstElsewhere: true,
    fix: { button: /payroll/ },
    groups: everyGroup,
  },
  {
    cause: "23: the access token of the org server",
    setUp: [],
    request: { token: "token", scope: "openid groups" },
    heading: /org access tokens never carry them/,
    isFirstElsewhere: true,
    fix: { button: /ID token/ },
    groups: everyGroup,
  },
  {
    cause: "35: commas between scopes",
    setUp: [],
    request: { scope: "openid,groups" },
    heading: /comma/,
    isFirstElsewhere: true,
    fix: { button: /spaces/ },
    groups: everyGroup,
  },
  {
    cause: "35: commas between scopes, at a custom server",
    setUp: [],
    request: { server: "default", token: "token", scope: "openid,profile" },
    heading: /comma/,
    isFirstElsewhere: true,
    fix: { button: /spaces/ },
    groups: everyGroup,
  },
];
