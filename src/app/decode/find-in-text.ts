import { buildClaimsSet } from "../../oidc/claims-set.ts";
import { findResponse } from "../../oidc/find-response.ts";
import { type ParsedResponse, parseResponse } from "../../oidc/parsed-response.ts";
import { parseScopes } from "../../oidc/scope.ts";
import { parseAuthorizeUrl, takeHostPlaceholder, unknownOrg } from "../../okta/authorize-url.ts";
import { type FoundToken, findTokens, inspectToken } from "./found-token.ts";
import {
  buildErrorResponse,
  buildResponse,
  findClaims,
  isJwt,
  isPlaceholderToken,
  listTokens,
  type PastedPart,
} from "./pasted-part.ts";
import { toBase64Url } from "./undo-wrapping.ts";

const maxUrls = 200;
/** Enough for 20,000 groups. */
const maxPayloadLength = 900_000;
/** Browsers allow two megabytes; a response has a few kilobytes. */
const maxUrlLength = 200_000;
/** Limits the work: a URL can begin inside another URL, so each start is read to its end. */
const maxReadLength = 4_000_000;

/** Finds PEM keys, URLs, parameters and tokens in a text that is not JSON. */
export function findInText(text: string): readonly PastedPart[] {
  const payload = findPayload(text);
  if (payload) return [payload];
  const ofUrls = findUrls(text).flatMap((it) => {
    const { url, hostPlaceholder } = takeHostPlaceholder(it);
    return findInUrl(url, hostPlaceholder) ?? [];
  });
  const ofParameters = ofUrls.length > 0 ? [] : findInWords(text);
  const parts = [...ofUrls, ...ofParameters, ...findError(text)];
  const known = new Set(parts.flatMap((part) => listTokens(part).map(({ raw }) => raw)));
  const loose = findTokens(text).filter(({ raw }) => !isInside(raw, known));
  return [...findPem(text), ...parts, ...combineTokens(loose)];
}

/** RFC 7468 §2 */
function findPem(text: string): readonly PastedPart[] {
  const start = text.indexOf("-----BEGIN ");
  const end = text.indexOf("-----END ", start);
  const close = text.indexOf("-----", end + "-----END ".length);
  const isPrivate = /^-----BEGIN (?:[A-Z]+ )?PRIVATE KEY-----/.test(text.slice(start, start + 60));
  return start === -1 || end === -1 || close === -1 || isPrivate
    ? []
    : [{ kind: "keys", text: text.slice(start, close + "-----".length), count: 1 }];
}

/** Finds the claims if the text is only a token's payload, and the payload is complete. */
function findPayload(text: string): PastedPart | undefined {
  if (text.length > maxPayloadLength || !/^ey[\w+/-]+={0,2}$/.test(text)) return undefined;
  const { damaged } = inspectToken(toBase64Url(text));
  const isWhole = damaged?.damage.every(({ kind }) => kind === "missing");
  if (!isWhole || damaged?.header || !damaged?.payload) return undefined;
  const { text: sent, object } = damaged.payload;
  return findClaims(buildClaimsSet(sent, object));
}

/** Skips URLs of scripts and pictures. A HAR file that was cut off can have thousands of them. */
const mayMatter = /(?:token|code|error|client_id|response_type)(?:=|%3D)/i;

/** Also finds URLs of native apps, such as `com.example.app:/callback`: RFC 8252 §7.1. */
function findUrls(text: string): readonly string[] {
  const urls: string[] = [];
  let readLength = 0;
  // Searches backwards from the colon: a pattern that begins with the scheme takes quadratic time on a long word.
  for (const { index } of text.matchAll(/(?<=[\w+.-]):\//g)) {
    const [scheme] = /[a-z][\w+.-]*$/i.exec(text.slice(Math.max(0, index - 60), index)) ?? [];
    if (scheme === undefined) continue;
    const rest = matchUrl(text.slice(index, index + maxUrlLength));
    if (mayMatter.test(rest)) urls.push(scheme + rest);
    readLength += rest.length;
    if (urls.length === maxUrls || readLength > maxReadLength) break;
  }
  return urls;
}

/** People paste URLs with spaces between the scopes, and between the words of the response type. */
const spacedParameter = /^(?:scope|response_type)=/;
const wordsAfterSpace = /^ +[\w.:-]+(?: +[\w.:-]+){0,30}(?=&[\w]+=|\s*$)/;

/** URLs have no braces or angle brackets, except around placeholders, such as `client_id={clientId}`. */
const urlWord = /^(?:[^\s"'<>\\^`{|}]+|\{{1,2}[\w .:()-]{1,60}\}{1,2}|(?<=[=/])<[\w .:-]{1,60}>)+/;

function matchUrl(text: string): string {
  let url = "";
  for (;;) {
    const [word] = urlWord.exec(text.slice(url.length)) ?? [];
    if (word === undefined) break;
    url += word;
    const lastParameter = url.slice(Math.max(url.lastIndexOf("&"), url.lastIndexOf("?")) + 1);
    const [words] = spacedParameter.test(lastParameter)
      ? (wordsAfterSpace.exec(text.slice(url.length, url.length + 2_000)) ?? [])
      : [];
    if (words === undefined) break;
    url += words;
  }
  // Okta's error descriptions end in a full stop.
  const isDescription = /[?#&]error_description=[^&]*$/.test(url);
  return url.replace(isDescription ? /[)\],;]+$/ : /[)\],;.]+$/, "");
}

/** Whether a token is already known, whole or as a piece of a longer damaged token. */
function isInside(raw: string, known: ReadonlySet<string>): boolean {
  return known.has(raw) || [...known].some((it) => it.includes(raw));
}

const maxDepth = 3;

/** Also searches URLs in the URL's parameters, such as `fromURI` of Okta's sign-in page. */
function findInUrl(url: URL | null, hostPlaceholder?: string, depth = 0): PastedPart | undefined {
  if (!url) return undefined;
  const request = parseAuthorizeUrl(url, hostPlaceholder);
  const part: PastedPart | undefined = request
    ? { kind: "request", request }
    : toResponsePart(findResponse(url));
  if (part || depth === maxDepth) return part;
  for (const value of url.searchParams.values()) {
    if (!/^(?:\w+:)?\/.*=/.test(value)) continue;
    const found = findInUrl(URL.parse(value, url), undefined, depth + 1);
    if (found) return found;
  }
  return undefined;
}

const maxWords = 50;
const responseParameter = /(?:^|[?#&/])(?:id_token|access_token|code|error|client_id)=/;

/** Finds parameters without a URL, or with a URL that has no scheme: `#id_token=…`, `localhost/cb?code=…`, a form. */
function findInWords(text: string): readonly PastedPart[] {
  // A text of megabytes has millions of words.
  if (!mayMatter.test(text)) return [];
  const words = text.split(/[\s"'`<>]+/).filter((word) => responseParameter.test(word));
  return words
    .filter((word) => word === text || word.includes("&"))
    .slice(0, maxWords)
    .flatMap((word) => findInParameters(word) ?? []);
}

function findInParameters(text: string): PastedPart | undefined {
  const [address, ...fragment] = text.split("#");
  if (fragment.length > 0) {
    return toResponsePart(findResponse({ hash: `#${fragment.join("#")}`, search: "" }));
  }
  const [start = "", ...query] = (address ?? "").split("?");
  const search = query.length > 0 ? query.join("?") : start;
  const base = text.startsWith("/") ? unknownOrg : "https://";
  const url = query.length > 0 ? URL.parse(base + text) : null;
  const request = url && parseAuthorizeUrl(url);
  return request
    ? { kind: "request", request }
    : toResponsePart(findResponse({ hash: "", search: `?${search}` }));
}

/** Finds an error in the text of Okta’s error page, a log line, or a `WWW-Authenticate` header: RFC 6750 §3. */
function findError(text: string): readonly PastedPart[] {
  const ofPage = /\bError Code:?\s*(\w+)\s+Description:?\s*([^\n]+)/.exec(text);
  const named =
    ofPage ??
    /\berror["']?\s*[:=]\s*["']?([a-z][\w.-]*)["']?[\s,;]+["']?error_description["']?\s*[:=]\s*(?:"([^"]*)|'([^']*)|([^\n]+))/.exec(
      text,
    ) ??
    /\berror="([\w.-]+)"/.exec(text);
  const [, error, ...descriptions] = named ?? [];
  if (error === undefined) return [];
  return [buildErrorResponse(error, descriptions.find((it) => it !== undefined)?.trim())];
}

function toResponsePart(found: ReturnType<typeof findResponse>): PastedPart | undefined {
  if (!found) return undefined;
  const response = dropPlaceholders(parseResponse(found.text, found.returnedIn));
  if (!response) return undefined;
  // The misplaced token or the response in a parameter is also found on its own.
  if (response.kind === "unreadable" && response.problem.code === "misplaced_token")
    return undefined;
  const scope = response.parameters.find(({ name }) => name === "scope")?.value;
  const { idToken, accessToken } =
    response.kind === "success" ? response : { idToken: undefined, accessToken: undefined };
  return {
    kind: "response",
    from: found.returnedIn,
    response,
    tokens: [
      ...(idToken ? [inspectToken(idToken.raw, "id_token")] : []),
      ...(accessToken && isJwt(accessToken.raw)
        ? [inspectToken(accessToken.raw, "access_token")]
        : []),
    ],
    scopes: scope === undefined ? undefined : parseScopes(scope),
  };
}

/** @returns `undefined` if the response has only placeholders. */
function dropPlaceholders(response: ParsedResponse): ParsedResponse | undefined {
  if (response.kind !== "success") return response;
  const { idToken, accessToken, code } = response;
  const real = {
    idToken: idToken && isPlaceholderToken(idToken.raw) ? undefined : idToken,
    accessToken: accessToken && isPlaceholderToken(accessToken.raw) ? undefined : accessToken,
  };
  const isEmpty = !real.idToken && !real.accessToken && code === undefined;
  return isEmpty ? undefined : { ...response, ...real };
}

/** Combines one ID token and one access token into one part. More tokens become a part each. */
export function combineTokens(tokens: readonly FoundToken[]): readonly PastedPart[] {
  const idTokens = tokens.filter(({ role }) => role !== "access_token");
  const accessTokens = tokens.filter(({ role }) => role === "access_token");
  if (tokens.length === 0) return [];
  if (idTokens.length <= 1 && accessTokens.length <= 1) {
    return [buildResponse("loose_tokens", { idToken: idTokens[0], accessToken: accessTokens[0] })];
  }
  return tokens.map((token) =>
    buildResponse(
      "loose_tokens",
      token.role === "access_token" ? { accessToken: token } : { idToken: token },
    ),
  );
}
