import { type ReactNode, useId, useState } from "react";
import type * as v from "valibot";
import { SelectField } from "../../../ui/SelectField.tsx";
import { fetchAnswer } from "../../org-api/answer.ts";
import type { ApiCall } from "../../org-api/api-call.ts";
import { describeFailure } from "../../org-api/describe-failure.ts";
import type { User } from "../../org-api/okta-objects.ts";
import { useOrgApi } from "../../org-api/org-api-context.ts";
import { useFetched } from "../../use-fetched.ts";
import { listPersonOptions } from "../form/org-lists.tsx";
import { Columns } from "../layout.tsx";
import styles from "./PreviewedField.module.css";

type PreviewedFieldProps<T> = {
  previewUser: PreviewUser;
  /** Builds the preview's call for a person; undefined if there is nothing to preview. */
  buildCheck: (userId: string) => ApiCall | undefined;
  schema: v.GenericSchema<unknown, T>;
  showResult: (result: T) => ReactNode;
  otherChoices?: ReactNode;
  /** The field itself. The preview describes it. */
  children: (resultId: string) => ReactNode;
};

/** A field of a claim with a preview for one person, which is updated while typing. */
export function PreviewedField<T>(props: PreviewedFieldProps<T>) {
  const { previewUser, buildCheck, schema, showResult, otherChoices, children } = props;
  const { people, userId, choose } = previewUser;
  const call = userId === "" ? undefined : buildCheck(userId);
  const { outcome, isLoading } = useCheck(call, schema, showResult);
  const resultId = useId();
  return (
    <div className="stack">
      {children(resultId)}
      <div className={`stack ${styles.preview}`}>
        <Columns>
          <SelectField
            label="Preview for user"
            options={listPersonOptions(people)}
            value={userId}
            onChange={choose}
          />
          {otherChoices}
        </Columns>
        <div role="status" aria-label="Preview">
          {/* aria-describedby would read the name of the labelled status instead of its content. */}
          <div
            id={resultId}
            className={styles.result}
            data-waiting={(call && isLoading) || undefined}
          >
            {call ? (outcome ?? "…") : "Nothing to preview yet."}
          </div>
        </div>
      </div>
    </div>
  );
}

/** Debounce time: one check per word rather than per key. */
const pauseMs = 150;

/**
 * Sends the preview's call, debounced.
 *
 * @returns The rendered result. It stays while the next one loads, so that the page doesn't shift with each key.
 */
function useCheck<T>(
  call: ApiCall | undefined,
  schema: v.GenericSchema<unknown, T>,
  showResult: (result: T) => ReactNode,
): { readonly outcome: ReactNode; readonly isLoading: boolean } {
  const api = useOrgApi();
  const [last, setLast] = useState<{ call: string; outcome: ReactNode }>();
  const answer = useFetched(call, (it, signal) => fetchAnswer(api, it, schema, signal), {
    delayMs: pauseMs,
  });
  const key = JSON.stringify(call);
  if (answer && last?.call !== key) {
    const outcome =
      answer.status === "loaded" ? (
        showResult(answer.value)
      ) : (
        <strong className={styles.mistake}>{describeFailure(answer.failure)}</strong>
      );
    setLast({ call: key, outcome });
  }
  return { outcome: call && last?.outcome, isLoading: !answer };
}

export type PreviewUser = ReturnType<typeof usePreviewUser>;

/** The person that a claim is previewed for. A change between filter and expression keeps the person. */
export function usePreviewUser(people: readonly User[]) {
  /** Empty if the org has no people. */
  const [userId, choose] = useState(people[0]?.id ?? "");
  return { people, userId, choose };
}
