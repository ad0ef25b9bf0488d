/** Runs `work` `times` times, `parallel` of them at once. */
export async function inParallel(
  times: number,
  parallel: number,
  work: () => Promise<unknown>,
): Promise<void> {
  let left = times;
  const workOn = async () => {
    while (left > 0) {
      left -= 1;
      await work();
    }
  };
  await Promise.all(Array.from({ length: parallel }, workOn));
}
