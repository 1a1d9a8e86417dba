-- Who may do what in a store that several people share. Run by the owner of the tables, after `cchc` has made them; may be run again at any time.
-- What the program refuses, the database refuses too: a department reads and writes its own sections alone, a draft alone is written, a journal is only added to.
-- Who may do what in which state is the table in core/model/permits.h; cchc_permits below says it once more. "Own" is a section of which the member's unit is the reporter.
\set ON_ERROR_STOP on
SET client_min_messages = warning;
BEGIN;

-- The four roles of core/model/desk.h. Log-in roles are made members of them (add-user.sh).
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
-- Whether whoever logged in may know anything of a section but its state: of its reporter, of the office, or who keeps the store.
CREATE OR REPLACE FUNCTION cchc_sees(of_period TEXT, of_definition TEXT, of_unit TEXT) RETURNS BOOLEAN LANGUAGE sql STABLE SECURITY DEFINER AS $$
  SELECT cchc_mine(of_period, of_definition, of_unit) OR pg_has_role(session_user, 'cchc_office', 'member') OR pg_has_role(session_user, 'cchc_office_head', 'member')
      OR pg_has_role(session_user, (SELECT relowner FROM pg_class WHERE oid = to_regclass('section')), 'member')
$$;
CREATE OR REPLACE FUNCTION cchc_state(of_period TEXT, of_definition TEXT, of_unit TEXT) RETURNS BIGINT LANGUAGE sql STABLE SECURITY DEFINER AS $$
  SELECT state FROM section WHERE period = of_period AND definition = of_definition AND unit = of_unit AND cchc_sees(of_period, of_definition, of_unit)
$$;
-- Whether whoever logged in is of the office. A superuser is of every role.
CREATE OR REPLACE FUNCTION cchc_of_office() RETURNS BOOLEAN LANGUAGE sql STABLE SECURITY DEFINER AS $$
  SELECT pg_has_role(session_user, 'cchc_office', 'member') OR pg_has_role(session_user, 'cchc_office_head', 'member')
$$;
-- The unit of whoever logged in; empty if there is none.
CREATE OR REPLACE FUNCTION cchc_member_unit() RETURNS TEXT LANGUAGE sql STABLE SECURITY DEFINER AS $$
  SELECT coalesce((SELECT unit FROM member WHERE login = session_user), '')
$$;
-- Whether whoever logged in keeps the store: its owner, to whom no table applies.
CREATE OR REPLACE FUNCTION cchc_keeps_store() RETURNS BOOLEAN LANGUAGE sql STABLE SECURITY DEFINER AS $$
  SELECT pg_has_role(session_user, (SELECT relowner FROM pg_class WHERE oid = to_regclass('section')), 'member')
$$;
-- Whether a receipt of the office for this revision is here.
CREATE OR REPLACE FUNCTION cchc_receipted(of_period TEXT, of_definition TEXT, of_unit TEXT, of_revision BIGINT) RETURNS BOOLEAN LANGUAGE sql STABLE SECURITY DEFINER AS $$
  SELECT EXISTS (SELECT 1 FROM receipt WHERE period = of_period AND definition = of_definition AND unit = of_unit AND revision = of_revision) AND cchc_sees(of_period, of_definition, of_unit)
$$;
-- Whether a package of the section is here.
CREATE OR REPLACE FUNCTION cchc_sent(of_period TEXT, of_definition TEXT, of_unit TEXT) RETURNS BOOLEAN LANGUAGE sql STABLE SECURITY DEFINER AS $$
  SELECT EXISTS (SELECT 1 FROM submission WHERE period = of_period AND definition = of_definition AND unit = of_unit) AND cchc_sees(of_period, of_definition, of_unit)
$$;
-- Whether the office is making a revision of this section itself, in this transaction: it has journalled that it enters for the unit, or amends its own heading
-- (core/store/submissions/office_revision.cpp).
CREATE OR REPLACE FUNCTION cchc_entering(of_period TEXT, of_definition TEXT, of_unit TEXT) RETURNS BOOLEAN LANGUAGE sql STABLE SECURITY DEFINER AS $$
  SELECT EXISTS (SELECT 1 FROM change c WHERE c.period = of_period AND c.definition = of_definition AND c.unit = of_unit AND c.place LIKE 'submission:%'
                 AND (c.new_value LIKE 'entered for %' OR c.new_value LIKE 'amended: %') AND c.login = session_user AND c.xmin = pg_current_xact_id()::xid)
$$;
-- Whether a submission of the revision that a journal address names is here.
CREATE OR REPLACE FUNCTION cchc_has_revision(of_period TEXT, of_definition TEXT, of_unit TEXT, of_place TEXT) RETURNS BOOLEAN LANGUAGE sql STABLE SECURITY DEFINER AS $$
  SELECT EXISTS (SELECT 1 FROM submission s WHERE s.period = of_period AND s.definition = of_definition AND s.unit = of_unit AND 'submission:' || s.revision = of_place) AND cchc_sees(of_period, of_definition, of_unit)
$$;
-- Whether this very package is here: it may arrive again, which changes nothing.
CREATE OR REPLACE FUNCTION cchc_has_package(of_period TEXT, of_definition TEXT, of_unit TEXT, of_revision BIGINT, of_digest TEXT) RETURNS BOOLEAN LANGUAGE sql STABLE SECURITY DEFINER AS $$
  SELECT EXISTS (SELECT 1 FROM submission s WHERE s.period = of_period AND s.definition = of_definition AND s.unit = of_unit AND s.revision = of_revision AND s.digest = of_digest) AND cchc_sees(of_period, of_definition, of_unit)
$$;
-- Whether the office works in this store itself. What it decides, it then decides here, and no file brings its decisions.
CREATE OR REPLACE FUNCTION cchc_office_here() RETURNS BOOLEAN LANGUAGE sql STABLE SECURITY DEFINER AS $$
  SELECT EXISTS (SELECT 1 FROM member m JOIN pg_roles r ON r.rolname = m.login
                 WHERE pg_has_role(r.oid, 'cchc_office', 'member') OR pg_has_role(r.oid, 'cchc_office_head', 'member'))
$$;
-- Whether the decision of an office elsewhere arrives in this transaction, as a file that the head of the reporter receives.
CREATE OR REPLACE FUNCTION cchc_arriving(of_period TEXT, of_definition TEXT, of_unit TEXT) RETURNS BOOLEAN LANGUAGE sql STABLE SECURITY DEFINER AS $$
  SELECT NOT cchc_office_here()
     AND EXISTS (SELECT 1 FROM change c WHERE c.period = of_period AND c.definition = of_definition AND c.unit = of_unit AND c.place LIKE 'submission:%'
                 AND c.new_value LIKE 'decided by %' AND c.login = session_user AND c.xmin = pg_current_xact_id()::xid)
$$;
-- Whether anything of a section is here.
CREATE OR REPLACE FUNCTION cchc_begun(of_period TEXT, of_definition TEXT, of_unit TEXT) RETURNS BOOLEAN LANGUAGE sql STABLE SECURITY DEFINER AS $$
  SELECT cchc_sees(of_period, of_definition, of_unit)
     AND (EXISTS (SELECT 1 FROM section WHERE period = of_period AND definition = of_definition AND unit = of_unit)
      OR EXISTS (SELECT 1 FROM submission WHERE period = of_period AND definition = of_definition AND unit = of_unit)
      OR EXISTS (SELECT 1 FROM change WHERE period = of_period AND definition = of_definition AND unit = of_unit))
$$;
-- Whether the period still takes data. What the office decides, it decides in a closed one as well.
CREATE OR REPLACE FUNCTION cchc_open(of_period TEXT) RETURNS BOOLEAN LANGUAGE sql STABLE SECURITY DEFINER AS $$
  SELECT NOT EXISTS (SELECT 1 FROM period WHERE id = of_period AND closed <> 0)
$$;
-- How far the sections of others are, and no more of them.
CREATE OR REPLACE FUNCTION cchc_hidden_sections(of_period TEXT) RETURNS TABLE (definition TEXT, unit TEXT, state BIGINT, revision BIGINT)
LANGUAGE sql STABLE SECURITY DEFINER AS $$
  SELECT s.definition, s.unit, s.state, s.revision FROM section s
    WHERE s.period = of_period AND NOT cchc_of_office() AND NOT cchc_mine(s.period, s.definition, s.unit)
  UNION ALL
  SELECT u.definition, u.unit, 1, max(u.revision) FROM submission u
    WHERE u.period = of_period AND u.state < 3 AND NOT cchc_of_office() AND NOT cchc_mine(u.period, u.definition, u.unit)
      AND NOT EXISTS (SELECT 1 FROM section x WHERE x.period = u.period AND x.definition = u.definition AND x.unit = u.unit)
    GROUP BY u.definition, u.unit
$$;
-- The names of the states (core/model/section.cpp), as the journal writes them.
CREATE OR REPLACE FUNCTION cchc_state_name(of_state BIGINT) RETURNS TEXT LANGUAGE sql IMMUTABLE AS $$
  SELECT (ARRAY['draft', 'submitted', 'return-asked', 'accepted', 'returned', 'in-report', 'issued'])[of_state + 1]
$$;
CREATE OR REPLACE FUNCTION cchc_head(of_period TEXT, of_definition TEXT, of_unit TEXT) RETURNS TEXT LANGUAGE sql STABLE SECURITY DEFINER AS $$
  SELECT coalesce((SELECT digest FROM change WHERE period = of_period AND definition = of_definition AND unit = of_unit AND cchc_sees(of_period, of_definition, of_unit) ORDER BY seq DESC LIMIT 1), '')
$$;
-- Holds off others from beginning this section until the transaction ends. Only who may begin it holds anybody off.
CREATE OR REPLACE FUNCTION cchc_lock(of_period TEXT, of_definition TEXT, of_unit TEXT) RETURNS INTEGER LANGUAGE sql VOLATILE SECURITY DEFINER AS $$
  WITH held AS (SELECT 1 FROM assignment WHERE period = of_period AND definition = of_definition AND subject = of_unit AND cchc_sees(of_period, of_definition, of_unit) FOR UPDATE) SELECT count(*)::INTEGER FROM held
$$;
-- Whether the draft has at this place what the journal wrote there last. Removing a row removes its cells.
CREATE OR REPLACE FUNCTION cchc_draft_follows(of_period TEXT, of_definition TEXT, of_unit TEXT, of_place TEXT) RETURNS BOOLEAN LANGUAGE sql STABLE SECURITY DEFINER AS $$
  SELECT coalesce((SELECT value FROM draft_value v WHERE v.period = of_period AND v.definition = of_definition AND v.unit = of_unit AND v.place = of_place),
                  (SELECT position::TEXT FROM draft_row r WHERE r.period = of_period AND r.definition = of_definition AND r.unit = of_unit AND r.tbl || '[' || r.row_id || ']' = of_place), '')
       = coalesce((SELECT CASE WHEN c.place = of_place THEN c.new_value ELSE '' END FROM change c
                   WHERE c.period = of_period AND c.definition = of_definition AND c.unit = of_unit
                     AND (c.place = of_place OR (c.place = substring(of_place FROM '^([^\[]*\[[^\]]*\])\.') AND c.new_value = ''))
                   ORDER BY c.seq DESC LIMIT 1), '')
$$;
-- Whether whoever logged in may write the draft of a section now: its reporter while it is a draft, the office while it makes a revision itself.
CREATE OR REPLACE FUNCTION cchc_writes_draft(of_period TEXT, of_definition TEXT, of_unit TEXT) RETURNS BOOLEAN LANGUAGE sql STABLE SECURITY DEFINER AS $$
  SELECT (cchc_mine(of_period, of_definition, of_unit) AND cchc_state(of_period, of_definition, of_unit) IN (0, 4) AND cchc_open(of_period)
          AND (pg_has_role(session_user, 'cchc_department', 'member') OR pg_has_role(session_user, 'cchc_department_head', 'member')))
      OR (cchc_of_office() AND cchc_entering(of_period, of_definition, of_unit) AND cchc_open(of_period)) OR cchc_keeps_store()
$$;
-- Removes from a draft. A right to delete would be a right to lock the drafts of all.
CREATE OR REPLACE FUNCTION cchc_clear_value(of_period TEXT, of_definition TEXT, of_unit TEXT, of_place TEXT) RETURNS VOID LANGUAGE plpgsql VOLATILE SECURITY DEFINER AS $$
BEGIN
  IF NOT coalesce(cchc_writes_draft(of_period, of_definition, of_unit), false) THEN RAISE EXCEPTION 'permission denied: the draft of the section is not for this account'; END IF;
  DELETE FROM draft_value WHERE period = of_period AND definition = of_definition AND unit = of_unit AND place = of_place;
END $$;
CREATE OR REPLACE FUNCTION cchc_clear_row(of_period TEXT, of_definition TEXT, of_unit TEXT, of_table TEXT, of_row TEXT, cells TEXT) RETURNS VOID LANGUAGE plpgsql VOLATILE SECURITY DEFINER AS $$
BEGIN
  IF NOT coalesce(cchc_writes_draft(of_period, of_definition, of_unit), false) THEN RAISE EXCEPTION 'permission denied: the draft of the section is not for this account'; END IF;
  DELETE FROM draft_value WHERE period = of_period AND definition = of_definition AND unit = of_unit AND starts_with(place, cells);
  DELETE FROM draft_row WHERE period = of_period AND definition = of_definition AND unit = of_unit AND tbl = of_table AND row_id = of_row;
END $$;

-- A journal entry follows the one before it and carries the digest that its words give (core/store/store_journal.cpp): nobody writes another chain.
CREATE OR REPLACE FUNCTION cchc_chain() RETURNS TRIGGER LANGUAGE plpgsql SECURITY DEFINER AS $$
DECLARE words TEXT := ''; word TEXT; last BIGINT;
BEGIN
  SELECT coalesce(max(seq), 0) INTO last FROM change WHERE period = NEW.period AND definition = NEW.definition AND unit = NEW.unit;
  FOREACH word IN ARRAY ARRAY[NEW.previous_digest, NEW.definition || '/' || NEW.unit || '/' || NEW.period, NEW.place, NEW.old_value, NEW.new_value, NEW.who, NEW.login,
                              NEW.station, NEW.at] LOOP
    words := words || octet_length(word) || ':' || word;
  END LOOP;
  IF NEW.seq <> last + 1 OR NEW.previous_digest <> cchc_head(NEW.period, NEW.definition, NEW.unit) OR NEW.digest <> encode(sha256(convert_to(words, 'UTF8')), 'hex') THEN
    RAISE EXCEPTION 'permission denied: the journal entry does not follow the last one';
  END IF;
  -- The server's own time, outside the digest: what a PC takes for the time may be wrong.
  NEW.recorded_at := clock_timestamp();
  -- The program could not read such an entry, and the journal would never verify again.
  IF NEW.at !~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$' OR (NEW.place LIKE 'submission:%' AND NEW.place !~ '^submission:[0-9]{1,9}$') THEN
    RAISE EXCEPTION 'permission denied: the time or place of the journal entry cannot be read';
  END IF;
  RETURN NEW;
END $$;
-- A transition follows the state of the section, and whoever logged in may make it (core/model/permits.h). One that a file brought follows the entry that says whose decision it was.
CREATE OR REPLACE FUNCTION cchc_permits() RETURNS TRIGGER LANGUAGE plpgsql SECURITY DEFINER AS $$
DECLARE before TEXT := split_part(NEW.old_value, ':', 1); after TEXT := split_part(NEW.new_value, ':', 1); present TEXT;
        mine BOOLEAN; d BOOLEAN; h BOOLEAN; o BOOLEAN; g BOOLEAN; may BOOLEAN;
BEGIN
  IF NEW.place <> 'state' OR cchc_keeps_store() THEN RETURN NEW; END IF;
  SELECT cchc_state_name(state) INTO present FROM section WHERE period = NEW.period AND definition = NEW.definition AND unit = NEW.unit;
  IF present IS NULL AND EXISTS (SELECT 1 FROM submission WHERE period = NEW.period AND definition = NEW.definition AND unit = NEW.unit AND state < 3) THEN
    present := 'submitted';
  END IF;
  IF before <> coalesce(present, '') THEN RAISE EXCEPTION 'permission denied: the transition does not follow the state of the section'; END IF;
  mine := cchc_mine(NEW.period, NEW.definition, NEW.unit);
  h := mine AND pg_has_role(session_user, 'cchc_department_head', 'member');  -- the head of the reporter
  d := h OR (mine AND pg_has_role(session_user, 'cchc_department', 'member'));
  g := pg_has_role(session_user, 'cchc_office_head', 'member');               -- the head of the office
  o := g OR pg_has_role(session_user, 'cchc_office', 'member');
  may := CASE before || '>' || after
    WHEN 'returned>draft' THEN d OR o                 -- edit; discard
    WHEN 'submitted>draft' THEN h OR o                -- withdraw; discard
    WHEN 'draft>draft' THEN o                         -- discard, as the following three
    WHEN 'return-asked>draft' THEN o
    WHEN 'accepted>draft' THEN o
    WHEN 'in-report>draft' THEN o
    WHEN 'draft>submitted' THEN h OR o                -- submit; receive, choose, enter for, as the following ones
    WHEN 'returned>submitted' THEN h OR o
    WHEN 'submitted>submitted' THEN o
    WHEN 'return-asked>submitted' THEN o OR (h AND cchc_arriving(NEW.period, NEW.definition, NEW.unit))  -- refuse to return as well
    WHEN 'accepted>submitted' THEN o
    WHEN 'in-report>submitted' THEN o
    WHEN 'submitted>return-asked' THEN h OR (o AND EXISTS (SELECT 1 FROM change c WHERE c.period = NEW.period AND c.definition = NEW.definition
      AND c.unit = NEW.unit AND c.seq = NEW.seq - 1 AND c.new_value LIKE 'decided by %'))
    WHEN 'submitted>accepted' THEN o
    WHEN 'return-asked>accepted' THEN o
    WHEN 'submitted>returned' THEN o OR (h AND cchc_arriving(NEW.period, NEW.definition, NEW.unit))
    WHEN 'return-asked>returned' THEN o OR (h AND cchc_arriving(NEW.period, NEW.definition, NEW.unit))
    WHEN 'accepted>returned' THEN o
    WHEN 'in-report>returned' THEN o
    WHEN 'accepted>in-report' THEN o
    WHEN 'in-report>in-report' THEN o
    WHEN 'in-report>issued' THEN g
    WHEN 'issued>in-report' THEN g
    ELSE false END;
  IF NOT may THEN
    RAISE EXCEPTION 'permission denied: % -> % is not for this account', before, after;
  END IF;
  RETURN NEW;
END $$;
-- A section's row says what its journal and its submissions say.
CREATE OR REPLACE FUNCTION cchc_section_follows() RETURNS TRIGGER LANGUAGE plpgsql SECURITY DEFINER AS $$
DECLARE moved TEXT; sent BOOLEAN; before section%ROWTYPE; said TEXT;
BEGIN
  SELECT split_part(new_value, ':', 1) INTO moved FROM change WHERE period = NEW.period AND definition = NEW.definition AND unit = NEW.unit AND place = 'state'
    ORDER BY seq DESC LIMIT 1;
  SELECT count(*) > 0 INTO sent FROM submission WHERE period = NEW.period AND definition = NEW.definition AND unit = NEW.unit AND revision = NEW.revision;
  IF NEW.head_digest <> cchc_head(NEW.period, NEW.definition, NEW.unit) THEN RAISE EXCEPTION 'permission denied: the head is not that of the journal'; END IF;
  IF NEW.revision <> 0 AND NOT sent THEN RAISE EXCEPTION 'permission denied: no such revision was submitted'; END IF;
  -- A discarded one with a number that nobody reaches hides none that came after it (core/store/submissions/set_aside.h).
  IF TG_OP = 'UPDATE' AND NEW.revision < OLD.revision AND NOT (OLD.revision >= 1000000 AND EXISTS (SELECT 1 FROM submission s WHERE s.period = NEW.period
       AND s.definition = NEW.definition AND s.unit = NEW.unit AND s.revision = OLD.revision AND s.state = 4)) THEN RAISE EXCEPTION 'permission denied: a later revision was submitted'; END IF;
  IF coalesce(moved, CASE WHEN sent THEN 'submitted' ELSE 'draft' END) <> cchc_state_name(NEW.state) THEN
    RAISE EXCEPTION 'permission denied: the state is not that of the journal';
  END IF;
  -- What the section was, also where INSERT ... ON CONFLICT will become an UPDATE.
  SELECT * INTO before FROM section WHERE period = NEW.period AND definition = NEW.definition AND unit = NEW.unit;
  -- The reason is that of the transition which is made now, or cleared by one without.
  IF NEW.reason <> coalesce(before.reason, '') THEN
    SELECT new_value INTO said FROM change c WHERE c.period = NEW.period AND c.definition = NEW.definition AND c.unit = NEW.unit AND c.place = 'state'
      AND c.xmin = pg_current_xact_id()::xid ORDER BY c.seq DESC LIMIT 1;
    IF said IS NULL OR NEW.reason <> (CASE WHEN strpos(said, ': ') > 0 THEN substr(said, strpos(said, ': ') + 2) ELSE '' END) THEN
      RAISE EXCEPTION 'permission denied: the reason is not that of the journal';
    END IF;
  END IF;
  -- The definition is that of the submission which begins to count now, or one that the store has under this id for whoever edits the draft: never of a lower version.
  IF (NEW.definition_digest, NEW.definition_version) IS DISTINCT FROM (before.definition_digest, before.definition_version)
     AND NOT (EXISTS (SELECT 1 FROM submission s WHERE s.period = NEW.period AND s.definition = NEW.definition AND s.unit = NEW.unit AND s.revision = NEW.revision
                      AND s.definition_digest = NEW.definition_digest AND s.definition_version = NEW.definition_version)
              AND (before.unit IS NULL OR EXISTS (SELECT 1 FROM change c WHERE c.period = NEW.period AND c.definition = NEW.definition AND c.unit = NEW.unit
                                                  AND c.xmin = pg_current_xact_id()::xid)))
     AND NOT ((cchc_mine(NEW.period, NEW.definition, NEW.unit) OR cchc_entering(NEW.period, NEW.definition, NEW.unit) OR cchc_keeps_store())
              AND coalesce(before.state, 0) IN (0, 4) AND NEW.definition_version >= coalesce(before.definition_version, NEW.definition_version)
              AND EXISTS (SELECT 1 FROM definition f WHERE f.digest = NEW.definition_digest AND f.version = NEW.definition_version AND f.id = NEW.definition)) THEN
    RAISE EXCEPTION 'permission denied: the definition is not that of the section';
  END IF;
  -- What was submitted becomes a draft again when it no longer counts: its reporter has withdrawn it, or the office has discarded it. A returned one is edited by its reporter.
  IF TG_OP = 'UPDATE' AND OLD.state IN (1, 2, 3, 4, 5) AND NEW.state = 0 AND NOT (OLD.state = 4 AND ((cchc_mine(NEW.period, NEW.definition, NEW.unit)
     AND (pg_has_role(session_user, 'cchc_department', 'member') OR pg_has_role(session_user, 'cchc_department_head', 'member'))) OR cchc_entering(NEW.period, NEW.definition, NEW.unit) OR cchc_keeps_store())) AND EXISTS (SELECT 1 FROM submission WHERE period = NEW.period AND definition = NEW.definition
     AND unit = NEW.unit AND revision = OLD.revision AND state < 3) THEN
    RAISE EXCEPTION 'permission denied: the submission still counts';
  END IF;
  RETURN NEW;
END $$;
-- Looked at when the transaction ends: that the office enters or amends without a revision that it submits; an entry whose section does not know of it. One that was received has no row until somebody decides on it.
CREATE OR REPLACE FUNCTION cchc_change_is_known() RETURNS TRIGGER LANGUAGE plpgsql SECURITY DEFINER AS $$
BEGIN
  IF (NEW.new_value LIKE 'entered for %' OR NEW.new_value LIKE 'amended: %') AND NEW.place LIKE 'submission:%'
     AND NOT EXISTS (SELECT 1 FROM submission WHERE period = NEW.period AND definition = NEW.definition AND unit = NEW.unit
                     AND 'submission:' || revision = NEW.place AND login = NEW.login AND state IN (0, 1)) THEN
    RAISE EXCEPTION 'permission denied: nothing was submitted for the unit';
  END IF;
  IF NEW.place LIKE 'submission:%' AND NEW.new_value LIKE 'reassigned to %'
     AND NOT EXISTS (SELECT 1 FROM assignment a WHERE a.period = NEW.period AND a.definition = NEW.definition AND a.subject = NEW.unit
                     AND starts_with(NEW.new_value, 'reassigned to ' || a.reporter || ': ') AND a.xmin = pg_current_xact_id()::xid) THEN
    RAISE EXCEPTION 'permission denied: the section was not given to another unit';
  END IF;
  IF NEW.place LIKE 'submission:%' AND NEW.new_value ~ '^(received|rival|signed|chosen|discarded|withdrawn) '
     AND NOT EXISTS (SELECT 1 FROM submission WHERE period = NEW.period AND definition = NEW.definition AND unit = NEW.unit
                     AND 'submission:' || revision = NEW.place AND digest = substring(NEW.new_value FROM '^[a-z]+ ([0-9a-f]+)')) THEN
    RAISE EXCEPTION 'permission denied: there is no such submission';
  END IF;
  IF NEW.place <> 'state' AND NEW.place NOT LIKE 'submission:%' AND NEW.place NOT LIKE 'remark:%' AND NEW.place !~ '^import:[0-9a-f]{64}$'
     AND NOT cchc_keeps_store()
     AND NOT cchc_draft_follows(NEW.period, NEW.definition, NEW.unit, NEW.place) THEN
    RAISE EXCEPTION 'permission denied: the draft does not know of the journal entry';
  END IF;
  IF NOT EXISTS (SELECT 1 FROM section WHERE period = NEW.period AND definition = NEW.definition AND unit = NEW.unit
                 AND head_digest = cchc_head(NEW.period, NEW.definition, NEW.unit))
     AND NOT (NEW.place LIKE 'submission:%'
              AND NOT EXISTS (SELECT 1 FROM section WHERE period = NEW.period AND definition = NEW.definition AND unit = NEW.unit)
              AND EXISTS (SELECT 1 FROM submission WHERE period = NEW.period AND definition = NEW.definition AND unit = NEW.unit)) THEN
    RAISE EXCEPTION 'permission denied: the section does not know of the journal entry';
  END IF;
  RETURN NULL;
END $$;
-- Looked at when the transaction ends: a draft that has not what its journal says.
CREATE OR REPLACE FUNCTION cchc_draft_is_known() RETURNS TRIGGER LANGUAGE plpgsql SECURITY DEFINER AS $$
DECLARE one jsonb; place TEXT;
BEGIN
  IF cchc_keeps_store() THEN RETURN NULL; END IF;
  FOR turn IN 1..2 LOOP
    IF (turn = 1 AND TG_OP = 'INSERT') OR (turn = 2 AND TG_OP = 'DELETE') THEN CONTINUE; END IF;
    one := CASE turn WHEN 1 THEN to_jsonb(OLD) ELSE to_jsonb(NEW) END;
    place := CASE TG_TABLE_NAME WHEN 'draft_row' THEN (one ->> 'tbl') || '[' || (one ->> 'row_id') || ']' ELSE one ->> 'place' END;
    IF NOT cchc_draft_follows(one ->> 'period', one ->> 'definition', one ->> 'unit', place) THEN
      RAISE EXCEPTION 'permission denied: the journal does not know of the value';
    END IF;
  END LOOP;
  RETURN NULL;
END $$;
-- Looked at when the transaction ends: a submission that came in, or changed its state, without the journal entry that says so; one set aside whose section still counts it.
CREATE OR REPLACE FUNCTION cchc_submission_is_known() RETURNS TRIGGER LANGUAGE plpgsql SECURITY DEFINER AS $$
BEGIN
  IF cchc_keeps_store() OR (TG_OP = 'UPDATE' AND NEW.state = OLD.state) THEN RETURN NULL; END IF;
  IF NOT EXISTS (SELECT 1 FROM change c WHERE c.period = NEW.period AND c.definition = NEW.definition AND c.unit = NEW.unit AND c.xmin = pg_current_xact_id()::xid
                 AND CASE WHEN c.place = 'submission:' || NEW.revision THEN
                       CASE WHEN TG_OP = 'INSERT' THEN c.new_value ~ ('^(received|rival) ' || NEW.digest)
                            WHEN NEW.state = 4 THEN c.new_value LIKE 'discarded ' || NEW.digest || ':%'
                            WHEN NEW.state = 5 THEN c.new_value LIKE 'withdrawn ' || NEW.digest || '%'
                            ELSE NEW.state IN (0, 3) AND c.new_value LIKE 'chosen %' END
                     ELSE TG_OP = 'UPDATE' AND c.place = 'state' AND CASE NEW.state WHEN 1 THEN split_part(c.new_value, ':', 1) = 'accepted'
                       WHEN 2 THEN split_part(c.new_value, ':', 1) = 'returned' WHEN 3 THEN split_part(c.new_value, ':', 1) = 'accepted' ELSE false END END) THEN
    RAISE EXCEPTION 'permission denied: the journal does not know of the state of the submission';
  END IF;
  IF NEW.state IN (4, 5) AND EXISTS (SELECT 1 FROM section s WHERE s.period = NEW.period AND s.definition = NEW.definition AND s.unit = NEW.unit
       AND s.revision = NEW.revision AND s.state NOT IN (0, 4))
     AND NOT EXISTS (SELECT 1 FROM submission u WHERE u.period = NEW.period AND u.definition = NEW.definition AND u.unit = NEW.unit AND u.revision = NEW.revision AND u.state < 3) THEN
    RAISE EXCEPTION 'permission denied: the section still counts the submission';
  END IF;
  RETURN NULL;
END $$;
-- Looked at when the transaction ends: a section that is begun changed its reporter, or lost it, without the journal entry that says from whom, to whom and why.
CREATE OR REPLACE FUNCTION cchc_assignment_is_known() RETURNS TRIGGER LANGUAGE plpgsql SECURITY DEFINER AS $$
BEGIN
  IF cchc_keeps_store() OR NOT cchc_begun(OLD.period, OLD.definition, OLD.subject) THEN RETURN NULL; END IF;
  IF TG_OP = 'UPDATE' THEN
    IF (NEW.period, NEW.definition, NEW.subject, NEW.reporter) = (OLD.period, OLD.definition, OLD.subject, OLD.reporter) THEN RETURN NULL; END IF;
    IF (NEW.period, NEW.definition, NEW.subject) = (OLD.period, OLD.definition, OLD.subject)
       AND EXISTS (SELECT 1 FROM change c WHERE c.period = OLD.period AND c.definition = OLD.definition AND c.unit = OLD.subject AND c.place LIKE 'submission:%'
                   AND c.old_value = OLD.reporter AND starts_with(c.new_value, 'reassigned to ' || NEW.reporter || ': ')
                   AND btrim(substr(c.new_value, length('reassigned to ' || NEW.reporter || ': ') + 1)) <> '' AND c.xmin = pg_current_xact_id()::xid) THEN
      RETURN NULL;
    END IF;
  END IF;
  RAISE EXCEPTION 'permission denied: the section is begun, and the journal does not know of another reporter';
END $$;
-- Looked at when the transaction ends: a remark without its journal entry.
CREATE OR REPLACE FUNCTION cchc_remark_is_known() RETURNS TRIGGER LANGUAGE plpgsql SECURITY DEFINER AS $$
BEGIN
  IF NOT cchc_keeps_store() AND NOT EXISTS (SELECT 1 FROM change c WHERE c.period = NEW.period AND c.definition = NEW.definition AND c.unit = NEW.unit
      AND c.place = 'remark:' || NEW.place AND c.new_value = NEW.text AND c.xmin = pg_current_xact_id()::xid) THEN
    RAISE EXCEPTION 'permission denied: the journal does not know of the remark';
  END IF;
  RETURN NULL;
END $$;
-- Each finds its tables in this schema, whatever the caller has put before it; and nobody runs one who has no role here.
DO $$
DECLARE f regprocedure;
BEGIN
  FOR f IN SELECT p.oid FROM pg_proc p WHERE p.pronamespace = current_schema()::regnamespace AND p.proname LIKE 'cchc\_%' LOOP
    EXECUTE format('ALTER FUNCTION %s SET search_path = %I, pg_temp', f, current_schema());
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', f);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO cchc_department, cchc_department_head, cchc_office, cchc_office_head', f);
  END LOOP;
END $$;
ALTER TABLE change ADD COLUMN IF NOT EXISTS recorded_at TIMESTAMPTZ NOT NULL DEFAULT clock_timestamp();
-- Numbers and times that the program writes. What is there already was written before, and is named where it is read.
DO $$
DECLARE c record;
BEGIN
  FOR c IN SELECT * FROM (VALUES
      ('section', 'definition_version BETWEEN 0 AND 999999999 AND revision BETWEEN 0 AND 999999999'),
      ('submission', 'definition_version BETWEEN 0 AND 999999999 AND revision BETWEEN 1 AND 999999999 AND digest ~ ''^[0-9a-f]{64}$'' AND submitted_at ~ ''^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$'''),
      ('submission', 'received_at ~ ''^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$'''),
      ('definition', 'version BETWEEN 0 AND 999999999 AND length(xml) <= 16777216'),
      ('draft_row', 'position BETWEEN 0 AND 999999999'),
      ('remark', 'revision BETWEEN 1 AND 999999999'),
      ('receipt', 'revision BETWEEN 1 AND 999999999 AND at ~ ''^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$''')) AS v(tbl, condition) LOOP
    EXECUTE format('ALTER TABLE %I DROP CONSTRAINT IF EXISTS %I', c.tbl, 'cchc_' || md5(c.condition));
    EXECUTE format('ALTER TABLE %I ADD CONSTRAINT %I CHECK (%s) NOT VALID', c.tbl, 'cchc_' || md5(c.condition), c.condition);
  END LOOP;
END $$;
-- Nobody waits for ever for what somebody holds, and nobody holds it while doing nothing. The program sets the same for itself.
DO $$
BEGIN
  EXECUTE format('ALTER DATABASE %I SET lock_timeout = ''10s''', current_database());
  EXECUTE format('ALTER DATABASE %I SET idle_in_transaction_session_timeout = ''60s''', current_database());
  EXECUTE format('REVOKE TEMPORARY ON DATABASE %I FROM PUBLIC', current_database());
END $$;
DROP TRIGGER IF EXISTS cchc_draft_is_known ON draft_value;
CREATE CONSTRAINT TRIGGER cchc_draft_is_known AFTER INSERT OR UPDATE OR DELETE ON draft_value DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION cchc_draft_is_known();
DROP TRIGGER IF EXISTS cchc_draft_is_known ON draft_row;
CREATE CONSTRAINT TRIGGER cchc_draft_is_known AFTER INSERT OR UPDATE OR DELETE ON draft_row DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION cchc_draft_is_known();
DROP TRIGGER IF EXISTS cchc_chain ON change;
CREATE TRIGGER cchc_chain BEFORE INSERT ON change FOR EACH ROW EXECUTE FUNCTION cchc_chain();
DROP TRIGGER IF EXISTS cchc_permits ON change;
CREATE TRIGGER cchc_permits BEFORE INSERT ON change FOR EACH ROW EXECUTE FUNCTION cchc_permits();
DROP TRIGGER IF EXISTS cchc_change_is_known ON change;
CREATE CONSTRAINT TRIGGER cchc_change_is_known AFTER INSERT ON change DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION cchc_change_is_known();
DROP TRIGGER IF EXISTS cchc_submission_is_known ON submission;
CREATE CONSTRAINT TRIGGER cchc_submission_is_known AFTER INSERT OR UPDATE ON submission DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION cchc_submission_is_known();
DROP TRIGGER IF EXISTS cchc_assignment_is_known ON assignment;
CREATE CONSTRAINT TRIGGER cchc_assignment_is_known AFTER UPDATE OR DELETE ON assignment DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION cchc_assignment_is_known();
DROP TRIGGER IF EXISTS cchc_remark_is_known ON remark;
CREATE CONSTRAINT TRIGGER cchc_remark_is_known AFTER INSERT OR UPDATE ON remark DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION cchc_remark_is_known();
DROP TRIGGER IF EXISTS cchc_section_follows ON section;
CREATE TRIGGER cchc_section_follows BEFORE INSERT OR UPDATE ON section FOR EACH ROW EXECUTE FUNCTION cchc_section_follows();

REVOKE ALL ON ALL TABLES IN SCHEMA public FROM PUBLIC, cchc_department, cchc_department_head, cchc_office, cchc_office_head;
GRANT SELECT ON store_version, definition, unit_state, unit_lineage, unit_list, period, assignment, attachment, section, draft_row, draft_value, change, submission, remark, receipt,
    kept_file, issued_report, issued_file, confirmed_missing
  TO cchc_department, cchc_department_head, cchc_office, cchc_office_head;
GRANT INSERT ON definition, attachment TO cchc_department, cchc_department_head, cchc_office, cchc_office_head;
-- By column: the right to update a whole table, or to delete from it, is a right to lock it.
GRANT INSERT, UPDATE (definition_version, definition_digest, state, revision, head_digest, reason) ON section TO cchc_department, cchc_department_head, cchc_office, cchc_office_head;
GRANT INSERT ON change TO cchc_department, cchc_department_head, cchc_office, cchc_office_head;
GRANT INSERT, UPDATE (position) ON draft_row TO cchc_department, cchc_department_head, cchc_office, cchc_office_head;
GRANT INSERT, UPDATE (value, change_id) ON draft_value TO cchc_department, cchc_department_head, cchc_office, cchc_office_head;
GRANT INSERT ON submission TO cchc_department_head, cchc_office, cchc_office_head;
-- What was sent stays as it was sent: the office decides on it, and takes a signature that comes later.
GRANT UPDATE (state, signer, package, checked_by, contribution, findings) ON submission TO cchc_office, cchc_office_head;
GRANT UPDATE (state) ON submission TO cchc_department_head;
GRANT INSERT, UPDATE (text) ON remark TO cchc_department_head, cchc_office, cchc_office_head;
-- Receipts are received by whom permits.h lets receive; only one of a package that waits gives way to another.
GRANT INSERT, UPDATE (result, at, who, signer) ON receipt TO cchc_department_head, cchc_office, cchc_office_head;
GRANT INSERT, UPDATE ON period, assignment TO cchc_office, cchc_office_head;
GRANT DELETE ON assignment TO cchc_office, cchc_office_head;
GRANT INSERT, UPDATE, DELETE ON unit_state, unit_lineage TO cchc_office, cchc_office_head;
GRANT UPDATE ON unit_list TO cchc_office, cchc_office_head;
-- What shaped an issued report is only added to; that the report was reopened is noted.
GRANT INSERT ON kept_file, issued_report, issued_file, confirmed_missing TO cchc_office_head;
GRANT UPDATE (reopened_at) ON issued_report TO cchc_office_head;
ALTER TABLE issued_report ENABLE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS all_read ON issued_report;
CREATE POLICY all_read ON issued_report FOR SELECT TO cchc_department, cchc_department_head, cchc_office, cchc_office_head USING (true);
DROP POLICY IF EXISTS head_issues ON issued_report;
CREATE POLICY head_issues ON issued_report FOR INSERT TO cchc_office_head WITH CHECK (login = session_user AND reopened_at = '');
DROP POLICY IF EXISTS head_reopens ON issued_report;
CREATE POLICY head_reopens ON issued_report FOR UPDATE TO cchc_office_head USING (true) WITH CHECK (true);
ALTER TABLE confirmed_missing ENABLE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS all_read ON confirmed_missing;
CREATE POLICY all_read ON confirmed_missing FOR SELECT TO cchc_department, cchc_department_head, cchc_office, cchc_office_head USING (true);
DROP POLICY IF EXISTS head_confirms ON confirmed_missing;
CREATE POLICY head_confirms ON confirmed_missing FOR INSERT TO cchc_office_head WITH CHECK (login = session_user);
-- A department reads what shaped a report, and not the report, which has the figures of all.
ALTER TABLE kept_file ENABLE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS department_reads ON kept_file;
CREATE POLICY department_reads ON kept_file FOR SELECT TO cchc_department, cchc_department_head
  USING (NOT EXISTS (SELECT 1 FROM issued_file f WHERE f.digest = kept_file.digest AND f.name = 'report.xml'));
DROP POLICY IF EXISTS office_reads ON kept_file;
CREATE POLICY office_reads ON kept_file FOR SELECT TO cchc_office, cchc_office_head USING (true);
DROP POLICY IF EXISTS office_adds ON kept_file;
-- Under the digest of its text, which the program writes as it is, and of a report that is issued.
CREATE POLICY office_adds ON kept_file FOR INSERT TO cchc_office_head
  WITH CHECK (digest = encode(sha256(convert_to(content, 'UTF8')), 'hex') AND EXISTS (SELECT 1 FROM issued_file f WHERE f.digest = kept_file.digest));

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
    EXECUTE format('DROP POLICY IF EXISTS office_enters ON %I', t);
    EXECUTE format('DROP POLICY IF EXISTS draft_adds ON %I', t);
    EXECUTE format('CREATE POLICY draft_adds ON %I FOR INSERT TO cchc_department, cchc_department_head, cchc_office, cchc_office_head '
                   'WITH CHECK (cchc_writes_draft(period, definition, unit))', t);
    EXECUTE format('DROP POLICY IF EXISTS draft_changes ON %I', t);
    EXECUTE format('CREATE POLICY draft_changes ON %I FOR UPDATE TO cchc_department, cchc_department_head, cchc_office, cchc_office_head '
                   'USING (cchc_writes_draft(period, definition, unit)) WITH CHECK (cchc_writes_draft(period, definition, unit))', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['submission', 'remark'] LOOP
    EXECUTE format('DROP POLICY IF EXISTS office_adds ON %I', t);
    EXECUTE format('CREATE POLICY office_adds ON %I FOR INSERT TO cchc_office, cchc_office_head WITH CHECK (true)', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['section', 'submission', 'remark'] LOOP
    EXECUTE format('DROP POLICY IF EXISTS office_changes ON %I', t);
    EXECUTE format('CREATE POLICY office_changes ON %I FOR UPDATE TO cchc_office, cchc_office_head USING (true) WITH CHECK (true)', t);
  END LOOP;
END $$;
-- The office begins a section only when it enters for its unit.
DROP POLICY IF EXISTS office_adds ON section;
CREATE POLICY office_adds ON section FOR INSERT TO cchc_office, cchc_office_head
  WITH CHECK (cchc_state(period, definition, unit) IS NOT NULL OR cchc_sent(period, definition, unit) OR cchc_entering(period, definition, unit));
DROP POLICY IF EXISTS department_begins ON section;
CREATE POLICY department_begins ON section FOR INSERT TO cchc_department WITH CHECK (cchc_mine(period, definition, unit) AND state = 0);
-- The program writes a section's row by INSERT ... ON CONFLICT, whose row must pass here even where it becomes an UPDATE.
DROP POLICY IF EXISTS head_begins ON section;
CREATE POLICY head_begins ON section FOR INSERT TO cchc_department_head
  WITH CHECK (cchc_mine(period, definition, unit) AND (state IN (0, 1, 2) OR (state = 4 AND cchc_arriving(period, definition, unit))));
DROP POLICY IF EXISTS department_edits ON section;
CREATE POLICY department_edits ON section FOR UPDATE TO cchc_department USING (cchc_mine(period, definition, unit) AND state IN (0, 4))
  WITH CHECK (cchc_mine(period, definition, unit) AND state = 0);
DROP POLICY IF EXISTS head_edits_and_submits ON section;
CREATE POLICY head_edits_and_submits ON section FOR UPDATE TO cchc_department_head USING (cchc_mine(period, definition, unit) AND state IN (0, 1, 2, 4))
  WITH CHECK (cchc_mine(period, definition, unit) AND (state IN (0, 1, 2) OR (state = 4 AND cchc_arriving(period, definition, unit))));
-- Under one's own log-in name; an edit while the section is a draft, a transition that is one's own to make. Which of two packages counts, and whose decision a file brought (core/model/journal_text.h), is the office's word. `who` is what a person is called, beside it.
DROP POLICY IF EXISTS department_adds ON change;
CREATE POLICY department_adds ON change FOR INSERT TO cchc_department WITH CHECK (cchc_mine(period, definition, unit) AND login = session_user
  AND place NOT LIKE 'remark:%' AND place NOT LIKE 'submission:%' AND (place <> 'state' OR new_value = 'draft') AND cchc_state(period, definition, unit) IN (0, 4));
DROP POLICY IF EXISTS head_adds ON change;
CREATE POLICY head_adds ON change FOR INSERT TO cchc_department_head WITH CHECK (cchc_mine(period, definition, unit) AND login = session_user
  AND (place NOT LIKE 'remark:%' OR cchc_arriving(period, definition, unit))
  AND NOT (place LIKE 'submission:%' AND (new_value LIKE 'chosen %' OR new_value LIKE 'discarded %' OR new_value LIKE 'entered for %' OR new_value LIKE 'amended: %'
                                          OR new_value LIKE 'reassigned to %' OR new_value LIKE 'period changed: %'))
  AND CASE WHEN place LIKE 'remark:%' THEN true
           WHEN place LIKE 'submission:%' AND new_value LIKE 'decided by %' THEN NOT cchc_office_here() AND cchc_state(period, definition, unit) IN (1, 2)
           WHEN place = 'state' AND cchc_arriving(period, definition, unit) THEN split_part(new_value, ':', 1) IN ('returned', 'submitted')
           WHEN place = 'state' THEN split_part(new_value, ':', 1) IN ('draft', 'submitted', 'return-asked')
           WHEN place LIKE 'submission:%' AND new_value LIKE 'withdrawn %' THEN cchc_state(period, definition, unit) = 1
           ELSE cchc_state(period, definition, unit) IN (0, 4) END);
-- The office's own, and what it takes in: under the name that the package bears. Values only when it enters for another unit, unless its report is issued, or amends its own heading
-- while that is in the report.
DROP POLICY IF EXISTS office_adds ON change;
CREATE POLICY office_adds ON change FOR INSERT TO cchc_office, cchc_office_head
  WITH CHECK ((login = session_user OR (place = 'state' AND split_part(new_value, ':', 1) IN ('submitted', 'return-asked')))
    AND CASE WHEN place = 'state' OR place LIKE 'remark:%' THEN true
             WHEN place NOT LIKE 'submission:%' THEN cchc_entering(period, definition, unit)
             -- Of a revision that it makes now.
             WHEN new_value LIKE 'entered for %' THEN NOT cchc_mine(period, definition, unit) AND coalesce(cchc_state(period, definition, unit), 0) <> 6
               AND NOT cchc_has_revision(period, definition, unit, place)
             WHEN new_value LIKE 'amended: %' THEN cchc_mine(period, definition, unit) AND cchc_state(period, definition, unit) = 5
               AND NOT cchc_has_revision(period, definition, unit, place)
             ELSE new_value NOT LIKE 'withdrawn %' END);
DROP POLICY IF EXISTS head_submits ON submission;
CREATE POLICY head_submits ON submission FOR INSERT TO cchc_department_head WITH CHECK (cchc_mine(period, definition, unit) AND (
  cchc_has_package(period, definition, unit, revision, digest) OR (state = 0 AND login = session_user
  AND cchc_state(period, definition, unit) IN (0, 4) AND cchc_open(period)
  -- The next revision.
  AND revision = (SELECT s.revision + 1 FROM section s WHERE s.period = submission.period AND s.definition = submission.definition AND s.unit = submission.unit)
  -- What a submission gives to sums, and what was found in it, is the office's word, worked out when it accepts.
  AND checked_by = '' AND contribution = '' AND findings = '')));

-- The reporter takes back what the office has neither decided on nor confirmed.
DROP POLICY IF EXISTS head_withdraws ON submission;
CREATE POLICY head_withdraws ON submission FOR UPDATE TO cchc_department_head
  USING (cchc_mine(period, definition, unit) AND state = 0 AND cchc_state(period, definition, unit) = 1 AND NOT cchc_receipted(period, definition, unit, revision))
  WITH CHECK (cchc_mine(period, definition, unit) AND state = 5);

-- A return that arrives, with its remarks; and receipts.
DROP POLICY IF EXISTS head_receives ON submission;
CREATE POLICY head_receives ON submission FOR UPDATE TO cchc_department_head
  USING (cchc_mine(period, definition, unit) AND state = 0 AND cchc_arriving(period, definition, unit))
  WITH CHECK (cchc_mine(period, definition, unit) AND state = 2 AND cchc_arriving(period, definition, unit));
DROP POLICY IF EXISTS head_receives ON remark;
CREATE POLICY head_receives ON remark FOR INSERT TO cchc_department_head WITH CHECK (cchc_mine(period, definition, unit) AND cchc_arriving(period, definition, unit));
DROP POLICY IF EXISTS head_receives_again ON remark;
CREATE POLICY head_receives_again ON remark FOR UPDATE TO cchc_department_head USING (cchc_mine(period, definition, unit) AND cchc_arriving(period, definition, unit))
  WITH CHECK (cchc_mine(period, definition, unit) AND cchc_arriving(period, definition, unit));
DROP POLICY IF EXISTS received ON receipt;
CREATE POLICY received ON receipt FOR INSERT TO cchc_department_head, cchc_office, cchc_office_head
  WITH CHECK ((cchc_of_office() OR cchc_mine(period, definition, unit)) AND cchc_has_package(period, definition, unit, revision, digest));
DROP POLICY IF EXISTS received_again ON receipt;
CREATE POLICY received_again ON receipt FOR UPDATE TO cchc_department_head, cchc_office, cchc_office_head
  USING ((cchc_of_office() OR cchc_mine(period, definition, unit)) AND result = 'waiting')
  WITH CHECK (cchc_has_package(period, definition, unit, revision, digest));

-- A definition is known by the digest of its text, an attachment by that of its bytes; neither lies under another name.
ALTER TABLE definition ENABLE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS all_read ON definition;
CREATE POLICY all_read ON definition FOR SELECT TO cchc_department, cchc_department_head, cchc_office, cchc_office_head USING (true);
DROP POLICY IF EXISTS all_add ON definition;
CREATE POLICY all_add ON definition FOR INSERT TO cchc_department, cchc_department_head, cchc_office, cchc_office_head
  WITH CHECK (digest = encode(sha256(convert_to(xml, 'UTF8')), 'hex'));
-- A department reads the attachments that its own drafts name.
ALTER TABLE attachment ENABLE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS office_reads ON attachment;
CREATE POLICY office_reads ON attachment FOR SELECT TO cchc_office, cchc_office_head USING (true);
DROP POLICY IF EXISTS department_reads ON attachment;
CREATE POLICY department_reads ON attachment FOR SELECT TO cchc_department, cchc_department_head
  USING (EXISTS (SELECT 1 FROM draft_value v WHERE position(attachment.digest IN v.value) > 0 AND cchc_mine(v.period, v.definition, v.unit)));
DROP POLICY IF EXISTS all_add ON attachment;
CREATE POLICY all_add ON attachment FOR INSERT TO cchc_department, cchc_department_head, cchc_office, cchc_office_head
  WITH CHECK (digest = encode(sha256(decode(data, 'base64')), 'hex'));
COMMIT;
