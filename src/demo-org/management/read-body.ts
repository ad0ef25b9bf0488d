import type { Context } from "hono";
import * as v from "valibot";
import { ApiError } from "./api-error.ts";
import { describeIssue } from "./describe-issue.ts";

/** More than any object of this API needs, and little enough to be read at once. */
const longestBody = 8_000_000;

/** Deeper than any object of this API is nested, and shallow enough to be written as JSON again. */
const deepest = 64;

/**
 * Reads a request's JSON.
 *
 * @param object What the body describes, as Okta's errors name it: `name`, `group`.
 * @throws {ApiError} It is no JSON, too much of it, or not of that shape; each field that is wrong is a cause.
 */
export async function readBody<Schema extends v.GenericSchema>(
  c: Context,
  schema: Schema,
  object: string,
): Promise<v.InferOutput<Schema>> {
  return parseFields(await readJson(c), schema, object);
}

/** @throws {ApiError} The body is no JSON, too much of it, or nested too deep. */
export async function readJson(c: Context): Promise<unknown> {
  return parseJson(await c.req.text());
}

/** @throws {ApiError} The value is not of that shape. */
export function parseFields<Schema extends v.GenericSchema>(
  value: unknown,
  schema: Schema,
  object: string,
): v.InferOutput<Schema> {
  const parsed = v.safeParse(schema, value, { message: describeIssue });
  if (parsed.success) return parsed.output;
  const causes = parsed.issues.slice(0, 20).map(describeCause);
  throw new ApiError({ code: "invalid", object, causes });
}

function parseJson(text: string): unknown {
  if (text.length > longestBody) throw new ApiError({ code: "unreadable_body" });
  try {
    const value: unknown = JSON.parse(text);
    if (!isDeeper(value, deepest)) return value;
  } catch {
    // No JSON: refused like what is nested too deep.
  }
  throw new ApiError({ code: "unreadable_body" });
}

/** Whether a JSON value has more levels than these. */
function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== "object" || value === null) return false;
  return levels === 0 || Object.values(value).some((member) => isDeeper(member, levels - 1));
}

/** `profile.name: The field cannot be left blank`, as Okta puts it for what is missing. */
function describeCause(issue: v.BaseIssue<unknown>): string {
  const field = v.getDotPath(issue) ?? "body";
  const isMissing = issue.input === undefined || issue.input === null || issue.input === "";
  return `${field}: ${isMissing ? "The field cannot be left blank" : issue.message}`;
}
