-- How debtors are spoken to in Dutch: u, or je.
ALTER TABLE "creditor" ADD COLUMN "form_of_address" TEXT NOT NULL DEFAULT 'formal'
  CONSTRAINT "creditor_form_of_address_check" CHECK ("form_of_address" IN ('formal', 'informal'));
