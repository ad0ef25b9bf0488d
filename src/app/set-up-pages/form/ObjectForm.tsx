import { type ReactNode, useState } from "react";
import * as v from "valibot";
import { fetchAnswer } from "../../org-api/answer.ts";
import { type ApiCall, takeWritable } from "../../org-api/api-call.ts";
import { useOrgApi, useOwnChanges } from "../../org-api/org-api-context.ts";
import { type Body, isSame, rebase, setAt } from "./body.ts";
import { ChangeForm, type ChangeFormProps } from "./ChangeForm.tsx";
import { bindFields, type FormFields } from "./form-fields.ts";

export type ObjectFormProps<T extends Body> = Omit<
  ChangeFormProps,
  "call" | "terraform" | "mistake" | "checkCall" | "children"
> & {
  path: string;
  schema: v.GenericSchema<unknown, T>;
  /** The object as it was loaded; undefined for a new object. */
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

/** A form for one object of the API. Members that the form doesn't show are sent back unchanged. */
export function ObjectForm<T extends Body>(props: ObjectFormProps<T>) {
  const { path, schema, object, toBody = takeWritable, buildCall, fields, ...others } = props;
  const { findMistake, writeTerraform, onOutdated = others.onDone, ...form } = others;
  const initial = toBody(object);
  const { draft, set } = useDraft(initial);
  const api = useOrgApi();
  const { findResponse } = useOwnChanges();

  /** Keeps one tab from overwriting another's change. If the object can't be loaded, saving fails with the same error. */
  async function checkCall(call: ApiCall): Promise<ApiCall | undefined> {
    if (object === undefined) return call;
    const answer = await fetchAnswer(api, { method: "GET", path }, schema);
    if (answer.status !== "loaded") return call;
    const own = v.safeParse(schema, findResponse(path));
    const checked = checkOutdated({
      call,
      object,
      newest: answer.value,
      own: own.success ? own.output : undefined,
      sendBack: (it) => buildCall(toBody(it)),
      rebuild: (it) => buildCall(rebase(draft, initial, toBody(it))),
    });
    if (!checked) onOutdated(answer.value);
    return checked;
  }

  return (
    <ChangeForm
      {...form}
      call={buildCall(draft)}
      mistake={findMistake?.(draft)}
      terraform={writeTerraform?.(draft)}
      checkCall={checkCall}
    >
      {(problems) => fields(bindFields(draft, set, problems))}
    </ChangeForm>
  );
}

/** A body while it is edited. If `initial` changes because the object was reloaded, members without edits follow. */
function useDraft(initial: Body) {
  const [state, setState] = useState({ initial, draft: initial });
  const isCurrent = isSame(state.initial, initial);
  const draft = isCurrent ? state.draft : rebase(state.draft, state.initial, initial);
  if (!isCurrent) setState({ initial, draft });

  return {
    draft,
    set: (path: string, value: unknown) =>
      setState((before) => ({ ...before, draft: setAt(before.draft, path, value) })),
  };
}

type Change<T> = {
  readonly call: ApiCall;
  /** The object as the form loaded it. */
  readonly object: T;
  readonly newest: T;
  /** The version that this tab saved last; undefined if it saved none. */
  readonly own: T | undefined;
  /** Builds the call that would save an object unchanged. */
  readonly sendBack: (object: T) => ApiCall;
  /** Builds the form's call for another version of the object. */
  readonly rebuild: (object: T) => ApiCall;
};

/**
 * Checks whether a PUT, which sends the whole object, would undo a change made elsewhere. Changes of this tab's other
 * forms are kept.
 *
 * @returns The call to send; undefined if the object was changed elsewhere.
 */
export function checkOutdated<T>(change: Change<T>): ApiCall | undefined {
  const { call, object, newest, own, sendBack, rebuild } = change;
  const asItIs = sendBack(newest);
  // The second comparison finds a change that was saved already, for example by a double click.
  if (isSame(asItIs, sendBack(object)) || isSame(asItIs, call)) return call;
  return own !== undefined && isSame(asItIs, sendBack(own)) ? rebuild(newest) : undefined;
}
