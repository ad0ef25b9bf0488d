import type { Release } from "../release.ts";

type PageCache = {
  readonly keys: () => Promise<readonly Pick<Request, "url">[]>;
  readonly match: (
    url: string,
    options: { readonly ignoreVary: boolean },
  ) => Promise<Response | undefined>;
  readonly addAll: (requests: Request[]) => Promise<void>;
};

/** APIs of the worker that the copy needs. */
type PageCopySurroundings = {
  /** The page's own address, with a trailing slash. */
  readonly scope: string;
  readonly caches: {
    readonly open: (name: string) => Promise<PageCache>;
    readonly keys: () => Promise<string[]>;
    readonly delete: (name: string) => Promise<boolean>;
  };
  readonly fetch: (request: Request) => Promise<Response>;
};

/** The page's files, cached for offline use. */
type PageCopy = {
  /**
   * Fetches missing files of this release, then deletes old releases. Rejects if a file is missing or its hash differs.
   */
  readonly keep: () => Promise<void>;
  /** Responds to a request for one of the page's files, from the network or the cache. */
  readonly answer: (request: Request) => Promise<Response>;
};

/** This release and the previous one, whose pages may be open and still load some of its files. */
const releasesKept = 2;

/**
 * Caches one release of the page.
 *
 * The copy is complete or absent. A file is only stored if its hash matches the build, so that an unfinished deployment
 * or a host that rewrites files leaves no mixture of releases.
 *
 * @see Subresource Integrity §3.3 (a response that does not match is a network error)
 */
export function createPageCopy(release: Release, surroundings: PageCopySurroundings): PageCopy {
  const { scope, caches, fetch } = surroundings;
  const prefix = `page ${scope} `;

  async function ownCaches(): Promise<string[]> {
    return (await caches.keys()).filter((name) => name.startsWith(prefix));
  }

  /** Newest first. Memoized, because a page requests all of its files at once. */
  let opened: Promise<readonly PageCache[]> | undefined;

  async function openOwnCaches(): Promise<readonly PageCache[]> {
    const names = (await ownCaches()).reverse();
    return Promise.all(names.map((name) => caches.open(name)));
  }

  async function find(url: string): Promise<Response | undefined> {
    opened ??= openOwnCaches();
    const kept = await opened.catch((failure) => {
      opened = undefined;
      throw failure;
    });
    for (const cache of kept) {
      const found = await cache.match(url, { ignoreVary: true });
      if (found) return found;
    }
    return undefined;
  }

  return {
    keep: async () => {
      const cache = await caches.open(prefix + release.version);
      const kept = new Set((await cache.keys()).map(({ url }) => url));
      const wanted = release.files.map(
        ({ path, integrity }) =>
          new Request(new URL(path, scope), {
            integrity,
            cache: "no-cache",
            credentials: "omit",
          }),
      );
      await cache.addAll(wanted.filter(({ url }) => !kept.has(url)));
      opened = undefined;
      const outdated = (await ownCaches()).slice(0, -releasesKept);
      await Promise.all(outdated.map((name) => caches.delete(name)));
    },

    answer: async (request) => {
      // Navigations use the network first, so that a new release is seen at once. Other files have a hash in their name,
      // so the cache is used first.
      if (request.mode !== "navigate") return (await find(request.url)) ?? fetch(request);
      try {
        return await fetch(request);
      } catch (offline) {
        const page = await find(scope);
        if (page) return page;
        throw offline;
      }
    },
  };
}
