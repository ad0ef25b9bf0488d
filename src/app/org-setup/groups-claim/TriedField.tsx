import { type ReactNode, useEffect, useId, useState } from "react";
import type * as v from "valibot";
import { type Answer, fetchAnswer } from "../api/answer.ts";
import type { ApiCall } from "../api/api-call.ts";
import { useOrgApi } from "../api/org-api-context.ts";
import { Columns } from "../form/Columns.tsx";
import { describeFailure } from "../form/describe-failure.ts";
import { PersonField } from "./PersonField.tsx";
import styles from "./TriedField.module.css";
import type { Trial } from "./use-trial.ts";

type TriedFieldProps<T> = {
  trial: Trial;
  /** Builds the preview's call for a person; undefined if there is nothing to preview. */
  buildCheck: (userId: string) => ApiCall | undefined;
  schema: v.GenericSchema<unknown, T>;
  showResult: (result: T) => ReactNode;
  otherChoices?: ReactNode;
  /** The field itself. The preview describes it. */
  children: (resultId: string) => ReactNode;
};

/** A field of a claim with a preview for one person, updated while typing. */
export function TriedField<T>(props: TriedFieldProps<T>) {
  const { trial, buildCheck, schema, showResult, otherChoices, children } = props;
  const { people, userId, choose } = trial;
  const call = userId === "" ? undefined : buildCheck(userId);
  const answer = useCheck(call, schema);
  const outcome = useOutcome(call && answer, showResult);
  const resultId = useId();
  return (
    <div className={styles.tried}>
      {children(resultId)}
      <div className={styles.trial}>
        <Columns>
          <PersonField label="Preview for user" people={people} value={userId} onChange={choose} />
          {otherChoices}
        </Columns>
        <div role="status" aria-label="Preview">
          {/* aria-describedby would read the name of the labelled status instead of its content. */}
          <div
            id={resultId}
            className={styles.result}
            data-waiting={(call && answer.status === "loading") || undefined}
          >
            {call ? (outcome ?? "…") : "Nothing to preview yet."}
          </div>
        </div>
      </div>
    </div>
  );
}

/**
 * Renders an answer. While it loads, keeps the previous one, so that the page doesn't shift with each key.
 */
function useOutcome<T>(
  answer: Answer<T> | undefined,
  showResult: (result: T) => ReactNode,
): ReactNode {
  const [kept, setKept] = useState<{ answer: Answer<T> | undefined; outcome: ReactNode }>();
  const isNew = answer?.status !== "loading" && kept?.answer !== answer;
  const shown = isNew ? { answer, outcome: answer && showAnswer(answer, showResult) } : kept;
  if (isNew) setKept(shown);
  return shown?.outcome;
}

function showAnswer<T>(answer: Answer<T>, showResult: (result: T) => ReactNode): ReactNode {
  switch (answer.status) {
    case "loading":
      return undefined;
    case "loaded":
      return showResult(answer.value);
    case "failed":
      return <strong className={styles.mistake}>{describeFailure(answer.failure)}</strong>;
    default:
      return answer satisfies never;
  }
}

/** Debounce time: one check per word rather than per key. */
const pauseMs = 150;

/**
 * Makes a call that checks what is being typed, debounced.
 *
 * @param call undefined while there is nothing to check.
 * @returns The answer to this call, never to an earlier one.
 */
function useCheck<T>(call: ApiCall | undefined, schema: v.GenericSchema<unknown, T>): Answer<T> {
  const api = useOrgApi();
  const [kept, setKept] = useState<{ key: string; answer: Answer<T> }>();
  const key = call && JSON.stringify(call);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the call, which is a new object on each render
  useEffect(() => {
    if (!call || key === undefined) return;
    const controller = new AbortController();
    const timer = setTimeout(() => {
      fetchAnswer(api, call, schema, controller.signal).then(
        (answer) => setKept({ key, answer }),
        () => undefined, // aborted: a newer call replaced it
      );
    }, pauseMs);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [api, key, schema]);

  return kept && kept.key === key ? kept.answer : { status: "loading" };
}
