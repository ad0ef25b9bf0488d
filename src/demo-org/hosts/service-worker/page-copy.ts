import type { Release } from "../release.ts";

type PageCache = {
  readonly keys: () => Promise<readonly Pick<Request, "url">[]>;
  readonly match: (
    url: string,
    options: { readonly ignoreVary: boolean },
  ) => Promise<Response | undefined>;
  readonly addAll: (requests: Request[]) => Promise<void>;
};

type PageCopyEnvironment = {
  readonly scope: string;
  readonly caches: {
    readonly open: (name: string) => Promise<PageCache>;
    readonly keys: () => Promise<string[]>;
    readonly delete: (name: string) => Promise<boolean>;
  };
  readonly fetch: (request: Request) => Promise<Response>;
  readonly wait: (milliseconds: number) => Promise<void>;
};

/** Keeps this release and the previous one. Open pages of the previous release may still load its files. */
const releasesKept = 2;

/** If the network takes longer, the page is opened from the cache. */
const timeoutMs = 3_000;

/**
 * Caches the page's files for offline use: all files of a release, or none. Their hashes prevent a mixture of releases.
 * @see Subresource Integrity §3.3
 */
export function createPageCopy(release: Release, environment: PageCopyEnvironment) {
  const { scope, caches, fetch, wait } = environment;
  const prefix = `page ${scope} `;
  const ownName = prefix + release.version;

  async function listCaches(): Promise<string[]> {
    const names = (await caches.keys()).filter((name) => name.startsWith(prefix)).reverse();
    return names.sort((one, other) => Number(other === ownName) - Number(one === ownName));
  }

  /** Memoized, because a page requests all of its files at once. */
  let opened: Promise<readonly PageCache[]> | undefined;

  async function find(url: string): Promise<Response | undefined> {
    opened ??= listCaches()
      .then((names) => Promise.all(names.map((name) => caches.open(name))))
      .catch((failure) => {
        opened = undefined;
        throw failure;
      });
    for (const cache of await opened) {
      const found = await cache.match(url, { ignoreVary: true });
      if (found) return found;
    }
    return undefined;
  }

  async function open(request: Request): Promise<Response> {
    const online = fetch(request);
    const soon = await Promise.race([online, wait(timeoutMs)]).catch(() => undefined);
    if (soon && soon.status < 500) return soon;
    return (await find(isPage(request.url) ? scope : request.url)) ?? online;
  }

  return {
    /** Fetches missing files, then deletes old releases. Rejects if a file is missing or its hash differs. */
    keep: async (): Promise<void> => {
      const cache = await caches.open(ownName);
      const cached = new Set((await cache.keys()).map(({ url }) => url));
      const requests = release.files.map(
        ({ path, integrity }) =>
          new Request(new URL(path, scope), { integrity, cache: "no-cache", credentials: "omit" }),
      );
      try {
        await cache.addAll(requests.filter(({ url }) => !cached.has(url)));
      } catch (failure) {
        // An empty cache would count as a release, and a release that open pages use would be deleted.
        if (cached.size === 0) await caches.delete(ownName);
        throw failure;
      }
      opened = undefined;
      const outdated = (await listCaches()).slice(releasesKept);
      await Promise.all(outdated.map((name) => caches.delete(name)));
    },

    respond: async (request: Request): Promise<Response> => {
      // Requests the page from the network first, so that a new release is seen at once. Other files have a hash in
      // their name.
      if (request.mode === "navigate") return open(request);
      return (await find(request.url)) ?? fetch(request);
    },
  };

  function isPage(url: string): boolean {
    const [address] = url.split(/[?#]/, 1);
    return address === scope || address === `${scope}index.html`;
  }
}
