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
  readonly add: () => void;
  readonly edit: (object: T) => void;
  /** Goes on with the newest of the object that stands open, and has the list asked for again. */
  readonly renew: (newest: T) => void;
  readonly close: () => void;
  readonly finish: () => void;
} {
  const [open, setOpen] = useState<OpenForm<T>>();
  const close = () => setOpen(undefined);
  const edit = (object: T) => setOpen({ object, key: object.id });
  return {
    open,
    add: () => setOpen({ object: undefined, key: "new" }),
    edit,
    renew(newest) {
      edit(newest);
      onDone();
    },
    close,
    finish() {
      close();
      onDone();
    },
  };
}
