import type { Command } from "../command.ts";

/** Opening the services brings the schema up to date, for this command as for every other. */
export const migrate: Command = {
  name: "migrate",
  usage: "",
  does: "brings the database up to date; safe to run again",
  options: {},
  async run() {
    return { json: { upToDate: true }, lines: ["The database is up to date."] };
  },
};
