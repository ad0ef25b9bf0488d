import type { ComponentProps } from "react";
import styles from "./Toast.module.css";

/** A message over the window's lower corner. Toasts don't move the page's content. */
export function Toast(props: Omit<ComponentProps<"section">, "className">) {
  return <section className={`row card ${styles.toast} no-print`} {...props} />;
}

const stackId = "toasts";

/** The element that holds all toasts, one above the other, so that none covers another. */
export function findToastStack(): Element {
  const found = document.getElementById(stackId);
  if (found) return found;
  const stack = document.createElement("div");
  stack.id = stackId;
  stack.className = styles.stack ?? "";
  document.body.append(stack);
  return stack;
}
