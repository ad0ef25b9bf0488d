/** A file of the built page: its address relative to the page's own ("" is the page), and what its bytes must hash to. */
type ReleaseFile = { readonly path: string; readonly integrity: string };

/** One build of the page. Its version changes when any file does. */
export type Release = {
  readonly version: string;
  readonly files: readonly ReleaseFile[];
};

/** Put in place by the build, which alone knows what it has made; null under the dev server. */
declare const __RELEASE__: Release | null;

/** The build that this worker belongs to; null under the dev server, where files change and nothing is kept. */
export const release: Release | null = __RELEASE__;
