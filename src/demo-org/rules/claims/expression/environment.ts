import type { Group } from "../../../model/group.ts";
import type { ExpressionContext } from "../claims-context.ts";
import type { Budget } from "./budget.ts";
import type { ExpressionProblem } from "./expression-error.ts";
import type { Node, Span } from "./syntax-tree.ts";
import type { Value } from "./values.ts";

/** The environment that an expression is evaluated in. */
export type Environment = {
  readonly context: ExpressionContext;
  readonly budget: Budget;
  readonly language: Language;
  /** Resolves a top-level name, such as `user`. */
  readonly resolveName: (name: string, span: Span) => Value;
};

/** An argument's value with its syntax node. */
export type Argument = { readonly value: Value; readonly node: Node };

/** A function call with evaluated arguments. */
export type Call = {
  readonly span: Span;
  readonly parameters: readonly Argument[];
  readonly environment: Environment;
  /** Parses an argument that contains an expression, and returns a function that evaluates it for a group. */
  readonly buildGroupExpression: (expression: Argument) => (group: Group) => Value;
};

/** A function of the language. */
export type ExpressionFunction = {
  /**
   * Parameter names. A name that begins with "..." stands for one or more arguments; one that ends with "?" is
   * optional.
   */
  readonly parameters: readonly string[];
  readonly evaluate: (call: Call) => Value;
};

/**
 * A variant of Okta's expression language: its names. Syntax and operators are the same in all variants.
 */
export type Language = {
  readonly id: "classic" | "identity-engine";
  /** The variant's name in messages. */
  readonly title: string;
  /** Names that an expression can start with, apart from functions and literals. */
  readonly roots: ReadonlyMap<string, Root>;
  /** By name with namespace: `String.len`, `user.getGroups`. */
  readonly functions: ReadonlyMap<string, ExpressionFunction>;
  /** By name. The value that a method is called on is its first argument, which `parameters` leaves out. */
  readonly methods: ReadonlyMap<string, ExpressionFunction>;
  /** Messages for unsupported top-level names that people may expect. */
  readonly missingRoots: ReadonlyMap<string, Missing>;
  /** Messages for unsupported functions, by name or by namespace. */
  readonly missingFunctions: ReadonlyMap<string, Missing>;
  /** Messages for unsupported methods. */
  readonly missingMethods: ReadonlyMap<string, Missing>;
};

/** A top-level name. */
export type Root = {
  /** undefined if any name is allowed, because it is a profile with custom attributes. */
  readonly members: readonly string[] | undefined;
  readonly read: (context: ExpressionContext) => unknown;
  /** The problem with an unknown member. Default: the demo org doesn't support it. */
  readonly describeMissing?: (member: string) => ExpressionProblem;
};

/** Whether Okta's language lacks it or only the demo org, and what to write instead. */
export type Missing = { readonly code: "not_okta" | "not_supported"; readonly advice: string };
