import { type ReactNode, useMemo, useState } from "react";
import * as v from "valibot";
import type { Answer } from "../api/answer.ts";
import { useAnswer } from "../api/use-answer.ts";
import { StatusMessage } from "../form/StatusMessage.tsx";
import { Summoned } from "../form/Summoned.tsx";
import { useOpenForm } from "../form/use-open-form.ts";
import { ResourceForm } from "./ResourceForm.tsx";
import type { Identified, Resource } from "./resource.ts";

type ResourceList<T> = {
  readonly answer: Answer<readonly T[]>;
  readonly reload: () => void;
  /** Reloads the list and shows a message. */
  readonly refresh: (message: string) => void;
  readonly add: () => void;
  readonly edit: (item: T) => void;
  /** The object whose form is open; undefined for a new one or none. */
  readonly edited: T | undefined;
  /** The message after a change; shown empty before. */
  readonly message: ReactNode;
  /** Shows the open form. */
  readonly showForm: (headingLevel?: 3 | 4) => ReactNode;
};

/** Loads a list, and opens a form for a new object or one of the list. */
export function useResourceList<T extends Identified, Draft extends object>(
  resource: Resource<T, Draft>,
): ResourceList<T> {
  const { path, listQuery = "", schema, describeSaved } = resource;
  const listSchema = useMemo(() => v.array(schema), [schema]);
  const [answer, reload] = useAnswer(path + listQuery, listSchema);
  const [notice, setNotice] = useState<string>();
  const { open, saved, add, edit, renew, close, finish } = useOpenForm<T>(() => {
    setNotice(undefined);
    reload();
  });
  const savedItem = saved && v.safeParse(schema, saved.body);
  return {
    answer,
    reload,
    refresh(message) {
      setNotice(message);
      reload();
    },
    add,
    edit,
    edited: open?.object,
    message: (
      <StatusMessage>
        {notice ?? (savedItem && (savedItem.success ? describeSaved(savedItem.output) : "Saved."))}
      </StatusMessage>
    ),
    showForm: (headingLevel = 3) =>
      open && (
        <Summoned key={open.key}>
          <ResourceForm
            resource={resource}
            before={open.object}
            headingLevel={headingLevel}
            onOutdated={renew}
            onDone={finish}
            onCancel={close}
          />
        </Summoned>
      ),
  };
}
