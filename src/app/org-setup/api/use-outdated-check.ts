import * as v from "valibot";
import { fetchAnswer } from "./answer.ts";
import type { ApiCall } from "./api-call.ts";
import { useOrgApi, useOwnChanges } from "./org-api-context.ts";

type Edited<T> = {
  readonly path: string;
  readonly schema: v.GenericSchema<unknown, T>;
  /** As the form loaded it; undefined for a new object. */
  readonly object: T | undefined;
  readonly sendBack: (object: T) => ApiCall;
  /** Builds the form's call for another version of it. Left out if no other form changes the same object. */
  readonly rebuild?: (object: T) => ApiCall;
  /** Called with the current version if it was changed elsewhere, for the form to continue from. */
  readonly onOutdated: (newest: T) => void;
};

export type OutdatedCheck = (call: ApiCall) => Promise<CheckedCall>;

/** Keeps one tab from overwriting another's change. If the object can't be loaded, saving will fail with the same error. */
export function useOutdatedCheck<T>(edited: Edited<T>): OutdatedCheck {
  const api = useOrgApi();
  const { findResponse } = useOwnChanges();
  const { path, schema, object, sendBack, rebuild, onOutdated } = edited;
  return async (call) => {
    if (object === undefined) return { kind: "current", call };
    const answer = await fetchAnswer(api, { method: "GET", path }, schema);
    if (answer.status !== "loaded") return { kind: "current", call };
    const newest = answer.value;
    const left = v.safeParse(schema, findResponse(path));
    const own = left.success ? left.output : undefined;
    const checked = checkOutdated({ call, object, newest, own, sendBack, rebuild });
    if (checked.kind === "outdated") onOutdated(newest);
    return checked;
  };
}

export type CheckedCall =
  | { readonly kind: "current"; readonly call: ApiCall }
  | { readonly kind: "outdated" };

type Change<T> = {
  readonly call: ApiCall;
  /** The object as the form loaded it. */
  readonly object: T;
  readonly newest: T;
  /** The version that this tab saved last; undefined if it saved none. */
  readonly own: T | undefined;
  /** Builds the call that would save an object unchanged. */
  readonly sendBack: (object: T) => ApiCall;
  /** Builds the form's call for another version of the object. Left out if no other form changes the same object. */
  readonly rebuild?: ((object: T) => ApiCall) | undefined;
};

/** A PUT sends the whole object, so it could undo a change made elsewhere. Changes of this tab's other forms are kept. */
export function checkOutdated<T>(change: Change<T>): CheckedCall {
  const { call, object, newest, own, sendBack, rebuild } = change;
  const asItIs = sendBack(newest);
  // The second case is a call that was made already, for example by a double click.
  if (isSameCall(asItIs, sendBack(object)) || isSameCall(asItIs, call))
    return { kind: "current", call };
  if (own !== undefined && isSameCall(asItIs, sendBack(own)))
    return { kind: "current", call: rebuild?.(newest) ?? call };
  return { kind: "outdated" };
}

function isSameCall(one: ApiCall, other: ApiCall): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
