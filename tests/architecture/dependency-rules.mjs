/** Who may know whom. Run by `npm test`; see docs/decisions/0002-layers.md. */
export default {
  forbidden: [
    {
      name: "domain-knows-only-itself",
      severity: "error",
      from: { path: "^app/domain/", pathNot: "\\.test\\.ts$" },
      to: { pathNot: "^app/domain/" },
    },
    {
      name: "server-knows-no-pages-and-no-processes",
      severity: "error",
      from: { path: "^app/server/" },
      to: { path: "^app/(routes|ui|worker|web|admin|converter)/" },
    },
    {
      name: "platform-knows-no-claims",
      severity: "error",
      from: { path: "^app/server/platform/", pathNot: "\\.test\\.ts$" },
      to: { path: "^app/server/(?!platform/)" },
    },
    {
      name: "validation-stands-below-the-api-and-imports",
      severity: "error",
      from: { path: "^app/server/validation/" },
      to: { path: "^app/server/(?!validation/|platform/)" },
    },
    {
      name: "what-creditors-hand-in-stands-below-the-api",
      severity: "error",
      from: { path: "^app/server/(claims|imports|inbox)/" },
      to: { path: "^app/server/api/" },
    },
    {
      name: "ui-knows-domain-and-texts",
      severity: "error",
      from: { path: "^app/ui/" },
      to: { path: "^app/(server|routes|worker|web|admin)/" },
    },
    {
      name: "texts-know-nobody",
      severity: "error",
      from: { path: "^app/i18n/", pathNot: "\\.test\\.ts$" },
      to: { path: "^app/(?!i18n/)" },
    },
    {
      name: "routes-know-no-routes",
      severity: "error",
      from: { path: "^app/routes/" },
      to: { path: "^app/(routes|worker|web|admin)/" },
    },
    {
      name: "worker-knows-no-pages",
      severity: "error",
      from: { path: "^app/worker/" },
      to: { path: "^app/(routes|ui|web|admin)/" },
    },
    {
      name: "converter-knows-nothing-but-files",
      severity: "error",
      from: { path: "^app/converter/" },
      to: { path: "^app/", pathNot: "^app/(converter/|domain/result\\.ts|server/evidence/file-converter)" },
    },
    {
      name: "only-the-server-talks-to-the-database",
      severity: "error",
      from: { path: "^app/", pathNot: "^app/server/" },
      to: { path: "(platform/prisma/|^node_modules/(@prisma|pg)/)" },
    },
    {
      name: "app-knows-no-demo-and-no-tests",
      severity: "error",
      from: { path: "^app/", pathNot: "\\.test\\.tsx?$" },
      to: { path: "^(demo|tests|scripts)/" },
    },
    { name: "no-circles", severity: "error", from: { pathNot: "platform/prisma/" }, to: { circular: true } },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    doNotFollow: { path: "node_modules" },
    exclude: { path: "platform/prisma/(internal|models)" },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "require", "node", "default"] },
  },
};
