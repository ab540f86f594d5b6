import { defineConfig } from "prisma/config";

// Prisma looks for an engine binary that it would have to download, and then does not use it: any existing file will do.
process.env["PRISMA_SCHEMA_ENGINE_BINARY"] ??= process.execPath;

export default defineConfig({
  schema: "prisma/schema.prisma",
  migrations: { path: "prisma/migrations" },
});
