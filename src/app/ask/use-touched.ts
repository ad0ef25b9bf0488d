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
    touch: (field: Field) => setTouched((before) => new Set(before).add(field)),
  };
}
