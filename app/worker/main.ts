import closeWithGrace from "close-with-grace";
import { WORKER_WAITS_MS } from "#app/server/payments/payment-providers.server.ts";
import { configOrExit, exitWithFaults } from "#app/server/platform/process/start-process.server.ts";
import { openServices } from "#app/server/open-services.server.ts";
import { startArrangements, startRevokingMandates } from "./jobs/run-arrangements.ts";
import { keepHouse } from "./jobs/keep-house.ts";
import { startChangingAccounts } from "./jobs/change-accounts.ts";
import { startEndingPauses } from "./jobs/end-pauses.ts";
import { startDeliveries } from "./jobs/deliver-webhooks.ts";
import { startDisputes } from "./jobs/run-disputes.ts";
import { startImports } from "./jobs/run-imports.ts";
import { startMailingImportLinks } from "./jobs/mail-import-links.ts";
import { startScanning } from "./jobs/scan-files.ts";
import { startMails } from "./jobs/send-mails.ts";
import { startTallying } from "./jobs/tally-figures.ts";
import { startTexts } from "./jobs/send-texts.ts";
import { startSettling } from "./jobs/settle-payments.ts";

const DRAIN_MS = 25_000;
const POOL_SIZE = 20;

const config = configOrExit();
const opened = await openServices(config, { process: "worker", poolSize: POOL_SIZE, providerDeadlineMs: WORKER_WAITS_MS }); // prettier-ignore
if (!opened.ok) exitWithFaults(opened.error);
const { services, close } = opened.value;

const jobs = [
  startSettling(services, { concurrency: 4 }),
  startDeliveries(services, { concurrency: 32 }),
  startMails(services),
  startTexts(services),
  startImports(services),
  startMailingImportLinks(services),
  startArrangements(services),
  startDisputes(services),
  startRevokingMandates(services),
  startEndingPauses(services),
  startChangingAccounts(services),
  startTallying(services),
  startScanning(services),
  keepHouse(services),
];

closeWithGrace({ delay: DRAIN_MS, logger: false }, async ({ err }) => {
  if (err) services.log.fatal({ err }, "worker stops after an error");
  await Promise.all(jobs.map((job) => job.stop()));
  await close();
});

// Said last: from here on a signal ends it in order.
services.log.info("worker runs");
