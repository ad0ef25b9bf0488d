import type { ApiCall } from "./api-call.ts";

/** The changes made in this tab. They run one at a time, so that each can build on the one before. */
export type OwnChanges = {
  readonly inTurn: (change: () => Promise<void>) => Promise<void>;
  readonly remember: (call: ApiCall, body: unknown) => void;
  readonly recall: (path: string) => unknown;
};

export function createOwnChanges(): OwnChanges {
  const answers = new Map<string, unknown>();
  let last: Promise<unknown> = Promise.resolve();
  return {
    inTurn(change) {
      const turn = last.then(change);
      last = turn.catch(() => undefined);
      return turn;
    },
    remember: ({ path }, body) => void answers.set(path, body),
    recall: (path) => answers.get(path),
  };
}
