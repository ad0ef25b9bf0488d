import type { ReactNode } from "react";
import type * as v from "valibot";
import { type ApiCall, takeWritable } from "../api/api-call.ts";
import { useOutdatedCheck } from "../api/use-outdated-check.ts";
import { type Body, rebase } from "./body.ts";
import { ChangeForm, type ChangeFormProps } from "./ChangeForm.tsx";
import { bindFields, type FormFields } from "./form-fields.ts";
import { useDraft } from "./use-draft.ts";

type ObjectFormProps<T extends Body> = Omit<
  ChangeFormProps,
  "call" | "terraform" | "mistake" | "checkOutdated" | "children"
> & {
  /** The object's path in the API. */
  path: string;
  schema: v.GenericSchema<unknown, T>;
  /** As it was loaded; undefined for a new one. */
  object: T | undefined;
  /** What the form edits. By default the whole object without its read-only members. */
  toBody?: (object: T | undefined) => Body;
  buildCall: (body: Body) => ApiCall;
  fields: (form: FormFields) => ReactNode;
  /** Finds a mistake before anything is sent. */
  findMistake?: ((body: Body) => string | undefined) | undefined;
  writeTerraform?: (body: Body) => string | undefined;
  /** Called with the current version of an object that was changed elsewhere. By default `onDone`. */
  onOutdated?: (newest: T) => void;
};

/** A form for one object of the API. What it doesn't show is sent back as it was. */
export function ObjectForm<T extends Body>(props: ObjectFormProps<T>) {
  const { path, schema, object, toBody = takeWritable, buildCall, fields, ...others } = props;
  const { findMistake, writeTerraform, onOutdated = others.onDone, ...form } = others;
  const initial = toBody(object);
  const { draft, set } = useDraft(initial);
  const checkOutdated = useOutdatedCheck({
    path,
    schema,
    object,
    sendBack: (it) => buildCall(toBody(it)),
    rebuild: (it) => buildCall(rebase(draft, initial, toBody(it))),
    onOutdated,
  });
  return (
    <ChangeForm
      {...form}
      call={buildCall(draft)}
      mistake={findMistake?.(draft)}
      terraform={writeTerraform?.(draft)}
      checkOutdated={checkOutdated}
    >
      {(problems) => fields(bindFields(draft, set, problems))}
    </ChangeForm>
  );
}
