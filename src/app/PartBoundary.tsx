import { Component, type ReactNode, Suspense } from "react";
import { Button } from "../ui/Button.tsx";
import { Callout } from "../ui/Callout.tsx";

type PartBoundaryProps = {
  /** What is missing: "The answer". */
  part: string;
  /** Stands in its place while its code is on its way; nothing, unless told otherwise. */
  fallback?: ReactNode;
  children: ReactNode;
};

/**
 * Keeps the rest of the page where one part is still to come, or cannot be shown, as when its code cannot be loaded. A
 * class, for React offers nothing else that catches.
 */
export class PartBoundary extends Component<PartBoundaryProps, { hasFailed: boolean }> {
  override state = { hasFailed: false };

  static getDerivedStateFromError() {
    return { hasFailed: true };
  }

  override render() {
    const { part, fallback, children } = this.props;
    if (!this.state.hasFailed) return <Suspense fallback={fallback}>{children}</Suspense>;
    return (
      <Callout kind="alert">
        <p>
          {part} cannot be shown: a part of this page could not be loaded, or failed. What came is
          kept in this tab. Check your connection and load the page again.
        </p>
        <p>
          <Button onClick={() => location.reload()}>Load the page again</Button>
        </p>
      </Callout>
    );
  }
}
