type Turns = <T>(work: () => Promise<T>) => Promise<T>;

/** Runs async tasks one at a time, in the order they were queued. */
export function createSerialQueue(): Turns {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const turn = last.then(work);
    last = turn.catch(() => undefined);
    return turn;
  };
}
