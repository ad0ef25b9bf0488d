import { describe, expect, test } from "vitest";
import {
  connectToWorker,
  type WorkerContainer,
  type WorkerEnvironment,
} from "./connect-to-worker.ts";
import type { PageMessage } from "./messages.ts";

const pageUrl = "https://example.com/groups/";
const orgUrl = "https://example.com/groups/demo-org";
const workerUrl = "https://example.com/groups/demo-org-worker.js";

const respondAsOrg = async () => Response.json({ issuer: orgUrl });
const respondWithPage = async () => new Response("<!doctype html>");

type Browser = {
  controlledBy?: string;
  /** When the active worker takes control of the page: on its own, after a `claim` message, or never. */
  takesControl?: "at once" | "after claim" | "never";
  register?: "works" | "is refused" | "is ignored";
};

/** A fake of the browser's service workers, as one page sees them. */
function createContainer(browser: Browser): WorkerContainer {
  const { controlledBy, takesControl = "at once", register = "works" } = browser;
  const events = new EventTarget();
  let controller = controlledBy === undefined ? null : { scriptURL: controlledBy };
  const takeControl = () => {
    controller = { scriptURL: workerUrl };
    events.dispatchEvent(new Event("controllerchange"));
  };
  const active = {
    postMessage: (message: PageMessage) => {
      if (takesControl === "after claim" && message.type === "claim") takeControl();
    },
  };
  let becomeReady: (registration: { active: typeof active }) => void;

  return {
    get controller() {
      return controller;
    },
    ready: new Promise((resolve) => {
      becomeReady = resolve;
    }),
    register: async () => {
      if (register === "is refused") throw new DOMException("Denied", "SecurityError");
      if (register === "works") becomeReady({ active });
      if (takesControl === "at once") queueMicrotask(takeControl);
    },
    getRegistration: async () => (register === "is ignored" ? undefined : { active }),
    addEventListener: events.addEventListener.bind(events),
  };
}

function connect(
  browser: Browser,
  more: Partial<WorkerEnvironment> = {},
  deadline = new AbortController().signal,
) {
  const environment: WorkerEnvironment = {
    pageUrl,
    isSecureContext: true,
    container: createContainer(browser),
    trust: (url) => url,
    fetch: respondAsOrg,
    ...more,
  };
  return connectToWorker(environment, deadline);
}

describe(connectToWorker, () => {
  test("is ready on a first visit, once the worker controls the page", async () => {
    expect(await connect({})).toEqual({ status: "ready" });
  });

  test("is ready on a later visit, when the worker controls the page already", async () => {
    const visit = connect({ controlledBy: workerUrl, takesControl: "never" });
    expect(await visit).toEqual({ status: "ready" });
  });

  test("tells the worker to take control after a hard reload", async () => {
    expect(await connect({ takesControl: "after claim" })).toEqual({ status: "ready" });
  });

  test("waits for its own worker if another worker controls the page", async () => {
    const visit = connect({
      controlledBy: "https://example.com/sw.js",
      takesControl: "after claim",
    });
    expect(await visit).toEqual({ status: "ready" });
  });

  test("reports that requests bypass the worker", async () => {
    const visit = connect({ controlledBy: workerUrl }, { fetch: respondWithPage });
    expect(await visit).toEqual({ status: "unavailable", reason: "not_answering" });
  });

  test("gives up at the deadline if the worker never controls the page", async () => {
    const deadlineController = new AbortController();
    const visit = connect({ takesControl: "never" }, {}, deadlineController.signal);
    deadlineController.abort();
    expect(await visit).toEqual({ status: "unavailable", reason: "not_answering" });
  });

  test.each([
    ["refuses", "is refused"],
    ["silently ignores", "is ignored"],
  ] as const)("reports that the browser %s the registration", async (_verb, register) => {
    expect(await connect({ register })).toEqual({
      status: "unavailable",
      reason: "registration_failed",
    });
  });

  test("reports that the browser doesn't support workers", async () => {
    const visit = connect({}, { container: undefined });
    expect(await visit).toEqual({ status: "unavailable", reason: "unsupported" });
  });

  test("reports that the page is not on a secure origin", async () => {
    const visit = connect({}, { container: undefined, isSecureContext: false });
    expect(await visit).toEqual({ status: "unavailable", reason: "insecure_context" });
  });
});
