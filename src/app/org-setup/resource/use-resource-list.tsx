import { type ReactNode, useMemo } from "react";
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
  /** The object whose form is open; undefined for a new one or none. */
  readonly edited: T | undefined;
  readonly add: () => void;
  readonly edit: (item: T) => void;
  /** The message after a change; shown empty before. */
  readonly message: ReactNode;
  /** The open form. */
  readonly form: ReactNode;
};

/** Loads a list, and opens a form for a new object or one of the list. */
export function useResourceList<T extends Identified, Draft extends object>(
  resource: Resource<T, Draft>,
  headingLevel: 3 | 4 = 3,
): ResourceList<T> {
  const { path, listQuery = "", schema, describeSaved } = resource;
  const listSchema = useMemo(() => v.array(schema), [schema]);
  const [answer, reload] = useAnswer(path + listQuery, listSchema);
  const { open, saved, add, edit, renew, close, finish } = useOpenForm<T>(reload);
  const savedItem = saved && v.safeParse(schema, saved.body);
  return {
    answer,
    reload,
    edited: open?.object,
    add,
    edit,
    message: (
      <StatusMessage>
        {savedItem && (savedItem.success ? describeSaved(savedItem.output) : "Saved.")}
      </StatusMessage>
    ),
    form: open && (
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
