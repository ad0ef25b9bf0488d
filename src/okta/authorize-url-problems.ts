import { findRedirectTokens, usesCode } from "../oidc/authorization-request.ts";
import { type AuthorizeUrl, isPlaceholder } from "./authorize-url.ts";
import { predictRefusal } from "./predicted-refusal.ts";
import { okta, rfcSection, type Source } from "./sources.ts";

export type AuthorizeUrlProblem = {
  /** `refusal`: Okta refuses the request. `possible`: Okta may refuse the request, depending on the org or the app. */
  kind: "refusal" | "possible";
  text: string;
  source: Source;
};

type Finding = AuthorizeUrlProblem | false | undefined;

const responseModes = ["query", "fragment", "form_post", "okta_post_message"];
const prompts = ["none", "login", "consent", "enroll_authenticator"];
const maxAgeLimit = 2 ** 31 - 1;

/** Lists violations of Okta's published rules. @see Okta: OpenID Connect & OAuth 2.0 API, authorize endpoint */
export function findAuthorizeUrlProblems(url: AuthorizeUrl): readonly AuthorizeUrlProblem[] {
  // Okta's rules say nothing about other servers.
  if (url.orgUrl === undefined && url.hasHost) {
    return [
      depends(
        url.hasOktaPath
          ? "Its host can’t be an Okta org’s domain."
          : "Okta’s authorize endpoints end in /oauth2/v1/authorize, or in /oauth2/, the server’s ID and /v1/authorize.",
      ),
    ];
  }
  const requestObject = ["request", "request_uri"].find((name) => find(url, name) !== undefined);
  const findings: readonly Finding[] =
    requestObject === undefined
      ? [
          ...findAddressProblems(url),
          ...findParameterProblems(url),
          ...findFlowProblems(url),
          findScopeProblem(url),
        ]
      : [depends(`The request is in its ${requestObject} parameter, so this page can’t check it.`)];
  return findings.filter((it) => typeof it === "object");
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

function findAddressProblems(url: AuthorizeUrl): readonly Finding[] {
  return [
    ...findPlaceholders(url),
    url.isAdminHost &&
      depends(
        "This is the Admin Console’s address. Send requests to the org’s domain, without -admin.",
      ),
    url.clientId === "" && refuse("It has no client_id, so Okta can’t tell which app it is from."),
    findRedirectUriProblem(url.redirectUri),
  ];
}

/** Replacements for placeholders in required parameters. Okta refuses a request with these placeholders. */
const required = new Map([
  ["client_id", "your app’s client ID"],
  ["redirect_uri", "one of the app’s sign-in redirect URIs"],
  ["response_type", "a response type, such as id_token"],
  ["scope", "scopes, such as openid groups"],
]);

function findPlaceholders({ hostPlaceholder, server, parameters }: AuthorizeUrl) {
  const findings: AuthorizeUrlProblem[] = [];
  const add = (judge: typeof refuse, name: string, text: string, instead: string) =>
    findings.push(judge(`${name} is still a placeholder: ${text}. Replace it with ${instead}.`));
  if (hostPlaceholder !== undefined) {
    add(depends, "The host", hostPlaceholder, "your Okta domain");
  }
  if (server.kind === "custom" && isPlaceholder(server.id)) {
    add(refuse, "The authorization server ID", server.id, "the server’s ID, such as default");
  }
  for (const { name, value } of parameters) {
    if (!isPlaceholder(value) && !(name === "redirect_uri" && hasPlaceholder(value))) continue;
    const instead = required.get(name);
    add(instead === undefined ? depends : refuse, name, value, instead ?? "a value of your own");
  }
  return findings;
}

/** Whether a redirect URI contains a placeholder, such as `https://{yourAppDomain}/callback`. */
function hasPlaceholder(uri: string): boolean {
  return /\{[\w .-]+\}|<[\w .-]+>/.test(uri);
}

function findRedirectUriProblem(uri: string | undefined): Finding {
  if (!uri) return refuse("It has no redirect_uri. Okta shows a page with 400 Bad Request.");
  if (hasPlaceholder(uri)) return undefined;
  if (!URL.canParse(uri)) {
    return refuse("Its redirect_uri is not a URL. Okta shows a page with 400 Bad Request.");
  }
  const text = "Its redirect_uri has a fragment (#), which RFC 6749 forbids.";
  return uri.includes("#") && depends(text, rfcSection(6749, "3.1.2"));
}

function findParameterProblems(url: AuthorizeUrl): readonly Finding[] {
  const names = url.parameters.map(({ name }) => name);
  const repeated = names.find((name, index) => names.indexOf(name) !== index);
  const state = find(url, "state");
  const prompt = find(url, "prompt")?.split(" ") ?? [];
  const unknown = prompt.find((it) => !prompts.includes(it) && !isPlaceholder(it));
  const maxAge = find(url, "max_age");
  return [
    repeated !== undefined && refuse(`It has ${repeated} twice. Okta accepts each parameter once.`),
    state === undefined
      ? refuse("It has no state. OAuth 2.0 only recommends it, but Okta requires it.")
      : !isPlaceholder(state) &&
        !/^[\w,.-]+$/.test(state) &&
        depends("Okta’s reference allows only letters, digits and , . _ - in state."),
    unknown !== undefined && refuse(`Okta has no prompt ${unknown}.`),
    maxAge !== undefined &&
      !isPlaceholder(maxAge) &&
      !(/^\d+$/.test(maxAge) && Number(maxAge) <= maxAgeLimit) &&
      refuse(`max_age must be a number of seconds from 0 to ${maxAgeLimit}.`),
    prompt.includes("none") &&
      maxAge === "0" &&
      refuse("max_age=0 requires a new sign-in, and prompt=none forbids one."),
  ];
}

function findFlowProblems(url: AuthorizeUrl): readonly Finding[] {
  const responseType = find(url, "response_type");
  if (responseType === undefined) return [refuse("It has no response_type.")];
  if (isPlaceholder(responseType)) return [];
  if (responseType === "none") {
    const isEnrollment = find(url, "prompt") === "enroll_authenticator";
    return [!isEnrollment && refuse("The response type none needs prompt=enroll_authenticator.")];
  }
  if (url.responseType === undefined) return [refuse(`Okta has no response type ${responseType}.`)];
  const { idToken, accessToken } = findRedirectTokens(url.responseType);
  const hasTokens = idToken || accessToken;
  return [
    findModeProblem(url, hasTokens),
    hasTokens &&
      find(url, "nonce") === undefined &&
      refuse("It has no nonce. Okta requires one if the redirect returns a token."),
    findChallengeProblem(url, usesCode(url.responseType)),
  ];
}

function findModeProblem(url: AuthorizeUrl, hasTokens: boolean): Finding {
  const mode = find(url, "response_mode");
  if (mode === undefined || isPlaceholder(mode)) return undefined;
  if (!responseModes.includes(mode)) return refuse(`Okta has no response mode ${mode}.`);
  if (mode === "query" && hasTokens) {
    return refuse("Okta returns no tokens in the query. Remove response_mode=query.");
  }
  const isMessageWithCode = mode === "okta_post_message" && url.responseType === "code";
  return (
    isMessageWithCode &&
    depends("Okta’s pages disagree on whether okta_post_message can return a code.")
  );
}

function findChallengeProblem(url: AuthorizeUrl, hasCode: boolean): Finding {
  const method = find(url, "code_challenge_method");
  if (find(url, "code_challenge") === undefined) {
    const text = "It has no code_challenge. If the app requires PKCE, Okta refuses the request.";
    return hasCode && depends(text, okta.codeFlow);
  }
  if (method === "S256" || isPlaceholder(method ?? "")) return undefined;
  return method === undefined
    ? depends("It has no code_challenge_method. Okta supports only S256.")
    : refuse(`Okta supports only the code_challenge_method S256, not ${method}.`);
}

function findScopeProblem({ server, responseType, scopes }: AuthorizeUrl): Finding {
  if (!responseType || scopes.some(isPlaceholder)) return undefined;
  if (scopes.some((scope) => scope.includes(","))) {
    return refuse("Its scopes are separated by commas. Okta reads them as one unknown scope.");
  }
  const refusal = predictRefusal({ server, responseType, scopes });
  if (!refusal) return undefined;
  const kind = refusal.likelihood === "possible" ? "possible" : "refusal";
  return { kind, text: refusal.reason, source: okta.scopes };
}
