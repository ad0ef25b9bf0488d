/** What a session needs once it has a request to send, a response to receive, or an org of the user's own. */

export { parseOwnOrg } from "./own-org.ts";
export { addPendingRequest } from "./pending-requests.ts";
export { createRunActions } from "./run-actions.ts";
