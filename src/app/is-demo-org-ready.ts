import type { DemoOrgHandle } from "./demo-org-status.ts";

/** Waits while the demo org starts: until it is ready, the static host would respond at its addresses. */
export function isDemoOrgReady({
  getStatus,
  subscribe,
}: Pick<DemoOrgHandle, "getStatus" | "subscribe">): Promise<boolean> {
  return new Promise((resolve) => {
    const unsubscribe = subscribe(settle);
    settle();
    function settle() {
      const { status } = getStatus();
      if (status === "starting") return;
      resolve(status === "ready");
      unsubscribe();
    }
  });
}
