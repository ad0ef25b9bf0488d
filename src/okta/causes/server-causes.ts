import { usesCode } from "../../oidc/authorization-request.ts";
import { buildFatRequest } from "../groups-request.ts";
import type { ClaimSetUp, ServerSetUp } from "../org-set-up.ts";
import type { ChangedRequest, Reason } from "../reason.ts";
import type { ClaimEntry, SetUpChange } from "../set-up-change.ts";
import { okta } from "../sources.ts";
import type { Cause, Evidence } from "./cause.ts";
import { type Exclusion, locateClaims, nameServer } from "./exclusion.ts";
import { everyGroup } from "./value-problem.ts";

type Excluded<Kind extends Exclusion["kind"]> = {
  token: "ID token" | "access token";
  exclusion: Extract<Exclusion, { kind: Kind }>;
};

/** A requested token that the set-up excludes groups from in this way. */
function findExcluded<Kind extends Exclusion["kind"]>(
  { exclusions }: Evidence,
  kind: Kind,
): Excluded<Kind> | undefined {
  for (const place of ["ID token", "Access token"] as const) {
    const exclusion = exclusions[place];
    if (exclusion && isOfKind(exclusion, kind)) {
      return { token: place === "ID token" ? "ID token" : "access token", exclusion };
    }
  }
  return undefined;
}

function isOfKind<Kind extends Exclusion["kind"]>(
  exclusion: Exclusion,
  kind: Kind,
): exclusion is Extract<Exclusion, { kind: Kind }> {
  return exclusion.kind === kind;
}

/** A custom server's requested tokens were read, and none has groups. Its settings are not known. */
function isCustomWithoutGroups({ run, places, found }: Evidence): boolean {
  const isFoundInToken = found.some(({ where }) => where !== "UserInfo");
  const isUnclear = Object.values(places).some(({ state }) =>
    ["unreadable", "empty", "text"].includes(state),
  );
  return run.server.kind === "custom" && !run.setUp && !isFoundInToken && !isUnclear;
}

function isFoundIn({ found }: Evidence, place: "ID token" | "Access token" | "UserInfo"): boolean {
  return found.some(({ where }) => where === place);
}

const addClaimSteps = [
  "Open Security > API > the server > Claims > Add Claim.",
  "Choose the token type, the value type Groups, and the filter Matches regex with .*. For an ID token, choose Always.",
  "If Okta refuses the name, it is reserved. Choose another, such as groups or app_groups.",
];

const requestFromOrgServer = ({ run }: Evidence): NonNullable<Reason["change"]> => ({
  label: "Request the ID token from the org server",
  kind: "send_request",
  request: { server: { kind: "org" }, ...buildFatRequest(run.scopes) },
});

const noClaimOnServer: Cause = {
  id: "no_claim_on_server",
  source: okta.groupsClaim,
  find: (evidence) => {
    const excluded = findExcluded(evidence, "no_server_claim");
    if (excluded) {
      const { token, exclusion } = excluded;
      const { server, app } = exclusion;
      const hasAppClaim = app?.groupsClaim !== undefined;
      return {
        title: "No groups: the server has no groups claim",
        observed: hasAppClaim
          ? `${server.name} has no groups claim. The claim ${app.groupsClaim?.name} of the app is for the org server only.`
          : `${server.name} has no groups claim.`,
        expected: "A custom server needs a claim of its own, for each token type.",
        certainty: "certain",
        whoActs: "okta-admin",
        steps: addClaimSteps,
        ...(hasAppClaim && { change: requestFromOrgServer(evidence) }),
        consolePath: locateClaims(server.name),
        setUpChange: addClaim(server, { name: "groups", token, value: everyGroup }),
      };
    }
    if (!isCustomWithoutGroups(evidence) || isFoundIn(evidence, "UserInfo")) return undefined;
    return {
      title: "No groups: the server may have no groups claim",
      observed: "You sent the request to a custom server, and a new one has none.",
      expected:
        "The server needs a claim of its own. The app’s groups claim works on the org server only.",
      certainty: "possible",
      whoActs: "okta-admin",
      steps: [
        ...addClaimSteps,
        "Or, if the app has a groups claim, request the ID token from the org server.",
      ],
      change: requestFromOrgServer(evidence),
      consolePath: locateClaims("the server"),
    };
  },
};

function addClaim(
  server: ServerSetUp,
  {
    name,
    token,
    value,
  }: Pick<ClaimEntry, "name" | "value"> & { token: Excluded<"scope">["token"] },
): SetUpChange {
  return {
    kind: "add_claim",
    server: nameServer(server),
    claim: {
      name,
      token: token === "ID token" ? "id_token" : "access_token",
      isActive: true,
      isAlways: true,
      scopes: [],
      value,
    },
  };
}

function changeClaim(
  server: ServerSetUp,
  { id, name }: ClaimSetUp,
  to: Partial<ClaimEntry>,
): SetUpChange {
  return { kind: "change_claim", server: nameServer(server), claim: { id, name }, to };
}

const claimNotAlways: Cause = {
  id: "claim_not_always",
  source: okta.claimsApi,
  find: (evidence) => {
    const { run, hasIdToken, hasAccessToken } = evidence;
    const excluded = findExcluded(evidence, "not_always");
    const isProven = isFoundIn(evidence, "UserInfo") && !run.setUp;
    const fits =
      isCustomWithoutGroups(evidence) &&
      hasIdToken &&
      hasAccessToken &&
      (isProven || !run.userInfoClaims);
    if (!excluded && !fits) return undefined;
    const { server, claim } = excluded?.exclusion ?? {};
    const isCertain = excluded !== undefined || isProven;
    return {
      title: claim
        ? `No groups: the claim ${claim.name} isn’t set to Always`
        : isCertain
          ? "No groups in the tokens: the claim isn’t set to Always"
          : "No groups: the claim may not be set to Always",
      observed: usesCode(run.responseType)
        ? "The code was exchanged for an access token, too, so the ID token is thin."
        : "You also requested an access token, so the ID token is thin.",
      expected:
        "A thin ID token has only claims set to Always. Requested alone, the ID token has the others, too.",
      certainty: isCertain ? "certain" : "possible",
      whoActs: "you",
      steps: [
        "Request the ID token only.",
        "Or set the claim to Always: Security > API > the server > Claims > the claim > Include in token type.",
        "Token Preview can show the claim all the same: look at what the app receives.",
      ],
      change: requestOnly("id_token", evidence),
      consolePath: locateClaims(server?.name ?? "the server"),
      ...(server && claim && { setUpChange: changeClaim(server, claim, { isAlways: true }) }),
    };
  },
};

const claimOnOtherToken: Cause = {
  id: "claim_on_other_token",
  source: okta.groupsClaim,
  find: (evidence) => {
    const excluded = findExcluded(evidence, "other_token");
    if (excluded) {
      const { token, exclusion } = excluded;
      const { server, claim } = exclusion;
      const other = claim.token === "id_token" ? "ID token" : "access token";
      const change = evidence.found.length === 0 && requestOther(evidence, claim.token);
      return {
        title: `No groups in the ${token}: the claim ${claim.name} is on the ${other}`,
        observed: `On ${server.name}, only the ${other} has a groups claim.`,
        expected:
          "On a custom server, each claim goes into one token type. For both, add two claims.",
        certainty: "certain",
        whoActs: change ? "you" : "okta-admin",
        steps: [
          `Request the ${other}.`,
          `If you need groups in the ${token}, an admin adds a second claim for it.`,
        ],
        ...(change && { change }),
        consolePath: locateClaims(server.name),
        setUpChange: addClaim(server, { name: claim.name, token, value: claim.value }),
      };
    }
    const { run, hasIdToken, hasAccessToken } = evidence;
    if (!isCustomWithoutGroups(evidence) || hasIdToken === hasAccessToken) return undefined;
    // UserInfo has the ID token's claims: with groups there, that is certain. Without, they are on neither.
    if (run.userInfoClaims && !hasIdToken) return undefined;
    const [requested, other] = hasIdToken
      ? (["ID token", "access token"] as const)
      : (["access token", "ID token"] as const);
    return {
      title: `No groups: the claim may be on the ${other}`,
      observed:
        usesCode(run.responseType) && !run.codeExchange
          ? `The code was exchanged for an ${requested} alone.`
          : `You have only the ${requested}.`,
      expected: "On a custom server, each claim goes into one token type.",
      certainty: "possible",
      whoActs: "you",
      steps: [
        `Request the ${other}.`,
        `If you need groups in the ${requested}, an admin adds a second claim for it.`,
      ],
      change: requestOnly(hasIdToken ? "token" : "id_token", evidence),
      consolePath: locateClaims("the server"),
    };
  },
};

function requestOther(evidence: Evidence, token: ClaimSetUp["token"]): Reason["change"] {
  const { hasIdToken, hasAccessToken } = evidence;
  const isRequested = token === "id_token" ? hasIdToken : hasAccessToken;
  return isRequested
    ? undefined
    : requestOnly(token === "id_token" ? "id_token" : "token", evidence);
}

function requestOnly(
  responseType: "id_token" | "token",
  { run: { scopes } }: Evidence,
): NonNullable<Reason["change"]> {
  const needsOpenId = responseType === "id_token" && !scopes.includes("openid");
  const request: ChangedRequest = {
    responseType,
    ...(needsOpenId && { scopes: ["openid", ...scopes] }),
  };
  const name = responseType === "id_token" ? "ID token" : "access token";
  return { label: `Request the ${name} only`, kind: "send_request", request };
}

const onlyOnAccessToken: Cause = {
  id: "only_on_access_token",
  source: okta.claimsApi,
  find: (evidence) => {
    const isOnly = isFoundIn(evidence, "Access token") && !isFoundIn(evidence, "ID token");
    if (evidence.run.server.kind !== "custom" || !isOnly || !evidence.hasIdToken) return undefined;
    if (evidence.run.setUp || evidence.places["ID token"].state !== "absent") return undefined;
    return {
      title: "The ID token has no groups",
      observed: "Only the access token has groups.",
      expected:
        "A claim goes into one token type, and into a thin ID token only if it is set to Always.",
      certainty: "certain",
      whoActs: "okta-admin",
      steps: ["If the ID token needs groups, too, add a second claim for it, set to Always."],
      consolePath: locateClaims("the server"),
    };
  },
};

/** Groups are in the ID token, or in UserInfo, which has the ID token's claims. */
const onlyOnIdToken: Cause = {
  id: "only_on_id_token",
  source: okta.groupsClaim,
  find: (evidence) => {
    const { run, hasIdToken, hasAccessToken, places } = evidence;
    const isOnly = isFoundIn(evidence, "ID token")
      ? hasAccessToken
      : isFoundIn(evidence, "UserInfo") && !hasIdToken;
    if (run.server.kind !== "custom" || run.setUp || !isOnly) return undefined;
    if (places["Access token"].state !== "absent") return undefined;
    const shared = {
      title: "The access token has no groups",
      expected: "A claim goes into one token type. For both, add two claims.",
      certainty: "certain",
      consolePath: locateClaims("the server"),
    } as const;
    return hasIdToken
      ? {
          ...shared,
          observed: "Only the ID token has groups.",
          whoActs: "okta-admin",
          steps: ["If an API needs groups, add a second claim for the access token."],
        }
      : {
          ...shared,
          observed: "UserInfo has groups, so the server has an ID token claim for them.",
          whoActs: "you",
          steps: [
            "Request the ID token.",
            "If an API needs groups, add a second claim for the access token.",
          ],
          change: requestOnly("id_token", evidence),
        };
  },
};

const scopeCondition: Cause = {
  id: "scope_condition",
  source: okta.returnedTokens,
  find: (evidence) => {
    const excluded = findExcluded(evidence, "scope");
    if (excluded) {
      const { server, claim } = excluded.exclusion;
      const known = claim.scopes.find((scope) => server.scopes.some(({ name }) => name === scope));
      return {
        title: `No groups: the claim ${claim.name} needs the scope ${claim.scopes.join(" or ")}`,
        observed: `You requested ${evidence.run.scopes.join(" ")}.`,
        expected: "A claim that is limited to scopes is included only if you request one of them.",
        certainty: "certain",
        whoActs: known ? "you" : "okta-admin",
        steps: [
          "Request a scope that the claim names.",
          "Or set the claim to Any scope: the claim > Include in.",
        ],
        ...(known && {
          change: {
            label: `Add the ${known} scope and send`,
            kind: "send_request",
            request: { scopes: [...evidence.run.scopes, known] },
          },
        }),
        consolePath: locateClaims(server.name),
        setUpChange: changeClaim(server, claim, { scopes: [] }),
      };
    }
    const isRequested = evidence.hasGroupsScope;
    if (!isCustomWithoutGroups(evidence) || isFoundIn(evidence, "UserInfo") || isRequested) {
      return undefined;
    }
    return {
      title: "The claim may be limited to a scope",
      observed: "You didn’t request the groups scope.",
      expected:
        "A claim can be limited to scopes. Then it is included only if you request one of them.",
      certainty: "possible",
      whoActs: "okta-admin",
      steps: [
        "Look at the claim’s Include in setting: Any scope, or The following scopes.",
        "Request a scope that it names. The server refuses scopes that it doesn’t have.",
      ],
      consolePath: locateClaims("the server"),
    };
  },
};

const claimDisabled: Cause = {
  id: "claim_disabled",
  source: okta.returnedTokens,
  find: (evidence) => {
    const excluded = findExcluded(evidence, "inactive");
    if (excluded) {
      const { server, claim } = excluded.exclusion;
      return {
        title: `No groups: the claim ${claim.name} is disabled`,
        observed: `On ${server.name}, the claim ${claim.name} is inactive.`,
        expected: "Okta leaves out disabled claims.",
        certainty: "certain",
        whoActs: "okta-admin",
        steps: ["Open the claim, and clear Disable claim."],
        consolePath: locateClaims(server.name),
        setUpChange: changeClaim(server, claim, { isActive: true }),
      };
    }
    if (!isCustomWithoutGroups(evidence) || isFoundIn(evidence, "UserInfo")) return undefined;
    return {
      title: "The claim may be disabled",
      observed: "Okta leaves out disabled claims.",
      expected: "A disabled claim stays in the list of claims, as inactive.",
      certainty: "possible",
      whoActs: "okta-admin",
      steps: ["Open Security > API > the server > Claims > the claim, and clear Disable claim."],
      consolePath: locateClaims("the server"),
    };
  },
};

export {
  claimDisabled,
  claimNotAlways,
  claimOnOtherToken,
  isCustomWithoutGroups,
  noClaimOnServer,
  onlyOnAccessToken,
  onlyOnIdToken,
  scopeCondition,
};
