import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { chromium } from "@playwright/test";

/** The one without a window goes first: the same browser, and a third quicker. */
const KNOWN_PLACES = [
  "/usr/bin/chromium-headless-shell",
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/snap/bin/chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/** A Chromium to test with: the one named in CHROMIUM, one that is installed, or one from the system's package manager. */
export function findChromium(): string | null {
  const named = process.env["CHROMIUM"];
  if (named) return existsSync(named) ? named : null;
  const installed = [...KNOWN_PLACES, chromium.executablePath()].find((place) => existsSync(place));
  if (installed) return installed;
  console.log(
    "No Chromium found; trying the system's package manager (apt-get install chromium-headless-shell, else chromium).",
  );
  const root = process.getuid?.() === 0 ? [] : ["sudo", "-n"];
  const install = ["install", "-y", "-qq", "--no-install-recommends"];
  const aptGet = (...args: string[]) => {
    const [program = "", ...rest] = [...root, "apt-get", ...args];
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    return spawnSync(program, rest, { stdio: "inherit", env }).status === 0;
  };
  aptGet("update", "-qq");
  if (!aptGet(...install, "chromium-headless-shell")) aptGet(...install, "chromium");
  const now = KNOWN_PLACES.find((place) => existsSync(place));
  if (!now) console.log("Install Chromium, or name one: CHROMIUM=/path/to/chromium npm test");
  return now ?? null;
}
