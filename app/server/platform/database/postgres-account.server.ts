import { execFile } from "node:child_process";
import { stat } from "node:fs/promises";
import { dirname } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

/** Who runs the database server; undefined means: whoever runs this process. */
export type PostgresAccount = { readonly uid: number; readonly gid: number };

/**
 * PostgreSQL refuses to run as root, so root hands the server to the system user `postgres` (made when it is missing)
 * or, where users cannot be made, to `nobody`. Anyone else runs the server as themselves: undefined.
 */
export async function postgresAccount(): Promise<PostgresAccount | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const existing = await lookUp("postgres");
  if (existing) return existing;
  await createPostgresUser();
  const account = (await lookUp("postgres")) ?? (await lookUp("nobody"));
  if (!account) throw new Error("PostgreSQL does not run as root and no user `postgres` could be made: create one");
  return account;
}

async function lookUp(name: string): Promise<PostgresAccount | undefined> {
  try {
    const [uid, gid] = await Promise.all([run("id", ["-u", name]), run("id", ["-g", name])]);
    return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
  } catch {
    return undefined;
  }
}

async function createPostgresUser(): Promise<void> {
  const ways: [string, string[]][][] = [
    [
      ["groupadd", ["--force", "--system", "postgres"]],
      ["useradd", ["--system", "--gid", "postgres", "--no-create-home", "--shell", "/bin/false", "postgres"]],
    ],
    [
      ["addgroup", ["-S", "postgres"]],
      ["adduser", ["-S", "-D", "-H", "-G", "postgres", "-s", "/bin/false", "postgres"]],
    ],
  ];
  for (const commands of ways) {
    try {
      for (const [command, parameters] of commands) await run(command, parameters);
      return;
    } catch {
      // The other tool set may know how; the look-up that follows decides.
    }
  }
}

/** Whether the account can come to the directory: every directory from the root down to it lets the account through. */
export async function canEnter(directory: string, account: PostgresAccount | undefined): Promise<boolean> {
  if (!account) return true;
  for (let path = directory; ; path = dirname(path)) {
    const { mode, uid, gid } = await stat(path);
    const mask = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001;
    if ((mode & mask) === 0) return false;
    if (path === dirname(path)) return true;
  }
}
