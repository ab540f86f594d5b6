import { startMollieSimulator } from "./simulator.ts";

const { env } = process;

const simulator = await startMollieSimulator({
  port: Number(env.MOLLIE_SIMULATOR_PORT ?? "4080"),
  allowUnauthenticatedControl: true,
  refundAfterMs: 3_000,
  cancelable: env.MOLLIE_SIMULATOR_CANCELABLE === "1",
  webhookTimeScale: Number(env.MOLLIE_SIMULATOR_TIME_SCALE ?? "1"),
  ...(env.MOLLIE_SIMULATOR_HOST !== undefined && { host: env.MOLLIE_SIMULATOR_HOST }),
  ...(env.MOLLIE_SIMULATOR_PUBLIC_URL !== undefined && { publicUrl: env.MOLLIE_SIMULATOR_PUBLIC_URL }),
  ...(env.MOLLIE_SIMULATOR_STATE !== undefined && { persistTo: env.MOLLIE_SIMULATOR_STATE }),
});

console.log(`Mollie simulator on ${simulator.url}`);

for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, () => {
    void simulator.close().then(() => {
      process.exitCode = 0;
    });
  });
}
