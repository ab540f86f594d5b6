import type { Config } from "#app/server/platform/config/config.server.ts";

/** Whether there are text messages: in production only with a provider; elsewhere they are captured without one. */
export function textsGo({ production, smsUrl }: Pick<Config, "production" | "smsUrl">): boolean {
  return smsUrl !== null || !production;
}
