/** A string, a structural character, a number or a literal. The part for strings is unrolled so that it never backtracks. */
const jsonTokens = /"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\]:,]|[^\s"{}[\]:,]+/gs;

/**
 * Indents JSON text by two spaces a level. Numbers, escapes, order and duplicate members stay as they were written;
 * `JSON.stringify(JSON.parse(text))` would change them.
 *
 * @param text Well-formed JSON.
 * @param depth The level at which the text stands. Its first line is not indented.
 */
export function indentJson(text: string, depth = 0): string {
  const parts: string[] = [];
  let level = depth;
  let previous = "";
  for (const [token] of text.matchAll(jsonTokens)) {
    const isAfterOpening = previous === "{" || previous === "[";
    const isClosing = token === "}" || token === "]";
    if (isClosing) level--;
    if (isClosing ? !isAfterOpening : isAfterOpening || previous === ",") {
      parts.push(`\n${"  ".repeat(level)}`);
    }
    if (previous === ":") parts.push(" ");
    if (token === "{" || token === "[") level++;
    parts.push(token);
    previous = token;
  }
  return parts.join("");
}

/** Writes JSON text on one line with a space after each comma and colon. Changes nothing else. */
export function inlineJson(text: string): string {
  return Array.from(text.matchAll(jsonTokens), ([token]) =>
    token === "," || token === ":" ? `${token} ` : token,
  ).join("");
}
