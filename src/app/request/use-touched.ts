import { useState } from "react";

/**
 * Tracks which fields the user has visited and left. Only those show their problem: an untouched field is not wrong
 * yet.
 *
 * @param all The user tried to send, which touches every field.
 */
export function useTouched<Field extends string>(all: boolean) {
  const [touched, setTouched] = useState<ReadonlySet<Field>>(new Set());
  return {
    isTouched: (field: Field) => all || touched.has(field),
    touch: (field: Field) => afterPress(() => setTouched((before) => new Set(before).add(field))),
  };
}

/** A message moves what is below it. Between press and release, the click would miss its target. */
function afterPress(then: () => void): void {
  if (document.querySelector(":active")) addEventListener("pointerup", then, { once: true });
  else then();
}
