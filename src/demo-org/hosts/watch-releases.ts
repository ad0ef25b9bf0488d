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

/** Browsers check for a new worker when a page is opened. A tab that stays open must start the check itself. */
const updateIntervalMs = 3_600_000;

/**
 * Caches the page, checks for new workers, and calls `onNewRelease` if a new worker has another page. If only the demo
 * org has changed, the worker is replaced without a call.
 */
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
      // By now the new worker controls the page, and returns the page of its own release.
      const html = await (await fetch(pageUrl)).text();
      const scripts = [...document.scripts].filter(({ src }) => src.startsWith(pageUrl));
      // A script's name has a hash of its content, which includes the names of the files that it loads.
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
