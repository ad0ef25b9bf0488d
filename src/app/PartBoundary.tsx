import { Component, type ReactNode } from "react";
import { Button } from "../ui/Button.tsx";
import { Callout } from "../ui/Callout.tsx";

type PartBoundaryProps = {
  /** What is missing: "The answer". */
  part: string;
  children: ReactNode;
};

/**
 * Keeps the rest of the page where one part cannot be shown, as when its code cannot be loaded. A class, for
 * React offers nothing else that catches.
 */
export class PartBoundary extends Component<PartBoundaryProps, { hasFailed: boolean }> {
  override state = { hasFailed: false };

  static getDerivedStateFromError() {
    return { hasFailed: true };
  }

  override render() {
    if (!this.state.hasFailed) return this.props.children;
    return (
      <Callout kind="alert">
        <p>
          {this.props.part} cannot be shown: a part of this page could not be loaded, or failed.
          What came is kept in this tab. Check your connection and load the page again.
        </p>
        <p>
          <Button onClick={() => location.reload()}>Load the page again</Button>
        </p>
      </Callout>
    );
  }
}
