import { resolve } from "node:path";
import { expect, test } from "vitest";
import { parseStorageUrl } from "./storage-url.server.ts";

test.each([
  ["file:///var/lib/voldaan", "/var/lib/voldaan"],
  ["file:/var/lib/voldaan", "/var/lib/voldaan"],
  ["file:///var/mijn%20map", "/var/mijn map"],
  ["file:.data/documents", resolve(".data/documents")],
])("%s is the directory %s", (text, directory) => {
  expect(parseStorageUrl(text)).toEqual({ ok: true, value: { directory } });
});

test.each(["", "file:", "s3://bucket", "/var/lib", "file://other-host/x", "https://example.nl"])(
  "%j is refused with what is allowed",
  (text) => {
    expect(parseStorageUrl(text)).toEqual({
      ok: false,
      error: {
        kind: "unsupported_storage_url",
        message:
          "STORAGE_URL must name a directory as file:///absolute/path or file:relative/path; other kinds of storage are not supported",
      },
    });
  },
);
