import { useState } from "react";

/**
 * Remembers which fields the person has been to and left: only those may complain. A field that nobody has
 * touched is not wrong yet.
 *
 * @param all The person has tried to send, which touches every field at once.
 */
export function useTouched<Field extends string>(all: boolean) {
  const [touched, setTouched] = useState<ReadonlySet<Field>>(new Set());
  return {
    isTouched: (field: Field) => all || touched.has(field),
    touch: (field: Field) => afterPress(() => setTouched((before) => new Set(before).add(field))),
  };
}

/**
 * A complaint moves what is below it. Shown between press and release, it would slip another control under the pointer,
 * and the click would be lost.
 */
function afterPress(then: () => void): void {
  if (document.querySelector(":active")) addEventListener("pointerup", then, { once: true });
  else then();
}
