import { type SyntheticEvent, useLayoutEffect, useRef, useState } from "react";
import { Button } from "../../../ui/Button.tsx";
import type { ApiCall } from "../../org-api/api-call.ts";
import { useChange } from "../../org-api/use-change.ts";
import { showName } from "../../result/claims/VisibleText.tsx";
import "../../../ui/dialog.css";
import styles from "./ChangeButton.module.css";
import form from "./ChangeForm.module.css";
import { FailureSummary } from "./FailureSummary.tsx";
import { RealOrg } from "./RealOrg.tsx";

type ChangeButtonProps = {
  /** The action: "Delete". */
  label: string;
  /** The object's name: "IT". */
  object: string;
  call: ApiCall;
  /** undefined if the Admin Console has no page for it. */
  consolePath: readonly string[] | undefined;
  /** false if Okta's API has no such call. */
  isOktaCall?: boolean;
  /** The effect in a sentence. */
  meaning: string;
  isFinal?: boolean;
  look?: "secondary" | "quiet";
  onDone: (body: unknown) => void;
};

/** A button that makes a change after a confirmation dialog. */
export function ChangeButton({ look = "secondary", ...change }: ChangeButtonProps) {
  const { label, object } = change;
  const button = useRef<HTMLButtonElement>(null);
  const [isOpen, setIsOpen] = useState(false);

  function open() {
    // Safari doesn't focus a clicked button, so the closing dialog couldn't return focus to it.
    button.current?.focus();
    setIsOpen(true);
  }

  return (
    <>
      <Button ref={button} look={look} aria-label={`${label} ${object}`} onClick={open}>
        {label}
      </Button>
      {isOpen && <ChangeDialog {...change} onClose={() => setIsOpen(false)} />}
    </>
  );
}

function ChangeDialog(props: Omit<ChangeButtonProps, "look"> & { onClose: () => void }) {
  const { label, object, call, consolePath, isOktaCall = true, meaning, isFinal, onClose } = props;
  const dialog = useRef<HTMLDialogElement>(null);
  const question = useRef<HTMLFieldSetElement>(null);
  const { state, send } = useChange((body) => {
    onClose();
    props.onDone(body);
  });

  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    // Focus the effect, so that screen readers read it before the button.
    question.current?.focus();
    // Close the dialog while it is still in the document, so that the browser restores the focus.
    return () => element?.close();
  }, []);

  /** A call that was sent can't be cancelled, so the dialog stays open until it returns. */
  function cancel(event: SyntheticEvent) {
    event.preventDefault();
    if (state.status !== "sending") onClose();
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
          {label} <bdi>{showName(object)}</bdi>? <span>{meaning}</span>
        </legend>
        {state.status === "failed" && <FailureSummary failure={state.failure} />}
        <p className={`row ${form.buttons}`}>
          <Button
            look={isFinal ? "danger" : "primary"}
            aria-label={`${label} ${object}`}
            onClick={() => void send(call)}
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
