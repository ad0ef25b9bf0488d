import { useEffect } from "react";

/**
 * Names the page in the browser's tab and history, the smallest part first.
 *
 * @see WCAG 2.2, 2.4.2 (Page Titled)
 */
export function useDocumentTitle(...parts: readonly (string | undefined)[]): void {
  const title = [...parts, "Set up the demo org"].filter((part) => part !== undefined).join(" · ");
  useEffect(() => {
    document.title = title;
  }, [title]);
}
