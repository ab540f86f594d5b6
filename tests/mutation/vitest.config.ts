import { defineConfig } from "vitest/config";

/** The tests that must notice a changed rule of law: those beside the code, with the vectors. */
export default defineConfig({
  test: {
    include: ["app/domain/law/*.test.ts", "tests/mutation/*.test.ts"],
    setupFiles: ["tests/support/property-runs.ts"],
  },
});
