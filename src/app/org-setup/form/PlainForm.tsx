import { type FormEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { Button } from "../../../ui/Button.tsx";
import { Callout } from "../../../ui/Callout.tsx";
import type { ApiCall } from "../api/api-call.ts";
import { useChange } from "../api/use-change.ts";
import type { OutdatedCheck } from "../api/use-outdated-check.ts";
import styles from "./ChangeForm.module.css";
import { FailureSummary } from "./FailureSummary.tsx";
import { type FieldProblems, readFormProblems } from "./field-problems.ts";
import { News } from "./News.tsx";
import { RealOrg } from "./RealOrg.tsx";
import { Saved } from "./Saved.tsx";

export type PlainFormProps = {
  /** What the form is for, its accessible name: "Add group". */
  title: string;
  /** The change as the fields stand: it is shown as it will be sent. */
  call: ApiCall;
  /** undefined where the Admin Console has no page for it. */
  consolePath: readonly string[] | undefined;
  /** What else there is to know of the change in a real org. */
  note?: string;
  /** false where Okta's own API has no such call. */
  isOktaCall?: boolean;
  submitLabel: string;
  /** What the page itself sees is wrong, for its field to say: nothing is sent then. */
  mistake?: string | undefined;
  /** Whether what is to be changed has been changed elsewhere: nothing is sent then. */
  checkOutdated?: OutdatedCheck | undefined;
  /** Whether its one field and its button stand on one line. */
  isShort?: boolean;
  onDone: (body: unknown) => void;
  onCancel?: () => void;
  children: (problems: FieldProblems) => ReactNode;
};

/**
 * A form that makes one change by the org's API. What the org refuses is said at the field, where the focus then is, and
 * what was typed stays.
 */
export function PlainForm(props: PlainFormProps) {
  const { title, call, consolePath, isOktaCall = true, submitLabel, onDone, onCancel } = props;
  const { state, send, clear } = useChange(onDone);
  /** How often somebody has tried to send what the page itself sees is wrong. */
  const [vainTries, setVainTries] = useState(0);
  const mistake = vainTries > 0 ? props.mistake : undefined;
  const form = useRef<HTMLFormElement>(null);

  // Whoever sent it may have done so from far below.
  useEffect(() => {
    if (state.status === "failed" || vainTries > 0)
      form.current?.querySelector<HTMLElement>("[aria-invalid], [data-invalid] input")?.focus();
  }, [state, vainTries]);

  function submit(event: FormEvent) {
    event.preventDefault();
    if (props.mistake === undefined) {
      setVainTries(0);
      void send(call, props.checkOutdated);
    } else {
      setVainTries(vainTries + 1);
      clear();
    }
  }

  /** What is typed from then on is not saved yet. */
  function forgetSaving() {
    if (state.status === "done") clear();
  }

  const problems = readFormProblems(state, mistake);
  const fields = props.children(problems);
  return (
    <form
      ref={form}
      className={styles.form}
      aria-label={title}
      onSubmit={submit}
      onChange={forgetSaving}
      noValidate
    >
      <div className={styles.fields} data-short={props.isShort}>
        {fields}
        {mistake !== undefined && <FailureSummary />}
        {state.status === "outdated" && (
          <Callout kind="alert">
            <p>
              Nothing is saved yet: this was changed meanwhile, perhaps in another tab. The form now
              shows the newest, with what you changed on top. Look at it, and send it again.
            </p>
          </Callout>
        )}
        {state.status === "failed" && (
          <FailureSummary failure={state.failure} others={problems.listOthers()} />
        )}
        <div className={styles.buttons}>
          <Button type="submit" look="primary" aria-disabled={state.status === "sending"}>
            {submitLabel}
          </Button>
          {onCancel && <Button onClick={onCancel}>Cancel</Button>}
          <News>{state.status === "done" && <Saved />}</News>
        </div>
      </div>
      <RealOrg consolePath={consolePath} note={props.note} call={isOktaCall ? call : undefined} />
    </form>
  );
}
