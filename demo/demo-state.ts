import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

/** What the demo remembers between starts: who and what it made, and the addresses to open. */
export type DemoState = {
  /** Where it ran last, which its links name. */
  readonly baseUrl: string;
  /** The day the invoices count back from. */
  readonly today: string;
  readonly creditors: Readonly<Record<string, DemoCreditorState>>;
  readonly scenarios: readonly DemoScenario[];
};

export type DemoCreditorState = {
  readonly id: string;
  readonly apiKey: string;
  readonly webhookSecret: string;
  readonly endpointId: string;
  /** Of the user who signs in to the inbox. */
  readonly userEmail: string;
};

/** What it takes to sign a link of the demo again. */
export type DemoLink = {
  readonly creditorId: string;
  readonly claimId: string;
  /** How long ago it was made. */
  readonly agedDays: number;
  readonly onPaper: boolean;
};

export type DemoScenario = { readonly title: string; readonly url: string; readonly link: DemoLink };

const fileIn = (dataDir: string): string => path.join(dataDir, "demo", "state.json");

export function readDemoState(dataDir: string): DemoState | null {
  try {
    return JSON.parse(readFileSync(fileIn(dataDir), "utf8")) as DemoState;
  } catch {
    return null;
  }
}

export function writeDemoState(dataDir: string, state: DemoState): void {
  mkdirSync(path.dirname(fileIn(dataDir)), { recursive: true });
  writeFileSync(fileIn(dataDir), JSON.stringify(state, null, 2), { mode: 0o600 });
}
