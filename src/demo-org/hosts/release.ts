type ReleaseFile = { readonly path: string; readonly integrity: string };

export type Release = {
  readonly version: string;
  readonly files: readonly ReleaseFile[];
};

/** Inserted by the build; null under the dev server, where nothing is cached. */
declare const __RELEASE__: Release | null;

export const release: Release | null = __RELEASE__;
