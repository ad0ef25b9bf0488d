import type { Context } from "hono";
import * as v from "valibot";
import { ApiError } from "./api-error.ts";
import { describeIssue, leftBlank } from "./describe-issue.ts";
import { listUnkept } from "./list-unkept.ts";
import { deepest, isNestedTooDeep } from "./nesting.ts";

/** What one is told at a time. */
const mostCauses = 20;

/**
 * Reads a request's JSON, which is an object with every call.
 *
 * @param object What the body describes, as Okta's errors name it: `name`, `group`.
 * @throws {ApiError} It is not JSON, or not of that shape; each field that is wrong is a cause.
 */
export async function readBody<Schema extends v.GenericSchema>(
  c: Context,
  schema: Schema,
  object: string,
): Promise<v.InferOutput<Schema>> {
  const body = await readJson(c);
  // To a schema a list is an object too.
  const causes = Array.isArray(body) ? ["body: Must be an object"] : listUnkept(body);
  if (causes.length > 0)
    throw new ApiError({ code: "invalid", object, causes: causes.slice(0, mostCauses) });
  return parseFields(body, schema, object);
}

/**
 * Reads a request's JSON of any shape.
 *
 * @throws {ApiError} The body is not JSON, or nested too deep.
 */
export async function readJson(c: Context): Promise<unknown> {
  const value = parseJson(await c.req.text());
  if (isNestedTooDeep(value)) throw refuse(`Must be nested at most ${deepest} levels deep`);
  return value;
}

/** @throws {ApiError} The value is not of that shape; of each field the first thing that is wrong is a cause. */
export function parseFields<Schema extends v.GenericSchema>(
  value: unknown,
  schema: Schema,
  object: string,
): v.InferOutput<Schema> {
  const parsed = v.safeParse(schema, value, { message: describeIssue, abortPipeEarly: true });
  if (parsed.success) return parsed.output;
  const causes = parsed.issues.slice(0, mostCauses).map(describeCause);
  throw new ApiError({ code: "invalid", object, causes });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw refuse("Must be JSON");
  }
}

function refuse(reason: string): ApiError {
  return new ApiError({ code: "unreadable_body", reason: `body: ${reason}` });
}

/** `profile.name: The field cannot be left blank`, as Okta puts it for what is missing. */
function describeCause(issue: v.BaseIssue<unknown>): string {
  const field = v.getDotPath(issue) ?? "body";
  const isMissing = issue.input === undefined || issue.input === null || issue.input === "";
  return `${field}: ${isMissing ? leftBlank : issue.message}`;
}
