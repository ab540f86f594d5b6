/** What comes in a month. */
export const INCOME_LINES = ["wage", "partner", "allowances", "otherIncome"] as const;

/** What goes out a month. */
export const EXPENSE_LINES = [
  "housing",
  "energy",
  "healthInsurance",
  "insurance",
  "phone",
  "groceries",
  "transport",
  "children",
  "debts",
  "otherExpenses",
] as const;
