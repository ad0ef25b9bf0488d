import { type FormEvent, type ReactNode, useState } from "react";
import { Button } from "../../../ui/Button.tsx";
import { Callout } from "../../../ui/Callout.tsx";
import type { ApiCall } from "../api/api-call.ts";
import { useChange } from "../api/use-change.ts";
import type { OutdatedCheck } from "../api/use-outdated-check.ts";
import styles from "./ChangeForm.module.css";
import { describeFailure } from "./describe-failure.ts";
import { type FieldProblems, readFieldProblems } from "./field-problems.ts";
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
  /** What the page itself sees is wrong, as its field says too: nothing is sent then. */
  mistake?: string | undefined;
  /** Whether what is to be changed has been changed elsewhere: nothing is sent then. */
  isOutdated?: OutdatedCheck | undefined;
  /** Whether its one field and its button stand on one line. */
  isShort?: boolean;
  onDone: (body: unknown) => void;
  onCancel?: () => void;
  children: (problems: FieldProblems) => ReactNode;
};

/**
 * A form that makes one change by the org's API. What the org refuses is said at the field and above the button, and
 * what was typed stays.
 */
export function PlainForm(props: PlainFormProps) {
  const { title, call, consolePath, isOktaCall = true, submitLabel, onDone, onCancel } = props;
  const { state, send, clear } = useChange(onDone);
  const [hasTried, setHasTried] = useState(false);

  function submit(event: FormEvent) {
    event.preventDefault();
    setHasTried(props.mistake !== undefined);
    if (props.mistake === undefined) void send(call, props.isOutdated);
    else clear();
  }

  /** What is typed from then on is not saved yet. */
  function forgetSaving() {
    if (state.status === "done") clear();
  }

  return (
    <form
      className={styles.form}
      aria-label={title}
      onSubmit={submit}
      onChange={forgetSaving}
      noValidate
    >
      <div className={styles.fields} data-short={props.isShort}>
        {props.children(readFieldProblems(state))}
        {hasTried && props.mistake !== undefined && (
          <Callout kind="alert">
            <p>{props.mistake}</p>
          </Callout>
        )}
        {state.status === "outdated" && (
          <Callout kind="alert">
            <p>
              Nothing is saved yet: this was changed meanwhile, perhaps in another tab. The form now
              shows the newest, with what you changed on top. Look at it, and send it again.
            </p>
          </Callout>
        )}
        {state.status === "failed" && (
          <Callout kind="alert">
            <p>{describeFailure(state.failure)}</p>
            {state.failure.kind === "refused" && state.failure.causes.length > 0 && (
              <ul className={styles.causes}>
                {state.failure.causes.map(({ field, message }) => (
                  <li key={`${field} ${message}`}>
                    {field && <code>{field}</code>} {message}
                  </li>
                ))}
              </ul>
            )}
          </Callout>
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
