/** What this tab sent and received. Loaded once a request is sent or a response arrives. */
export { exchangeCode } from "./exchange-code.ts";
export { addPendingRequest, clearPendingRequests } from "./pending-requests.ts";
export { findAutomaticRequest, parseUnread, receiveResponses } from "./receive-response.ts";
export { clearRuns, dropExpiredRuns, loadRuns, saveRuns } from "./runs.ts";
