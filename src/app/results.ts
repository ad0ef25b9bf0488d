/** Code for the first frame of a result, as one file. A tab with a request or a response loads it. */
export { isReload } from "./is-reload.ts";
export { ResultPanel } from "./result/ResultPanel.tsx";
