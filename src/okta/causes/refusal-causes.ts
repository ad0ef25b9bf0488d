import { findRedirectTokens } from "../../oidc/authorization-request.ts";
import { explainIf } from "../explain-refusal.ts";
import { apiScopeStep } from "../glossary/request-errors.ts";
import { changeAndSend, sendRequest, useCode } from "../groups-request.ts";
import { pickName } from "../set-up-change.ts";
import {
  activateApp,
  addScope,
  assignUser,
  findFlowChange,
} from "../set-up-rules/allow-request.ts";
import { evaluateClaim, findExcludingSetting } from "../set-up-rules/evaluate-claim.ts";
import { okta } from "../sources.ts";
import { isApiScope, isCustomScope } from "../standard-scopes.ts";
import { type Cause, cause, type Evidence, type Finding } from "./cause.ts";
import type { CauseId } from "./cause-id.ts";
import { listClaims, locateApp, locateClaim } from "./exclusion.ts";
import { policyCauses } from "./policy-causes.ts";
import { failedClaimCauses } from "./value-causes.ts";

/** Builds a cause that Okta's error names. @param add Adds details from the request and the set-up. */
function describedCause(
  id: CauseId,
  pattern: RegExp,
  add: (evidence: Evidence, explained: Finding) => Partial<Finding> | undefined = () => ({}),
): Cause {
  return cause(id, okta.authorize, (evidence) => {
    const explained = explainIf(evidence, pattern);
    const added = explained && add(evidence, explained);
    return explained && added && { ...explained, ...added };
  });
}

const scopesWithCommas = describedCause("scopes_with_commas", /^invalid_scope\b/, ({ run }) => {
  const scopes = run.scopes.flatMap((scope) => scope.split(",")).filter((it) => it !== "");
  if (scopes.length === run.scopes.length) return undefined;
  return {
    title: "The scopes are separated by commas",
    observed: `You requested ${run.scopes.join(" ")}.`,
    expected: "Scopes are separated by spaces. Okta reads a list with commas as one unknown scope.",
    whoActs: "you",
    steps: ["Separate the scopes with spaces."],
    change: changeAndSend("Separate the scopes with spaces", {
      scopes: [...new Set(scopes)],
    }),
    source: okta.scopes,
  };
});

const unknownScope = describedCause(
  "unknown_scope",
  /not configured for the authorization server/,
  ({ run }, explained) => {
    // The cause `scopes_with_commas` explains commas.
    if (run.scopes.some((scope) => scope.includes(","))) return undefined;
    const server = run.setUp?.server;
    const listed = server?.scopes.map(({ name }) => name) ?? run.serverScopes ?? [];
    const lacking = listed.length > 0 ? run.scopes.filter((scope) => !listed.includes(scope)) : [];
    const [scope] = lacking;
    if (scope === undefined) return {};
    // Listed scopes exist, so a single unlisted scope is certainly the cause.
    const isProven = server !== undefined || lacking.length === 1;
    const remaining = run.scopes.filter((it) => !lacking.includes(it));
    // If several scopes are missing, adding one would not avoid the refusal.
    const setUpChange = server && lacking.length === 1 ? addScope(server, scope) : undefined;
    return {
      title: isProven
        ? `The server doesn’t have the ${lacking.length === 1 ? "scope" : "scopes"} ${lacking.join(", ")}`
        : `The server lacks one of the scopes ${lacking.join(", ")}`,
      observed: server
        ? `The server ${server.name} has the scopes ${listed.join(", ")}.`
        : `The server’s metadata lists the scopes ${listed.join(", ")}.`,
      certainty: isProven ? "certain" : "likely",
      expected:
        "A server refuses scopes that it doesn’t have. A new custom server has no groups scope.",
      change:
        remaining.length === 0
          ? changeAndSend(`Replace ${scope} with openid`, { scopes: ["openid"] })
          : changeAndSend(`Remove ${lacking.length === 1 ? scope : `${lacking.length} scopes`}`, {
              scopes: remaining,
            }),
      steps: lacking.some(isApiScope)
        ? explained.steps
        : explained.steps.filter((step) => step !== apiScopeStep),
      consolePath: `Security > API > ${server?.name ?? "the server"} > Scopes`,
      ...(setUpChange && { setUpChange }),
    };
  },
);

const userNotAssigned = describedCause(
  "user_not_assigned",
  /not assigned to the client/,
  ({ run }) => {
    const { app, user } = run.setUp ?? {};
    return {
      ...(app && { consolePath: locateApp(app, "Assignments") }),
      ...(app && user && { setUpChange: assignUser(app, user) }),
    };
  },
);

function allowFlow({ run }: Evidence): Partial<Finding> {
  const app = run.setUp?.app;
  const shared = {
    consolePath: locateApp(app ?? { label: "the app" }, "General"),
    ...(run.clientId && {
      adminPath: `/admin/app/oidc_client/instance/${run.clientId}#tab-general`,
    }),
  };
  const setUpChange = app && findFlowChange(app, run.responseType);
  if (!app || !setUpChange) return shared;
  const { responseTypes = [], grantTypes = [] } = setUpChange.to;
  const names = [...new Set([...responseTypes, ...grantTypes])].join(", ");
  return { ...shared, observed: `The app ${app.label} doesn’t allow ${names}.`, setUpChange };
}

const possibleInactive: Partial<Finding> = {
  title: "The app may be inactive, or the client ID wrong",
  certainty: "likely",
  whoActs: "okta-admin",
  steps: [
    "Copy the client ID from the app’s General tab in this org.",
    "Check that the app is active.",
  ],
};

const appInactive = describedCause("app_inactive", /^invalid_client .*client_id/, ({ run }) => {
  const app = run.setUp?.app;
  if (!app) return possibleInactive;
  if (app.isActive) return undefined;
  return {
    title: "The app is inactive",
    observed: `The app ${app.label} is deactivated.`,
    expected: "Okta refuses every request of an inactive app.",
    whoActs: "okta-admin",
    steps: ["Open the app, and choose Activate."],
    consolePath: locateApp(app, "General"),
    setUpChange: activateApp(app),
  };
});

const noServer = /authorization server id is invalid/i;

const unknownServer = describedCause("unknown_server", noServer, ({ run }) =>
  run.setUp?.server ? undefined : {},
);

const serverInactive = describedCause("server_inactive", noServer, ({ run }) => {
  const server = run.setUp?.server;
  if (!server || server.isActive) return undefined;
  return {
    title: "The authorization server is inactive",
    observed: `The server ${server.name} is deactivated.`,
    expected: "Okta treats it like a server that doesn’t exist.",
    whoActs: "okta-admin",
    steps: ["Open the server, and choose Activate."],
    consolePath: `Security > API > ${server.name}`,
    setUpChange: { kind: "activate_server", server: pickName(server) },
  };
});

const noApiAccessManagement = describedCause("no_api_access_management", /E0000015/, ({ run }) => ({
  title: "The org has no custom authorization servers",
  expected:
    "They need API Access Management, which is not part of every subscription. The org server works without it.",
  whoActs: "you",
  steps: ["Choose the org server.", "Or ask Okta for API Access Management."],
  ...(run.server.kind === "custom" && {
    change: sendRequest("Send to the org server", {
      server: { kind: "org" },
      scopes: run.scopes.filter((scope) => !isCustomScope(scope)),
    }),
  }),
  source: okta.noApiAccessManagement,
}));

/** Finds the claim with too many groups in the set-up, because Okta's error doesn't name the claim. */
function findTooManyGroups({ run, scopes }: Evidence): Partial<Finding> {
  const { setUp, responseType } = run;
  if (!setUp) return {};
  const isThin = findRedirectTokens(responseType).accessToken;
  for (const claim of listClaims(
    setUp,
    (it) => !findExcludingSetting(it, { ...it, isThin, scopes }),
  )) {
    const outcome = evaluateClaim(claim, setUp, "implicit", "implicit");
    if (outcome.kind === "fails") {
      return { observed: outcome.because, consolePath: locateClaim(claim) };
    }
  }
  return {};
}

const tooManyGroups = describedCause(
  "too_many_groups",
  /too many groups/,
  (evidence, explained) => {
    const { run } = evidence;
    // With Code + PKCE, a custom server's ID token is thin, and has only claims that are set to Always.
    const isKept =
      run.server.kind === "org" ||
      run.setUp?.server?.claims.some(({ token, isAlways }) => token === "access_token" || isAlways);
    return {
      ...explained,
      ...findTooManyGroups(evidence),
      ...(isKept && run.responseType !== "code" && { change: useCode }),
    };
  },
);

export const refusalCauses: readonly Cause[] = [
  scopesWithCommas,
  unknownScope,
  describedCause("custom_scope_on_org_server", /Custom scopes are not allowed/),
  describedCause("openid_missing", /require the 'openid' scope/),
  ...policyCauses,
  userNotAssigned,
  describedCause("response_type_not_allowed", /^unsupported_response_type/, allowFlow),
  describedCause("grant_type_not_allowed", /^unauthorized_client .*grant type/, allowFlow),
  appInactive,
  unknownServer,
  serverInactive,
  noApiAccessManagement,
  tooManyGroups,
  ...failedClaimCauses,
  describedCause("system_claim_failed", /system claim could not be evaluated/, ({ run }) => ({
    ...(run.setUp?.app && { consolePath: locateApp(run.setUp.app, "Assignments") }),
  })),
];

export const otherRefusal = describedCause("refused", /^/);
