import { describeAllowedOrgs } from "../oidc/allowed-orgs.ts";
import type { Unreachable } from "../oidc/fetch-json.ts";
import { formatDuration } from "../oidc/numeric-date.ts";
import type { TokenExchange, TokenResponseProblem } from "../oidc/token-request.ts";
import { codeLifetimeSeconds } from "../okta/code-lifetime.ts";
import { explainError } from "../okta/glossary/errors.ts";
import { exchangingTitle } from "./exchanging-title.ts";
import type { Run, TokenRequestState } from "./run.ts";

type TokenRequestExplanation = {
  title: string;
  sentences: readonly string[];
  steps: readonly string[];
  /** The user can still exchange the code. */
  canExchange?: boolean;
};

const sendNew = "Send a new request for a new code.";

/** Explains the state of a run's token request. @returns `undefined` for a run without a code. */
export function explainTokenRequest(
  run: Run,
  { pageOrigin, nowSeconds }: { pageOrigin: string; nowSeconds: number },
): TokenRequestExplanation | undefined {
  const { tokenRequest, receivedAtSeconds } = run;
  switch (tokenRequest?.status) {
    case undefined:
      return undefined;
    case "sending":
      return { title: exchangingTitle, sentences: [], steps: [] };
    case "unsent":
      return explainUnsent(run, tokenRequest, nowSeconds - receivedAtSeconds);
    case "sent": {
      const ageSeconds = tokenRequest.sentAtSeconds - receivedAtSeconds;
      const age = ageSeconds < 1 ? "less than a second" : formatDuration(ageSeconds);
      const { sentences, ...explanation } = explainExchange(tokenRequest.exchange, run, pageOrigin);
      return {
        ...explanation,
        sentences: [...sentences, `The page sent the code ${age} after it arrived.`],
      };
    }
    default:
      return tokenRequest satisfies never;
  }
}

/** @see RFC 9700 §4.5; Okta: OpenID Connect & OAuth 2.0 API, response properties of /authorize */
function explainUnsent(
  { origin }: Run,
  { reason, tokenEndpoint }: Extract<TokenRequestState, { status: "unsent" }>,
  codeAgeSeconds: number,
): TokenRequestExplanation {
  if (reason === "no_verifier") return noVerifier[origin];
  if (reason === "check_failed") {
    return {
      title: "The code was not exchanged",
      sentences: [
        "A check of the response failed, so the code may belong to someone else’s sign-in.",
      ],
      steps: [sendNew],
    };
  }
  if (reason === "other_issuer") {
    return {
      title: "The code was not exchanged: the server has another issuer",
      sentences: [
        "The server’s metadata names another issuer than the one you chose. The code may belong to that one, so the page sent it nowhere.",
      ],
      steps: ["Check the Okta domain and the authorization server.", sendNew],
    };
  }
  if (codeAgeSeconds > codeLifetimeSeconds) {
    return {
      title: "The code has expired",
      sentences: [
        `Okta accepts a code for five minutes. This one arrived ${formatDuration(codeAgeSeconds)} ago.`,
      ],
      steps: [sendNew],
    };
  }
  const explained =
    reason === "foreign_endpoint" ? explainForeignEndpoint(tokenEndpoint) : waiting[reason];
  return { ...explained, canExchange: true };
}

const waiting = {
  /** @see OpenID Connect Core 1.0 §3.3.2.10 */
  encrypted_id_token: {
    title: "The code was not exchanged yet",
    sentences: [
      "The ID token beside the code is encrypted, so this page can’t compare the code with its c_hash. The code may have been replaced.",
    ],
    steps: ["Exchange the code only if ID token encryption is set up for the app."],
  },
  not_started: {
    title: "The code was not exchanged yet",
    sentences: [
      "You left the page, or the org was not running, before the token request was sent.",
    ],
    steps: ["Exchange the code now."],
  },
  /** @see RFC 6749 §4.1.2 (a code is sent once) */
  interrupted: {
    title: "The token request was interrupted",
    sentences: [
      "You left the page before the response arrived. The code may be used up, and its tokens are lost.",
    ],
    steps: [
      "Exchange the code again. If Okta refuses it, send a new request.",
      "If the first request succeeded, Okta may revoke its tokens: a code that is sent twice may be stolen.",
    ],
  },
};

/** @see RFC 9700 §4.4 */
function explainForeignEndpoint(tokenEndpoint = "on another host"): TokenRequestExplanation {
  return {
    title: "The token endpoint is on another host",
    sentences: [
      `The token endpoint in the server’s metadata is ${tokenEndpoint}. Anyone who receives the code and its verifier can get your tokens.`,
    ],
    steps: ["Exchange the code only if that host belongs to your org."],
  };
}

const notOfThisTab = {
  title: "This tab has no verifier for the code",
  sentences: [
    "Only the tab that sent the request has the code verifier, and the code is useless without it.",
    "The response may have been opened in another tab, or it belongs to an old request.",
  ],
  steps: ["Send a new request, and complete it in the same tab."],
};

/** @see RFC 7636 §1 */
const noVerifier: Record<Run["origin"], TokenRequestExplanation> = {
  requested: notOfThisTab,
  unexpected: notOfThisTab,
  repeated: {
    title: "This code was already received",
    sentences: ["A code can be exchanged only once. Its verifier was removed afterwards."],
    steps: [sendNew],
  },
  unstored: {
    title: "The code verifier was lost",
    sentences: [
      "The browser stores nothing for this page, so the code verifier was lost when you left the page to sign in.",
    ],
    steps: ["Allow site data for this page, then send a new request."],
  },
};

function explainExchange(
  exchange: TokenExchange,
  run: Run,
  pageOrigin: string,
): TokenRequestExplanation {
  switch (exchange.kind) {
    case "success": {
      const tokens = exchange.idToken ? "an ID token and an access token" : "an access token";
      return { title: `The code was exchanged for ${tokens}`, sentences: [], steps: [] };
    }
    case "error": {
      const { error, description, status } = exchange;
      const { title, meaning, steps } = explainError(error, description, status);
      return { title, sentences: [meaning], steps };
    }
    case "unreadable":
      return {
        title: "The token response can’t be used",
        sentences: [explainProblem(exchange.problem, exchange.status)],
        steps: ["Check that the Okta domain and the server are right.", sendNew],
      };
    case "unreachable":
      return exchange.because === "failed"
        ? explainFailure(run, pageOrigin)
        : unreachable[exchange.because]();
    default:
      return exchange satisfies never;
  }
}

function explainProblem(problem: TokenResponseProblem, status: number): string {
  switch (problem.code) {
    case "not_json":
      return `The token endpoint responded with status ${status}, but not with JSON.`;
    case "not_an_object":
      return `The token endpoint responded with status ${status}, and with JSON, but not with an object.`;
    case "no_access_token":
      return `The token endpoint responded with status ${status}, but with neither an access token nor an error.`;
    case "wrong_type":
      return `The token response has an ${problem.name} of the wrong type.`;
    default:
      return problem satisfies never;
  }
}

const unreachable: Record<
  Exclude<Unreachable["because"], "failed">,
  () => TokenRequestExplanation
> = {
  not_allowed: () => ({
    title: "The code was not sent to the token endpoint",
    sentences: [describeAllowedOrgs()],
    steps: [],
  }),
  timed_out: () => ({
    title: "The token endpoint did not respond in time",
    sentences: ["The code may be used up."],
    steps: ["Check your network and the org’s status.", sendNew],
  }),
  too_large: () => ({
    title: "The token endpoint returned too much",
    sentences: ["It returned more than 1 MB, so the page stopped reading."],
    steps: ["Check that the Okta domain is right.", sendNew],
  }),
};

/** @see Okta: Enable CORS */
function explainFailure({ request }: Run, pageOrigin: string): TokenRequestExplanation {
  const title = "This page couldn’t read a response from the token endpoint";
  if (request?.org === "demo") {
    return {
      title,
      sentences: ["The demo org did not respond. The code may be used up."],
      steps: ["Reload the page.", sendNew],
    };
  }
  return {
    title,
    sentences: [
      "A browser doesn’t tell a page why: the network may have failed, or CORS may forbid the page to read the response. The code may be used up.",
    ],
    steps: [
      `CORS: check that ${pageOrigin} is the origin of one of the app’s sign-in redirect URIs.`,
      `Or add ${pageOrigin} under Security > API > Trusted Origins, with CORS.`,
      "Check your network, and that no browser extension blocks the request.",
      sendNew,
    ],
  };
}
