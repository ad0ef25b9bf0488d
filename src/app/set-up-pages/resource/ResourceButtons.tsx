import { Button } from "../../../ui/Button.tsx";
import { buildItemPath, type Status, switchStatus } from "../../org-api/api-call.ts";
import { ChangeButton } from "../form/ChangeButton.tsx";
import { listConsoleSteps } from "./ResourceForm.tsx";
import type { Identified, Resource } from "./resource.ts";

type ResourceButtonsProps<T extends Identified> = {
  resource: Resource<T>;
  item: T;
  /** `quiet` in a row of a table. */
  look: "secondary" | "quiet";
  /** Opens the object's form. Left out if the form is on the page already. */
  onEdit?: (item: T) => void;
  onChange: () => void;
  /** By default `onChange`. */
  onDeleted?: () => void;
};

export function ResourceButtons<T extends Identified>(props: ResourceButtonsProps<T>) {
  const { resource, item, look, onEdit, onChange, onDeleted = onChange } = props;
  const { path, nameOf, edit, lifecycle, deletion } = resource;
  const name = nameOf(item);
  const itemPath = buildItemPath(path, item.id);
  const steps = listConsoleSteps(resource, item);
  const status = findStatus(item.status);
  return (
    <>
      {onEdit && edit && (edit.allows?.(item) ?? true) && (
        <Button look={look} aria-label={`Edit ${name}`} onClick={() => onEdit(item)}>
          Edit
        </Button>
      )}
      {lifecycle && status && (
        <ChangeButton
          look={look}
          label={statusSteps[status]}
          object={name}
          meaning={lifecycle[status]}
          call={switchStatus(itemPath, status)}
          consolePath={[...steps, statusSteps[status]]}
          onDone={onChange}
        />
      )}
      {(deletion.allows?.(item) ?? true) && (
        <ChangeButton
          look={look}
          isFinal
          label="Delete"
          object={name}
          meaning={deletion.meaning}
          call={{ method: "DELETE", path: itemPath }}
          consolePath={[...steps, "Delete"]}
          onDone={onDeleted}
        />
      )}
    </>
  );
}

/** @returns `undefined` if an object is neither, such as a group rule whose group was deleted. */
function findStatus(status: unknown): Status | undefined {
  return status === "ACTIVE" || status === "INACTIVE" ? status : undefined;
}

const statusSteps: Readonly<Record<Status, string>> = {
  ACTIVE: "Deactivate",
  INACTIVE: "Activate",
};
