/** @see RFC 7644 §3.4.2.2, Table 3 */
export const comparisons = ["eq", "ne", "co", "sw", "ew", "gt", "ge", "lt", "le"] as const;

export type Comparison = (typeof comparisons)[number];

/** The value that an attribute is compared with. */
export type Operand = string | number | boolean | null;

/** A parsed filter. A path is split at its dots: `profile.name` has two names. */
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
