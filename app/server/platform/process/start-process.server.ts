import { readConfig, type Config, type ConfigFault } from "#app/server/platform/config/config.server.ts";

/** The settings of this process, or an end that names every fault at once. Unless it says otherwise, it is production. */
export function configOrExit(): Config {
  const config = readConfig({ ...process.env, NODE_ENV: process.env["NODE_ENV"] ?? "production" }, process.cwd());
  if (config.ok) return config.value;
  exitWithFaults(config.error);
}

export function exitWithFaults(faults: readonly ConfigFault[]): never {
  const lines = faults.map((fault) => `  ${fault.name} ${fault.rule}`);
  process.stderr.write(`Voldaan cannot start. ${faults.length === 1 ? "One setting is" : `${faults.length} settings are`} wrong:\n${lines.join("\n")}\n`); // prettier-ignore
  process.exit(2);
}
