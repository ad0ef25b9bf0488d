import type { Group } from "../../../model/group.ts";
import type { ExpressionContext } from "../claims-context.ts";
import type { ExpressionError, Missing } from "./expression-error.ts";
import type { Budget } from "./limits.ts";
import type { Node, Span } from "./syntax-tree.ts";
import type { Value } from "./values.ts";

export type Environment = {
  readonly context: ExpressionContext;
  readonly budget: Budget;
  readonly language: Language;
  readonly resolveName: (name: string, span: Span) => Value;
};

export type Argument = { readonly value: Value; readonly node: Node };

export type Call = {
  readonly span: Span;
  readonly parameters: readonly Argument[];
  readonly environment: Environment;
  readonly buildGroupExpression: (expression: Argument) => (group: Group) => Value;
};

export type ExpressionFunction = {
  /** Names. `...name` stands for one or more arguments, and `name?` is optional. */
  readonly parameters: readonly string[];
  readonly evaluate: (call: Call) => Value;
};

/** The names of a variant of Okta's expression language. All variants have the same syntax and operators. */
export type Language = {
  readonly id: "classic" | "identity-engine";
  readonly title: string;
  readonly roots: ReadonlyMap<string, Root>;
  readonly functions: ReadonlyMap<string, ExpressionFunction>;
  /** Keyed by name. `parameters` leaves out the value that the method is called on. */
  readonly methods: ReadonlyMap<string, ExpressionFunction>;
  readonly missingRoots: ReadonlyMap<string, Missing>;
  readonly missingFunctions: ReadonlyMap<string, Missing>;
  readonly missingMethods: ReadonlyMap<string, Missing>;
};

export type Root = {
  /** undefined for a profile, because profiles can have any attribute. */
  readonly members: readonly string[] | undefined;
  readonly read: (context: ExpressionContext) => unknown;
  readonly refuse?: (member: string, span: Span) => ExpressionError;
};
