import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { answerApi } from "./api.ts";
import { problem, type Answer } from "./answers.ts";
import { checkoutPage, choose, unknownPage } from "./checkout-pages.ts";
import { createAlarm, createClock } from "./clock.ts";
import { createControl, type Control } from "./control.ts";
import { answerControl } from "./control-routes.ts";
import { createFaults, type Reply } from "./faults.ts";
import { act, overviewPage } from "./overview-page.ts";
import { nextSettlement, settleDue } from "./payments.ts";
import { createStateWriter, readState } from "./persistence.ts";
import { createRequestLog } from "./request-log.ts";
import type { Simulation } from "./simulation.ts";
import { createState } from "./state.ts";
import { createWebhooks } from "./webhooks.ts";

export type SimulatorOptions = {
  /** 0 for any free port. */
  readonly port: number;
  /** Address to listen on; this machine only unless said. */
  readonly host?: string;
  /** Address of the pages as a browser reaches them; that of the server unless said. */
  readonly publicUrl?: string;
  readonly now?: () => Date;
  /** File that keeps the payments over a restart; in memory only unless said. */
  readonly persistTo?: string;
  /** Whether `/control/…` and the overview with its buttons are open to whoever reaches the port. */
  readonly allowUnauthenticatedControl: boolean;
  /** Multiplies Mollie's waiting times between webhook attempts. */
  readonly webhookTimeScale?: number;
  readonly webhookTimeoutMs?: number;
  /** Whether open iDEAL payments can be cancelled through the API; Mollie's examples say no. */
  readonly cancelable?: boolean;
  /** How long a refund made through the API stays pending; null: until the control says so. */
  readonly refundAfterMs?: number | null;
};

export type MollieSimulator = {
  readonly url: string;
  readonly port: number;
  readonly control: Control;
  readonly close: () => Promise<void>;
};

const LARGEST_BODY = 1_000_000;

/** Starts a server that behaves as Mollie's API does, with the pages that stand in for a bank. */
export async function startMollieSimulator(options: SimulatorOptions): Promise<MollieSimulator> {
  const state = options.persistTo === undefined ? createState() : readState(options.persistTo);
  const writer = options.persistTo === undefined ? null : createStateWriter(options.persistTo, state);
  const clock = createClock(options.now ?? (() => new Date()));
  const faults = createFaults();
  const requests = createRequestLog();
  const webhooks = createWebhooks({
    state,
    clock,
    changed,
    settings: { timeScale: options.webhookTimeScale ?? 1, timeoutMs: options.webhookTimeoutMs ?? 15_000 },
  });
  const simulation: Simulation = {
    state,
    clock,
    changed,
    notify: webhooks.notify,
    settings: { cancelable: options.cancelable ?? false, refundAfterMs: options.refundAfterMs ?? null },
    tampered: new Map(),
    withdrawnKeys: new Set(),
    publicUrl: "",
  };
  const control = createControl({ simulation, faults, webhooks, requests });
  const alarm = createAlarm({ clock, nextDue, ring });
  let closed = false;

  function changed(): void {
    if (closed) return;
    webhooks.sendDue();
    writer?.save();
    alarm.rearm();
  }

  function ring(): void {
    settleDue(simulation);
    changed();
  }

  function nextDue(): number | null {
    const due = [nextSettlement(simulation), webhooks.nextDue()].filter((at) => at !== null);
    return due.length === 0 ? null : Math.min(...due);
  }

  async function answer(request: IncomingMessage): Promise<Reply> {
    const method = request.method ?? "GET";
    const url = new URL(request.url ?? "/", "http://simulator");
    const text = await readText(request);
    if (text === null) return { kind: "answer", answer: problem(413, "The request is too large") };
    settleDue(simulation);
    if (url.pathname.startsWith("/v2/")) {
      const key = request.headers["idempotency-key"];
      return answerApi(
        { simulation, faults, requests },
        {
          ...{ method, url, text, authorization: request.headers.authorization },
          idempotencyKey: typeof key === "string" ? key : undefined,
        },
      );
    }
    return { kind: "answer", answer: await answerPage({ request, method, url, text }) };
  }

  async function answerPage({
    request,
    method,
    url,
    text,
  }: {
    request: IncomingMessage;
    method: string;
    url: URL;
    text: string;
  }): Promise<Answer> {
    const [, first = "", second = "", third = ""] = url.pathname.split("/");
    if (method === "POST" && request.headers["sec-fetch-site"] === "cross-site") return problem(403, "Not from here");
    const payment = state.payments.get(second);
    if ((first === "checkout" || first === "qr") && payment) {
      if (method !== "POST") return checkoutPage(payment, first);
      return choose(simulation, { payment, via: first, form: new URLSearchParams(text) });
    }
    if (!options.allowUnauthenticatedControl) return unknownPage();
    if (first === "control") return answerControl(control, { method, act: second, body: jsonOrNull(text) });
    if (first === "payments" && payment && method === "POST") {
      return act(control, { simulation, payment, name: third, form: new URLSearchParams(text) });
    }
    return url.pathname === "/" ? overviewPage(simulation) : unknownPage();
  }

  const server = createServer((request, response) => {
    answer(request).then(
      (result) => {
        send(response, result);
      },
      (error: unknown) => {
        console.error(error);
        send(response, { kind: "answer", answer: problem(500, "The simulator itself failed") });
      },
    );
  });
  const host = options.host ?? "127.0.0.1";
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject).listen(options.port, host, resolve);
  });
  const { port } = server.address() as AddressInfo;
  const url = `http://${host}:${port}`;
  simulation.publicUrl = options.publicUrl ?? url;
  ring();

  return {
    url,
    port,
    control,
    close: async () => {
      closed = true;
      alarm.stop();
      webhooks.stop();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await writer?.flush();
    },
  };
}

function send(response: ServerResponse, result: Reply): void {
  if (result.kind === "no_answer") return;
  if (result.kind === "reset") {
    response.socket?.resetAndDestroy();
    return;
  }
  const { status, headers, body } = result.answer;
  const text = body === null ? "" : typeof body === "string" ? body : JSON.stringify(body);
  const json = body !== null && typeof body !== "string";
  response.writeHead(status, {
    "cache-control": "no-store",
    ...(json && { "content-type": "application/hal+json" }),
    ...headers,
  });
  response.end(text);
}

async function readText(request: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > LARGEST_BODY) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

function jsonOrNull(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}
