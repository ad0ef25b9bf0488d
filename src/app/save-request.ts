import { addPendingRequest, type PendingRequest } from "./pending-requests.ts";
import { dropStoredRun } from "./runs.ts";
import type { SaveResult, TabStorage } from "./tab-storage.ts";

/**
 * Saves a request that is about to be sent. In a full storage it takes the place of runs: first of those that this tab
 * did not request, then of the oldest.
 *
 * @returns `full` if there is no room even without runs.
 */
export function saveRequest(storage: TabStorage, request: PendingRequest): SaveResult {
  let result = addPendingRequest(storage, request);
  while (result === "full" && dropStoredRun(storage, request.sentAtSeconds)) {
    result = addPendingRequest(storage, request);
  }
  return result;
}
