import { type ReactNode, useId, useState } from "react";
import type * as v from "valibot";
import type { Answer } from "../api/answer.ts";
import type { ApiCall } from "../api/api-call.ts";
import { useCheck } from "../api/use-check.ts";
import { Columns } from "../form/Columns.tsx";
import { describeFailure } from "../form/describe-failure.ts";
import { PersonField } from "./PersonField.tsx";
import styles from "./TriedField.module.css";
import type { Trial } from "./use-trial.ts";

type TriedFieldProps<T> = {
  trial: Trial;
  /** The call that tries it for somebody; undefined while there is nothing to try. */
  buildCheck: (userId: string) => ApiCall | undefined;
  schema: v.GenericSchema<unknown, T>;
  /** Shows what it comes to. */
  showResult: (result: T) => ReactNode;
  /** What else it depends on, to be chosen beside the person. */
  otherChoices?: ReactNode;
  /** The field itself, described by what it comes to. */
  children: (resultId: string) => ReactNode;
};

/** A field of a groups claim, and beside it what it comes to for somebody: asked as it is typed. */
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
          <PersonField label="Try it for" people={people} value={userId} onChange={choose} />
          {otherChoices}
        </Columns>
        <div role="status" aria-label="What it comes to">
          {/* The name of what is referred to would be read out in place of its content. */}
          <div
            id={resultId}
            className={styles.result}
            data-waiting={(call && answer.status === "loading") || undefined}
          >
            {call ? (outcome ?? "…") : "Nothing to try yet."}
          </div>
        </div>
      </div>
    </div>
  );
}

/**
 * What an answer comes to, and until there is one, what the one before came to: else everything below would go up and
 * down with each key.
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
