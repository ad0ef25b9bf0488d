import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from "react";
import { DemoOrgProblem } from "../DemoOrgProblem.tsx";
import type { DemoOrgHandle } from "../demo-org-status.ts";
import { createOrgApi } from "../org-api/org-api.ts";
import { createOwnChanges, OrgApiProvider } from "../org-api/org-api-context.ts";
import { PartBoundary } from "../PartBoundary.tsx";
import { buildPlaceQuery, parsePlace, type SetUpLocation, sections } from "../set-up-places.ts";
import { mainId } from "../shell/Shell.tsx";
import { Menu } from "./Menu.tsx";
import { NavigationContext } from "./PlaceLink.tsx";
import styles from "./SetUpSections.module.css";
import { sectionEntries } from "./sections.tsx";
import { useFocusFallback } from "./use-focus-fallback.ts";

export function SetUpSections({ demoOrg }: { demoOrg: DemoOrgHandle }) {
  const demoOrgStatus = useSyncExternalStore(demoOrg.subscribe, demoOrg.getStatus);
  const navigation = useNavigation();
  const { place } = navigation;
  const main = useFocusFallback();
  const connection = useMemo(
    () => ({
      api: createOrgApi(demoOrg.orgUrl, (...call) => fetch(...call)),
      ownChanges: createOwnChanges(),
    }),
    [demoOrg.orgUrl],
  );

  return (
    <NavigationContext value={navigation}>
      <OrgApiProvider value={connection}>
        <div className={styles.page}>
          <Menu place={place} />
          <main ref={main} id={mainId} tabIndex={-1} className={styles.main}>
            {demoOrgStatus.status === "ready" && (
              <PartBoundary key={place.section} part="This page">
                {sectionEntries[place.section].show(place)}
              </PartBoundary>
            )}
            {demoOrgStatus.status === "starting" && (
              <p role="status">Starting the demo org in this browser…</p>
            )}
            {demoOrgStatus.status === "unavailable" && (
              <DemoOrgProblem reason={demoOrgStatus.reason} onRetry={demoOrg.retry} />
            )}
          </main>
        </div>
      </OrgApiProvider>
    </NavigationContext>
  );
}

function useNavigation() {
  const [place, setPlace] = useState(findCurrentPlace);

  useEffect(() => {
    const follow = ({ state }: PopStateEvent) => {
      setPlace(findCurrentPlace());
      const left: unknown = state?.scrollTop;
      if (typeof left === "number") scrollWhenLoaded(left);
    };
    window.addEventListener("popstate", follow);
    return () => window.removeEventListener("popstate", follow);
  }, []);

  const navigate = useCallback((next: SetUpLocation) => {
    history.replaceState({ ...history.state, scrollTop: window.scrollY }, "");
    history.pushState(null, "", buildPlaceQuery(next, location.search));
    setPlace(next);
    window.scrollTo(0, 0);
  }, []);

  return useMemo(() => ({ place, navigate }), [place, navigate]);
}

function findCurrentPlace(): SetUpLocation {
  return parsePlace(location.search) ?? { section: sections[0] };
}

/**
 * Scrolls to a position as soon as the page is long enough, unless the user acts first. After Back, the browser itself
 * scrolls before the page's content has loaded.
 */
function scrollWhenLoaded(top: number): void {
  const observer = new ResizeObserver(() => {
    const { scrollHeight, clientHeight } = document.documentElement;
    if (scrollHeight - clientHeight < top) return;
    window.scrollTo(0, top);
    observer.disconnect();
  });
  observer.observe(document.body);
  for (const type of ["wheel", "pointerdown", "keydown", "popstate"])
    window.addEventListener(type, () => observer.disconnect(), { once: true, passive: true });
}
