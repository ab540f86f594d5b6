import type { MessageFilesRefusal } from "#app/server/messages/take-message-files.server.ts";
import type { ProblemCode } from "./problem-catalogue.server.ts";
import type { Problem } from "./problem.server.ts";

type Reason = { readonly code: ProblemCode; readonly message: string };

const REASONS: Readonly<Record<Exclude<MessageFilesRefusal["kind"], "busy">, Reason>> = {
  unsupported: { code: "file_not_supported", message: "must be JPEG, PNG, WebP or PDF" },
  not_a_pdf_at_start: { code: "file_not_supported", message: "must be a PDF from its first byte" },
  too_many_pixels: { code: "file_refused", message: "must have fewer pixels" },
  broken_image: { code: "file_refused", message: "must be an image that can be opened" },
  encrypted_pdf: { code: "file_refused", message: "must open without a password" },
  too_many_pages: { code: "file_refused", message: "must have at most 300 pages" },
  broken_pdf: { code: "file_refused", message: "must be a PDF that can be opened" },
  infected: { code: "file_infected", message: "must hold no malware" },
};

/** Why a file is not taken, for the developer who sent it. */
export function messageFileProblem({ index, kind }: MessageFilesRefusal): Problem {
  if (kind === "busy") return { code: "too_many_requests", headers: { "Retry-After": "5" } };
  const { code, message } = REASONS[kind];
  return { code, errors: [{ path: `files.${index}`, code, message }] };
}
