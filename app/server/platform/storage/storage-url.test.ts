import { expect, test } from "vitest";
import { parseStorageUrl } from "./storage-url.server.ts";

test.each([
  ["file:///var/lib/voldaan", "/var/lib/voldaan"],
  ["file:/var/lib/voldaan", "/var/lib/voldaan"],
  ["file:///var/mijn%20map", "/var/mijn map"],
  ["file:.data/documents", "/srv/.data/documents"],
])("%s is the directory %s", (text, directory) => {
  expect(parseStorageUrl(text, "/srv")).toEqual({ ok: true, value: { kind: "directory", directory } });
});

test.each([
  ["s3://bewijs", { bucket: "bewijs", prefix: "", region: "eu-central-1", endpoint: null, pathStyle: false }],
  [
    "s3://bewijs/voldaan/documents/?region=nl-ams&endpoint=https://s3.nl-ams.example&pathStyle=1",
    { bucket: "bewijs", prefix: "voldaan/documents/", region: "nl-ams", endpoint: "https://s3.nl-ams.example", pathStyle: true }, // prettier-ignore
  ],
])("%s is a bucket", (text, bucket) => {
  expect(parseStorageUrl(text, "/srv")).toEqual({ ok: true, value: { kind: "s3", ...bucket } });
});

test.each([
  "",
  "file:",
  "s3:",
  "s3://",
  "s3://key:secret@bucket",
  "s3://bucket?secret=x",
  "s3://bucket?endpoint=minio:9000",
  "/var/lib",
  "file://other-host/x",
  "https://example.nl",
])("%j is refused with what is allowed", (text) => {
  expect(parseStorageUrl(text, "/srv")).toEqual({
    ok: false,
    error: {
      kind: "unsupported_storage_url",
      message:
        "must be file:///absolute/path, file:relative/path or s3://bucket/prefix?region=…&endpoint=…&pathStyle=1",
    },
  });
});
