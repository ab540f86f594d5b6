import { expect, test } from "vitest";

/** A changed constant may keep a module from loading. The mutation run only counts tests, so here that fails one. */
test.each(Object.entries(import.meta.glob("../../app/domain/law/*.ts")).filter(([path]) => !path.includes(".test.")))(
  "%s loads",
  async (_path, load) => {
    expect(await load()).toBeTypeOf("object");
  },
);
