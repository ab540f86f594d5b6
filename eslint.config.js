import accessibility from "eslint-plugin-jsx-a11y";
import typescript from "typescript-eslint";

export default typescript.config(
  { ignores: ["node_modules/", "build/", ".data/", ".cache/", "screens/", "app/server/platform/prisma/", "public/"] },
  ...typescript.configs.recommended,
  {
    files: ["**/*.{ts,tsx}"],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      "@typescript-eslint/no-floating-promises": "error",
      "@typescript-eslint/no-misused-promises": "error",
      "@typescript-eslint/await-thenable": "error",
      "@typescript-eslint/switch-exhaustiveness-check": ["error", { considerDefaultExhaustiveForUnions: true }],
      "@typescript-eslint/consistent-type-imports": "error",
      "no-console": "error",
    },
  },
  { files: ["app/**/*.tsx"], ...accessibility.flatConfigs.recommended },
  {
    files: ["scripts/**", "demo/**", "tests/**", "app/admin/**"],
    rules: { "no-console": "off" },
  },
);
