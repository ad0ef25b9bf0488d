/** In UTF-16 code units, like the selection of a text field. */
export type Span = { readonly offset: number; readonly length: number };

/** The precedence of comparisons. A comparison can't follow another without AND or OR. */
export const comparing = 3;

/** Operator precedence. An operator with a higher number binds more tightly. */
export const powers = {
  OR: 1,
  AND: 2,
  "==": comparing,
  "!=": comparing,
  "<": comparing,
  "<=": comparing,
  ">": comparing,
  ">=": comparing,
  matches: comparing,
  "+": 4,
  "-": 4,
} as const;

export type BinaryOperator = keyof typeof powers;

/** `parts` lists the nodes below a node, in the order of the source. */
export type Node = { readonly span: Span } & (
  | {
      readonly kind: "literal";
      readonly value: string | number | boolean | null;
      /** True if a string's source has no doubled quotes, so that it equals the string's content. */
      readonly isVerbatim: boolean;
      readonly parts: readonly [];
    }
  | { readonly kind: "name"; readonly name: string; readonly parts: readonly [] }
  | { readonly kind: "member"; readonly name: string; readonly parts: readonly [target: Node] }
  | { readonly kind: "index"; readonly parts: readonly [target: Node, index: Node] }
  /** `name` includes the namespace: `Groups.startsWith`. A method's name starts with a dot. */
  | { readonly kind: "call"; readonly name: string; readonly parts: readonly Node[] }
  | { readonly kind: "list"; readonly parts: readonly Node[] }
  | { readonly kind: "map"; readonly keys: readonly string[]; readonly parts: readonly Node[] }
  | { readonly kind: "not" | "negative"; readonly parts: readonly [operand: Node] }
  | {
      readonly kind: "binary";
      readonly operator: BinaryOperator;
      readonly parts: readonly [left: Node, right: Node];
    }
  | { readonly kind: "conditional"; readonly parts: readonly [Node, then: Node, otherwise: Node] }
  | { readonly kind: "default"; readonly parts: readonly [value: Node, fallback: Node] }
  | { readonly kind: "projection"; readonly parts: readonly [target: Node, projected: Node] }
);

export type NodeOf<Kind extends Node["kind"]> = Extract<Node, { readonly kind: Kind }>;

export function spanFrom(first: Span, last: Span): Span {
  return { offset: first.offset, length: last.offset + last.length - first.offset };
}
