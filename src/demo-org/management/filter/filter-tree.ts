/** @see RFC 7644 §3.4.2.2, Table 3 */
export const comparisons = ["eq", "ne", "co", "sw", "ew", "gt", "ge", "lt", "le"] as const;

export type Comparison = (typeof comparisons)[number];

/** What an attribute is held against. */
export type Operand = string | number | boolean | null;

/** A filter, read. A path is the attribute's names from the outside in: `profile.name` has two. */
export type Filter =
  | { readonly kind: "every" | "some"; readonly parts: readonly Filter[] }
  | { readonly kind: "not"; readonly part: Filter }
  | { readonly kind: "present"; readonly path: readonly string[] }
  | {
      readonly kind: "compare";
      readonly path: readonly string[];
      readonly comparison: Comparison;
      readonly operand: Operand;
    };
