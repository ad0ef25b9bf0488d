import { Component, type ReactNode } from "react";
import { PartFailure } from "./PartFailure.tsx";

type PartBoundaryProps = {
  part: string;
  children: ReactNode;
};

/** Keeps the rest of the page when one part fails. A class, because React has no hook that catches errors. */
export class PartBoundary extends Component<PartBoundaryProps, { hasFailed: boolean }> {
  override state = { hasFailed: false };

  static getDerivedStateFromError() {
    return { hasFailed: true };
  }

  override render() {
    const { part, children } = this.props;
    return this.state.hasFailed ? <PartFailure part={part} /> : children;
  }
}
