import type { PageMessage } from "./messages.ts";

type ReleaseContainer = {
  readonly controller: { readonly postMessage: (message: PageMessage) => void } | null;
  readonly getRegistration: (
    scope: string,
  ) => Promise<{ readonly update: () => Promise<unknown> } | undefined>;
  readonly addEventListener: (type: "controllerchange", listener: () => void) => void;
};

type ReleaseDocument = {
  readonly visibilityState: DocumentVisibilityState;
  readonly scripts: Iterable<{ readonly src: string }>;
  readonly addEventListener: (type: "visibilitychange", listener: () => void) => void;
};

/** Browsers look for a new worker when a page is opened. A tab that stays open has to ask. */
const updateIntervalMs = 3_600_000;

/** Not called after a change of the demo org alone: the worker is replaced, and the page stays. */
export function watchReleases(options: {
  readonly pageUrl: string;
  readonly container: ReleaseContainer;
  readonly document: ReleaseDocument;
  readonly fetch: (url: string) => Promise<Pick<Response, "text">>;
  readonly onNewRelease: () => void;
}): void {
  const { pageUrl, container, document, fetch, onNewRelease } = options;
  container.controller?.postMessage({ type: "keep_page" });

  container.addEventListener("controllerchange", async () => {
    try {
      // The new worker returns its cached page.
      const html = await (await fetch(pageUrl)).text();
      const scripts = [...document.scripts].filter(({ src }) => src.startsWith(pageUrl));
      // A script's name has a hash of its content, and of all that it loads.
      const names = scripts.map(({ src }) => src.slice(src.lastIndexOf("/") + 1));
      if (!names.every((name) => html.includes(name))) onNewRelease();
    } catch {}
  });

  let lookedAtMs = Date.now();
  document.addEventListener("visibilitychange", async () => {
    const nowMs = Date.now();
    if (document.visibilityState === "hidden" || nowMs - lookedAtMs < updateIntervalMs) return;
    lookedAtMs = nowMs;
    const registration = await container.getRegistration(pageUrl);
    await registration?.update().catch(() => undefined);
  });
}
