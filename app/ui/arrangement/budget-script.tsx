import { useNonce } from "#app/ui/nonce.ts";

/** Does the sum of the budget sheet on the device, so that what is filled in never leaves it. */
export function BudgetScript() {
  return <script src="/budget.js" nonce={useNonce()} defer />;
}
