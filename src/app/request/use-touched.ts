import { useState } from "react";

/**
 * Tracks which fields the user has left, because only those fields show their problem.
 *
 * @param all Whether every field counts as left, because the user tried to send.
 */
export function useTouched<Field extends string>(all: boolean) {
  const [touched, setTouched] = useState<ReadonlySet<Field>>(new Set());
  return {
    isTouched: (field: Field) => all || touched.has(field),
    touch: (field: Field) => afterPress(() => setTouched((before) => new Set(before).add(field))),
  };
}

/** A message moves the elements below it. During a press, this would make the click miss its target. */
function afterPress(then: () => void): void {
  if (document.querySelector(":active")) addEventListener("pointerup", then, { once: true });
  else then();
}
