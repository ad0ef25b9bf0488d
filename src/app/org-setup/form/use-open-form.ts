import { useState } from "react";

/** The form that is open on a list's page. */
type OpenForm<T> = {
  /** The object being edited; undefined for a new one. */
  readonly object: T | undefined;
  /** A React key: input for one object must not carry over to the next. */
  readonly key: string;
};

/**
 * Keeps at most one form open on a list's page, for a new or an existing object.
 *
 * @param onDone Reloads the list. Called after a change was saved.
 */
export function useOpenForm<T extends { readonly id: string }>(
  onDone: () => void,
): {
  readonly open: OpenForm<T> | undefined;
  /** The response to the last saved change, until a form is opened again. */
  readonly saved: { readonly body: unknown } | undefined;
  readonly add: () => void;
  readonly edit: (object: T) => void;
  /** Continues with a newer version of the open object, and reloads the list. */
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
