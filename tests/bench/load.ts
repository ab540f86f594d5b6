import http from "node:http";

export type Load = {
  readonly perSecond: number;
  readonly failures: number;
  readonly median: number;
  readonly p99: number;
};

/** Asks for pages over a few kept connections for a while; every cookie in turn, so that nobody's page is asked twice in a row. */
export async function pagesPerSecond(options: {
  url: string;
  cookies: readonly string[];
  connections: number;
  seconds: number;
}): Promise<Load> {
  const agent = new http.Agent({ keepAlive: true, maxSockets: options.connections });
  const until = performance.now() + options.seconds * 1_000;
  const times: number[] = [];
  let failures = 0;
  let turn = 0;

  async function keepAsking(): Promise<void> {
    while (performance.now() < until) {
      const cookie = options.cookies[turn++ % options.cookies.length] ?? "";
      const started = performance.now();
      const status = await get(options.url, { agent, cookie });
      times.push(performance.now() - started);
      if (status !== 200) failures += 1;
    }
  }

  const started = performance.now();
  await Promise.all(Array.from({ length: options.connections }, keepAsking));
  const seconds = (performance.now() - started) / 1_000;
  agent.destroy();
  return { perSecond: times.length / seconds, failures, median: quantile(times, 0.5), p99: quantile(times, 0.99) };
}

function get(url: string, { agent, cookie }: { agent: http.Agent; cookie: string }): Promise<number> {
  return new Promise((resolve, reject) => {
    const request = http.get(url, { agent, headers: { cookie } }, (response) => {
      response.resume();
      response.once("end", () => resolve(response.statusCode ?? 0));
    });
    request.once("error", reject);
  });
}

export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((left, right) => left - right);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}
