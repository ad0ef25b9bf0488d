import { findMember } from "../../oidc/json.ts";
import { decodeJwt, decodeToBinary } from "../../oidc/jwt.ts";
import { type DamagedJwt, findJwtDamage } from "./jwt-damage.ts";
import { type Repair, toBase64Url } from "./undo-wrapping.ts";

export type FoundToken = {
  raw: string;
  role: "id_token" | "access_token" | "unknown";
  repairs: readonly Repair[];
  /** Set if the token can't be decoded as a whole. */
  damaged: DamagedJwt | undefined;
};

/**
 * A JWT, intact or damaged, also in standard base64. The header is JSON that starts with `{"` or `{ `. The limits allow
 * 20,000 groups: without limits, an engine's stack overflows on some megabytes of base64.
 */
const jwtText = /ey[AJ][\w+/=-]{0,100000}(?:\.[\w+/=-]{0,900000}){0,4}…?/g;
/** A JWT's header, without a dot. */
const headerText = /ey[AJ][\w-]{12,}…?/g;
/** A character that tokens can't have, and the rest of the token. Doesn't match another token or a parameter. */
const afterWrongCharacter = /^(?!ey[AJ])[^\s"'`&<>,;:=(){}[\]…|\\\w.-][\w-]{8,}(?:\.[\w-]*)*/;

/** Finds intact and damaged tokens in a text. @returns Each token once, at most `limit` tokens. */
export function findTokens(text: string, limit = 50): readonly FoundToken[] {
  const found = new Map<string, FoundToken>();
  for (const { match, index } of listMatches(text)) {
    if (found.has(match)) continue;
    const before = text.slice(Math.max(0, index - 40), index);
    const end = index + match.length;
    const token = inspectToken(extendToken(match, text.slice(end, end + maxRestLength)));
    // The claims take precedence over the name: many apps send an ID token as a Bearer token.
    found.set(match, token.role === "unknown" ? { ...token, role: nameRole(before) } : token);
    if (found.size === limit) break;
  }
  return [...found.values()];
}

/**
 * Lists text that starts like a token's header. Uses two patterns that don't backtrack, because a single pattern takes
 * quadratic time on a text without dots.
 */
export function* listMatches(text: string): Generator<{ match: string; index: number }> {
  const pattern = new RegExp(jwtText);
  for (let found = pattern.exec(text); found; found = pattern.exec(text)) {
    const { index } = found;
    const match = found[0].slice(0, findEnd(found[0]));
    pattern.lastIndex = index + match.length;
    if (match.includes(".")) yield { match, index };
    else
      for (const it of match.matchAll(headerText)) yield { match: it[0], index: index + it.index };
  }
}

/** The end of a signed token, without a full stop or another token that follows it directly. */
function findEnd(match: string): number {
  if (match.length < shortestToken) return match.length;
  const [header = "", payload = "", signature = "", ...rest] = match.split(".");
  const signatureStart = header.length + payload.length + 2;
  const next = Math.max(signature.lastIndexOf("eyJ"), signature.lastIndexOf("eyA"));
  const isNext = next !== -1 && rest.length > 0 && isHeader(signature.slice(next));
  if (isNext) return signatureStart + next;
  const isStop = rest.length === 1 && rest[0] === "" && signature !== "";
  return isStop ? match.length - 1 : match.length;
}

function isHeader(part: string): boolean {
  const whole = part.slice(0, part.length & ~3);
  return /^[\w-]+$/.test(whole) && decodeToBinary(whole).includes('"alg"');
}

/** Shorter matches are no signed tokens: a header alone has 18 characters. A large text can have a million of them. */
const shortestToken = 40;

const maxRestLength = 20_000;

/** Adds the rest of a token after a character that tokens can't have. */
function extendToken(match: string, after: string): string {
  if (decodeJwt(match).kind === "decoded") return match;
  return match + (afterWrongCharacter.exec(after)?.[0] ?? "");
}

/** @param role The token's name in the response. If it is unknown, the token's type and claims decide. */
export function inspectToken(text: string, role: FoundToken["role"] = "unknown"): FoundToken {
  const asUrl = toBase64Url(text);
  const isRepaired = asUrl !== text && decodeJwt(asUrl).kind === "decoded";
  const raw = isRepaired ? asUrl : text;
  return {
    raw,
    role: role === "unknown" ? judgeRole(raw) : role,
    repairs: isRepaired ? ["base64"] : [],
    damaged: findJwtDamage(raw),
  };
}

/** The role by the name of the parameter, member, header or cookie before the token. */
function nameRole(before: string): FoundToken["role"] {
  if (/id[_-]?token["'\\]*\s*[=:]\s*["'\\]*$/i.test(before)) return "id_token";
  if (/access[_-]?token["'\\]*\s*[=:]\s*["'\\]*$|\bbearer\s+["'\\]*$/i.test(before)) {
    return "access_token";
  }
  return "unknown";
}

/**
 * The role by the token's type, else by its claims.
 *
 * @see RFC 9068 §2.1 (`at+jwt`); Okta: OpenID Connect & OAuth 2.0 API, "Access token", "ID token"
 */
function judgeRole(raw: string): FoundToken["role"] {
  const decoded = decodeJwt(raw);
  const claims = decoded.kind === "decoded" ? decoded.claims : findJwtDamage(raw)?.payload?.object;
  if (decoded.kind === "decoded" && /(?:^|[/-])at\+jwt$/i.test(String(decoded.header.typ)))
    return "access_token";
  if (!claims) return "unknown";
  const has = (name: string) => findMember(claims, name) !== undefined;
  if (["scp", "cid", "scope", "client_id"].some(has)) return "access_token";
  return ["nonce", "at_hash", "c_hash", "idp", "auth_time", "preferred_username"].some(has)
    ? "id_token"
    : "unknown";
}
