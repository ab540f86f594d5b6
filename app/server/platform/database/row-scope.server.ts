import { AsyncLocalStorage } from "node:async_hooks";
import pg from "pg";

/** Every row: what a process or a request sees that acts in nobody's name yet. */
const EVERY_ROW = "*";

const SCOPE = new AsyncLocalStorage<{ rows: string }>();

/**
 * Runs the work of one request. Until it has shown in whose name it comes, its look-ups (of a key, a link, a session) see
 * every row; from `seeOnlyRowsOf` on the database itself shows it no row of anybody else.
 */
export function inOwnRowScope<T>(work: () => Promise<T>): Promise<T> {
  // Prisma begins a query when it is awaited: that must happen in here.
  return SCOPE.run({ rows: EVERY_ROW }, async () => await work());
}

/**
 * From now on this request sees the rows of one owner alone, whatever its queries ask for: the second line behind the owner
 * that every query names. Outside of a request (worker, commands) it changes nothing. Throws for a second owner: no request
 * acts for two.
 */
export function seeOnlyRowsOf(owner: string): void {
  const scope = SCOPE.getStore();
  if (!scope) return;
  if (scope.rows !== EVERY_ROW && scope.rows !== owner) throw new Error("a request acts for one owner only");
  scope.rows = owner;
}

/** What a new connection starts with; the policies of the schema read it, and show nothing where it is not set. */
export const ROW_SCOPE_SETTING = { "app.row_owner": EVERY_ROW };

type Connected = (
  error: Error | undefined,
  client: pg.PoolClient | undefined,
  done: (release?: unknown) => void,
) => void;

/**
 * A pool whose connections are told for whom they are used before they are handed out. It costs a round trip only where
 * the owner is another than that of the connection's last use.
 */
export class RowScopedPool extends pg.Pool {
  readonly #told = new WeakMap<pg.PoolClient, string>();

  override connect(): Promise<pg.PoolClient>;
  override connect(callback: Connected): void;
  override connect(callback?: Connected): Promise<pg.PoolClient> | void {
    const rows = SCOPE.getStore()?.rows ?? EVERY_ROW;
    if (!callback) return super.connect().then((client) => this.#tell(client, rows));
    super.connect((error, client, done) => {
      if (error || !client || this.#knows(client, rows)) return callback(error, client, done);
      this.#tell(client, rows).then(
        () => callback(undefined, client, done),
        (failure: Error) => callback(failure, undefined, done),
      );
    });
  }

  #knows(client: pg.PoolClient, rows: string): boolean {
    return (this.#told.get(client) ?? EVERY_ROW) === rows;
  }

  async #tell(client: pg.PoolClient, rows: string): Promise<pg.PoolClient> {
    if (this.#knows(client, rows)) return client;
    try {
      await client.query("select set_config('app.row_owner', $1, false)", [rows]);
    } catch (error) {
      client.release(error as Error);
      throw error;
    }
    this.#told.set(client, rows);
    return client;
  }
}
