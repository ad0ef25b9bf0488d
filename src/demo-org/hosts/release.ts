/** A file of the built page: its path relative to the page ("" is the page), and its hash. */
type ReleaseFile = { readonly path: string; readonly integrity: string };

/** One build of the page. Its version changes with any file. */
export type Release = {
  readonly version: string;
  readonly files: readonly ReleaseFile[];
};

/** Inserted by the build; null under the dev server. */
declare const __RELEASE__: Release | null;

/** The build that this worker belongs to; null under the dev server, where nothing is cached. */
export const release: Release | null = __RELEASE__;
