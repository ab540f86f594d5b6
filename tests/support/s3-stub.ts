import { createHash } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";

export type S3Call = { readonly method: string; readonly path: string; readonly signedBy: string };

export type S3Stub = {
  readonly url: string;
  /** What it keeps, by path. */
  readonly objects: Map<string, Buffer>;
  /** Parts of objects that were neither completed nor aborted, by the name of the upload. */
  readonly unfinished: Map<string, Buffer[]>;
  readonly calls: S3Call[];
  /** The next requests fail with that status. */
  failWith(status: number, times: number): void;
  /** As `failWith`, from the request after so many that go well. */
  failAfter(taken: number, status: number, times: number): void;
  close(): Promise<void>;
};

type Answer = (status: number, content?: Buffer | string, headers?: Record<string, string>) => void;

const LEAST_PART_BYTES = 5 * 1024 * 1024;

/** Keeps objects as S3 does, for whoever signs; refuses content that is not what was signed, or of unknown length. */
export async function startS3Stub(): Promise<S3Stub> {
  const objects = new Map<string, Buffer>();
  const unfinished = new Map<string, Buffer[]>();
  const calls: S3Call[] = [];
  let failure = { taken: 0, status: 0, times: 0 };
  let uploads = 0;
  const server = createServer((request, response) => {
    void buffer(request).then((body) => {
      const { pathname: path, searchParams: query } = new URL(request.url ?? "/", "http://stub");
      const method = request.method ?? "";
      const signedBy = /Credential=([^/]+)\//.exec(request.headers.authorization ?? "")?.[1] ?? "";
      calls.push({ method, path, signedBy });
      const answer: Answer = (status, content = "", headers = {}) =>
        response.writeHead(status, { ...headers, "content-length": String(Buffer.byteLength(content)) }).end(method === "HEAD" ? undefined : content); // prettier-ignore
      if (failure.times > 0 && failure.taken > 0) failure = { ...failure, taken: failure.taken - 1 };
      else if (failure.times > 0) {
        failure = { ...failure, times: failure.times - 1 };
        return answer(failure.status, "<Error><Code>SlowDown</Code></Error>");
      }
      if (signedBy === "") return answer(403, "<Error><Code>AccessDenied</Code></Error>");
      const isSigned = request.headers["x-amz-content-sha256"] === createHash("sha256").update(body).digest("hex");
      if (method === "PUT" && (!isSigned || request.headers["content-length"] === undefined)) return answer(400);
      if (query.has("uploads")) {
        uploads += 1;
        unfinished.set(`upload-${uploads}`, []);
        return answer(200, `<InitiateMultipartUploadResult><UploadId>upload-${uploads}</UploadId></InitiateMultipartUploadResult>`); // prettier-ignore
      }
      const upload = query.get("uploadId");
      if (upload !== null) return answerUpload({ method, path, upload, part: Number(query.get("partNumber")), body, answer }); // prettier-ignore
      const object = objects.get(path);
      if (method === "PUT") {
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

  type UploadCall = { method: string; path: string; upload: string; part: number; body: Buffer; answer: Answer };

  function answerUpload({ method, path, upload, part, body, answer }: UploadCall): void {
    const parts = unfinished.get(upload);
    if (!parts) return answer(404, "<Error><Code>NoSuchUpload</Code></Error>");
    if (method === "PUT") {
      parts[part - 1] = body;
      return answer(200, "", { etag: `"part-${part}"` });
    }
    if (method === "DELETE") return void (unfinished.delete(upload), answer(204));
    const named = [...body.toString().matchAll(/<ETag>(?:&quot;|")part-(\d+)/g)].map(([, number]) => Number(number));
    const isWhole = parts.every((_, index) => named[index] === index + 1) && named.length === parts.length;
    if (!isWhole) return answer(400, "<Error><Code>InvalidPart</Code></Error>");
    if (parts.slice(0, -1).some(({ length }) => length < LEAST_PART_BYTES)) return answer(400, "<Error><Code>EntityTooSmall</Code></Error>"); // prettier-ignore
    unfinished.delete(upload);
    objects.set(path, Buffer.concat(parts));
    return answer(200, `<CompleteMultipartUploadResult><ETag>"1"</ETag></CompleteMultipartUploadResult>`);
  }

  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    objects,
    unfinished,
    calls,
    failWith: (status, times) => (failure = { taken: 0, status, times }),
    failAfter: (taken, status, times) => (failure = { taken, status, times }),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
