import { useRef, useState } from "react";
import { Button } from "../../../ui/Button.tsx";
import type { ApiCall } from "../api/api-call.ts";
import { useChange } from "../api/use-change.ts";
import { ChangeQuestion } from "./ChangeQuestion.tsx";

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
  /** Whether nothing brings back what is lost by it. */
  isFinal?: boolean;
  /** `quiet` in a row of a table. */
  look?: "secondary" | "quiet";
  onDone: (body: unknown) => void;
};

/** A change that needs no form, asked about before it is made. */
export function ChangeButton(props: ChangeButtonProps) {
  const { label, object, call, consolePath, isOktaCall = true, meaning, isFinal = false } = props;
  const { look = "secondary", onDone } = props;
  const button = useRef<HTMLButtonElement>(null);
  const [isAsking, setIsAsking] = useState(false);
  const { state, send, clear } = useChange((body) => {
    close();
    onDone(body);
  });

  function ask() {
    // Safari leaves the focus elsewhere, and could not give it back afterwards.
    button.current?.focus();
    setIsAsking(true);
  }

  function close() {
    clear();
    setIsAsking(false);
  }

  return (
    <>
      <Button ref={button} look={look} aria-label={`${label} ${object}`} onClick={ask}>
        {label}
      </Button>
      {isAsking && (
        <ChangeQuestion
          label={label}
          object={object}
          meaning={meaning}
          isFinal={isFinal}
          state={state}
          consolePath={consolePath}
          call={call}
          isOktaCall={isOktaCall}
          onConfirm={() => void send(call)}
          onClose={close}
        />
      )}
    </>
  );
}
