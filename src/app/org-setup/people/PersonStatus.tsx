import { StatusBadge } from "../status/StatusBadge.tsx";
import { describeStatus } from "./person-status.ts";

/** A person's status. Only active people can sign in. */
export function PersonStatus({ status }: { status: string }) {
  return (
    <StatusBadge isWell={status === "ACTIVE" || undefined}>{describeStatus(status)}</StatusBadge>
  );
}
