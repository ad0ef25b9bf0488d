import type { ApiCall } from "./api-call.ts";

/** A form's change held against what is there now. */
export type CheckedCall =
  /** The call as it is to be sent. */
  | { readonly kind: "current"; readonly call: ApiCall }
  /** Somebody else has changed what the call would send back. */
  | { readonly kind: "outdated" };

type Change<T> = {
  /** As the form stands. */
  readonly call: ApiCall;
  /** What it changes, as it was read. */
  readonly object: T;
  /** What is there now. */
  readonly newest: T;
  /** What the last change of this tab has left there; undefined where there was none. */
  readonly own: T | undefined;
  /** The call that would send it back as it is. */
  readonly sendBack: (object: T) => ApiCall;
  /** The form's change of something else than what was read; left out where no other form changes the same. */
  readonly rebuild?: ((object: T) => ApiCall) | undefined;
};

/**
 * Whether a call would undo what somebody else has changed: who sends an object back whole sends back all that they read
 * of it. What another form of this tab has changed is no news to who sits before it, and the call goes on from there.
 */
export function checkOutdated<T>(change: Change<T>): CheckedCall {
  const { call, object, newest, own, sendBack, rebuild } = change;
  const asItIs = sendBack(newest);
  // It is what the call makes of it already, as after a double click.
  if (isSameCall(asItIs, sendBack(object)) || isSameCall(asItIs, call))
    return { kind: "current", call };
  if (own !== undefined && isSameCall(asItIs, sendBack(own)))
    return { kind: "current", call: rebuild?.(newest) ?? call };
  return { kind: "outdated" };
}

function isSameCall(one: ApiCall, other: ApiCall): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
