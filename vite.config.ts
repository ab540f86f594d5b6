import { vitePlugin as remix } from "@remix-run/dev";
import autoprefixer from "autoprefixer";
import tailwindcss from "tailwindcss";
import { defineConfig } from "vite";
import remixConfig from "./remix.config.js";

export default defineConfig({
  plugins: [remix(remixConfig)],
  css: { postcss: { plugins: [tailwindcss("./tailwind.config.ts"), autoprefixer()] } },
  // The page renderer is bundled in its production form, whatever NODE_ENV the process runs with.
  ssr: {
    noExternal: ["react", "react-dom", "@remix-run/react", "@remix-run/router", "react-router", "react-router-dom"],
  },
  define: { "process.env.NODE_ENV": JSON.stringify("production") },
  build: {
    target: ["es2020", "safari14", "chrome90"],
    assetsInlineLimit: 0,
    rollupOptions: {
      // Routes of the API have nothing for a browser, which is as it should be.
      onwarn: (warning, warn) => (warning.code === "EMPTY_BUNDLE" ? undefined : warn(warning)),
    },
  },
});
