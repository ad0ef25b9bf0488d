import { useId } from "react";
import { Popover } from "../../ui/Popover.tsx";
import { PartFailure } from "../PartFailure.tsx";
import type { Preferences } from "../preferences.ts";
import { usePart } from "../use-part.ts";
import { ShellButtons } from "./ShellButtons.tsx";
import { shellParts } from "./shell-parts.ts";

type ShellActionsProps = {
  link: string;
  isPresenting: boolean;
  onPresent: (isPresenting: boolean) => void;
  preferences: Preferences;
};

export function ShellActions({ link, isPresenting, onPresent, preferences }: ShellActionsProps) {
  const { code, hasFailed } = usePart(shellParts);
  const id = useId();
  const failure = hasFailed && <PartFailure part="This menu" />;
  return (
    <>
      {isPresenting && code && <code.EndByEscape onPresent={onPresent} />}
      <ShellButtons id={id} isPresenting={isPresenting} onPresent={onPresent} />
      <Popover id={`${id}-share`} label="Share">
        {code ? <code.ShareMenu link={link} /> : failure}
      </Popover>
      <Popover id={`${id}-theme`} label="Theme">
        {code ? <code.ThemeMenu preferences={preferences} /> : failure}
      </Popover>
    </>
  );
}
