import { EvidencePage } from "#app/ui/pages/evidence-page.tsx";
import { bakery } from "./claim-samples.ts";
import type { GalleryCase } from "./gallery-case.ts";

const frame = {
  creditor: bakery,
  path: "/claim/dispute/evidence",
  backHref: "/claim/dispute/story",
  continueHref: "/claim/dispute/check",
  forAnswer: false,
};

const photo = { id: "doc_1", fileName: "Foto van de bon.jpg", mediaType: "image/jpeg", size: 1_240_000, scan: "clean" } as const; // prettier-ignore
const letter = { id: "doc_2", fileName: "Brief van 3 november 2026 van Bakkerij Jansen over de taart die niet kwam.pdf", mediaType: "application/pdf", size: 84_000, scan: "quarantined" } as const; // prettier-ignore
const gone = {
  id: "doc_3",
  fileName: "bijlage.pdf",
  mediaType: "application/pdf",
  size: 12_000,
  scan: "infected",
} as const;

/** Photos and papers that help. */
export const EVIDENCE_CASES: readonly GalleryCase[] = [
  { name: "evidence", page: <EvidencePage {...frame} files={[]} errors={[]} /> },
  { name: "evidence-files", page: <EvidencePage {...frame} files={[photo, letter, gone]} errors={[]} /> },
  {
    name: "evidence-errors",
    page: (
      <EvidencePage
        {...frame}
        files={[photo]}
        errors={[
          { fileName: "IMG_2041.HEIC", key: "heic" },
          { fileName: "scan.pdf", key: "encrypted_pdf" },
        ]}
      />
    ),
  },
  {
    name: "evidence-answer",
    page: <EvidencePage {...frame} forAnswer continueHref="/claim/dispute" files={[photo]} errors={[{ fileName: null, key: "too_slow" }]} />, // prettier-ignore
  },
];
