import { useState } from "react";

/**
 * Tracks which fields the user has left: only those show their problem.
 *
 * @param all The user tried to send.
 */
export function useTouched<Field extends string>(all: boolean) {
  const [touched, setTouched] = useState<ReadonlySet<Field>>(new Set());
  return {
    isTouched: (field: Field) => all || touched.has(field),
    touch: (field: Field) => afterPress(() => setTouched((before) => new Set(before).add(field))),
  };
}

/** A message moves what is below it, so between press and release a click would miss its target. */
function afterPress(then: () => void): void {
  if (document.querySelector(":active")) addEventListener("pointerup", then, { once: true });
  else then();
}
