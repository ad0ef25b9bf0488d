import * as v from "valibot";
import { parseLines } from "../form/LinesField.tsx";

/** The path of the schema of people's profiles. @see Okta: Schemas API */
export const userSchemaPath = "/api/v1/meta/schemas/user/default";

const attributeSchema = v.looseObject({
  title: v.optional(v.string(), ""),
  type: v.string(),
  items: v.optional(v.looseObject({ type: v.string() })),
});

export const customAttributesSchema = v.pipe(
  v.looseObject({
    definitions: v.looseObject({
      custom: v.looseObject({ properties: v.record(v.string(), attributeSchema) }),
    }),
  }),
  v.transform(({ definitions }) =>
    Object.entries(definitions.custom.properties).map(([name, attribute]) => ({
      ...attribute,
      name,
    })),
  ),
);

export type CustomAttribute = v.InferOutput<typeof customAttributesSchema>[number];

export function writeValue(value: unknown): string {
  if (Array.isArray(value)) return value.join("\n");
  return value === null || value === undefined ? "" : String(value);
}

/**
 * Parses the text of an attribute's field.
 *
 * @returns `null` for an empty text, which removes the attribute. The text itself if it has another type than the
 *   attribute: the org then returns an error.
 */
export function parseValue({ type, items }: CustomAttribute, text: string): unknown {
  if (text.trim() === "") return null;
  if (type === "array") return parseLines(text).map((line) => parseScalar(items?.type, line));
  return parseScalar(type, text);
}

function parseScalar(type: string | undefined, text: string): unknown {
  if (type === "number" || type === "integer") {
    const number = Number(text);
    return Number.isFinite(number) ? number : text;
  }
  if (type === "boolean" && (text === "true" || text === "false")) return text === "true";
  return text;
}
