import { type SyntheticEvent, useLayoutEffect, useRef } from "react";
import { Button } from "../../../ui/Button.tsx";
import type { ApiCall } from "../api/api-call.ts";
import type { ChangeState } from "../api/use-change.ts";
import form from "./ChangeForm.module.css";
import styles from "./ChangeQuestion.module.css";
import { FailureSummary } from "./FailureSummary.tsx";
import { RealOrg } from "./RealOrg.tsx";

type ChangeQuestionProps = {
  label: string;
  object: string;
  meaning: string;
  isFinal: boolean;
  state: ChangeState;
  consolePath: readonly string[] | undefined;
  call: ApiCall;
  isOktaCall: boolean;
  onConfirm: () => void;
  onClose: () => void;
};

export function ChangeQuestion(props: ChangeQuestionProps) {
  const { label, object, meaning, isFinal, state, consolePath, call, isOktaCall } = props;
  const dialog = useRef<HTMLDialogElement>(null);
  const question = useRef<HTMLFieldSetElement>(null);

  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    // Screen readers then read the effect before the button.
    question.current?.focus();
    // Closing it while it is still in the document makes the browser restore focus.
    return () => element?.close();
  }, []);

  /** A call that was sent can't be cancelled, so the dialog stays open until it returns. */
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
