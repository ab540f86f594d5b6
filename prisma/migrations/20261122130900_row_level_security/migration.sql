-- The second line behind the creditor that every query names. A connection says for whom it is used in `app.row_owner`:
-- a creditor's id, or `*` for what acts in nobody's name (the worker, an operator, the look-up of a key, link or session).
-- Where it says nothing it sees nothing. The owner of the tables (migrations) is not bound by it.

CREATE FUNCTION "sees_rows_of"("owner" text) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS
$$ SELECT current_setting('app.row_owner', true) IN ("owner", '*') $$;

CREATE FUNCTION "sees_every_row"() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS
$$ SELECT current_setting('app.row_owner', true) = '*' $$;

DO $$
DECLARE "owned" text;
BEGIN
  FOR "owned" IN
    SELECT c.table_name FROM information_schema.columns c JOIN information_schema.tables t USING (table_schema, table_name)
    WHERE c.table_schema = 'public' AND c.column_name = 'creditor_id' AND t.table_type = 'BASE TABLE'
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', "owned");
    EXECUTE format('CREATE POLICY "own_rows" ON %I TO voldaan_app USING ("sees_rows_of"("creditor_id"))', "owned");
  END LOOP;
END
$$;

ALTER TABLE "creditor" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "own_rows" ON "creditor" TO voldaan_app USING ("sees_rows_of"("id"));

-- What belongs to a creditor by way of its parent: the parent's own policy decides.
ALTER TABLE "ledger_posting" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "own_rows" ON "ledger_posting" TO voldaan_app
  USING ("sees_every_row"() OR EXISTS (SELECT FROM "ledger_entry" p WHERE p."id" = "entry_id"));
ALTER TABLE "delivery_attempt" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "own_rows" ON "delivery_attempt" TO voldaan_app
  USING ("sees_every_row"() OR EXISTS (SELECT FROM "delivery" p WHERE p."id" = "delivery_id"));
ALTER TABLE "import_row" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "own_rows" ON "import_row" TO voldaan_app
  USING ("sees_every_row"() OR EXISTS (SELECT FROM "import" p WHERE p."id" = "import_id"));
ALTER TABLE "helper_look" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "own_rows" ON "helper_look" TO voldaan_app
  USING ("sees_every_row"() OR EXISTS (SELECT FROM "helper_grant" p WHERE p."id" = "helper_id"));
ALTER TABLE "form_draft" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "own_rows" ON "form_draft" TO voldaan_app
  USING ("sees_every_row"() OR EXISTS (SELECT FROM "debtor_session" p WHERE p."id" = "session_id"));
