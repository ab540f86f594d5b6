import type { Config } from "tailwindcss";

/** Calm paper, dark ink, one green that means "this moves you forward". The values are in app/tailwind.css, light and dark. */
export default {
  content: ["./app/**/*.{ts,tsx}", "!./app/**/*.test.{ts,tsx}"],
  darkMode: "media",
  theme: {
    colors: {
      transparent: "transparent",
      current: "currentColor",
      white: "#ffffff",
      black: "#000000",
      paper: "var(--paper)",
      card: "var(--card)",
      line: "var(--line)",
      ink: { DEFAULT: "var(--ink)", soft: "var(--ink-soft)" },
      green: { DEFAULT: "var(--green)", soft: "var(--green-soft)" },
      amber: { DEFAULT: "var(--amber)", soft: "var(--amber-soft)" },
      red: { DEFAULT: "var(--red)", soft: "var(--red-soft)" },
      blue: "var(--blue)",
      focus: "var(--focus)",
      badge: "var(--badge)",
    },
    fontFamily: {
      sans: [
        "ui-sans-serif",
        "system-ui",
        "-apple-system",
        '"Segoe UI"',
        "Roboto",
        '"Helvetica Neue"',
        "Arial",
        "sans-serif",
      ],
      mono: ["ui-monospace", "SFMono-Regular", "Menlo", "Consolas", "monospace"],
    },
    fontSize: {
      small: ["1rem", "1.5"],
      body: ["1.125rem", "1.5"],
      heading: ["1.25rem", "1.3"],
      title: ["1.6875rem", "1.2"],
      amount: ["min(2.875rem, 12vw)", "1.1"],
    },
    extend: {
      borderRadius: { card: "14px" },
      maxWidth: { column: "36rem" },
      minHeight: { target: "3rem", button: "3.5rem" },
      minWidth: { target: "3rem" },
    },
  },
} satisfies Config;
