export type Part<Code> = {
  /** `undefined` until `load` has resolved. */
  readonly loaded: () => Code | undefined;
  readonly load: () => Promise<Code>;
};

/** Unlike with `React.lazy`, a loaded part renders in the first frame. */
export function createPart<Code>(importCode: () => Promise<Code>): Part<Code> {
  let loaded: Code | undefined;
  return {
    loaded: () => loaded,
    async load() {
      loaded = await importCode();
      return loaded;
    },
  };
}
