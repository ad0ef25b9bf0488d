import { type ReactNode, useEffect, useRef, useState } from "react";
import * as v from "valibot";
import { buildListPath } from "../../org-api/paths.ts";
import { useAnswer } from "../../org-api/use-answer.ts";
import { Saved } from "../form/Saved.tsx";
import { StatusMessage } from "../form/StatusMessage.tsx";
import { ResourceForm } from "./ResourceForm.tsx";
import type { Identified, Resource } from "./resource.ts";

/** Loads a list, and opens at most one form, for a new object or one of the list. */
export function useResourceList<T extends Identified>(resource: Resource<T>) {
  const { path, isPaged = true, schema, describeSaved = () => <Saved /> } = resource;
  const [answer, reload] = useAnswer(isPaged ? buildListPath(path) : path, v.array(schema));
  const [open, setOpen] = useState<{
    readonly object: T | undefined;
    /** Gets the focus back when the form closes. */
    readonly opener: Element | null;
  }>();
  const [message, setMessage] = useState<ReactNode>();

  function show(object: T | undefined, opener = document.activeElement) {
    setMessage(undefined);
    setOpen({ object, opener });
  }

  function finish(body: unknown) {
    const saved = v.safeParse(schema, body);
    setMessage(saved.success ? describeSaved(saved.output) : "Saved.");
    setOpen(undefined);
    reload();
  }

  /** Reloads the list and shows a message. */
  function refresh(text?: string) {
    setMessage(text);
    reload();
  }

  return {
    answer,
    // Remove the message: it is about an earlier change.
    reload: () => refresh(),
    refresh,
    add: () => show(undefined),
    edit: (item: T) => show(item),
    /** The object whose form is open; undefined for a new one or none. */
    edited: open?.object,
    message: <StatusMessage>{message}</StatusMessage>,
    showForm: (headingLevel: 3 | 4 = 3) =>
      open && (
        // Input for one object must not carry over to the next.
        <OpenedForm key={open.object?.id ?? "new"} opener={open.opener}>
          <ResourceForm
            resource={resource}
            before={open.object}
            headingLevel={headingLevel}
            onOutdated={(newest) => {
              show(newest, open.opener);
              reload();
            }}
            onDone={finish}
            onCancel={() => setOpen(undefined)}
          />
        </OpenedForm>
      ),
  };
}

/** Scrolls a form that was just opened into view and focuses its first field. Restores focus when it closes. */
function OpenedForm({ opener, children }: { opener: Element | null; children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null);

  useEffect(() => {
    place.current?.scrollIntoView({ block: "nearest" });
    place.current?.querySelector<HTMLElement>("input, select, textarea")?.focus();
    return () => {
      if (opener instanceof HTMLElement) opener.focus();
    };
  }, [opener]);

  return <div ref={place}>{children}</div>;
}
