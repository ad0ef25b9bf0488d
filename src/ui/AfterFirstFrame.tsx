import { type ReactNode, useDeferredValue } from "react";

/** What is not seen at first, such as the content of a closed fold: rendered once the rest is on screen. */
export function AfterFirstFrame({ children }: { children: ReactNode }): ReactNode {
  return useDeferredValue(true, false) && children;
}
