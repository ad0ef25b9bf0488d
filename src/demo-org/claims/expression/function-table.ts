import type { ExpressionFunction } from "./environment.ts";
import { arrayFunctions } from "./functions/array-functions.ts";
import { groupFunctions } from "./functions/group-functions.ts";
import { membershipFunctions } from "./functions/membership-functions.ts";
import { stringFunctions } from "./functions/string-functions.ts";
import { userFunctions } from "./functions/user-functions.ts";

/** Every function of the language, under its name with its namespace. */
export const functionTable: ReadonlyMap<string, ExpressionFunction> = new Map([
  ...arrayFunctions,
  ...groupFunctions,
  ...membershipFunctions,
  ...stringFunctions,
  ...userFunctions,
]);

/** Whether a function takes so many arguments. */
export function takesCount({ parameters }: ExpressionFunction, count: number): boolean {
  return isVariadic(parameters) ? count >= parameters.length : count === parameters.length;
}

/** What a function takes, for a message: "3 arguments: app, pattern, limit". */
export function describeParameters({ parameters }: ExpressionFunction): string {
  const number = `${parameters.length} ${parameters.length === 1 ? "argument" : "arguments"}`;
  const names = parameters.map((name) => name.replace(/^\.\.\./, ""));
  return `${number}${isVariadic(parameters) ? " or more" : ""}: ${names.join(", ")}`;
}

function isVariadic(parameters: readonly string[]): boolean {
  return parameters.at(-1)?.startsWith("...") ?? false;
}
