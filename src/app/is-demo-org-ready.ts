import type { DemoOrgHandle } from "./demo-org-status.ts";

/** Starts the demo org and waits for it: until it is ready, the static host would respond at its addresses. */
export function isDemoOrgReady({
  getStatus,
  subscribe,
  start,
}: Pick<DemoOrgHandle, "getStatus" | "subscribe" | "start">): Promise<boolean> {
  start();
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
