import type { ExpressionFunction } from "./environment.ts";

/** Whether a function takes this many arguments. */
export function takesCount({ parameters }: ExpressionFunction, count: number): boolean {
  const required = parameters.filter((name) => !name.endsWith("?")).length;
  return count >= required && (isVariadic(parameters) || count <= parameters.length);
}

/** Describes a function's parameters for a message: "3 arguments: app, pattern, limit". */
export function describeParameters({ parameters }: ExpressionFunction): string {
  if (parameters.length === 0) return "no arguments";
  const required = parameters.filter((name) => !name.endsWith("?")).length;
  const most = parameters.length;
  const number = required < most && !isVariadic(parameters) ? `${required} or ${most}` : `${most}`;
  const names = parameters.map((name) => name.replace(/^\.\.\.|\?$/g, ""));
  const more = isVariadic(parameters) ? " or more" : "";
  return `${number} ${number === "1" ? "argument" : "arguments"}${more}: ${names.join(", ")}`;
}

function isVariadic(parameters: readonly string[]): boolean {
  return parameters.at(-1)?.startsWith("...") ?? false;
}
