import { ChangeButton } from "../form/ChangeButton.tsx";
import { type Status, switchStatus } from "./status.ts";

type StatusButtonProps = {
  /** What is switched: its name. */
  object: string;
  status: Status;
  path: string;
  consolePath: readonly string[];
  /** What comes of switching it, by how it is now. */
  meanings: Readonly<Record<Status, string>>;
  look?: "secondary" | "quiet";
  onDone: () => void;
};

/** Switches an app, a server, a policy or a rule on or off. */
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
