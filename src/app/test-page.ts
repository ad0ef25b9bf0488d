import { createSession, type Session } from "./session.ts";
import type { TabStorage } from "./tab-storage.ts";
import { createTestStorage } from "./test-storage.ts";

type TestPage = {
  storage: TabStorage;
  /** The page's own address, as it is registered at the org. */
  redirectUri: string;
  demoOrgUrl: string;
  /** Called with the address when the page navigates to another one. */
  onLeave: (url: string) => void;
};

/** For tests: a page that was opened at an address. Its demo org is ready. */
export function openTestPage(address: string, page: TestPage): Session {
  const { storage, redirectUri, demoOrgUrl, onLeave } = page;
  const location = Object.assign(new URL(address), { assign: onLeave });
  const changeAddress = (_state: null, _title: string, url: string) => {
    location.href = new URL(url, location).href;
  };
  return createSession({
    storage,
    openLocalStorage: createTestStorage,
    demoOrg: {
      orgUrl: demoOrgUrl,
      getStatus: () => ({ status: "ready" }),
      subscribe: () => () => undefined,
      start: () => undefined,
    },
    redirectUri,
    loadParts: () => import("./session-parts.ts"),
    window: {
      location,
      history: {
        pushState: changeAddress,
        replaceState: changeAddress,
      },
    },
  });
}
