import { ChangeButton } from "../form/ChangeButton.tsx";
import { type Status, switchStatus } from "./status.ts";

type StatusButtonProps = {
  /** The object's name. */
  object: string;
  status: Status;
  path: string;
  consolePath: readonly string[];
  /** The effect of changing the status, by current status. */
  meanings: Readonly<Record<Status, string>>;
  look?: "secondary" | "quiet";
  onDone: () => void;
};

/** Activates or deactivates an app, server, policy or rule. */
export function StatusButton(props: StatusButtonProps) {
  const { object, status, path, consolePath, meanings, onDone } = props;
  const { look = "secondary" } = props;
  const label = status === "ACTIVE" ? "Deactivate" : "Activate";
  return (
    <ChangeButton
      look={look}
      label={label}
      object={object}
      meaning={meanings[status]}
      call={switchStatus(path, status)}
      consolePath={[...consolePath, label]}
      onDone={onDone}
    />
  );
}
