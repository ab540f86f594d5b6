import type { TestDatabase } from "./database.ts";

/** Of every table: how many rows it has, and a checksum over all of them. `except` names columns that may change. */
export async function fingerprint(
  { db }: TestDatabase,
  except: Readonly<Record<string, readonly string[]>> = {},
): Promise<Record<string, string>> {
  const { rows: tables } = await db.pool.query<{ name: string }>(
    "select tablename as name from pg_tables where schemaname = 'public' order by tablename",
  );
  const found: Record<string, string> = {};
  for (const { name } of tables) {
    const { rows } = await db.pool.query<{ count: bigint; sum: string }>(
      `select count(*) as count, md5(coalesce(string_agg(line, '' order by line), '')) as sum
       from (select (to_jsonb(t) - $1::text[])::text as line from "${name}" t) as lines`,
      [except[name] ?? []],
    );
    found[name] = `${rows[0]?.count} ${rows[0]?.sum}`;
  }
  return found;
}
