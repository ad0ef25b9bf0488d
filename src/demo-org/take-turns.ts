/** Runs work after all that was handed in before it, whether that succeeded or failed. */
type Turns = <T>(work: () => Promise<T>) => Promise<T>;

/** For what builds on how the one before has left things, and must not overlap with it. */
export function createTurns(): Turns {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const turn = last.then(work);
    last = turn.catch(() => undefined);
    return turn;
  };
}
