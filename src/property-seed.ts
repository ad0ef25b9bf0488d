import fc from "fast-check";

/**
 * Set-up of the unit tests: property tests try the same values in each run, so that a failure can be repeated.
 * `FUZZ_SEED=7 npm run test:unit` tries other values, and `FUZZ_RUNS=20` tries 20 times as many.
 */
fc.configureGlobal({
  seed: Number(process.env.FUZZ_SEED ?? 1),
  numRuns: 100 * Number(process.env.FUZZ_RUNS ?? 1),
});
