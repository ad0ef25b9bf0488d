export type Part<Code> = ReturnType<typeof createPart<Code>>;

/** Unlike with `React.lazy`, a loaded part renders in the first frame. */
export function createPart<Code>(importCode: () => Promise<Code>) {
  let loaded: Code | undefined;
  return {
    loaded: () => loaded,
    async load(): Promise<Code> {
      loaded = await importCode();
      return loaded;
    },
  };
}
