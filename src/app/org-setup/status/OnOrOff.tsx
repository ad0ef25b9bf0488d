import { StatusBadge } from "./StatusBadge.tsx";
import { describeStatus, type Status } from "./status.ts";

/** The status badge of an app, server, policy or rule. */
export function OnOrOff({ status }: { status: Status }) {
  return (
    <StatusBadge isWell={status === "ACTIVE" || undefined}>{describeStatus(status)}</StatusBadge>
  );
}
