import type { Letter } from "#app/server/messages/letters-view.server.ts";
import { previewOf } from "#app/server/messages/message-preview.server.ts";

const PREVIEW_SOURCE_CHARACTERS = 1_000;

/**
 * Column of the overview's query: the newest three of the correspondence, of the claim in `$3` or of all. A message
 * counts on the day it was sent, an invoice's file on the day of the invoice.
 */
export const LATEST_LETTERS_COLUMN = `
  (SELECT coalesce(json_agg(latest.item ORDER BY latest.day DESC, latest.is_message DESC, latest.sent_at DESC, latest.id DESC), '[]')
    FROM (SELECT item, day, is_message, sent_at, id FROM (
      SELECT m.id, m.sent_at, true AS is_message, (m.sent_at AT TIME ZONE 'Europe/Amsterdam')::date AS day,
        json_build_object('kind', 'message', 'id', m.id, 'date', (m.sent_at AT TIME ZONE 'Europe/Amsterdam')::date,
          'direction', m.direction, 'channel', m.channel, 'subject', m.subject, 'text', left(m.body, ${PREVIEW_SOURCE_CHARACTERS}),
          'documents', (SELECT coalesce(json_agg(json_build_object('id', a.id, 'fileName', a.file_name, 'mediaType', a.media_type, 'size', a.size, 'scan', a.scan) ORDER BY a.id), '[]')
            FROM document a WHERE a.creditor_id = m.creditor_id AND a.message_id = m.id)) AS item
      FROM message m JOIN claim c ON c.id = m.claim_id AND c.creditor_id = m.creditor_id
      WHERE c.creditor_id = s.creditor_id AND c.debtor_id = s.debtor_id AND ($3::text IS NULL OR c.id = $3) AND (s.helper_id IS NULL OR NOT m.own_only)
      UNION ALL
      SELECT f.id, f.created_at, false, coalesce(i.issued_on, (f.created_at AT TIME ZONE 'Europe/Amsterdam')::date),
        json_build_object('kind', 'document', 'id', f.id, 'fileName', f.file_name, 'mediaType', f.media_type, 'size', f.size, 'scan', f.scan,
          'documentKind', f.kind, 'date', coalesce(i.issued_on, (f.created_at AT TIME ZONE 'Europe/Amsterdam')::date),
          'title', coalesce(i.number, f.file_name))
      FROM document f JOIN claim c ON c.id = f.claim_id AND c.creditor_id = f.creditor_id
      LEFT JOIN invoice i ON i.id = f.invoice_id AND i.claim_id = f.claim_id AND f.kind = 'invoice'
      WHERE f.message_id IS NULL AND c.creditor_id = s.creditor_id AND c.debtor_id = s.debtor_id AND ($3::text IS NULL OR c.id = $3)
    ) AS correspondence ORDER BY day DESC, is_message DESC, sent_at DESC, id DESC LIMIT 3) AS latest) AS letters`;

/** What the column answers. */
export type LatestLetterRow =
  | (Omit<Extract<Letter, { kind: "message" }>, "preview"> & { readonly text: string })
  | Extract<Letter, { kind: "document" }>;

export function toLatestLetter(row: LatestLetterRow): Letter {
  if (row.kind === "document") return row;
  const { text, ...message } = row;
  return { ...message, preview: previewOf(text) };
}
