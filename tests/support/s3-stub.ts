import { createHash } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";

export type S3Call = { readonly method: string; readonly path: string; readonly signedBy: string };

export type S3Stub = {
  readonly url: string;
  /** What it keeps, by path. */
  readonly objects: Map<string, Buffer>;
  readonly calls: S3Call[];
  /** The next requests fail with that status. */
  failWith(status: number, times: number): void;
  close(): Promise<void>;
};

/** Keeps objects as S3 does, for whoever signs; refuses content that is not what was signed. */
export async function startS3Stub(): Promise<S3Stub> {
  const objects = new Map<string, Buffer>();
  const calls: S3Call[] = [];
  let failure = { status: 0, times: 0 };
  const server = createServer((request, response) => {
    void buffer(request).then((body) => {
      const path = (request.url ?? "").split("?", 1)[0] ?? "";
      const method = request.method ?? "";
      const signedBy = /Credential=([^/]+)\//.exec(request.headers.authorization ?? "")?.[1] ?? "";
      calls.push({ method, path, signedBy });
      const answer = (status: number, content: Buffer | string = "", headers: Record<string, string> = {}) =>
        response.writeHead(status, { ...headers, "content-length": String(Buffer.byteLength(content)) }).end(method === "HEAD" ? undefined : content); // prettier-ignore
      if (failure.times > 0) {
        failure = { ...failure, times: failure.times - 1 };
        return answer(failure.status, "<Error><Code>SlowDown</Code></Error>");
      }
      if (signedBy === "") return answer(403, "<Error><Code>AccessDenied</Code></Error>");
      const object = objects.get(path);
      if (method === "PUT") {
        if (request.headers["x-amz-content-sha256"] !== createHash("sha256").update(body).digest("hex")) return answer(400); // prettier-ignore
        objects.set(path, body);
        return answer(200, "", { etag: '"1"' });
      }
      if (method === "DELETE") return void (objects.delete(path), answer(204));
      if (!object) return answer(404, "<Error><Code>NoSuchKey</Code></Error>");
      const [, from, to] = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? "") ?? [];
      if (from !== undefined) return answer(206, object.subarray(Number(from), Number(to) + 1), { etag: '"1"' });
      return answer(200, object, { etag: '"1"' });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    objects,
    calls,
    failWith: (status, times) => (failure = { status, times }),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
