import fc from "fast-check";

/**
 * How every property test runs: a thousand cases from a seed that is printed with the test. The cases are the same each
 * time; `FC_SEED=7 npm run test:unit` tries others, and runs a failure again.
 */
fc.configureGlobal({
  seed: Number(process.env["FC_SEED"] ?? 20261122),
  numRuns: 1000,
  reporter(details) {
    if (details.failed) throw new Error(fc.defaultReportMessage(details), { cause: details.errorInstance });
    console.log(`${details.numRuns} runs, seed ${details.seed}`);
  },
});
