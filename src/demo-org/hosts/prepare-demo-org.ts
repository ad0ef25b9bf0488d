import { buildOrgUrl } from "./addresses.ts";
import type { DemoOrgStatus } from "./connect-to-worker.ts";

export type DemoOrgHandle = {
  readonly orgUrl: string;
  readonly getStatus: () => DemoOrgStatus;
  readonly subscribe: (listener: () => void) => () => void;
  readonly start: () => void;
  readonly retry: () => void;
};

export function prepareDemoOrg(options: {
  readonly pageUrl: string;
  readonly onReady: () => void;
}): DemoOrgHandle {
  const { pageUrl, onReady } = options;
  const listeners = new Set<() => void>();
  let status: DemoOrgStatus = { status: "starting" };
  let isStarted = false;
  const change = (next: DemoOrgStatus) => {
    status = next;
    for (const listener of listeners) listener();
  };

  const connect = async () => {
    const code = await import("./worker-connection.ts").catch(() => undefined);
    change((await code?.connect(pageUrl, retry)) ?? notLoaded);
    if (status.status === "ready") code?.whenIdle(onReady);
  };
  const retry = () => {
    if (status.status !== "unavailable") return;
    change({ status: "starting" });
    void connect();
  };

  return {
    orgUrl: buildOrgUrl(pageUrl),
    getStatus: () => status,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    start: () => {
      if (isStarted) return;
      isStarted = true;
      void connect();
    },
    retry,
  };
}

const notLoaded: DemoOrgStatus = { status: "unavailable", reason: "not_loaded" };
