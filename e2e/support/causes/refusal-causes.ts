import type { CauseRow, CauseWithoutRow } from "./cause-row.ts";
import { deactivate, demo, merge, setAppExpression, setAppFilter } from "./org-changes.ts";

const everyGroup = ["Everyone", "IT"];
const orgRequest = { scope: "openid groups" };
const accessToken = { server: "default", token: "token", scope: "openid profile" };

/** The org refuses the request. */
export const refusalCauses: readonly CauseRow[] = [
  {
    cause: "6: the custom server has no groups scope",
    setUp: [],
    request: { server: "default", token: "token", scope: "openid groups" },
    heading: /groups/,
    elsewhere: /doesn’t have one of the scopes/,
    isFirstElsewhere: true,
    fix: { button: /groups/ },
    groups: everyGroup,
  },
  {
    cause: "16: more than 100 groups match",
    setUp: [],
    request: orgRequest,
    person: "many.groups@example.com",
    heading: /100 groups/,
    isFirstElsewhere: true,
    fix: { steps: [setAppFilter("STARTS_WITH", "Project 00")] },
    groups: ["Project 001"],
  },
  {
    cause: "17: an expression's limit is above 100",
    setUp: [setAppExpression('Groups.startsWith("OKTA", "", 101)')],
    request: orgRequest,
    heading: /limit/,
    elsewhere: /expression failed/,
    isFirstElsewhere: true,
    fix: { button: /./ },
    groups: everyGroup,
  },
  {
    cause: "18: Arrays.flatten gets null, as the user has no imported groups",
    setUp: [
      setAppExpression(
        'Arrays.flatten(Groups.startsWith("OKTA", "", 50), Groups.startsWith("active_directory", "", 50))',
      ),
    ],
    request: orgRequest,
    heading: /null|no group/,
    elsewhere: /expression failed/,
    isFirstElsewhere: true,
    fix: { button: /./ },
    groups: everyGroup,
  },
  {
    cause: "an expression that does not exist",
    setUp: [setAppExpression('Groups.startWith("OKTA", "", 100)')],
    request: orgRequest,
    heading: /expression/,
    elsewhere: /evaluated|expression/,
    isFirstElsewhere: true,
    fix: { steps: [setAppExpression('Groups.startsWith("OKTA", "", 100)')] },
    groups: everyGroup,
  },
  {
    cause: "a system claim that fails for one user",
    setUp: [
      merge(`${demo.server}/claims/oclsubDemoOrgDemo0h7`, { value: "appuser.userName.noSuch" }),
    ],
    request: accessToken,
    heading: /built-in claim/,
    isFirstElsewhere: true,
    fix: {
      steps: [
        merge(`${demo.server}/claims/oclsubDemoOrgDemo0h7`, {
          value: "(appuser != null) ? appuser.userName : app.clientId",
        }),
      ],
    },
    groups: everyGroup,
  },
  {
    cause: "19: no rule allows the grant type",
    setUp: [merge(demo.rule, { conditions: { grantTypes: { include: ["authorization_code"] } } })],
    request: accessToken,
    heading: /implicit|grant/i,
    elsewhere: /policy/i,
    isFirstElsewhere: true,
    fix: { button: /./ },
    groups: everyGroup,
  },
  {
    cause: "19: no rule covers a scope",
    setUp: [merge(demo.rule, { conditions: { scopes: { include: ["openid"] } } })],
    request: accessToken,
    heading: /scope|profile/,
    elsewhere: /policy/i,
    isFirstElsewhere: true,
    fix: { button: /./ },
    groups: everyGroup,
  },
  {
    cause: "19: no rule covers the user",
    setUp: [
      merge(demo.rule, {
        conditions: { people: { groups: { include: ["00gmidwestSalesDe0h7"] } } },
      }),
    ],
    request: accessToken,
    heading: /user|Ingrid|it\.user/,
    elsewhere: /policy/i,
    isFirstElsewhere: true,
    fix: {
      steps: [merge(demo.rule, { conditions: { people: { groups: { include: ["EVERYONE"] } } } })],
    },
    groups: everyGroup,
  },
  {
    cause: "19: the rule is inactive",
    setUp: [deactivate(demo.rule)],
    request: accessToken,
    heading: /rule/,
    elsewhere: /policy/i,
    isFirstElsewhere: true,
    fix: { button: /./ },
    groups: everyGroup,
  },
  {
    cause: "19: the policy has no rule",
    setUp: [{ method: "DELETE", path: demo.rule }],
    request: accessToken,
    heading: /rule/,
    elsewhere: /policy/i,
    isFirstElsewhere: true,
    fix: { button: /./ },
    groups: everyGroup,
  },
  {
    cause: "19: the policy is inactive",
    setUp: [deactivate(demo.policy)],
    request: accessToken,
    heading: /policy/,
    elsewhere: /policy/i,
    isFirstElsewhere: true,
    fix: { button: /./ },
    groups: everyGroup,
  },
  {
    cause: "19: the policy is for other clients",
    setUp: [merge(demo.policy, { conditions: { clients: { include: [] } } })],
    request: accessToken,
    heading: /policy|client|app/,
    elsewhere: /policy/i,
    isFirstElsewhere: true,
    fix: { button: /./ },
    groups: everyGroup,
  },
  {
    cause: "20: the server has no policy",
    setUp: [{ method: "DELETE", path: demo.policy }],
    request: accessToken,
    heading: /the server has none/,
    elsewhere: /policy/i,
    isFirstElsewhere: true,
    fix: { button: /./ },
    groups: everyGroup,
  },
  {
    cause: "21: the user is not assigned to the app",
    setUp: [],
    request: orgRequest,
    person: "outside.user@example.com",
    heading: /not assigned/,
    isFirstElsewhere: true,
    fix: { button: /^Assign/ },
    groups: everyGroup,
  },
  {
    cause: "34: the app does not allow the response type",
    setUp: [
      merge(demo.app, {
        settings: {
          oauthClient: { grant_types: ["authorization_code"], response_types: ["code"] },
        },
      }),
    ],
    request: orgRequest,
    heading: /app|implicit/,
    isFirstElsewhere: true,
    fix: { button: /./ },
    groups: everyGroup,
  },
  {
    cause: "34: the app does not allow the code flow",
    setUp: [
      merge(demo.app, {
        settings: {
          oauthClient: { grant_types: ["implicit"], response_types: ["id_token", "token"] },
        },
      }),
    ],
    request: { token: "code", scope: "openid groups" },
    heading: /app|code/,
    isFirstElsewhere: true,
    fix: { button: /./ },
    groups: everyGroup,
  },
  {
    cause: "openid is missing",
    setUp: [],
    request: { scope: "groups" },
    heading: /openid/,
    isFirstElsewhere: true,
    fix: { button: /openid/ },
    groups: everyGroup,
  },
  {
    cause: "the org's clock is behind",
    setUp: [{ method: "PUT", path: "/demo/v1/clock", body: { offsetSeconds: -7200 } }],
    request: orgRequest,
    heading: /clock|expired/,
    isFirstElsewhere: true,
    fix: { steps: [{ method: "DELETE", path: "/demo/v1/clock" }] },
    groups: everyGroup,
  },
];

export const causesWithoutRow: readonly CauseWithoutRow[] = [
  {
    cause: "22: the org has no API Access Management",
    reason: "Every demo org has it. The page sees E0000015 only in a custom server's metadata.",
  },
  {
    cause: "25: Token Preview shows the claim, and the app does not get it",
    reason: "The demo org's Token Preview runs the real flow, so the two can't differ.",
  },
  {
    cause: "27: the claim's name is reserved",
    reason: "The Management API refuses such a claim, so no token can lack it.",
  },
  {
    cause: "30: Terraform silently ignored the claim",
    reason: "The org sees no claim: it is cause 4 with another history.",
  },
  {
    cause: "31: the app is from the Okta Integration Network",
    reason: "The demo org has no catalogue of apps.",
  },
  {
    cause: "33: the -admin host, or a wrong issuer",
    reason: "The form corrects or refuses such a domain before a request is sent.",
  },
];
