import { NewVersion } from "./app/NewVersion.tsx";
import { findToastStack } from "./app/Toast.tsx";
import { watchReleases } from "./demo-org/hosts/watch-releases.ts";
import { createRoot } from "./ui/react-root.ts";

/**
 * Caches the page for offline use, and offers to reload it when a new version is ready.
 *
 * @param pageUrl The page's own address, with its trailing slash.
 */
export function followReleases(pageUrl: string): void {
  // Add the status before it has a text, so that screen readers announce the text.
  const place = document.createElement("div");
  place.setAttribute("role", "status");
  findToastStack().append(place);
  const root = createRoot(place);
  watchReleases({
    pageUrl,
    container: navigator.serviceWorker,
    document,
    fetch: (url) => fetch(url),
    onNewRelease: () =>
      root.render(
        <NewVersion onReload={() => location.reload()} onLater={() => root.render(null)} />,
      ),
  });
}
