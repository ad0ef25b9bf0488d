import { findRedirectTokens, usesCode } from "../../oidc/authorization-request.ts";
import { okta } from "../sources.ts";
import type { Cause, Evidence, Finding } from "./cause.ts";
import type { CauseId } from "./cause-id.ts";
import { locateApp, nameApp, nameServer } from "./exclusion.ts";
import { explainIf } from "./explain-if.ts";
import { failedClaimCauses } from "./failed-claim-causes.ts";
import { policyCauses } from "./policy-causes.ts";

/** A cause that Okta's words tell, and what the set-up adds to it. */
function told(
  id: CauseId,
  pattern: RegExp,
  add: (evidence: Evidence, explained: Finding) => Partial<Finding> | undefined = () => ({}),
): Cause {
  return {
    id,
    source: okta.authorize,
    find: (evidence) => {
      const explained = explainIf(evidence, pattern);
      const added = explained && add(evidence, explained);
      return explained && added && { ...explained, ...added };
    },
  };
}

const scopesWithCommas = told("scopes_with_commas", /^invalid_scope\b/, ({ run }) => {
  const scopes = run.scopes.flatMap((scope) => scope.split(",")).filter((it) => it !== "");
  if (scopes.length === run.scopes.length) return undefined;
  return {
    title: "The scopes are separated by commas",
    observed: `You requested ${run.scopes.join(" ")}.`,
    expected:
      "Scopes are separated by spaces. With a comma between them, Okta reads one unknown scope.",
    whoActs: "you",
    steps: ["Separate the scopes with spaces."],
    change: {
      label: "Separate the scopes with spaces and send",
      kind: "send_request",
      request: { scopes: [...new Set(scopes)] },
    },
    source: okta.scopes,
  };
});

const unknownScope = told(
  "unknown_scope",
  /not configured for the authorization server/,
  ({ run }, explained) => {
    const server = run.setUp?.server;
    const listed = server?.scopes.map(({ name }) => name) ?? run.serverScopes ?? [];
    const lacking = listed.length > 0 ? run.scopes.filter((scope) => !listed.includes(scope)) : [];
    const [scope] = lacking;
    if (scope === undefined) return {};
    // Listed scopes exist. So if one is not listed, it is the one.
    const isProven = server !== undefined || lacking.length === 1;
    const kept = run.scopes.filter((it) => !lacking.includes(it));
    return {
      title: isProven
        ? `The server doesn’t have the scope ${scope}`
        : `The server lacks one of the scopes ${lacking.join(", ")}`,
      observed: server
        ? `The server ${server.name} has ${listed.join(", ")}.`
        : `The server’s metadata lists ${listed.join(", ")}.`,
      certainty: isProven ? "certain" : "likely",
      expected:
        "A server refuses scopes that it doesn’t have. A new custom server has no groups scope.",
      change: {
        label:
          kept.length === 0
            ? `Replace ${scope} with openid and send`
            : `Remove ${lacking.length === 1 ? scope : `${lacking.length} scopes`} and send`,
        kind: "send_request",
        request: { scopes: kept.length === 0 ? ["openid"] : kept },
      },
      steps: explained.steps,
      consolePath: `Security > API > ${server?.name ?? "the server"} > Scopes`,
      // An admin can't add Okta's own scopes.
      ...(server &&
        !scope.startsWith("okta.") && {
          setUpChange: { kind: "add_scope", server: nameServer(server), scope },
        }),
    };
  },
);

const userNotAssigned = told("user_not_assigned", /not assigned to the client/, ({ run }) => {
  const { app, user } = run.setUp ?? {};
  return {
    ...(app && { consolePath: locateApp(app, "Assignments") }),
    ...(app &&
      user && {
        setUpChange: {
          kind: "assign_user",
          app: nameApp(app),
          user: { id: user.id, name: user.login },
        },
      }),
  };
});

const responseTypeNotAllowed = told(
  "response_type_not_allowed",
  /^unsupported_response_type/,
  (evidence) => allowFlow(evidence),
);

const grantTypeNotAllowed = told(
  "grant_type_not_allowed",
  /^unauthorized_client .*grant type/,
  (evidence) => allowFlow(evidence),
);

/** What the app lacks for the request's flow. */
function allowFlow({ run }: Evidence): Partial<Finding> {
  const app = run.setUp?.app;
  const general = {
    consolePath: locateApp(app ?? { label: "the app" }, "General"),
    adminPath: run.clientId && `/admin/app/oidc_client/instance/${run.clientId}#tab-general`,
  };
  const shared = {
    consolePath: general.consolePath,
    ...(general.adminPath && { adminPath: general.adminPath }),
  };
  if (!app) return shared;
  const isMissingIn = (list: readonly string[]) => (name: string) => !list.includes(name);
  const grantTypes = [
    ...(usesCode(run.responseType) ? ["authorization_code"] : []),
    ...(run.responseType === "code" ? [] : ["implicit"]),
  ].filter(isMissingIn(app.grantTypes));
  const responseTypes = listResponseTypes(run.responseType).filter(isMissingIn(app.responseTypes));
  if (grantTypes.length + responseTypes.length === 0) return shared;
  const names = [...new Set([...responseTypes, ...grantTypes])].join(", ");
  return {
    ...shared,
    observed: `${app.label} doesn’t allow ${names}.`,
    setUpChange: {
      kind: "change_app",
      app: nameApp(app),
      to: {
        ...(grantTypes.length > 0 && { grantTypes }),
        ...(responseTypes.length > 0 && { responseTypes }),
      },
    },
  };
}

function listResponseTypes(responseType: Parameters<typeof usesCode>[0]): readonly string[] {
  const { idToken, accessToken } = findRedirectTokens(responseType);
  return [
    ...(usesCode(responseType) ? ["code"] : []),
    ...(idToken ? ["id_token"] : []),
    ...(accessToken ? ["token"] : []),
  ];
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

const appInactive = told("app_inactive", /^invalid_client .*client_id/, ({ run }) => {
  const app = run.setUp?.app;
  if (!app) return possibleInactive;
  if (app.isActive) return undefined;
  return {
    title: "The app is inactive",
    observed: `${app.label} is deactivated.`,
    expected: "Okta refuses every request of an inactive app.",
    whoActs: "okta-admin",
    steps: ["Open the app, and choose Activate."],
    consolePath: locateApp(app, "General"),
    setUpChange: { kind: "change_app", app: nameApp(app), to: { isActive: true } },
  };
});

const noServer = /authorization server id is invalid/i;

const unknownServer = told("unknown_server", noServer, ({ run }) =>
  run.setUp?.server ? undefined : {},
);

const serverInactive = told("server_inactive", noServer, ({ run }) => {
  const server = run.setUp?.server;
  if (!server || server.isActive) return undefined;
  return {
    title: "The authorization server is inactive",
    observed: `${server.name} is deactivated.`,
    expected: "Okta treats it like a server that doesn’t exist.",
    whoActs: "okta-admin",
    steps: ["Open the server, and choose Activate."],
    consolePath: `Security > API > ${server.name}`,
    setUpChange: { kind: "activate_server", server: nameServer(server) },
  };
});

const noApiAccessManagement = told("no_api_access_management", /E0000015/, ({ run }) => ({
  title: "The org has no custom authorization servers",
  expected:
    "They need API Access Management, which is not part of every subscription. The org server works without it.",
  whoActs: "you",
  steps: ["Choose the org server.", "Or ask Okta for API Access Management."],
  ...(run.server.kind === "custom" && {
    change: {
      label: "Send to the org server",
      kind: "send_request",
      request: { server: { kind: "org" } },
    },
  }),
  source: okta.noApiAccessManagement,
}));

const tooManyGroups = told("too_many_groups", /too many groups/, ({ run }, explained) => {
  // A custom server's ID token for a code is thin.
  const isKept =
    run.server.kind === "org" ||
    run.setUp?.server?.claims.some(({ token, isAlways }) => token === "access_token" || isAlways);
  return {
    ...explained,
    ...(isKept &&
      !usesCode(run.responseType) && {
        change: {
          label: "Request a code",
          kind: "send_request",
          request: { responseType: "code" },
        },
      }),
  };
});

/** Causes of refusals, the more exact ones first. */
export const refusalCauses: readonly Cause[] = [
  scopesWithCommas,
  unknownScope,
  told("custom_scope_on_org_server", /Custom scopes are not allowed/),
  told("openid_missing", /require the 'openid' scope/),
  ...policyCauses,
  userNotAssigned,
  responseTypeNotAllowed,
  grantTypeNotAllowed,
  appInactive,
  unknownServer,
  serverInactive,
  noApiAccessManagement,
  tooManyGroups,
  ...failedClaimCauses,
  told("system_claim_failed", /system claim could not be evaluated/, ({ run }) => ({
    ...(run.setUp?.app && { consolePath: locateApp(run.setUp.app, "Assignments") }),
  })),
];

/** Any other refusal, in Okta's words. */
export const otherRefusal = told("refused", /^/);
