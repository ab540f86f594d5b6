import accessibility from "eslint-plugin-jsx-a11y";
import typescript from "typescript-eslint";

export default typescript.config(
  { ignores: ["node_modules/", "build/", ".data/", ".cache/", "screens/", "app/server/platform/prisma/", "public/"] },
  ...typescript.configs.recommended,
  {
    rules: {
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-unused-vars": [
        "error",
        { argsIgnorePattern: "^_", varsIgnorePattern: "^_", ignoreRestSiblings: true },
      ],
      "no-console": "error",
    },
  },
  {
    // What needs to know types costs most of the time, and matters where promises and money are.
    files: ["app/**/*.{ts,tsx}"],
    ignores: ["app/**/*.test.{ts,tsx}"],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      "@typescript-eslint/no-floating-promises": "error",
      "@typescript-eslint/no-misused-promises": "error",
      "@typescript-eslint/await-thenable": "error",
      "@typescript-eslint/switch-exhaustiveness-check": ["error", { considerDefaultExhaustiveForUnions: true }],
    },
  },
  { files: ["app/**/*.tsx"], ...accessibility.flatConfigs.recommended },
  // What is wrong with a form is the one thing that a new page may start at.
  { files: ["app/ui/forms/error-summary.tsx"], rules: { "jsx-a11y/no-autofocus": "off" } },
  {
    files: ["scripts/**", "demo/**", "tests/**", "docs/**", "app/admin/**"],
    rules: { "no-console": "off" },
  },
);
