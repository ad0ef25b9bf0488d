export type Span = { readonly offset: number; readonly length: number };

export type BinaryOperator =
  | "+"
  | "-"
  | "=="
  | "!="
  | "<"
  | "<="
  | ">"
  | ">="
  | "matches"
  | "AND"
  | "OR";

export type Node = { readonly span: Span } & (
  | {
      readonly kind: "literal";
      readonly value: string | number | boolean | null;
      /** Whether a string's source equals its content, without doubled quotes. */
      readonly isVerbatim: boolean;
    }
  | { readonly kind: "name"; readonly name: string }
  | { readonly kind: "member"; readonly target: Node; readonly name: string }
  | { readonly kind: "index"; readonly target: Node; readonly index: Node }
  /** With the namespace: `Groups.startsWith`. A method's name begins with a dot. */
  | { readonly kind: "call"; readonly name: string; readonly parameters: readonly Node[] }
  | { readonly kind: "list"; readonly entries: readonly Node[] }
  | { readonly kind: "map"; readonly entries: readonly (readonly [key: string, value: Node])[] }
  | { readonly kind: "not"; readonly operand: Node }
  | { readonly kind: "negative"; readonly operand: Node }
  | {
      readonly kind: "binary";
      readonly operator: BinaryOperator;
      readonly left: Node;
      readonly right: Node;
    }
  | {
      readonly kind: "conditional";
      readonly condition: Node;
      readonly then: Node;
      readonly otherwise: Node;
    }
  | { readonly kind: "default"; readonly value: Node; readonly fallback: Node }
  | { readonly kind: "projection"; readonly target: Node; readonly projected: Node }
);

export function spanFrom(first: Span, last: Span): Span {
  return { offset: first.offset, length: last.offset + last.length - first.offset };
}
