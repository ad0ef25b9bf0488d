import type { ComponentProps } from "react";
import styles from "./Toast.module.css";

/** A message over the window's lower corner: what is on the page stays where it is when it comes. */
export function Toast(props: Omit<ComponentProps<"section">, "className">) {
  return <section className={`row card ${styles.toast} no-print`} {...props} />;
}

const stackId = "toasts";

/** The element that stacks toasts: each is rendered into it, so that none covers another. */
export function findToastStack(): Element {
  const found = document.getElementById(stackId);
  if (found) return found;
  const stack = document.createElement("div");
  stack.id = stackId;
  stack.className = styles.stack ?? "";
  document.body.append(stack);
  return stack;
}
