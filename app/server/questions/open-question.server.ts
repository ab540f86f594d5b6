import { type QuestionKind, questionAnsweredBefore } from "#app/domain/question.ts";
import type { DetailChanges } from "#app/server/details/detail-fields.server.ts";
import { toDateColumn } from "#app/server/platform/clock/clock.server.ts";
import { derivedId } from "#app/server/platform/crypto/derived-id.server.ts";
import type { Transaction } from "#app/server/platform/database/client.server.ts";
import type { Services } from "#app/server/services.server.ts";

export type NewQuestion = {
  readonly creditorId: string;
  readonly debtorId: string;
  readonly claimId: string;
  readonly kind: QuestionKind;
  /** Names what was told or asked: the same key is one question. */
  readonly key: string;
  /** The letter that holds what was written. */
  readonly messageId: string;
  /** Of a change of details: as they should be. */
  readonly details?: DetailChanges;
};

/** Puts something before the creditor's people, in the transaction in which it was told. Its page is `questionPath`. */
export async function openQuestion(
  tx: Transaction,
  { clock }: Pick<Services, "clock">,
  question: NewQuestion,
): Promise<void> {
  const { key, kind, details, ...about } = question;
  await tx.question.createMany({
    skipDuplicates: true,
    data: {
      id: questionIdOf(key),
      ...about,
      kind,
      ...(details === undefined ? {} : { details }),
      answerBefore: toDateColumn(questionAnsweredBefore(kind, clock.today())),
      createdAt: clock.now(),
    },
  });
}

/** The creditor's page about what was told or asked under a key. */
export const questionPath = (key: string): string => `/creditor/questions/${questionIdOf(key)}`;

const questionIdOf = (key: string): string => derivedId("qst", `question ${key}`);
