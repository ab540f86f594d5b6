import { createServer } from "node:http";
import { collectDefaultMetrics, Histogram, Registry } from "prom-client";

export type Metrics = { observe(answered: { method: string; status: number; seconds: number }): void; close(): void };

/** Counts and times on a port of their own, which is not for the public. Labels hold no path: a path can hold a secret. */
export function openMetrics({ port }: { port: number }): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const answers = new Histogram({
    name: "http_request_duration_seconds",
    help: "Time to answer a request",
    labelNames: ["method", "status"],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers: [registry],
  });
  const server = createServer((_request, response) => {
    registry.metrics().then(
      (text) => response.writeHead(200, { "Content-Type": registry.contentType }).end(text),
      () => response.writeHead(500).end(),
    );
  });
  server.listen(port);
  return {
    observe: ({ method, status, seconds }) => answers.observe({ method, status: String(status) }, seconds),
    close: () => void server.close(),
  };
}
