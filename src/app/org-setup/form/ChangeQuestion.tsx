import { type SyntheticEvent, useLayoutEffect, useRef } from "react";
import { Button } from "../../../ui/Button.tsx";
import type { ApiCall } from "../api/api-call.ts";
import type { ChangeState } from "../api/use-change.ts";
import form from "./ChangeForm.module.css";
import styles from "./ChangeQuestion.module.css";
import { FailureSummary } from "./FailureSummary.tsx";
import { RealOrg } from "./RealOrg.tsx";

type ChangeQuestionProps = {
  /** What would be done: "Delete". */
  label: string;
  /** What it would be done to, as somebody has named it: "IT". */
  object: string;
  /** What comes of it, in a sentence. */
  meaning: string;
  isFinal: boolean;
  state: ChangeState;
  consolePath: readonly string[] | undefined;
  call: ApiCall;
  isOktaCall: boolean;
  onConfirm: () => void;
  onClose: () => void;
};

/** Asks, before the page and not in it, whether a change is meant. */
export function ChangeQuestion(props: ChangeQuestionProps) {
  const { label, object, meaning, isFinal, state, consolePath, call, isOktaCall } = props;
  const dialog = useRef<HTMLDialogElement>(null);
  const question = useRef<HTMLFieldSetElement>(null);

  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    // Heard first is what would come of it, and not the button that does it.
    question.current?.focus();
    // While it is still on the page: a browser then gives the focus back to where it was.
    return () => element?.close();
  }, []);

  /** What is on its way cannot be called back: the question stays until it is answered. */
  function cancel(event: SyntheticEvent) {
    event.preventDefault();
    if (state.status !== "sending") props.onClose();
  }

  return (
    <dialog
      ref={dialog}
      className={styles.dialog}
      aria-label={`${label} ${object}?`}
      onCancel={cancel}
    >
      <fieldset ref={question} tabIndex={-1} className={form.form}>
        <legend>
          {label} <bdi>{object}</bdi>? <span>{meaning}</span>
        </legend>
        {state.status === "failed" && <FailureSummary failure={state.failure} />}
        <p className={form.buttons}>
          <Button
            look={isFinal ? "danger" : "primary"}
            aria-label={`${label} ${object}`}
            onClick={props.onConfirm}
            aria-disabled={state.status === "sending"}
          >
            {label}
          </Button>
          <Button onClick={cancel}>Cancel</Button>
        </p>
        <RealOrg consolePath={consolePath} call={isOktaCall ? call : undefined} />
      </fieldset>
    </dialog>
  );
}
