import * as v from "valibot";
import { readAnswer } from "./answer.ts";
import type { ApiCall } from "./api-call.ts";
import { type CheckedCall, checkOutdated } from "./check-outdated.ts";
import { useOrgApi, useOwnChanges } from "./org-api-context.ts";

/** An object that a form changes and sends back whole. */
type Edited<T> = {
  readonly path: string;
  readonly schema: v.GenericSchema<unknown, T>;
  /** As it was read; undefined while the form is for a new one. */
  readonly object: T | undefined;
  /** The call that would send it back as it is. */
  readonly sendBack: (object: T) => ApiCall;
  /** The form's change of another state of it; left out where no other form of the page changes the same object. */
  readonly rebuild?: (object: T) => ApiCall;
  /** Told of the newest, where somebody else has changed it: the form is to go on from that. */
  readonly onOutdated: (newest: T) => void;
};

/** Holds a call against what is there when it is about to be sent. */
export type OutdatedCheck = (call: ApiCall) => Promise<CheckedCall>;

/**
 * Keeps one tab from undoing what another has done: the last one to send an object back wins.
 *
 * @returns Reads the object anew, and gives the call to send. The call as it is, too, where the object cannot be read:
 *   the save then says why.
 */
export function useOutdatedCheck<T>(edited: Edited<T>): OutdatedCheck {
  const api = useOrgApi();
  const { recall } = useOwnChanges();
  const { path, schema, object, sendBack, rebuild, onOutdated } = edited;
  return async (call) => {
    if (object === undefined) return { kind: "current", call };
    const answer = await readAnswer(api, { method: "GET", path }, schema);
    if (answer.status !== "loaded") return { kind: "current", call };
    const newest = answer.value;
    const left = v.safeParse(schema, recall(path));
    const own = left.success ? left.output : undefined;
    const checked = checkOutdated({ call, object, newest, own, sendBack, rebuild });
    if (checked.kind === "outdated") onOutdated(newest);
    return checked;
  };
}
