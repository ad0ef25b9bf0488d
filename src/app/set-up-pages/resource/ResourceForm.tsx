import {
  type TerraformArgument,
  writeTerraformResource,
} from "../../../okta/set-up-guide/terraform.ts";
import { buildItemPath, buildSaveCall, takeWritable } from "../../org-api/api-call.ts";
import { type Body, getAt } from "../form/body.ts";
import { ObjectForm } from "../form/ObjectForm.tsx";
import type { Identified, Resource } from "./resource.ts";

type ResourceFormProps<T extends Identified> = {
  resource: Resource<T>;
  before: T | undefined;
  headingLevel?: 3 | 4;
  /** Called with the current version of an object that was changed elsewhere. */
  onOutdated: (newest: T) => void;
  onDone: (body: unknown) => void;
  onCancel?: () => void;
};

export function ResourceForm<T extends Identified>(props: ResourceFormProps<T>) {
  const { resource, before, ...rest } = props;
  const { path, createQuery = "", nameOf, noun, add, edit, newBody } = resource;
  const { toBody = takeWritable } = edit ?? {};
  const build = (body: Body) => resource.buildBody?.(body) ?? body;
  const texts = before
    ? {
        title: edit?.title ?? `Edit ${noun} ${nameOf(before)}`,
        submitLabel: edit?.submit,
        consolePath: [...listConsoleSteps(resource, before), "Edit"],
      }
    : {
        title: add.title ?? add.button,
        submitLabel: add.submit,
        consolePath: [...resource.consolePath, add.button, ...(add.steps ?? [])],
      };
  return (
    <ObjectForm
      {...rest}
      {...texts}
      path={buildItemPath(path, before?.id ?? "")}
      schema={resource.schema}
      object={before}
      toBody={(it) => (it ? toBody(it) : newBody)}
      buildCall={(body) =>
        buildSaveCall(before ? path : path + createQuery, build(body), before?.id)
      }
      fields={(form) => resource.fields(form, before)}
      findMistake={resource.findMistake}
      writeTerraform={(body) => writeTerraform(resource, build(body), before)}
    />
  );
}

function writeTerraform<T extends Identified>(
  { terraform }: Resource<T>,
  body: Body,
  before: T | undefined,
): string | undefined {
  if (!terraform || before?.system === true) return undefined;
  const values = new Map<string, unknown>(Object.entries(terraform.others ?? {}));
  for (const [name, path] of Object.entries(terraform.paths))
    values.set(name, getAt(body, path) ?? values.get(name));
  return writeTerraformResource(
    terraform.type,
    [...values].map(([name, value]) => toArgument(name, value)),
  );
}

function toArgument(name: string, value: unknown): TerraformArgument {
  if (Array.isArray(value)) return [name, value.map(String)];
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean"
    ? [name, value]
    : undefined;
}

export function listConsoleSteps<T extends Identified>(
  { consolePath, consoleMenu, nameOf }: Resource<T>,
  item: T,
): readonly string[] {
  return [...consolePath, nameOf(item), ...(consoleMenu === undefined ? [] : [consoleMenu])];
}
