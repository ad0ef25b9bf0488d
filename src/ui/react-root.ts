/** Here and not in `main.tsx`, so that `react-dom` runs in its own chunk. */
export { createRoot } from "react-dom/client";
