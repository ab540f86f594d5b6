import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "unit",
          include: ["app/**/*.test.ts", "app/**/*.test.tsx", "demo/**/*.test.ts"],
          setupFiles: ["tests/support/property-runs.ts"],
          // Nothing here keeps anything in its module, so files may share what they load.
          isolate: false,
        },
      },
      {
        test: {
          name: "database",
          include: ["tests/database/**/*.test.ts"],
          globalSetup: ["tests/support/global-setup.ts"],
          maxWorkers: 2,
          testTimeout: 60_000,
          hookTimeout: 120_000,
          // Each file has a database of its own, and nothing is kept in a module.
          isolate: false,
        },
      },
      {
        test: {
          name: "integration",
          include: ["tests/{http,crash,contract}/**/*.test.ts"],
          globalSetup: ["tests/support/global-setup.ts"],
          maxWorkers: 2,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
