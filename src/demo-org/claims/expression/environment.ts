import type { Group } from "../../model/group.ts";
import type { ClientContext } from "../claims-context.ts";
import type { Budget } from "./budget.ts";
import type { Node, Span } from "./syntax-tree.ts";
import type { Value } from "./values.ts";

/** What an expression is evaluated in. */
export type Environment = {
  readonly context: ClientContext;
  readonly budget: Budget;
  /** What a name stands for that nothing comes before, such as `user`. */
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
  /** Its parameters' names; a last one that begins with "..." stands for as many as there are, one at least. */
  readonly parameters: readonly string[];
  readonly evaluate: (call: Call) => Value;
};
