import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { watchReleases } from "./watch-releases.ts";

const pageUrl = "https://example.com/groups/";
const script = `${pageUrl}assets/page-1a2b.js`;
const sameHtml = `<script src="./assets/page-1a2b.js"></script>`;
const newHtml = `<script src="./assets/page-3c4d.js"></script>`;

/** A page whose worker returns this HTML for the page's address. */
function watch(html: () => Promise<string>, scripts: readonly string[] = [script]) {
  const events = new EventTarget();
  const posted: unknown[] = [];
  const update = vi.fn(async () => undefined);
  const onNewRelease = vi.fn();
  const page = { visibilityState: "visible" as DocumentVisibilityState };
  watchReleases({
    pageUrl,
    container: {
      controller: { postMessage: (message) => void posted.push(message) },
      getRegistration: async () => ({ update }),
      addEventListener: events.addEventListener.bind(events),
    },
    document: Object.assign(page, {
      scripts: scripts.map((src) => ({ src })),
      addEventListener: events.addEventListener.bind(events),
    }),
    fetch: async () => ({ text: html }),
    onNewRelease,
  });
  const dispatch = async (type: string) => {
    events.dispatchEvent(new Event(type));
    await vi.advanceTimersByTimeAsync(0);
  };
  return { posted, update, onNewRelease, page, dispatch };
}

describe(watchReleases, () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  test("caches the page", () => {
    expect(watch(async () => sameHtml).posted).toEqual([{ type: "keep_page" }]);
  });

  test("reports a new release if a new worker has another page", async () => {
    const { dispatch, onNewRelease } = watch(async () => newHtml);
    expect(onNewRelease).not.toHaveBeenCalled();
    await dispatch("controllerchange");
    expect(onNewRelease).toHaveBeenCalledOnce();
  });

  test("reports nothing if only the demo org has changed", async () => {
    const { dispatch, onNewRelease } = watch(async () => sameHtml);
    await dispatch("controllerchange");
    expect(onNewRelease).not.toHaveBeenCalled();
  });

  test("ignores scripts that an extension has added", async () => {
    const scripts = [script, "extension://abc/added.js", ""];
    const { dispatch, onNewRelease } = watch(async () => sameHtml, scripts);
    await dispatch("controllerchange");
    expect(onNewRelease).not.toHaveBeenCalled();
  });

  test("reports nothing if the page can't be loaded", async () => {
    const { dispatch, onNewRelease } = watch(() => Promise.reject(new TypeError("offline")));
    await dispatch("controllerchange");
    expect(onNewRelease).not.toHaveBeenCalled();
  });

  test("checks for an update at most once an hour, when the tab is shown", async () => {
    const { dispatch, update, page } = watch(async () => sameHtml);
    await dispatch("visibilitychange");
    expect(update).not.toHaveBeenCalled();

    vi.advanceTimersByTime(3_600_000);
    page.visibilityState = "hidden";
    await dispatch("visibilitychange");
    expect(update).not.toHaveBeenCalled();

    page.visibilityState = "visible";
    await dispatch("visibilitychange");
    await dispatch("visibilitychange");
    expect(update).toHaveBeenCalledOnce();
  });
});
