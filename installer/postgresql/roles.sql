-- Who may do what in a store that several people share. Run by the owner of the tables, after `cchc` has made them; may be run again at any time.
-- What the program refuses, the database refuses too: a department reads and writes its own sections alone, a draft alone is written, a journal is only added to.
\set ON_ERROR_STOP on
SET client_min_messages = warning;
BEGIN;

-- The four roles of core/model/section.h. Log-in roles are made members of them (add-user.sh).
DO $$
DECLARE role text;
BEGIN
  FOREACH role IN ARRAY ARRAY['cchc_department', 'cchc_department_head', 'cchc_office', 'cchc_office_head'] LOOP
    IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = role) THEN EXECUTE format('CREATE ROLE %I NOLOGIN', role); END IF;
  END LOOP;
END $$;

-- The reporting unit that a log-in role works for.
CREATE TABLE IF NOT EXISTS member (login TEXT COLLATE "C" PRIMARY KEY, unit TEXT COLLATE "C" NOT NULL);

-- Both see all tables; they are the owner's functions, and ask about whoever logged in.
CREATE OR REPLACE FUNCTION cchc_mine(of_period TEXT, of_definition TEXT, of_unit TEXT) RETURNS BOOLEAN LANGUAGE sql STABLE SECURITY DEFINER AS $$
  SELECT EXISTS (SELECT 1 FROM assignment a JOIN member m ON m.unit = a.reporter
                 WHERE m.login = session_user AND a.period = of_period AND a.definition = of_definition AND a.subject = of_unit)
$$;
CREATE OR REPLACE FUNCTION cchc_state(of_period TEXT, of_definition TEXT, of_unit TEXT) RETURNS BIGINT LANGUAGE sql STABLE SECURITY DEFINER AS $$
  SELECT state FROM section WHERE period = of_period AND definition = of_definition AND unit = of_unit
$$;
DO $$
BEGIN
  EXECUTE format('ALTER FUNCTION cchc_mine(TEXT, TEXT, TEXT) SET search_path = %I', current_schema());
  EXECUTE format('ALTER FUNCTION cchc_state(TEXT, TEXT, TEXT) SET search_path = %I', current_schema());
END $$;

REVOKE ALL ON ALL TABLES IN SCHEMA public FROM PUBLIC, cchc_department, cchc_department_head, cchc_office, cchc_office_head;
GRANT SELECT ON store_version, definition, unit, period, assignment, attachment, section, draft_row, draft_value, change, submission, remark, receipt
  TO cchc_department, cchc_department_head, cchc_office, cchc_office_head;
GRANT INSERT ON definition, attachment TO cchc_department, cchc_department_head, cchc_office, cchc_office_head;
GRANT INSERT, UPDATE ON section TO cchc_department, cchc_department_head, cchc_office, cchc_office_head;
GRANT INSERT ON change TO cchc_department, cchc_department_head, cchc_office, cchc_office_head;
GRANT INSERT, UPDATE, DELETE ON draft_row, draft_value TO cchc_department, cchc_department_head;
GRANT INSERT ON submission TO cchc_department_head, cchc_office, cchc_office_head;
GRANT UPDATE ON submission TO cchc_office, cchc_office_head;
GRANT INSERT, UPDATE ON remark TO cchc_office, cchc_office_head;
GRANT INSERT, UPDATE ON unit, period, assignment TO cchc_office, cchc_office_head;

-- States (core/model/section.h): 0 draft, 1 submitted, 2 return asked, 3 accepted, 4 returned, 5 in report, 6 issued.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['section', 'draft_row', 'draft_value', 'change', 'submission', 'remark', 'receipt'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('DROP POLICY IF EXISTS department_reads ON %I', t);
    EXECUTE format('CREATE POLICY department_reads ON %I FOR SELECT TO cchc_department, cchc_department_head USING (cchc_mine(period, definition, unit))', t);
    EXECUTE format('DROP POLICY IF EXISTS office_reads ON %I', t);
    EXECUTE format('CREATE POLICY office_reads ON %I FOR SELECT TO cchc_office, cchc_office_head USING (true)', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['draft_row', 'draft_value'] LOOP
    EXECUTE format('DROP POLICY IF EXISTS department_writes ON %I', t);
    EXECUTE format('CREATE POLICY department_writes ON %I FOR ALL TO cchc_department, cchc_department_head USING (cchc_mine(period, definition, unit)) '
                   'WITH CHECK (cchc_mine(period, definition, unit) AND cchc_state(period, definition, unit) IN (0, 4))', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['section', 'change', 'submission', 'remark'] LOOP
    EXECUTE format('DROP POLICY IF EXISTS office_adds ON %I', t);
    EXECUTE format('CREATE POLICY office_adds ON %I FOR INSERT TO cchc_office, cchc_office_head WITH CHECK (true)', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['section', 'submission', 'remark'] LOOP
    EXECUTE format('DROP POLICY IF EXISTS office_changes ON %I', t);
    EXECUTE format('CREATE POLICY office_changes ON %I FOR UPDATE TO cchc_office, cchc_office_head USING (true) WITH CHECK (true)', t);
  END LOOP;
END $$;
DROP POLICY IF EXISTS department_begins ON section;
CREATE POLICY department_begins ON section FOR INSERT TO cchc_department WITH CHECK (cchc_mine(period, definition, unit) AND state = 0);
-- The program writes a section's row by INSERT ... ON CONFLICT, whose row must pass here even where it becomes an UPDATE.
DROP POLICY IF EXISTS head_begins ON section;
CREATE POLICY head_begins ON section FOR INSERT TO cchc_department_head WITH CHECK (cchc_mine(period, definition, unit) AND state IN (0, 1, 2));
DROP POLICY IF EXISTS department_edits ON section;
CREATE POLICY department_edits ON section FOR UPDATE TO cchc_department USING (cchc_mine(period, definition, unit) AND state IN (0, 4))
  WITH CHECK (cchc_mine(period, definition, unit) AND state = 0);
DROP POLICY IF EXISTS head_edits_and_submits ON section;
CREATE POLICY head_edits_and_submits ON section FOR UPDATE TO cchc_department_head USING (cchc_mine(period, definition, unit) AND state IN (0, 1, 2, 4))
  WITH CHECK (cchc_mine(period, definition, unit) AND state IN (0, 1, 2));
DROP POLICY IF EXISTS department_adds ON change;
CREATE POLICY department_adds ON change FOR INSERT TO cchc_department, cchc_department_head WITH CHECK (cchc_mine(period, definition, unit));
DROP POLICY IF EXISTS head_submits ON submission;
CREATE POLICY head_submits ON submission FOR INSERT TO cchc_department_head WITH CHECK (cchc_mine(period, definition, unit) AND state = 0);
COMMIT;
