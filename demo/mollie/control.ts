import type { z } from "zod";
import { amountOf, centsOf, reversals } from "./amounts.ts";
import { controlRequests, type ControlInput, type ControlName, type ControlRequests } from "./control-requests.ts";
import type { Faults } from "./faults.ts";
import {
  changeRefundStatus,
  changeStatus,
  createChargeback,
  createRefund,
  planStatus,
  reverseChargeback,
  settleDue,
} from "./payments.ts";
import type { LoggedRequest, RequestLog } from "./request-log.ts";
import type { Simulation } from "./simulation.ts";
import { clearState, type Chargeback, type Notice, type Payment, type Refund } from "./state.ts";
import type { Webhooks } from "./webhooks.ts";

type Acts = {
  payments: Payment[];
  payment: Payment;
  setStatus: Payment;
  refund: Refund;
  setRefundStatus: Refund;
  chargeback: Chargeback;
  reverseChargeback: Chargeback;
  notify: Promise<void>;
  tamper: void;
  addFault: void;
  clearFaults: void;
  setWebhooks: void;
  notices: Notice[];
  releaseNotices: Promise<void>;
  idle: Promise<void>;
  requests: readonly LoggedRequest[];
  clearRequests: void;
  setClockOffset: void;
  advanceClock: void;
  setCancelable: void;
  withdrawKey: void;
  reset: void;
};

/** What tests and the demo can make the simulator do. Every act takes one object and throws `UnknownObject` for an id it does not have. */
export type Control = {
  readonly [Name in ControlName]: Record<string, never> extends ControlInput<Name>
    ? (request?: ControlInput<Name>) => Acts[Name]
    : (request: ControlInput<Name>) => Acts[Name];
};

export class UnknownObject extends Error {}

export function createControl({
  simulation,
  faults,
  webhooks,
  requests,
}: {
  simulation: Simulation;
  faults: Faults;
  webhooks: Webhooks;
  requests: RequestLog;
}): Control {
  const { state, clock, settings, tampered, withdrawnKeys } = simulation;
  const payment = (id: string) => found(state.payments, id);

  function moveClock(ms: number): void {
    clock.setOffset(ms);
    settleDue(simulation);
    simulation.changed();
  }

  const acts: { [Name in ControlName]: (request: z.output<ControlRequests[Name]>) => Acts[Name] } = {
    payments: () => [...state.payments.values()],
    payment: ({ paymentId }) => payment(paymentId),
    setStatus: ({ paymentId, status, paidAt, afterMs }) => {
      const chosen = payment(paymentId);
      const at = paidAt === undefined ? clock.now() : Date.parse(paidAt);
      if (afterMs === undefined) changeStatus(simulation, { payment: chosen, status, at });
      else planStatus(simulation, { payment: chosen, status, at: clock.now() + afterMs });
      return chosen;
    },
    refund: ({ paymentId, amount, status }) => {
      const chosen = payment(paymentId);
      const left = amountOf(reversals(state, chosen).left, chosen.amount.currency);
      return createRefund(simulation, { payment: chosen, amount: amount ?? left, status });
    },
    setRefundStatus: ({ refundId, status }) => {
      const refund = found(state.refunds, refundId);
      changeRefundStatus(simulation, { refund, status });
      return refund;
    },
    chargeback: ({ paymentId, amount, reason }) => {
      const chosen = payment(paymentId);
      const whole = amountOf(centsOf(chosen.amount), chosen.amount.currency);
      return createChargeback(simulation, { payment: chosen, amount: amount ?? whole, reason });
    },
    reverseChargeback: ({ chargebackId }) => {
      const chargeback = found(state.chargebacks, chargebackId);
      reverseChargeback(simulation, chargeback);
      return chargeback;
    },
    notify: ({ paymentId, copies }) => webhooks.sendNow(payment(paymentId), copies),
    tamper: ({ paymentId, fields }) => {
      tampered.set(payment(paymentId).id, fields);
    },
    addFault: faults.add,
    clearFaults: faults.clear,
    setWebhooks: webhooks.setMode,
    notices: () => [...state.notices.values()],
    releaseNotices: ({ order }) => webhooks.release(order),
    idle: () => webhooks.idle(),
    requests: () => requests.all(),
    clearRequests: requests.clear,
    setClockOffset: ({ ms }) => {
      moveClock(ms);
    },
    advanceClock: ({ ms }) => {
      moveClock(clock.offsetMs() + ms);
    },
    setCancelable: ({ cancelable }) => {
      settings.cancelable = cancelable;
    },
    withdrawKey: ({ apiKey }) => {
      withdrawnKeys.add(apiKey);
    },
    reset: () => {
      clearState(state);
      tampered.clear();
      withdrawnKeys.clear();
      faults.clear();
      requests.clear();
      webhooks.setMode({ mode: "normal" });
      moveClock(0);
    },
  };

  return Object.fromEntries(
    Object.entries(acts).map(([name, act]) => [
      name,
      (request: unknown) => act(controlRequests[name as ControlName].parse(request ?? {}) as never),
    ]),
  ) as unknown as Control;
}

function found<T>(collection: ReadonlyMap<string, T>, id: string): T {
  const item = collection.get(id);
  if (item === undefined) throw new UnknownObject(`the simulator knows no ${id}`);
  return item;
}
