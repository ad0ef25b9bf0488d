import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import * as v from "valibot";

/** Maps undeclared members, such as `Type.member`, to the source that documents them. */
export type Undeclared = Readonly<Record<string, string>>;

type Model = {
  readonly attributes: ReadonlyMap<string, string>;
  /** The discriminator of a type, and the model for each of its values. */
  readonly discriminator: string | undefined;
  readonly mapping: ReadonlyMap<string, string>;
};

const require = createRequire(import.meta.url);
const sdk = dirname(require.resolve("@okta/okta-sdk-nodejs"));
const models = join(sdk, "generated", "models");
const declarations = join(sdk, "types", "generated", "models");

/**
 * For tests: compares values with the types that Okta's SDK for Node declares for responses.
 *
 * @param undeclared Members that are allowed although the SDK doesn't declare them.
 */
export function createShapeChecker(undeclared: Undeclared) {
  const used = new Set<string>();

  function listDrift(value: unknown, type: string, place = ""): readonly string[] {
    // The SDK doesn't declare which members can be null.
    if (value === null || type === "any") return [];
    const itemType = /^(?:Array|Set)<(.+)>$/.exec(type)?.[1] ?? parseItemType(type);
    if (itemType !== undefined) return listArrayDrift(value, itemType, place);
    const memberType = /^\{ \[key: string\]: (.+?)(?: \| null)?; \}$/.exec(type)?.[1];
    if (memberType !== undefined)
      return listMembers(value).flatMap(([name, member]) =>
        listDrift(member, memberType, `${place}.${name}`),
      );
    const model = findModel(type);
    return model ? listModelDrift(value, type, model, place) : listScalarDrift(value, type, place);
  }

  function listArrayDrift(value: unknown, itemType: string, place: string): readonly string[] {
    if (!Array.isArray(value)) return [`${place}: is no array`];
    return [...new Set(value.flatMap((item) => listDrift(item, itemType, `${place}.*`)))];
  }

  function listModelDrift(
    value: unknown,
    type: string,
    { attributes, discriminator, mapping }: Model,
    place: string,
  ): readonly string[] {
    const members = new Map(listMembers(value));
    // Types without declared members: unions, and an app user's profile.
    if (attributes.size === 0) return [];
    if (typeof value !== "object") return [`${place}: is no ${type}`];
    const actual = discriminator === undefined ? undefined : members.get(discriminator);
    const narrower = typeof actual === "string" ? mapping.get(actual) : undefined;
    if (narrower !== undefined && narrower !== type) return listDrift(value, narrower, place);
    return [...members].flatMap(([name, member]) => {
      const memberType = attributes.get(name);
      if (memberType !== undefined) return listDrift(member, memberType, `${place}.${name}`);
      const exception = `${type}.${name}`;
      if (!Object.hasOwn(undeclared, exception)) return [`${place}.${name}: not in ${type}`];
      used.add(exception);
      return [];
    });
  }

  return {
    /** The members of a value that its type doesn't declare, and values of another type. */
    listDrift,
    listUnused: () => Object.keys(undeclared).filter((name) => !used.has(name)),
  };
}

/** Paths that a value lacks. `*` stands for every entry of an array. */
export function listMissing(value: unknown, paths: readonly string[]): readonly string[] {
  return paths.filter((path) => !hasPath(value, path.split(".")));
}

function hasPath(value: unknown, [name, ...rest]: readonly string[]): boolean {
  if (name === undefined) return true;
  if (name === "*") return Array.isArray(value) && value.every((item) => hasPath(item, rest));
  const member = listMembers(value).find(([it]) => it === name);
  return member !== undefined && hasPath(member[1], rest);
}

function listScalarDrift(value: unknown, type: string, place: string): readonly string[] {
  const expected = type === "Date" ? "string" : type;
  if (expected === "string" || expected === "number" || expected === "boolean")
    return typeof value === expected && (type !== "Date" || isTime(value))
      ? []
      : [`${place}: is no ${type}`];
  const literals = parseLiterals(type);
  const isDeclared =
    literals.length === 0
      ? typeof value === "string" || typeof value === "number"
      : literals.some((it) => it === value);
  return isDeclared ? [] : [`${place}: is no ${type}`];
}

function isTime(value: unknown): boolean {
  return typeof value === "string" && /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value);
}

function listMembers(value: unknown): readonly (readonly [string, unknown])[] {
  return typeof value === "object" && value !== null ? Object.entries(value) : [];
}

const attributesSchema = v.array(v.object({ baseName: v.string(), type: v.string() }));
const classSchema = v.object({
  getAttributeTypeMap: v.function(),
  discriminator: v.optional(v.string()),
  mapping: v.optional(v.record(v.string(), v.string()), {}),
});

const knownModels = new Map<string, Model | undefined>();

function findModel(type: string): Model | undefined {
  if (!knownModels.has(type)) knownModels.set(type, loadModel(type));
  return knownModels.get(type);
}

function loadModel(type: string): Model | undefined {
  const file = join(models, `${type}.js`);
  if (!/^[A-Z]\w*$/.test(type) || !existsSync(file)) return undefined;
  const [, found] = listMembers(require(file)).find(([name]) => name === type) ?? [];
  if (typeof found !== "function") return undefined;
  const read = (name: string): unknown => Reflect.get(found, name);
  const model = v.safeParse(classSchema, {
    getAttributeTypeMap: read("getAttributeTypeMap"),
    discriminator: read("discriminator"),
    mapping: read("mapping"),
  });
  if (!model.success) return undefined;
  const { getAttributeTypeMap, discriminator, mapping } = model.output;
  const attributes = v.parse(attributesSchema, getAttributeTypeMap());
  return {
    attributes: new Map(attributes.map((it) => [it.baseName, it.type])),
    discriminator,
    mapping: new Map(Object.entries(mapping)),
  };
}

/** The entries' type, if the type is declared as an array. */
function parseItemType(type: string): string | undefined {
  return /class \w+ extends Array<(\w+)>/.exec(loadDeclaration(type))?.[1];
}

/** The values of an enumeration; empty if the SDK declares none. */
function parseLiterals(type: string): readonly string[] {
  for (let name = type; name !== ""; name = name.slice(0, -1)) {
    const union = new RegExp(`export type ${type} = (.+);`).exec(loadDeclaration(name))?.[1];
    if (union !== undefined) return [...union.matchAll(/'([^']*)'/g)].map(([, it = ""]) => it);
  }
  return [];
}

function loadDeclaration(type: string): string {
  const file = join(declarations, `${type}.d.ts`);
  return /^\w+$/.test(type) && existsSync(file) ? readFileSync(file, "utf8") : "";
}
