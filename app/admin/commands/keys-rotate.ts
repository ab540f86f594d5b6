import { setTimeout as pause } from "node:timers/promises";
import { KEYS_ARE_READ_AGAIN_AFTER_MS, readOrMakeAppKeys, writeAppKeys } from "#app/server/platform/crypto/app-keys-file.server.ts"; // prettier-ignore
import { newAppKeyEntry, parseAppKeys } from "#app/server/platform/crypto/key-ring.server.ts";
import { encryptAgain } from "#app/server/creditors/encrypt-again.server.ts";
import { type Command, Refused } from "../command.ts";

export const keysRotate: Command = {
  name: "keys:rotate",
  usage: "",
  does: "puts a new key in front and encrypts stored secrets again; old links keep working while their key is kept",
  options: {},
  async run(services) {
    const { config } = services;
    if (config.appKeys !== null) {
      // The keys come from the environment, which only its owner can change: this does the half that is ours.
      const renewed = await encryptAgain(services, services.keys);
      const next = newAppKeyEntry(nextId(services.keys.all.map((key) => key.id)));
      const lines = [`${renewed} secrets encrypted again under ${services.keys.newest.id}.`, "To rotate: put this in front of APP_KEYS, restart, and run this command again.", next]; // prettier-ignore
      return { json: { newest: services.keys.newest.id, renewed, next }, lines };
    }
    const entries = readOrMakeAppKeys(config.dataDir);
    const id = nextId(services.keys.all.map((key) => key.id));
    const rotated = [newAppKeyEntry(id), entries].join(",");
    const ring = parseAppKeys(rotated);
    if (!ring.ok) throw new Refused(ring.error.faults.join("; "));
    writeAppKeys(config.dataDir, rotated);
    // A running server must know the new key before anything is sealed under it.
    await pause(2 * KEYS_ARE_READ_AGAIN_AFTER_MS);
    const renewed = await encryptAgain(services, ring.value);
    return { json: { newest: id, renewed }, lines: [`The newest key is ${id}. ${renewed} secrets encrypted again.`] };
  },
};

function nextId(ids: readonly string[]): string {
  const numbers = ids.map((id) => Number(/^key-(\d+)$/.exec(id)?.[1] ?? 0));
  return `key-${Math.max(0, ...numbers) + 1}`;
}
