import * as v from "valibot";
import { baseAttributes } from "../../../model/base-attributes.ts";
import type { CustomAttribute, UserSchema } from "../../../model/user-schema.ts";
import { invalid } from "../api-error.ts";
import { leftBlank } from "../describe-issue.ts";
import { listIssues } from "../import-problems.ts";

type Profile = Readonly<Record<string, unknown>>;

/**
 * In `profile`, null removes an attribute.
 *
 * @throws {ApiError} An attribute is not in the schema or has an invalid value.
 * @see okta/terraform-provider-okta: recorded responses
 */
export function checkProfile(
  schema: UserSchema,
  profile: Profile,
  { object, isWhole }: { readonly object: string; readonly isWhole: boolean },
): void {
  const undefinedNames = findUndefinedNames(schema, profile);
  if (undefinedNames.length > 0) throw invalid(object, undefinedNames.map(describeUndefined));
  const problems = findProblems(schema, profile, isWhole);
  const [first] = problems;
  if (first !== undefined) throw invalid(first.slice(0, first.indexOf(":")), problems);
}

export function listProfileProblems(schema: UserSchema, profile: Profile): readonly string[] {
  return [
    ...findUndefinedNames(schema, profile).map((name) => `${name}: ${describeUndefined(name)}`),
    ...findProblems(schema, profile, true),
  ];
}

function findProblems(schema: UserSchema, profile: Profile, isWhole: boolean): readonly string[] {
  return [
    ...findMissing(schema, profile, isWhole),
    ...Object.entries(profile).flatMap(([name, value]) => findValueProblems(schema, name, value)),
  ];
}

function describeUndefined(name: string): string {
  return `Property name '${name}' is not defined in profile`;
}

function findUndefinedNames({ custom }: UserSchema, profile: Profile): readonly string[] {
  return Object.entries(profile)
    .filter(([, value]) => value !== null)
    .map(([name]) => name)
    .filter((name) => !Object.hasOwn(baseAttributes, name) && !Object.hasOwn(custom, name));
}

function findMissing(
  { custom }: UserSchema,
  profile: Profile,
  isWhole: boolean,
): readonly string[] {
  return Object.entries(custom)
    .filter(([name, { required }]) => {
      const value = Object.hasOwn(profile, name) ? profile[name] : isWhole ? null : undefined;
      return required === true && (value === null || value === "");
    })
    .map(([name]) => `${name}: ${leftBlank}`);
}

function findValueProblems(
  { custom }: UserSchema,
  name: string,
  value: unknown,
): readonly string[] {
  const base = Object.hasOwn(baseAttributes, name) ? baseAttributes[name] : undefined;
  const attribute = base ?? (Object.hasOwn(custom, name) ? custom[name] : undefined);
  if (!attribute || value === null || (value === "" && !attribute.required)) return [];
  return listIssues(name, value, buildValueSchema({ type: "string", ...attribute }));
}

type Rules = Partial<CustomAttribute> & Pick<CustomAttribute, "type">;

function buildValueSchema(rules: Rules): v.GenericSchema {
  const allowed = rules.enum ?? rules.oneOf?.map((it) => it.const);
  const schema = buildTypeSchema(rules);
  if (!allowed || rules.type === "array") return schema;
  return v.pipe(
    schema,
    v.check((value) => allowed.some((it) => it === value), `Must be one of ${allowed.join(", ")}`),
  );
}

function buildTypeSchema({ type, items, format, ...rules }: Rules): v.GenericSchema {
  const { minLength = 0, maxLength = Number.POSITIVE_INFINITY } = rules;
  switch (type) {
    case "string":
      return v.pipe(
        v.string(),
        v.minLength(minLength),
        v.maxLength(maxLength),
        v.check((it) => format !== "email" || isEmail(it), "Does not match required pattern"),
      );
    case "number":
      return v.number();
    case "integer":
      return v.pipe(v.number(), v.integer());
    case "boolean":
      return v.boolean();
    case "array":
      return v.array(buildTypeSchema({ type: items?.type ?? "string" }));
    default:
      return type satisfies never;
  }
}

const emailShape = /^[^\s@]+@[^\s@][^\s@.]*\.[^\s@]+$/;

export function isEmail(text: string): boolean {
  return emailShape.test(text);
}
