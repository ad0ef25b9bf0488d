import fc from "fast-check";

/**
 * Set-up of the unit tests: property tests try the same values in each run, so that a failure is there again in the next
 * one. `FUZZ_SEED=7 npm run test:unit` tries others, and `FUZZ_RUNS=20` times as many.
 */
fc.configureGlobal({
  seed: Number(process.env.FUZZ_SEED ?? 1),
  numRuns: 100 * Number(process.env.FUZZ_RUNS ?? 1),
});
