import type * as v from "valibot";
import { readAnswer } from "./answer.ts";
import type { ApiCall } from "./api-call.ts";
import { useOrgApi } from "./org-api-context.ts";

/** An object that a form changes and sends back whole. */
type Edited<T> = {
  readonly path: string;
  readonly schema: v.GenericSchema<unknown, T>;
  /** As it was read; undefined while the form is for a new one. */
  readonly object: T | undefined;
  /** The call that would send it back as it is. */
  readonly sendBack: (object: T) => ApiCall;
  /** Told of the newest, where it is another: the form is to go on from that. */
  readonly onOutdated: (newest: T) => void;
};

/** Whether a call would undo what somebody else has changed. */
export type OutdatedCheck = (call: ApiCall) => Promise<boolean>;

/**
 * Keeps one tab from undoing what another has done: who sends an object back whole sends back all that they read of it,
 * too, and the last one wins.
 *
 * @returns Reads the object anew, and says whether a save would bring back what it was. False, too, where it cannot be
 *   read: the save then says why; and where it is what the call makes of it already, as after a double click.
 */
export function useOutdatedCheck<T>(edited: Edited<T>): OutdatedCheck {
  const api = useOrgApi();
  const { path, schema, object, sendBack, onOutdated } = edited;
  return async (call) => {
    if (object === undefined) return false;
    const newest = await readAnswer(api, { method: "GET", path }, schema);
    if (newest.status !== "loaded") return false;
    const asItIs = sendBack(newest.value);
    if (isSameCall(asItIs, sendBack(object)) || isSameCall(asItIs, call)) return false;
    onOutdated(newest.value);
    return true;
  };
}

function isSameCall(one: ApiCall, other: ApiCall): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
