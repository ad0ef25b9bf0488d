import { isJsonObject, type JsonValue, writeJson } from "../../oidc/json.ts";
import type { FoundCause } from "../found-cause.ts";
import { explainOddAccessToken } from "../odd-access-token.ts";
import { okta, rfcSection } from "../sources.ts";
import { type Cause, cause, type Evidence, type Finding } from "./cause.ts";
import type { CauseId } from "./cause-id.ts";
import { changeValue, findPlacedClaim, locateClaim, type PlacedClaim } from "./exclusion.ts";
import { listEveryGroup } from "./server-evidence.ts";
import { findJoinedList } from "./value-problem.ts";

function unreadableCause(id: CauseId, because: "encrypted" | "malformed"): Cause {
  return cause(id, okta.tokenEncryption, (it) => describeUnreadable(it, because));
}

function describeUnreadable(
  { places }: Evidence,
  because: "encrypted" | "malformed",
): Finding | undefined {
  const place = (["ID token", "Access token"] as const).find((it) => {
    const evidence = places[it];
    return evidence.state === "unreadable" && evidence.because === because;
  });
  if (!place) return undefined;
  const token = place === "ID token" ? "ID token" : "access token";
  return because === "encrypted"
    ? {
        title: `Groups can’t be seen: the ${token} is encrypted`,
        observed: `The ${token} is a JWE.`,
        expected:
          place === "ID token"
            ? "Only the client’s private key can decrypt it."
            : "Only the private key of its recipient can decrypt it.",
        whoActs: "app",
        steps: [
          "Read the groups in the app, after it has decrypted the token.",
          "Or have an admin turn off token encryption for this app or server.",
        ],
      }
    : {
        title: `Groups can’t be seen: the ${token} can’t be decoded`,
        observed: "It is not a JSON Web Token.",
        expected: "It may have been cut off or changed in transit.",
        whoActs: "you",
        steps: ["Send the request again, and compare the two responses."],
      };
}

const claimNotAList = cause("claim_not_a_list", okta.expressionLanguage, ({ places, run }) => {
  for (const [place, evidence] of Object.entries(places)) {
    if (evidence.state !== "text") continue;
    const { claim, value } = evidence;
    return describeShape(
      claim,
      value,
      place,
      run.setUp && findPlacedClaim(run.setUp, claim, place),
    );
  }
  return undefined;
});

function describeShape(
  name: string,
  value: JsonValue,
  place: string,
  claim: PlacedClaim | undefined,
): Finding {
  const shape = nameShape(value);
  const expression = claim?.value.kind === "expression" ? claim.value.expression : undefined;
  const list = findJoinedList(claim?.value);
  const joiner = /\b(?:Arrays\.(?:toCsvString|get)|String\.\w+)(?=\()/.exec(expression ?? "")?.[0];
  const setUpChange = claim && (list ? changeValue(claim, list) : listEveryGroup(claim));
  return {
    title: `The claim ${name} is ${shape}`,
    observed: `In the ${place === "UserInfo" ? place : place.toLowerCase().replace("id", "ID")}, it is ${writeJson(value)}.`,
    expected:
      joiner === "Arrays.get" && typeof value === "string"
        ? "Its expression uses Arrays.get, which returns one entry. Many apps expect a list."
        : joiner && typeof value === "string"
          ? `Its expression uses ${joiner}, which returns one string. Many apps don’t split it, and a group’s name can contain commas.`
          : typeof value === "string" && value.includes(",")
            ? "An expression with Arrays.toCsvString joins groups into one string. Many apps don’t split it, and a group’s name can contain commas."
            : "A filter always returns a list of names. An expression returns whatever its functions return, and many apps expect such a list.",
    steps: [
      Array.isArray(value)
        ? "Open the claim, and change its expression so that it returns names, such as with .![name]."
        : "Open the claim, and change its expression so that it returns the list itself: without Arrays.toCsvString, Arrays.get or an index.",
      ...(typeof value === "string" && joiner !== "Arrays.get"
        ? ["Or have the app split the string, if no group’s name contains the separator."]
        : []),
      ...(setUpChange?.kind === "add_claim" ? ["Or add another claim that lists the groups."] : []),
    ],
    ...(claim && { claim: name, consolePath: locateClaim(claim) }),
    ...(setUpChange && { setUpChange }),
  };
}

function nameShape(value: JsonValue): string {
  if (typeof value === "string") return "one string, not a list";
  if (typeof value === "boolean" || value === null) return `${value}, not a list`;
  if (isJsonObject(value)) return "an object, not a list";
  return Array.isArray(value) ? "a list without names" : `a ${typeof value}, not a list`;
}

const claimEmpty = cause("claim_empty", okta.claimsApi, ({ places }) => {
  const empty = Object.values(places).find(({ state }) => state === "empty");
  if (empty?.state !== "empty") return undefined;
  const hasEntries = Array.isArray(empty.value) && empty.value.length > 0;
  return {
    title: hasEntries ? "The groups claim has only empty entries" : "The groups claim is empty",
    observed: `Okta returned the claim ${empty.claim}, so it is configured.`,
    expected: hasEntries
      ? "Group names are never empty, so they come from an expression."
      : "A group of the user must match the claim. Of the filters, only Matches regex is case-sensitive.",
    steps: [
      "Check the user’s groups: Directory > People > the user > Groups.",
      "If the claim is a filter, set it to Matches regex with .* and send again. If it is an expression, check what it returns.",
      "Filters match only Okta groups. Groups imported from Active Directory, LDAP or another app need an expression.",
    ],
  };
});

const listMayHoldGroups = cause(
  "list_may_hold_groups",
  okta.groupsClaim,
  ({ lists, found, places, run }) => {
    const [list] = lists;
    const hasClaim = Object.values(places).some(
      ({ state }) => state === "empty" || state === "text",
    );
    if (!list || found.length > 0 || hasClaim) return undefined;
    return {
      // A claim named groups is listed here only if the set-up shows that its value is not groups.
      title: /^groups$/i.test(list.name)
        ? `The claim ${list.name} is a list that may contain no groups`
        : `No groups claim, but ${list.name} is a list that may contain groups`,
      observed: `The claim ${list.name} has ${list.texts.length === 1 ? "one entry" : `${list.texts.length} entries`}.`,
      expected: run.setUp
        ? "This org’s set-up fills it with something other than the user’s groups."
        : "An admin can give a groups claim any name. Roles, permissions and scopes are lists, too.",
      certainty: "possible",
      whoActs: "app",
      steps: [
        `If these are the groups, configure the app or its library to read the claim ${list.name}.`,
        ...(/^groups$/i.test(list.name)
          ? []
          : ["Or have an admin rename the claim to what the app expects, often groups."]),
      ],
    };
  },
);

const oddAccessToken = cause("odd_access_token", okta.accessToken, ({ run }) => {
  const explanation = explainOdd(run);
  return explanation && { ...explanation, whoActs: "you" };
});

export function explainOdd({ accessTokenClaims, opaqueClaims }: Evidence["run"]) {
  const claims = accessTokenClaims ?? opaqueClaims;
  return claims && explainOddAccessToken(claims, claims === opaqueClaims);
}

export const responseCauses = [
  oddAccessToken,
  unreadableCause("encrypted_token", "encrypted"),
  unreadableCause("unreadable_token", "malformed"),
  claimNotAList,
  claimEmpty,
  listMayHoldGroups,
] as const;

/** Explains a response after a router's path. @param path The text before the response, such as `/implicit/callback#`. */
export function explainRouterPath(path: string, returnedIn: "fragment" | "query"): FoundCause {
  const mark = returnedIn === "fragment" ? "#" : "?";
  return {
    id: "hash_router",
    title: `The URL has ${/^[?#!]$/.test(path) ? `another ${path}` : "a route"} before the response`,
    observed: `The response comes after ${mark}${path} in the URL.`,
    expected:
      returnedIn === "fragment"
        ? "Okta puts it directly after the #. Either the app’s hash router moved it, or the redirect URI contains a # and a route."
        : "Okta puts it directly after the ?. Either the app’s router moved it, or the redirect URI contains a route in its query.",
    certainty: "certain",
    whoActs: "app",
    steps: [
      "Register a sign-in redirect URI without a #, such as https://example.com/callback, and send exactly that URI.",
      "Parse the response before the app’s router starts.",
    ],
    source: rfcSection(6749, "3.1.2"),
  };
}
