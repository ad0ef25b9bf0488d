import { writeTerraformResource } from "../../../okta/set-up-guide/terraform.ts";
import { buildItemPath, buildSaveCall } from "../api/api-call.ts";
import { useOutdatedCheck } from "../api/use-outdated-check.ts";
import { ChangeForm } from "../form/ChangeForm.tsx";
import { useDraft } from "../form/use-draft.ts";
import { bindFields } from "./form-fields.ts";
import type { Identified, Resource } from "./resource.ts";

type ResourceFormProps<T extends Identified, Draft extends object> = {
  resource: Resource<T, Draft>;
  before: T | undefined;
  headingLevel?: 3 | 4;
  /** Called with the current version of an object that was changed elsewhere. */
  onOutdated: (newest: T) => void;
  onDone: (body: unknown) => void;
  onCancel?: () => void;
};

export function ResourceForm<T extends Identified, Draft extends object>(
  props: ResourceFormProps<T, Draft>,
) {
  const { resource, before, onOutdated, ...rest } = props;
  const { path, createQuery = "", nameOf, noun, add, edit, newDraft, terraform } = resource;
  const toDraft = (it: T) => edit?.toDraft(it) ?? newDraft;
  const { draft, change } = useDraft(before ? toDraft(before) : newDraft);
  const replace = (it: T, changed: Draft) =>
    buildSaveCall(path, resource.buildBody(changed, it), it.id);
  const checkOutdated = useOutdatedCheck({
    path: buildItemPath(path, before?.id ?? ""),
    schema: resource.schema,
    object: before,
    sendBack: (it) => replace(it, toDraft(it)),
    onOutdated,
  });
  const texts = before
    ? {
        title: edit?.title ?? `Edit ${noun} ${nameOf(before)}`,
        submitLabel: edit?.submit ?? "Save",
        steps: [...listConsoleSteps(resource, before), "Edit"],
        call: replace(before, draft),
      }
    : {
        title: add.title ?? add.button,
        submitLabel: add.submit,
        steps: [...resource.consolePath, add.button, ...(add.steps ?? [])],
        call: buildSaveCall(path + createQuery, resource.buildBody(draft, undefined)),
      };
  const values = terraform?.list(draft, before);
  return (
    <ChangeForm
      {...rest}
      title={texts.title}
      submitLabel={texts.submitLabel}
      call={texts.call}
      consolePath={texts.steps}
      terraform={terraform && values && writeTerraformResource(terraform.type, values)}
      mistake={resource.findMistake?.(draft)}
      checkOutdated={checkOutdated}
    >
      {(problems) => resource.fields(bindFields(draft, change, problems), before)}
    </ChangeForm>
  );
}

export function listConsoleSteps<T extends Identified, Draft extends object>(
  { consolePath, consoleMenu, nameOf }: Resource<T, Draft>,
  item: T,
): readonly string[] {
  return [...consolePath, nameOf(item), ...(consoleMenu === undefined ? [] : [consoleMenu])];
}
