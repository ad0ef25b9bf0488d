import type { Check } from "../../oidc/check.ts";
import { findString } from "../../oidc/find-string.ts";
import type { ErrorResponse } from "../../oidc/parsed-response.ts";
import type { Checks } from "../../oidc/trust.ts";
import { isLastingFailure } from "../../oidc/trust.ts";
import { explainRouterPath } from "../../okta/causes/response-causes.ts";
import type { FoundCause, FoundGroups } from "../../okta/found-cause.ts";
import { explainError } from "../../okta/glossary/errors.ts";
import { mayBeFromOkta } from "../../okta/may-be-from-okta.ts";
import { issuedTokens, tokenClaimsOf } from "../issued-tokens.ts";
import { writeVisible } from "../result/claims/VisibleText.tsx";
import { findGroups, findNamedUser, placeNames } from "../result/claims-sources.ts";
import { findGravest } from "../result/verdict/describe-failed-checks.ts";
import { explainProblem } from "../result/verdict/describe-refusal.ts";
import type { Verdict } from "../result/verdict/verdict-data.ts";
import type { Run } from "../run.ts";
import { shorten } from "../shorten.ts";
import { completeToken } from "./check-pasted.ts";
import { describeDamageInShort, isCutOff } from "./describe-pasted.ts";
import { diagnosePasted } from "./diagnose-pasted.ts";
import type { InferredRequest } from "./infer-request.ts";
import type { PastedRun } from "./pasted-run.ts";
import { describeWeakSignature, listReceived } from "./signatures.ts";

type Input = { run: PastedRun; checks: Checks; inferred: InferredRequest };

/** Describes where the groups of pasted tokens are, or why there are none. No action: this page sends no request. */
export function describePastedRun(input: Input): Verdict {
  const { run } = input;
  const name = findNamedUser(run);
  const verdict = describe(input);
  return {
    ...verdict,
    others: [...listMoved(run), ...verdict.others],
    ...(name !== undefined && { user: { name, hasSignedIn: false } }),
  };
}

const nothing = { groups: [], sentences: [], secondary: [], others: [] } as const;

function describe(input: Input): Verdict {
  const { run, checks, inferred } = input;
  const { response } = run;
  if (response.kind === "unreadable") {
    const sentences = [explainProblem(response.problem)];
    return { ...nothing, tone: "error", heading: "This response can’t be parsed", sentences };
  }
  if (response.kind === "error") return describeError(run, inferred, response);
  const type = findOtherType(run);
  if (type !== undefined) {
    const sentence = `Its type (typ) is ${writeVisible(shorten(type))}.`;
    const heading = "Neither an ID token nor an access token";
    return { ...nothing, tone: "none", heading, sentences: [sentence] };
  }
  const failed = checks.results.filter(({ status }) => status === "fail");
  const failedForGood = failed.filter(
    (check) => isLastingFailure(check) && !isOnlyUnsigned(run, check.about),
  );
  if (failedForGood.length > 0) return describeFailed(run, failedForGood);
  if (!hasClaims(run) && !isEncrypted(run)) return describeWithoutClaims(run);
  return describeGroups(input, failed);
}

/** A JWT for another purpose names its type, such as `logout+jwt` or `dpop+jwt`: RFC 8725 §3.11. */
function findOtherType(run: Run): string | undefined {
  const types = listReceived(run).map(({ token: { decoded } }) =>
    decoded.kind === "decoded" ? findString(decoded.header, "typ") : undefined,
  );
  return types.find((it) => it !== undefined && /\+jwt$/i.test(it) && !/\bat\+jwt$/i.test(it));
}

/** Whether all claims are there and only the signature is damaged. Logs often leave out the signature. */
function isOnlyUnsigned({ damaged }: PastedRun, about: Check["about"]): boolean {
  const isToken = about === "id_token" || about === "access_token";
  const damage = isToken ? damaged[about]?.damage : undefined;
  return damage?.every(({ segment }) => segment === "signature") ?? false;
}

/** Apps don't find a response that stands behind a hash router's path. */
function listMoved({ response }: Run): readonly FoundCause[] {
  const { routerPath, returnedIn } = response;
  return routerPath === undefined
    ? []
    : [explainRouterPath(writeVisible(shorten(routerPath)), returnedIn)];
}

function describeError(
  run: Run,
  inferred: InferredRequest,
  { error, description }: ErrorResponse,
): Verdict {
  const [cause, ...others] = diagnosePasted(run, inferred).causes;
  const explained = explainError(error, description);
  return {
    ...nothing,
    tone: "error",
    heading: cause?.title ?? explained.title,
    quote: { error, description },
    sentences: [cause?.expected ?? explained.meaning],
    ...(cause && { cause }),
    others,
  };
}

function describeFailed(run: PastedRun, failed: readonly Check[]): Verdict {
  const { check, heading } = findGravest(failed, run);
  const isAccessToken = check?.about === "access_token";
  const name = isAccessToken ? "access token" : "ID token";
  const { idToken, accessToken } = issuedTokens(run);
  const token = isAccessToken ? accessToken : idToken;
  const damaged = run.damaged[isAccessToken ? "access_token" : "id_token"];
  const damage = check?.id.endsWith(".format") && damaged && describeDamageInShort(damaged);
  const weak =
    check?.id.endsWith(".alg") && token?.decoded.kind === "decoded"
      ? describeWeakSignature(token.decoded.header)
      : undefined;
  return {
    ...nothing,
    tone: "failed",
    heading: damage
      ? `The ${name} ${damage}`
      : weak
        ? `Don’t trust the ${name}: ${weak.inShort}`
        : heading,
    groups: findGroups(run),
    sentences: [...failed.map(({ detail }) => detail), ...(damage === isCutOff ? [copyWhole] : [])],
  };
}

const copyWhole =
  "Logs and terminals shorten tokens. Copy the whole token where it arrived, for example in the browser’s network tab.";

function hasClaims(run: Run): boolean {
  const { idTokenClaims, accessTokenClaims } = tokenClaimsOf(run);
  return Boolean(idTokenClaims ?? accessTokenClaims ?? run.userInfo);
}

function isEncrypted(run: Run): boolean {
  return listReceived(run).some(
    ({ token: { decoded } }) =>
      decoded.kind === "undecodable" && decoded.problem.code === "encrypted",
  );
}

function describeWithoutClaims({ response }: Run): Verdict {
  const hasCode = response.kind === "success" && response.code !== undefined;
  const [heading, sentence] = hasCode
    ? [
        "A code, and no token yet",
        "The app exchanges it for tokens at the token endpoint. Each code works once.",
      ]
    : [
        "An opaque access token",
        "It has no claims. Only the server that issued it can look it up.",
      ];
  return { ...nothing, tone: "none", heading, sentences: [sentence] };
}

function describeGroups({ run, inferred }: Input, failed: readonly Check[]): Verdict {
  const whyNotOkta = describeForeignIssuer(run, failed);
  const { found, causes } =
    whyNotOkta === undefined
      ? diagnosePasted(run, inferred)
      : { found: findGroups(run), causes: [] };
  // The token is expired, or has no signature.
  const remarks = failed.map(({ detail }) => detail).slice(0, 1);
  if (found.length > 0) {
    return {
      ...nothing,
      tone: "groups",
      heading: `Groups are in ${nameList(found)}`,
      groups: found,
      sentences: [...listWeight(run, found), ...remarks],
      // UserInfo's claims alone tell nothing about tokens.
      others: tokenClaimsOf(run).idTokenClaims || issuedTokens(run).accessToken ? causes : [],
    };
  }
  const [cause, ...others] = causes;
  if (isForApp(run) && cause?.id !== "org_access_token") {
    const sentence =
      "Its sub is the client ID, as in the client credentials flow. No user signed in, so there are no groups to list.";
    const heading = "No groups: the access token is for an app, not a user";
    return { ...nothing, tone: "none", heading, sentences: [sentence, ...remarks] };
  }
  return {
    ...nothing,
    tone: "none",
    heading: cause?.title ?? "No groups in these claims",
    sentences: [
      ...(cause ? [cause.observed, cause.expected] : []),
      ...(whyNotOkta === undefined ? [] : [`${whyNotOkta}, so this page can’t tell why.`]),
      ...remarks,
    ],
    ...(cause && { cause }),
    others,
  };
}

/** @returns `undefined` if Okta may be the issuer. A damaged token's issuer may be in the part that is missing. */
function describeForeignIssuer(run: Run, failed: readonly Check[]): string | undefined {
  const { idTokenClaims, accessTokenClaims } = tokenClaimsOf(run);
  const claims = idTokenClaims ?? accessTokenClaims;
  if (!claims) return undefined;
  if (!mayBeFromOkta(claims)) return "The issuer doesn’t look like an Okta org";
  const isDamaged = failed.some(({ name }) => name === completeToken);
  return isDamaged || Object.hasOwn(claims, "iss") ? undefined : "The token has no issuer";
}

/** In a flow without a user, a custom server's default claim `sub` is `app.clientId`. */
function isForApp(run: Run): boolean {
  const { idTokenClaims, accessTokenClaims = {} } = tokenClaimsOf(run);
  const clientId = findString(accessTokenClaims, "cid");
  const isClient = clientId !== undefined && findString(accessTokenClaims, "sub") === clientId;
  return isClient && !idTokenClaims && !Object.hasOwn(accessTokenClaims, "uid");
}

function nameList(found: readonly FoundGroups[]): string {
  const names = [...new Set(found.map(({ where }) => placeNames[where]))];
  return new Intl.ListFormat("en").format(names);
}

function listWeight({ pasted }: Run, found: readonly FoundGroups[]): readonly string[] {
  const isInIdToken = found.some(({ where }) => where === "ID token");
  return pasted && isInIdToken ? [pasted.idTokenVerdict.reason] : [];
}
