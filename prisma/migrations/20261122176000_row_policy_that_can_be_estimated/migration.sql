-- The same rows as before. `setting IN (owner, '*')` was taken to let one row in two hundred through, so that a list of the
-- first hundred was read whole and sorted instead of along its index; of a CASE the planner expects half.
CREATE OR REPLACE FUNCTION "sees_rows_of"("owner" text) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS
$$ SELECT CASE current_setting('app.row_owner', true) WHEN "owner" THEN true WHEN '*' THEN true ELSE false END $$;
