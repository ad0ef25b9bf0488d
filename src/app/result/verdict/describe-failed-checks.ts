import type { Check } from "../../../oidc/check.ts";
import { issuedTokens } from "../../issued-tokens.ts";
import type { Run } from "../../run.ts";
import { countOf } from "../claims/format-count.ts";
import { findGroups } from "../claims-sources.ts";
import { type Description, sendNewRequest, type VerdictInput } from "./verdict-data.ts";

/**
 * Describes a response that must not be used.
 *
 * @param failed The failed checks, without checks of times. Empty if the response belongs to no request.
 */
export function describeFailedChecks(
  { run, runs, userInfo }: VerdictInput,
  failed: readonly Check[],
): Description {
  const { request } = run;
  const hasAccessToken = issuedTokens(run).accessToken !== undefined;
  const consequences = [
    ...(hasAccessToken && userInfo.decision.kind === "refuse"
      ? ["The access token won’t be sent to UserInfo."]
      : []),
    ...explainUnsentCode(run),
  ];
  const base = {
    tone: "failed",
    groups: findGroups(run),
    primary: sendNewRequest,
  } as const;
  if (!request || failed.some(({ id }) => id === "request.state")) {
    const described =
      run.origin === "repeated" ? describeRepeat(run, runs) : describeUnexpected(run);
    return { ...base, ...described, sentences: [...described.sentences, ...consequences] };
  }
  const { check, heading } = findGravest(failed, run);
  const others = failed.length - 1;
  return {
    ...base,
    heading,
    sentences: [
      ...(check ? [explain(check)] : []),
      ...(others > 0 ? [`${countOf(others, "other check")} failed, too.`] : []),
      ...(check && isAboutIssuer(check) && request.org === "own" ? [aboutCustomDomains] : []),
      ...consequences,
    ],
  };
}

/** Only the tab that sent a request has the verifier for its code: RFC 7636 §1. */
function explainUnsentCode({ origin, tokenRequest }: Run): readonly string[] {
  if (tokenRequest?.status !== "unsent") return [];
  if (origin === "unstored") {
    return ["Its code was not exchanged: the code verifier was lost, too."];
  }
  return origin === "unexpected"
    ? ["Its code was not exchanged: only the tab that sent the request has the code verifier."]
    : ["Its code was not exchanged."];
}

/** Explains a failed check. The detail of `response.tokens` would only repeat the heading. */
function explain({ id, detail }: Check): string {
  return id === "response.tokens"
    ? "Authorization servers return exactly what was requested, so something may have changed this response."
    : detail;
}

/** An org with a custom domain may use that domain in its issuer. */
const aboutCustomDomains = "If your org has a custom domain, choose the domain in its issuer.";

const isAboutIssuer = ({ id }: Check) => /\.iss$|^metadata\.issuer$/.test(id);

function describeUnexpected({ origin, response, expectedState }: Run) {
  if (origin === "unstored") {
    return {
      heading: "Don’t trust this response: this browser can’t match it to a request",
      sentences: [
        "The browser stores nothing for this page, so your request was lost when you left the page to sign in.",
        "Allow site data for this page, then send a new request. Until then, anyone may have sent this response.",
      ],
    };
  }
  const heading = "Don’t trust this response: this tab didn’t request it";
  if (response.states.length === 0) {
    return { heading, sentences: ["It has no state, so anyone may have sent it."] };
  }
  if (response.states.length > 1) {
    const sentence = "It has more than one state, so it can’t be matched to a request.";
    return { heading, sentences: [sentence] };
  }
  const cause =
    expectedState === undefined
      ? "This tab is not waiting for a response with this state."
      : "Its state is not the one that this tab sent.";
  return {
    heading,
    sentences: [
      `${cause} It may be from another tab or an old link, or someone may be trying to sign you in as someone else.`,
    ],
  };
}

function describeRepeat({ response }: Run, runs: readonly Run[]) {
  const heading = "This response was already received";
  const sentences = [
    "The Back button, an old link or an attacker can repeat a response. Each response counts only once.",
  ];
  const earlier = runs.find(({ request }) => request?.state === response.states[0]);
  if (!earlier) return { heading, sentences };
  const label = `Show run ${earlier.number}`;
  return {
    heading,
    sentences,
    primary: { kind: "show-run", runId: earlier.id, label },
    secondary: [sendNewRequest],
  } as const;
}

/**
 * Headings by check, most serious first: the issuer, then the audience, then the contents. Checks whose failure also
 * fails the signature check come before that check.
 */
const headings: ReadonlyMap<string, string> = new Map([
  ["response.iss", "Don’t trust this response: it is from another issuer"],
  ["metadata.issuer", "Don’t trust this response: the server has another issuer"],
  ...ofBothTokens("iss", "it is from another issuer"),
  ["id_token.format", "The ID token can’t be decoded"],
  ["access_token.format", "The access token can’t be decoded"],
  ...ofBothTokens("alg", "it is not signed with RS256"),
  ...ofBothTokens("crit", "it requires an unknown extension"),
  ...ofBothTokens("signature", "its signature is not valid"),
  ["id_token.aud", "Don’t trust the ID token: it is for another app"],
  ["id_token.azp", "Don’t trust the ID token: it is for another app"],
  ["id_token.nonce", "Don’t trust the ID token: it is not from this request"],
  ["id_token.sub", "Don’t trust the ID token: it doesn’t say who the user is"],
  ["response.tokens", "Don’t trust this response: it is not what you requested"],
  ["id_token.at_hash_present", "Don’t trust the access token: nothing ties it to the ID token"],
  ["id_token.at_hash", "Don’t trust these tokens: they don’t belong together"],
  ["id_token.c_hash_present", "Don’t use the code: nothing ties it to the ID token"],
  ["id_token.c_hash", "Don’t use the code: it does not belong to the ID token"],
  ["id_token.same_user", "Don’t trust these ID tokens: they are not about the same user"],
  ["response.token_type", "Don’t use the access token: it is not a Bearer token"],
  ["userinfo.sub", "UserInfo is about another user"],
]);

const withoutKey: ReadonlyMap<string, string> = new Map(
  ofBothTokens("signature", "no key matches its signature"),
);

function ofBothTokens(check: string, problem: string): readonly (readonly [string, string])[] {
  return [
    [`id_token.${check}`, `Don’t trust the ID token: ${problem}`],
    [`access_token.${check}`, `Don’t trust the access token: ${problem}`],
  ];
}

export function findGravest(failed: readonly Check[], run: Run) {
  for (const [id, heading] of headings) {
    const check = failed.find((it) => it.id === id);
    if (!check) continue;
    if (id === "response.tokens") return { check, heading: nameTokens(run, check) };
    return { check, heading: (check.hasNoKey && withoutKey.get(id)) || heading };
  }
  return { check: failed[0], heading: "Don’t trust this response: a check failed" };
}

function nameTokens({ request, response }: Run, { source, detail }: Check): string {
  if (source === "token_endpoint") return detail.replace(/\.$/, "");
  const requested = request?.responseType.split(" ") ?? [];
  const { idToken, accessToken, code } = response.kind === "success" ? response : noTokens;
  const tokens = [
    { name: "ID token", isRequested: requested.includes("id_token"), isThere: idToken },
    { name: "access token", isRequested: requested.includes("token"), isThere: accessToken },
    { name: "code", isRequested: requested.includes("code"), isThere: code },
  ];
  const missing = tokens.find(({ isRequested, isThere }) => isRequested && !isThere);
  if (missing) return `The response has no ${missing.name}, but you requested one`;
  const extra = tokens.find(({ isRequested, isThere }) => !isRequested && isThere);
  return `You didn’t request the ${extra?.name ?? "token"} in this response`;
}

const noTokens = { idToken: undefined, accessToken: undefined, code: undefined };
