import type { ApiCall } from "./api-call.ts";

/** What this tab changes of the org: one thing after the other, so that each can build on the one before. */
export type OwnChanges = {
  /** Makes a change after all that were begun before it. */
  readonly inTurn: (change: () => Promise<void>) => Promise<void>;
  /** Keeps what the org has answered to a change. */
  readonly remember: (call: ApiCall, body: unknown) => void;
  /** What the org answered when this tab last changed what is at a path; undefined where it has not. */
  readonly recall: (path: string) => unknown;
};

/** The changes of a tab that has made none yet. */
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
