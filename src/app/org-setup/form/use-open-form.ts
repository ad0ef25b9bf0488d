import { useState } from "react";

/** The form that stands open beside a list. */
type OpenForm<T> = {
  /** The object that it changes; undefined for a new one. */
  readonly object: T | undefined;
  /** Another one for another object: what was typed for one is not meant for the next. */
  readonly key: string;
};

/**
 * Opens one form at a time beside a list: for a new object, or for one of those that are there.
 *
 * @param onDone Asks for the list again: once the org has made the change, when the form is closed.
 */
export function useOpenForm<T extends { readonly id: string }>(
  onDone: () => void,
): {
  readonly open: OpenForm<T> | undefined;
  /** What the org answered to the change made last, until a form is opened again. */
  readonly saved: { readonly body: unknown } | undefined;
  readonly add: () => void;
  readonly edit: (object: T) => void;
  /** Goes on with the newest of the object that stands open, and has the list asked for again. */
  readonly renew: (newest: T) => void;
  readonly close: () => void;
  readonly finish: (body: unknown) => void;
} {
  const [open, setOpen] = useState<OpenForm<T>>();
  const [saved, setSaved] = useState<{ readonly body: unknown }>();

  function show(next: OpenForm<T>) {
    setSaved(undefined);
    setOpen(next);
  }
  const edit = (object: T) => show({ object, key: object.id });

  return {
    open,
    saved,
    add: () => show({ object: undefined, key: "new" }),
    edit,
    renew(newest) {
      edit(newest);
      onDone();
    },
    close: () => setOpen(undefined),
    finish(body) {
      setOpen(undefined);
      setSaved({ body });
      onDone();
    },
  };
}
