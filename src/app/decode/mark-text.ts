import { listMatches } from "./found-token.ts";

/** A piece of a text. Tokens are marked part by part. */
export type MarkedText = {
  readonly text: string;
  readonly mark?: "header" | "payload" | "signature" | "groups";
};

/** Splits a text into pieces, which joined are the text. Marks the parts of tokens, and `groups` around them. */
export function markText(text: string): readonly MarkedText[] {
  const marked: MarkedText[] = [];
  let end = 0;
  for (const { match, index } of listMatches(text)) {
    marked.push(...markGroups(text.slice(end, index)), ...markToken(match));
    end = index + match.length;
  }
  return [...marked, ...markGroups(text.slice(end))];
}

function markToken(token: string): readonly MarkedText[] {
  const [header = "", payload, ...rest] = token.split(".");
  if (payload === undefined) return [{ text: header, mark: "header" }];
  return [
    { text: header, mark: "header" },
    { text: "." },
    { text: payload, mark: "payload" },
    ...rest.flatMap((it) => [{ text: "." }, { text: it, mark: "signature" } as const]),
  ];
}

function markGroups(text: string): readonly MarkedText[] {
  return text
    .split(/\b(groups)\b/)
    .filter((it) => it !== "")
    .map((it) => (it === "groups" ? { text: it, mark: "groups" } : { text: it }));
}
