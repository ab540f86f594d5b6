import { expect, test, vi } from "vitest";
import type { DocumentStorage } from "#app/server/platform/storage/document-storage.server.ts";
import { startClock } from "#app/server/platform/clock/clock.server.ts";
import { storeBody } from "./stored-body.server.ts";

const description = { kind: "file", mediaTypes: ["text/csv"], largestBytes: { "text/csv": 10 } } as never;

const nothing = async () => null;
const database = { prisma: { receivedFile: { create: nothing, deleteMany: nothing } } } as never;

/** A storage that takes its time, until it is let go or told to fail. */
function slowStorage() {
  const waiting: { go: () => void; fail: () => void }[] = [];
  const put = () =>
    new Promise<{ size: number; sha256: string }>((resolve, reject) => {
      waiting.push({ go: () => resolve({ size: 1, sha256: "00" }), fail: () => reject(new Error("the disk is full")) });
    });
  return { waiting, storage: { put, delete: async () => {} } as unknown as DocumentStorage };
}

test("two bodies of one creditor are stored at a time and eight in all; who comes then is told to wait", async () => {
  const { waiting, storage } = slowStorage();
  const send = (subject: string) => {
    const request = new Request("http://voldaan.test", { method: "POST", body: "a", headers: { "content-type": "text/csv" } }); // prettier-ignore
    return storeBody({ storage, database, clock: startClock(null) }, { request, description, subject });
  };
  const codeOf = async (subject: string) => {
    const stored = await send(subject);
    return stored.ok ? "stored" : [stored.error.code, stored.error.headers?.["Retry-After"]];
  };
  const begun = (count: number) => vi.waitFor(() => expect(waiting).toHaveLength(count));
  const [first, second] = [send("crd_1"), send("crd_1")];
  expect(await codeOf("crd_1")).toEqual(["too_many_requests", "5"]);
  const others = ["crd_2", "crd_2", "crd_3", "crd_3", "crd_4", "crd_4"].map(send);
  expect(await codeOf("crd_5")).toEqual(["too_many_requests", "5"]);

  await begun(8);
  waiting[0]?.fail();
  await expect(first).rejects.toThrow("the disk is full");
  const later = send("crd_5");
  expect(await codeOf("crd_6")).toEqual(["too_many_requests", "5"]);
  await begun(9);
  for (const { go } of waiting) go();
  expect((await Promise.all([second, ...others, later])).map(({ ok }) => ok)).toEqual(Array(8).fill(true));
});
