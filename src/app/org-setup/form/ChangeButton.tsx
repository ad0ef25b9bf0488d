import { useState } from "react";
import { Button } from "../../../ui/Button.tsx";
import { Callout } from "../../../ui/Callout.tsx";
import type { ApiCall } from "../api/api-call.ts";
import { useChange } from "../api/use-change.ts";
import styles from "./ChangeForm.module.css";
import { describeFailure } from "./describe-failure.ts";
import { RealOrg } from "./RealOrg.tsx";

type ChangeButtonProps = {
  /** What is done: "Delete". */
  label: string;
  /** What it is done to, for whoever hears the button's name without its row: "IT". */
  object: string;
  call: ApiCall;
  /** undefined where the Admin Console has no page for it. */
  consolePath: readonly string[] | undefined;
  /** false where Okta's own API has no such call. */
  isOktaCall?: boolean;
  /** What comes of it, in a sentence: asked about before anything is sent. */
  meaning: string;
  onDone: (body: unknown) => void;
};

/** A change that needs no form, asked about in the button's own place before it is made. */
export function ChangeButton(props: ChangeButtonProps) {
  const { label, object, call, consolePath, isOktaCall = true, meaning, onDone } = props;
  const [stage, setStage] = useState<"untouched" | "asking" | "asked">("untouched");
  const { state, send, clear } = useChange((body) => {
    setStage("asked");
    onDone(body);
  });

  function keep() {
    clear();
    setStage("asked");
  }

  if (stage !== "asking")
    return (
      <div>
        <Button
          ref={stage === "asked" ? takeFocus : undefined}
          look="quiet"
          aria-label={`${label} ${object}`}
          onClick={() => setStage("asking")}
        >
          {label}
        </Button>
      </div>
    );
  return (
    <fieldset ref={takeFocus} tabIndex={-1} className={styles.form}>
      <legend>{meaning}</legend>
      {state.status === "failed" && (
        <Callout kind="alert">
          <p>{describeFailure(state.failure)}</p>
        </Callout>
      )}
      <p className={styles.buttons}>
        <Button
          look="primary"
          onClick={() => void send(call)}
          aria-disabled={state.status === "sending"}
        >
          {label} {object}
        </Button>
        <Button onClick={keep}>Cancel</Button>
      </p>
      <RealOrg consolePath={consolePath} call={isOktaCall ? call : undefined} />
    </fieldset>
  );
}

/** Who pressed the button hears the question next, and has the button back afterwards. */
function takeFocus(element: HTMLElement | null): void {
  element?.focus();
}
