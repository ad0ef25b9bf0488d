/** Code that the first frame doesn't need, as one file. The page loads it right after that frame. */
export { predictCells } from "../okta/groups-map/predict-cells.ts";
export { predictWithSetUp } from "../okta/prediction-with-set-up/predict-with-set-up.ts";
export * as demoOrgApi from "./demo-org-api.ts";
export { describeOwnOrg } from "./describe-own-org.ts";
export { SetUpPrediction } from "./prediction/SetUpPrediction.tsx";
export { explainHighlight } from "./request/explain-highlight.ts";
export { checkClient, fetchServer } from "./request/fetch-server.ts";
export { focusControl, focusInvalid } from "./request/focus-control.ts";
export { NoResponse } from "./request/NoResponse.tsx";
export { OrgChoice } from "./request/OrgChoice.tsx";
export { SendNotes } from "./request/SendNotes.tsx";
export { Compare } from "./result/compare/Compare.tsx";
export { RunDetails } from "./result/details/RunDetails.tsx";
export { DoInYourOrg } from "./result/guide/DoInYourOrg.tsx";
export { WhoReadsIt } from "./result/guide/WhoReadsIt.tsx";
export { ResendWarning } from "./result/ResendWarning.tsx";
export { applySetUpChange } from "./set-up/apply-set-up-change.ts";
export { fetchOrgSetUp } from "./set-up/fetch-org-set-up.ts";

// The next click may send a request. Safari has no requestIdleCallback, and loads the SDK on that click.
globalThis.requestIdleCallback?.(() => void import("../okta/sdk.ts").catch(() => undefined));
