import type { Release } from "./release.ts";

type PageCache = {
  readonly keys: () => Promise<readonly Pick<Request, "url">[]>;
  readonly match: (
    url: string,
    options: { readonly ignoreVary: boolean },
  ) => Promise<Response | undefined>;
  readonly addAll: (requests: Request[]) => Promise<void>;
};

/** What the copy needs of the worker it lives in. */
type PageCopySurroundings = {
  /** The page's own address, with its trailing slash. */
  readonly scope: string;
  readonly caches: {
    readonly open: (name: string) => Promise<PageCache>;
    readonly keys: () => Promise<string[]>;
    readonly delete: (name: string) => Promise<boolean>;
  };
  readonly fetch: (request: Request) => Promise<Response>;
};

/** The page's files, kept so that it opens without a network. */
type PageCopy = {
  /** Fetches what this release still lacks, then drops what is too old. Rejects if a file is missing or is not the built one. */
  readonly keep: () => Promise<void>;
  /** Answers a request for one of the page's files from the network or the copy, as suits the file. */
  readonly answer: (request: Request) => Promise<Response>;
};

/** This release, and the one before it: a page still open from then may yet ask for a part it had not loaded. */
const releasesKept = 2;

/**
 * Keeps one release of the page in a cache of its own.
 *
 * The copy is whole or it is not there: files are taken only if their bytes hash to what the build made, so a
 * deployment caught halfway, or a host that rewrites files, leaves no mixture behind.
 *
 * @see Subresource Integrity §3.3 (a response that does not match is a network error)
 */
export function createPageCopy(release: Release, surroundings: PageCopySurroundings): PageCopy {
  const { scope, caches, fetch } = surroundings;
  const prefix = `page ${scope} `;

  async function ownCaches(): Promise<string[]> {
    return (await caches.keys()).filter((name) => name.startsWith(prefix));
  }

  /** Newest first. Looked up once, for a page that opens asks for all of its parts at the same time. */
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
      // The page itself comes fresh, so that a new release is seen at once; its parts bear their hash in their name.
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
