/** The part of the explorer that a tab without requests and responses does not need: one file, loaded on demand. */
export { fetchMetadata } from "../oidc/discovery.ts";
export { DemoOrgProblem } from "./DemoOrgProblem.tsx";
export * as demoOrgApi from "./demo-org-api.ts";
export { SetUpPrediction } from "./prediction/SetUpPrediction.tsx";
export { explainHighlight } from "./request/explain-highlight.ts";
export { LinkedOrgNotice } from "./request/LinkedOrgNotice.tsx";
export { MetadataProblem } from "./request/MetadataDetails.tsx";
export { OwnOrgFields } from "./request/OwnOrgFields.tsx";
export { ResultPanel } from "./result/ResultPanel.tsx";
export * as sessionParts from "./session-parts.ts";
