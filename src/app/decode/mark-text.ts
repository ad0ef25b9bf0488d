import { decodeToBinary } from "../../oidc/jwt.ts";
import { listMatches } from "./found-token.ts";
import { findJwtDamage } from "./jwt-damage.ts";

/** A piece of a text. Tokens are marked part by part. */
type MarkedText = {
  readonly text: string;
  readonly mark?: "header" | "payload" | "signature" | "groups";
};

/** Splits a text into pieces that add up to it. Marks the parts of tokens, and the word `groups` outside of tokens. */
export function markText(text: string): readonly MarkedText[] {
  const marked: MarkedText[] = [];
  let end = 0;
  for (const { match, index } of listMatches(text)) {
    if (!isHeaderStart(match)) continue;
    marked.push(...markGroups(text.slice(end, index)), ...markToken(match));
    end = index + match.length;
  }
  return [...marked, ...markGroups(text.slice(end))];
}

/** Whether the text is the start of a JSON object in base64. Host names such as `eyAgency.example` are not. */
function isHeaderStart(match: string): boolean {
  const start = match.slice(0, 12).replace(/[^\w+/-].*/s, "");
  const text = decodeToBinary(start.slice(0, start.length & ~3));
  return /^\{\s*(?:"[\x20-\x7e]*)?$/.test(text);
}

function markToken(token: string): readonly MarkedText[] {
  const [header = "", payload, ...rest] = token.split(".");
  const isWithoutHeader = findJwtDamage(token)?.damage.some(
    ({ segment, kind }) => segment === "header" && kind === "missing",
  );
  const [first, second] = isWithoutHeader
    ? (["payload", "signature"] as const)
    : // An encrypted token has five parts, none of which is a readable payload: RFC 7516 §3.1.
      (["header", rest.length === 3 ? "signature" : "payload"] as const);
  if (payload === undefined) return [{ text: header, mark: first }];
  return [
    { text: header, mark: first },
    { text: "." },
    { text: payload, mark: second },
    ...rest.flatMap((it) => [{ text: "." }, { text: it, mark: "signature" } as const]),
  ];
}

function markGroups(text: string): readonly MarkedText[] {
  return text
    .split(/\b(groups)\b/)
    .filter((it) => it !== "")
    .map((it) => (it === "groups" ? { text: it, mark: "groups" } : { text: it }));
}
