import { type FormEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { Button } from "../../../ui/Button.tsx";
import { Callout } from "../../../ui/Callout.tsx";
import { ConfirmDialog } from "../../../ui/ConfirmDialog.tsx";
import { Panel } from "../../../ui/Panel.tsx";
import type { ApiCall } from "../../org-api/api-call.ts";
import { type CallCheck, useChange } from "../../org-api/use-change.ts";
import styles from "./ChangeForm.module.css";
import { FailureSummary } from "./FailureSummary.tsx";
import { type FieldProblems, findFormProblems } from "./field-problems.ts";
import { RealOrg } from "./RealOrg.tsx";
import { Saved } from "./Saved.tsx";
import { StatusMessage } from "./StatusMessage.tsx";

type PlainFormProps = {
  title: string;
  /** The call with the current field values. The curl command shows the same call. */
  call: ApiCall;
  consolePath: readonly string[] | undefined;
  terraform?: string | undefined;
  note?: string | undefined;
  isOktaCall?: boolean;
  submitLabel?: string | undefined;
  /** By default "Saved." */
  doneWord?: string;
  /** Asked before the call is sent. */
  question?: { readonly title: string; readonly text: string; readonly confirmLabel: string };
  /** A mistake that the page found itself. Nothing is sent while there is one. */
  mistake?: string | undefined;
  /** Returns the call to send; undefined if the object was changed elsewhere. */
  checkCall?: CallCheck;
  /** Puts a single field and its button on one line. */
  isShort?: boolean;
  onDone: (body: unknown) => void;
  onCancel?: () => void;
  children: (problems: FieldProblems) => ReactNode;
};

export type ChangeFormProps = Omit<PlainFormProps, "isShort"> & {
  /** 4 inside another panel. */
  headingLevel?: 3 | 4;
};

/** A form in a titled panel that makes one call to the org's API. */
export function ChangeForm({ headingLevel = 3, ...form }: ChangeFormProps) {
  return (
    <Panel title={form.title} headingLevel={headingLevel}>
      <PlainForm {...form} />
    </Panel>
  );
}

/** A form whose errors appear at their fields. The first field with an error gets the focus, and the input is kept. */
export function PlainForm(props: PlainFormProps) {
  const { title, call, consolePath, isOktaCall = true, question, onDone, onCancel } = props;
  const { state, send, clear } = useChange(onDone);
  /** Counts the attempts to submit with a mistake that the page found. */
  const [blockedSubmits, setBlockedSubmits] = useState(0);
  const mistake = blockedSubmits > 0 ? props.mistake : undefined;
  const [isAsking, setAsking] = useState(false);
  const form = useRef<HTMLFormElement>(null);

  // Focus the first invalid field; it may be off screen.
  useEffect(() => {
    if (state.status === "failed" || blockedSubmits > 0)
      form.current?.querySelector<HTMLElement>("[aria-invalid], [data-invalid] input")?.focus();
  }, [state, blockedSubmits]);

  function submit(event: FormEvent) {
    event.preventDefault();
    if (props.mistake === undefined) {
      setBlockedSubmits(0);
      if (question) setAsking(true);
      else void send(call, props.checkCall);
    } else {
      setBlockedSubmits(blockedSubmits + 1);
      clear();
    }
  }

  function confirm() {
    setAsking(false);
    void send(call, props.checkCall);
  }

  /** Clears the "Saved" message once the form changes again. */
  function clearSaved() {
    if (state.status === "done") clear();
  }

  const problems = findFormProblems(state, mistake);
  const fields = props.children(problems);
  return (
    <form
      ref={form}
      className={styles.form}
      aria-label={title}
      onSubmit={submit}
      onChange={clearSaved}
      noValidate
    >
      <div className={styles.fields} data-short={props.isShort}>
        {fields}
        {mistake !== undefined && <FailureSummary />}
        {state.status === "outdated" && (
          <Callout kind="alert">
            <p>
              Not saved: this was changed elsewhere after you opened it, perhaps in another tab. The
              form now shows the latest version with your edits. Check it, then save again.
            </p>
          </Callout>
        )}
        {state.status === "failed" && (
          <FailureSummary failure={state.failure} listOthers={problems.listOthers} />
        )}
        <div className={`row ${styles.buttons}`}>
          <Button type="submit" look="primary" aria-disabled={state.status === "sending"}>
            {props.submitLabel ?? "Save"}
          </Button>
          {onCancel && <Button onClick={onCancel}>Cancel</Button>}
          <StatusMessage>
            {state.status === "done" && <Saved word={props.doneWord} />}
          </StatusMessage>
        </div>
      </div>
      <RealOrg
        consolePath={consolePath}
        note={props.note}
        call={isOktaCall ? call : undefined}
        terraform={props.terraform}
      />
      {isAsking && question && (
        <ConfirmDialog
          title={question.title}
          confirmLabel={question.confirmLabel}
          cancelLabel="Cancel"
          onConfirm={confirm}
          onCancel={() => setAsking(false)}
        >
          {question.text}
        </ConfirmDialog>
      )}
    </form>
  );
}
