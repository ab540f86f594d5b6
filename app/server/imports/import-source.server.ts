import type { StoredDocument } from "#app/server/platform/storage/document-storage.server.ts";
import { csvSource } from "./csv/csv-source.server.ts";
import type { ImportFormat } from "./import-format.server.ts";
import type { ImportSource } from "./import-item.server.ts";
import { jsonLinesSource } from "./json-lines/json-lines-source.server.ts";
import { ublSource } from "./ubl-source.server.ts";
import { zipSource } from "./zip/zip-source.server.ts";

/** A stored file as the rows that it holds. Nothing is read yet. */
export function openSource(document: StoredDocument, format: ImportFormat): ImportSource {
  switch (format) {
    case "ubl":
      return ublSource(document);
    case "zip":
      return zipSource(document);
    case "csv":
      return csvSource(document);
    case "jsonl":
      return jsonLinesSource(document);
  }
}
