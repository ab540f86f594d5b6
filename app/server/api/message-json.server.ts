import type { MessageDetails } from "#app/server/messages/list-messages.server.ts";
import type { MessageJson } from "./operations/messages.server.ts";

export function messageJson(message: MessageDetails): MessageJson {
  const { id, claimId, direction, channel, subject, body, documents } = message;
  const sentAt = message.sentAt.toISOString();
  return {
    id,
    claim: claimId,
    direction,
    channel,
    subject,
    body,
    sentAt,
    createdAt: message.createdAt.toISOString(),
    documents,
  };
}
