import type { Group } from "../../model/group.ts";
import type { ClientContext } from "../claims-context.ts";
import type { Budget } from "./budget.ts";
import type { ExpressionProblem } from "./expression-error.ts";
import type { Node, Span } from "./syntax-tree.ts";
import type { Value } from "./values.ts";

/** What an expression is evaluated in. */
export type Environment = {
  readonly context: ClientContext;
  readonly budget: Budget;
  readonly language: Language;
  /** Resolves a top-level name, such as `user`. */
  readonly readName: (name: string, span: Span) => Value;
};

/** One argument of a call, with where it stands. */
export type Argument = { readonly value: Value; readonly node: Node };

/** A call as a function sees it. */
export type Call = {
  readonly span: Span;
  readonly parameters: readonly Argument[];
  readonly environment: Environment;
  /** Makes of an argument that is an expression in a text what evaluates it for a group. */
  readonly buildGroupExpression: (expression: Argument) => (group: Group) => Value;
};

/** A function of the language. */
export type ExpressionFunction = {
  /**
   * Its parameters' names. A last one that begins with "..." stands for one or more, and one that ends with "?" can be
   * left out.
   */
  readonly parameters: readonly string[];
  readonly evaluate: (call: Call) => Value;
};

/**
 * A variety of Okta's expression language: which names it has. Syntax and operators are the same in all of them.
 */
export type Language = {
  readonly id: "classic" | "identity-engine";
  /** Its name in messages. */
  readonly title: string;
  /** What an expression can start with, apart from functions and literals. */
  readonly roots: ReadonlyMap<string, Root>;
  /** By name with namespace: `String.len`, `user.getGroups`. */
  readonly functions: ReadonlyMap<string, ExpressionFunction>;
  /** By name. What a method is called on is its first argument, which `parameters` leaves out. */
  readonly methods: ReadonlyMap<string, ExpressionFunction>;
  /** Why it has no root of this name, for those that people may expect. */
  readonly missingRoots: ReadonlyMap<string, Missing>;
  /** The same for functions, by name or by namespace. */
  readonly missingFunctions: ReadonlyMap<string, Missing>;
  /** The same for methods. */
  readonly missingMethods: ReadonlyMap<string, Missing>;
};

/** Something that an expression can start with. */
export type Root = {
  /** undefined if a profile decides, which anybody can add attributes to. */
  readonly members: readonly string[] | undefined;
  readonly read: (context: ClientContext) => unknown;
  /** What is wrong with a member that it lacks. Default: the demo org doesn't support it. */
  readonly describeMissing?: (member: string) => ExpressionProblem;
};

/** Whether Okta's language lacks something, or only the demo org, and what to write instead. */
export type Missing = { readonly code: "not_okta" | "not_supported"; readonly advice: string };
