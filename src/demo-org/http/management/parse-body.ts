import type { Context } from "hono";
import * as v from "valibot";
import { invalid, unreadableBody } from "./api-error.ts";
import { describeIssue, leftBlank } from "./describe-issue.ts";
import { deepest, isNestedTooDeep, listUnstorableValues } from "./unstorable-values.ts";

const mostCauses = 20;

/** @throws {ApiError} The body doesn't match the schema. Each invalid field is a cause. */
export async function parseBody<Schema extends v.GenericSchema>(
  c: Context,
  schema: Schema,
  object: string,
): Promise<v.InferOutput<Schema>> {
  const body = await parseJsonBody(c);
  // Valibot's object schemas accept arrays.
  const causes = Array.isArray(body) ? ["body: Must be an object"] : listUnstorableValues(body);
  if (causes.length > 0) throw invalid(object, causes.slice(0, mostCauses));
  return parseFields(body, schema, object);
}

export async function parseJsonBody(c: Context): Promise<unknown> {
  const value = parseJson(await c.req.text());
  if (isNestedTooDeep(value)) throw unreadableBody(`Must be nested at most ${deepest} levels deep`);
  return value;
}

export function parseFields<Schema extends v.GenericSchema>(
  value: unknown,
  schema: Schema,
  object: string,
): v.InferOutput<Schema> {
  const parsed = v.safeParse(schema, value, { message: describeIssue, abortPipeEarly: true });
  if (parsed.success) return parsed.output;
  const causes = parsed.issues.slice(0, mostCauses).map(describeCause);
  throw invalid(object, causes);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw unreadableBody("Must be JSON");
  }
}

function describeCause(issue: v.BaseIssue<unknown>): string {
  const field = v.getDotPath(issue) ?? "body";
  const isMissing = issue.input === undefined || issue.input === null || issue.input === "";
  return `${field}: ${isMissing ? leftBlank : issue.message}`;
}
