/** The part of the explorer that a tab without requests and responses does not need: one file, loaded on demand. */
export { ResultPanel } from "./result/ResultPanel.tsx";
export * as tabHistory from "./tab-history.ts";
