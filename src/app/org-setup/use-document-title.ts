import { useEffect } from "react";

/**
 * Sets the document's title, most specific part first.
 *
 * @see WCAG 2.2, 2.4.2 (Page Titled)
 */
export function useDocumentTitle(...parts: readonly (string | undefined)[]): void {
  const title = [...parts, "Demo org"].filter((part) => part !== undefined).join(" · ");
  useEffect(() => {
    document.title = title;
  }, [title]);
}
