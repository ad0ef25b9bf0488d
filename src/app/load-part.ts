/** A part of the page whose code is loaded when it is first needed. */
export type Part<Code> = {
  /** `undefined` until `load` has resolved. */
  readonly loaded: () => Code | undefined;
  readonly load: () => Promise<Code>;
};

/** Unlike `React.lazy`, lets a part that is loaded already be rendered in the first frame. */
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
