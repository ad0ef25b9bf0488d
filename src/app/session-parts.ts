/** What a session needs once it has a request to send, a response to receive, or an org of the user's own. */

export { computeCodeChallenge } from "../oidc/pkce.ts";
export { createKnownOrgs } from "./known-orgs.ts";
export { parseOwnOrg } from "./own-org.ts";
export { createRunActions } from "./run-actions.ts";
export { saveDraft, sendDraft } from "./send-request.ts";
