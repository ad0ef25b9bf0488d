import type { Source } from "../sources.ts";

/** One or two short sentences, and the page that confirms them. */
export type Explanation = { meaning: string; source?: Source };

export function explainBy(
  source: Source | undefined,
  meanings: Readonly<Record<string, string>>,
): readonly (readonly [name: string, Explanation])[] {
  return Object.entries(meanings).map(([name, meaning]) => [
    name,
    { meaning, ...(source && { source }) },
  ]);
}
