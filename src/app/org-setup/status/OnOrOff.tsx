import { StatusBadge } from "./StatusBadge.tsx";
import { describeStatus, type Status } from "./status.ts";

/** Whether an app, a server, a policy or a rule is on. */
export function OnOrOff({ status }: { status: Status }) {
  return (
    <StatusBadge isWell={status === "ACTIVE" || undefined}>{describeStatus(status)}</StatusBadge>
  );
}
