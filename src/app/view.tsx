import { type ComponentProps, type ReactNode, StrictMode } from "react";
import { createRoot } from "../ui/react-root.ts";
import { App } from "./App.tsx";

/** Renders the page with React. Replaces a first frame that was drawn without React. */
export function render(root: Element, page: ReactNode): void {
  createRoot(root).render(<StrictMode>{page}</StrictMode>);
}

export function renderExplorer(root: Element, props: ComponentProps<typeof App>): void {
  render(root, <App {...props} />);
}
