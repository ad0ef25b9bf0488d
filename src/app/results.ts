/** Code for the first frame of a result: one file, loaded by a tab with a request or a response. */
export { isReload } from "./is-reload.ts";
export { ResultPanel } from "./result/ResultPanel.tsx";
