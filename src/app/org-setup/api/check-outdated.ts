import type { ApiCall } from "./api-call.ts";

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
