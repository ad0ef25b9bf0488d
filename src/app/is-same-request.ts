import { parseChoice } from "./request-choice.ts";
import type { RequestDraft } from "./request-draft.ts";
import type { Run } from "./run.ts";
import type { SessionState } from "./session-state.ts";

/** Whether sending the draft would repeat a run's request, with a new state and nonce. */
export function isSameRequest({ orgUrl, server, request }: RequestDraft, run: Run): boolean {
  const sent = run.request;
  if (!sent) return false;
  return (
    sent.orgUrl === orgUrl &&
    sent.server.kind === server.kind &&
    (sent.server.kind === "org" || (server.kind === "custom" && sent.server.id === server.id)) &&
    sent.clientId === request.clientId &&
    sent.responseType === request.responseType &&
    sent.scopes.join(" ") === request.scopes.join(" ") &&
    parseChoice(sent.query).person === (request.loginHint ?? "")
  );
}

/** Whether the form chooses the run's org. True for a run without a request, whose org is not known. */
export function isOfChosenOrg(
  { request }: Run,
  { choice, draft }: Pick<SessionState, "choice" | "draft">,
): boolean {
  if (!request) return true;
  return request.org === choice.org && (choice.org === "demo" || request.orgUrl === draft.orgUrl);
}
