import { useRef, useState } from "react";
import { Button } from "../../../ui/Button.tsx";
import type { ApiCall } from "../api/api-call.ts";
import { useChange } from "../api/use-change.ts";
import { ChangeQuestion } from "./ChangeQuestion.tsx";

type ChangeButtonProps = {
  label: string;
  object: string;
  call: ApiCall;
  /** undefined if the Admin Console has no page for it. */
  consolePath: readonly string[] | undefined;
  /** false if Okta's API has no such call. */
  isOktaCall?: boolean;
  meaning: string;
  isFinal?: boolean;
  look?: "secondary" | "quiet";
  onDone: (body: unknown) => void;
};

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
    // Safari doesn't focus a clicked button, so the closing dialog couldn't return focus to it.
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
