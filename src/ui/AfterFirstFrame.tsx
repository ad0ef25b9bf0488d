import { type ReactNode, useDeferredValue } from "react";

/** Renders its children after the first frame: for content that is hidden at first, such as a closed fold's. */
export function AfterFirstFrame({ children }: { children: ReactNode }): ReactNode {
  return useDeferredValue(true, false) && children;
}
