-- Whether anybody said which language a debtor speaks. Where nobody did, pages follow what the browser asks for.
ALTER TABLE debtor ADD COLUMN language_given boolean NOT NULL DEFAULT false;

UPDATE debtor SET language_given = true
FROM creditor WHERE creditor.id = debtor.creditor_id AND debtor.language <> creditor.language;
