import { Component, type ReactNode, Suspense } from "react";
import { PartFailure } from "./PartFailure.tsx";

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
    if (this.state.hasFailed) return <PartFailure part={part} />;
    return <Suspense fallback={fallback}>{children}</Suspense>;
  }
}
