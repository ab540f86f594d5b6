import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { PrismaPg } from "@prisma/adapter-pg";
import {
  bindMigrationAwareSqlAdapterFactory,
  DriverAdapterError,
  type SqlMigrationAwareDriverAdapterFactory,
} from "@prisma/driver-adapter-utils";
import * as bindings from "@prisma/schema-engine-wasm/schema_engine_bg";
import type pg from "pg";

const require = createRequire(import.meta.url);

export type SchemaEngine = bindings.SchemaEngine;

let instantiated: Promise<void> | undefined;

/**
 * Prisma's schema engine as the npm package brings it, in WebAssembly: no binary, no download. It works on the pool's
 * database, which it connects to at once, also for a comparison of two schemas.
 */
export async function openSchemaEngine(pool: pg.Pool): Promise<SchemaEngine> {
  instantiated ??= instantiate();
  await instantiated;
  const factory = bindMigrationAwareSqlAdapterFactory(wholeScripts(new PrismaPg(pool)));
  return bindings.SchemaEngine.new({ datamodels: undefined }, () => undefined, factory);
}

async function instantiate(): Promise<void> {
  const source = require.resolve("@prisma/schema-engine-wasm/schema_engine_bg").replace(/\.js$/, ".wasm");
  const module = await WebAssembly.compile(await readFile(source));
  const { exports } = await WebAssembly.instantiate(module, {
    "./schema_engine_bg.js": bindings as WebAssembly.ModuleImports,
  });
  bindings.__wbg_set_wasm(exports);
  (exports["__wbindgen_start"] as () => void)();
}

/**
 * Says in the transaction of a script that its migration is done. The engine says so in a statement of its own: whoever
 * was killed between the two would leave a migration that is there and would be applied again.
 */
const DONE = `
;do $done$ begin
  if to_regclass('_prisma_migrations') is not null then
    update _prisma_migrations set finished_at = now() where finished_at is null and rolled_back_at is null;
  end if;
end $done$;`;

/**
 * The adapter cuts a script at every semicolon, also inside function bodies, and runs the pieces one by one. Sent whole,
 * PostgreSQL parses it, and runs it as one transaction: a migration that fails leaves nothing behind.
 */
function wholeScripts(factory: PrismaPg): SqlMigrationAwareDriverAdapterFactory {
  type Adapter = Awaited<ReturnType<PrismaPg["connect"]>>;
  const whole = (adapter: Adapter, last = ""): Adapter =>
    Object.assign(adapter, {
      async executeScript(script: string): Promise<void> {
        await adapter
          .underlyingDriver()
          .query(script + last)
          .catch(throwForEngine);
      },
    });
  return {
    provider: factory.provider,
    adapterName: factory.adapterName,
    connect: async () => whole(await factory.connect(), DONE),
    connectToShadowDb: async () => whole(await factory.connectToShadowDb()),
  };
}

function throwForEngine(error: pg.DatabaseError): never {
  const { code, severity, message, detail, column, hint } = error;
  if (code === undefined) throw error;
  throw new DriverAdapterError({
    kind: "postgres",
    code,
    severity: severity ?? "ERROR",
    message,
    detail,
    column,
    hint,
  });
}
