import { findRedirectTokens, usesCode } from "../oidc/authorization-request.ts";
import type { AuthorizeUrl } from "./authorize-url.ts";
import { predictRefusal } from "./predicted-refusal.ts";
import { okta, rfcSection, type Source } from "./sources.ts";

export type AuthorizeUrlProblem = {
  /** `refusal`: Okta refuses the request. `possible`: it may, depending on the org or the app. */
  kind: "refusal" | "possible";
  text: string;
  source: Source;
};

const responseModes = ["query", "fragment", "form_post", "okta_post_message"];
const prompts = ["none", "login", "consent", "enroll_authenticator"];
const maxAgeLimit = 2 ** 31 - 1;

/** Lists what Okta's published rules say against a request. @see Okta: OpenID Connect & OAuth 2.0 API, authorize endpoint */
export function findAuthorizeUrlProblems(url: AuthorizeUrl): readonly AuthorizeUrlProblem[] {
  const requestObject = ["request", "request_uri"].find((name) => find(url, name) !== undefined);
  if (requestObject !== undefined) {
    return [
      depends(`The request is in its ${requestObject} parameter, so this page can’t check it.`),
    ];
  }
  return [
    ...findAddressProblems(url),
    ...findParameterProblems(url),
    ...findFlowProblems(url),
    ...findScopeProblems(url),
  ];
}

function refuse(text: string): AuthorizeUrlProblem {
  return { kind: "refusal", text, source: okta.authorize };
}

function depends(text: string, source: Source = okta.authorize): AuthorizeUrlProblem {
  return { kind: "possible", text, source };
}

/** A parameter without a value counts as absent. */
function find({ parameters }: AuthorizeUrl, wanted: string): string | undefined {
  const value = parameters.find(({ name }) => name === wanted)?.value;
  return value === "" ? undefined : value;
}

function findAddressProblems(url: AuthorizeUrl): readonly AuthorizeUrlProblem[] {
  const problems: AuthorizeUrlProblem[] = [];
  if (url.orgUrl === undefined) {
    problems.push(depends("The address does not look like an Okta org’s."));
  }
  if (url.isAdminHost) {
    problems.push(
      depends(
        "This is the Admin Console’s address. Send requests to the org’s domain, without -admin.",
      ),
    );
  }
  const placeholder = url.parameters.find(({ value }) => /^\$?\{.*\}$|^<.*>$/.test(value.trim()));
  if (placeholder) {
    problems.push(refuse(`${placeholder.name} is still a placeholder: ${placeholder.value}.`));
  }
  if (url.clientId === "") {
    problems.push(refuse("It has no client_id, so Okta can’t tell which app it is from."));
  }
  if (!url.redirectUri) {
    problems.push(refuse("It has no redirect_uri. Okta shows a page with 400 Bad Request."));
  } else if (!URL.canParse(url.redirectUri)) {
    problems.push(refuse("Its redirect_uri is not a URL. Okta shows a page with 400 Bad Request."));
  } else if (url.redirectUri.includes("#")) {
    problems.push(
      depends(
        "Its redirect_uri has a fragment (#), which RFC 6749 forbids.",
        rfcSection(6749, "3.1.2"),
      ),
    );
  }
  return problems;
}

function findParameterProblems(url: AuthorizeUrl): readonly AuthorizeUrlProblem[] {
  const problems: AuthorizeUrlProblem[] = [];
  const names = url.parameters.map(({ name }) => name);
  const repeated = names.find((name, index) => names.indexOf(name) !== index);
  if (repeated !== undefined) {
    problems.push(refuse(`It has ${repeated} twice. Okta accepts each parameter once.`));
  }
  const state = find(url, "state");
  if (state === undefined) {
    problems.push(refuse("It has no state. OAuth 2.0 only recommends it, but Okta requires it."));
  } else if (!/^[\w,.-]+$/.test(state)) {
    problems.push(depends("Okta’s reference allows only letters, digits and , . _ - in state."));
  }
  const prompt = find(url, "prompt")?.split(" ") ?? [];
  const unknown = prompt.find((it) => !prompts.includes(it));
  if (unknown !== undefined) problems.push(refuse(`Okta has no prompt ${unknown}.`));
  const maxAge = find(url, "max_age");
  if (maxAge !== undefined && !(/^\d+$/.test(maxAge) && Number(maxAge) <= maxAgeLimit)) {
    problems.push(refuse(`max_age must be a number of seconds from 0 to ${maxAgeLimit}.`));
  }
  if (prompt.includes("none") && maxAge === "0") {
    problems.push(refuse("max_age=0 requires a new sign-in, and prompt=none forbids one."));
  }
  return problems;
}

function findFlowProblems(url: AuthorizeUrl): readonly AuthorizeUrlProblem[] {
  const responseType = find(url, "response_type");
  if (responseType === undefined) return [refuse("It has no response_type.")];
  if (responseType === "none") {
    return find(url, "prompt") === "enroll_authenticator"
      ? []
      : [refuse("The response type none needs prompt=enroll_authenticator.")];
  }
  if (url.responseType === undefined) return [refuse(`Okta has no response type ${responseType}.`)];
  const { idToken, accessToken } = findRedirectTokens(url.responseType);
  const hasTokens = idToken || accessToken;
  return [
    ...findModeProblems(url, hasTokens),
    ...(hasTokens && find(url, "nonce") === undefined
      ? [refuse("It has no nonce. Okta requires one if the redirect returns a token.")]
      : []),
    ...findChallengeProblems(url, usesCode(url.responseType)),
  ];
}

function findModeProblems(url: AuthorizeUrl, hasTokens: boolean): readonly AuthorizeUrlProblem[] {
  const mode = find(url, "response_mode");
  if (mode === undefined) return [];
  if (!responseModes.includes(mode)) return [refuse(`Okta has no response mode ${mode}.`)];
  if (mode === "query" && hasTokens) {
    return [refuse("Okta returns no tokens in the query. Remove response_mode=query.")];
  }
  return mode === "okta_post_message" && url.responseType === "code"
    ? [depends("Okta’s pages disagree on whether okta_post_message can return a code.")]
    : [];
}

function findChallengeProblems(
  url: AuthorizeUrl,
  hasCode: boolean,
): readonly AuthorizeUrlProblem[] {
  const method = find(url, "code_challenge_method");
  if (find(url, "code_challenge") !== undefined) {
    if (method === "S256") return [];
    return method === undefined
      ? [depends("It has no code_challenge_method. Okta supports only S256.")]
      : [refuse(`Okta supports only the code_challenge_method S256, not ${method}.`)];
  }
  return hasCode
    ? [
        depends(
          "It has no code_challenge. If the app requires PKCE, Okta refuses the request.",
          okta.codeFlow,
        ),
      ]
    : [];
}

function findScopeProblems(url: AuthorizeUrl): readonly AuthorizeUrlProblem[] {
  const { server, responseType, scopes } = url;
  if (!responseType) return [];
  if (scopes.some((scope) => scope.includes(","))) {
    return [refuse("Its scopes are separated by commas. Okta reads them as one unknown scope.")];
  }
  const refusal = predictRefusal({ server, responseType, scopes });
  if (!refusal) return [];
  const kind = refusal.likelihood === "possible" ? "possible" : "refusal";
  return [{ kind, text: refusal.reason, source: okta.scopes }];
}
