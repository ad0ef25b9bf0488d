/** Code for a session that has a request to send, a response to receive, or the user's own org. */

export { computeCodeChallenge } from "../oidc/pkce.ts";
export { createKnownOrgs } from "./known-orgs.ts";
export { parseOwnOrg } from "./own-org.ts";
export { createRunActions } from "./run-actions.ts";
export { saveDraft, sendDraft } from "./send-request.ts";
