import { setPriority } from "node:os";
import type { Conversion, ConverterAnswer } from "#app/server/evidence/file-converter.server.ts";
import { convertImage } from "./convert-image.ts";
import { convertLogo } from "./convert-logo.ts";
import { convertPdf } from "./convert-pdf.ts";

/** Converts the one file that it is sent, answers, and is ended by whoever asked. Files from anybody are opened only here. */

// Payments go first.
setPriority(10);
process.once("disconnect", () => process.exit());
process.once("message", (asked: Conversion) => {
  void convert(asked).then((answer) => process.send?.(answer));
});

function convert({ kind, bytes }: Conversion): Promise<ConverterAnswer> {
  if (kind === "logo") return convertLogo(bytes);
  return kind === "image" ? convertImage(bytes) : convertPdf(bytes);
}
