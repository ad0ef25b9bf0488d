/** A file of its own, so that `react-dom` is in its own chunk. */
export { createRoot } from "react-dom/client";
