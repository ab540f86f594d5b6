import type { LocalDate } from "#app/domain/calendar.ts";

export type DocumentView = {
  readonly id: string;
  readonly fileName: string;
  /** `application/pdf` */
  readonly mediaType: string;
  /** In bytes. */
  readonly size: number;
  /** What the scanner says of a file that the debtor sent. */
  readonly scan?: "quarantined" | "clean" | "infected" | "unscanned" | null;
};

export type DocumentKind = "invoice" | "letter" | "receipt" | "attachment" | "evidence";

export type MessageChannel = "email" | "sms" | "letter" | "phone" | "portal";

export type MessageItem = {
  readonly kind: "message";
  readonly id: string;
  readonly date: LocalDate;
  readonly channel: MessageChannel;
  /** Seen from the creditor: inbound came from the debtor. */
  readonly direction: "outbound" | "inbound";
  readonly subject: string;
  /** The first words of the text. */
  readonly preview: string;
  readonly documents: readonly DocumentView[];
};

export type DocumentItem = DocumentView & {
  readonly kind: "document";
  readonly date: LocalDate;
  readonly documentKind: DocumentKind;
  /** What the reader knows it by: `Rekening 2026-0412`. */
  readonly title: string;
};

/** One thing that was sent or said. */
export type CorrespondenceItem = MessageItem | DocumentItem;

/** The page of a message or a document, with its text to read. */
export const letterHref = (id: string): string => `/claim/letters/${encodeURIComponent(id)}`;

/** Why nobody can open the file; null when it can be opened. */
export function closedBecause({ scan }: Pick<DocumentView, "scan">): "quarantined" | "infected" | null {
  return scan === "quarantined" || scan === "infected" ? scan : null;
}

/** The document's file itself. */
export const fileHref = (id: string): string => `/claim/documents/${encodeURIComponent(id)}`;
