-- The mailbox of vaults with several desks (docs/many-desks.md). PostgreSQL 16 or later. Run once in a database of its own by that database's owner, who
-- has CREATEROLE:  psql -v ON_ERROR_STOP=1 -d mailbox -f mailbox.sql
-- It orders sealed ops and reads none. A desk is a login that may call functions and touches no table; who calls is session_user, which no login can change.
BEGIN;

-- mailbox_owner has the tables, mailbox_roles makes and drops logins, and neither has what the other has.
CREATE ROLE mailbox_owner; CREATE ROLE mailbox_roles CREATEROLE; CREATE ROLE mailbox_desk; CREATE ROLE mailbox_keeper;
GRANT mailbox_desk, mailbox_keeper TO mailbox_roles WITH ADMIN TRUE, INHERIT FALSE, SET FALSE;
GRANT mailbox_owner, mailbox_roles TO CURRENT_USER WITH INHERIT TRUE, SET TRUE;
DO $$ BEGIN
  EXECUTE format('REVOKE ALL ON DATABASE %1$I FROM PUBLIC; GRANT CONNECT ON DATABASE %1$I TO mailbox_desk, mailbox_keeper', current_database());
  -- Large objects are everybody's otherwise. Without a superuser they go when the desk that made them is ended.
  IF (SELECT rolsuper FROM pg_roles WHERE rolname = current_user) THEN
    REVOKE EXECUTE ON FUNCTION lo_create(oid), lo_creat(integer), lo_from_bytea(oid, bytea) FROM PUBLIC;
  END IF;
END $$;
CREATE SCHEMA mailbox AUTHORIZATION mailbox_owner;
SET LOCAL ROLE mailbox_owner;
GRANT USAGE ON SCHEMA mailbox TO mailbox_desk, mailbox_keeper, SESSION_USER;
GRANT USAGE, CREATE ON SCHEMA mailbox TO mailbox_roles;
ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;

-- Places run from 1 without a gap. base: all desks have what is up to there, and it is dropped. A hash is the running one after its place.
CREATE TABLE mailbox.vault (
  vault text PRIMARY KEY CHECK (vault ~ '^[0-9a-f]{32}$'), keeper name NOT NULL UNIQUE,
  base bigint NOT NULL CHECK (base >= 0), base_hash bytea NOT NULL CHECK (length(base_hash) = 32), last bigint NOT NULL, last_hash bytea NOT NULL,
  fence bigint NOT NULL DEFAULT 0, held_by integer, held_since timestamptz, held_until timestamptz);
-- A number is never given to another desk: the row of one that has ended stays. last_n: of its own ops; spool: bytes that it has put here.
CREATE TABLE mailbox.desk (
  vault text REFERENCES mailbox.vault, desk integer CHECK (desk BETWEEN 0 AND 1048575), login name NOT NULL UNIQUE,
  state text NOT NULL CHECK (state IN ('joining', 'live', 'ending', 'ended')), last_n bigint NOT NULL, acked bigint NOT NULL,
  spool bigint NOT NULL DEFAULT 0, word bytea, word_at timestamptz, PRIMARY KEY (vault, desk));
-- placed_by: whoever appended or seeded it, for nothing here proves that a seeded op is of the desk that it names.
CREATE TABLE mailbox.op (
  vault text REFERENCES mailbox.vault, place bigint, desk integer NOT NULL, n bigint NOT NULL, placed_by integer NOT NULL,
  hash bytea NOT NULL, running bytea NOT NULL, parts integer NOT NULL, bytes bigint NOT NULL, PRIMARY KEY (vault, place));
CREATE INDEX op_of_desk ON mailbox.op (vault, desk, n);
CREATE TABLE mailbox.part (vault text, place bigint, part integer, bytes bytea NOT NULL, PRIMARY KEY (vault, place, part));
-- What has no place yet: the parts of one op a desk (target -1), or of a snapshot for the desk `target`, which joins.
CREATE TABLE mailbox.staged (
  vault text, desk integer, target integer, n bigint, part integer, bytes bytea NOT NULL, PRIMARY KEY (vault, desk, target, part));
ALTER TABLE mailbox.part ALTER bytes SET STORAGE EXTERNAL; ALTER TABLE mailbox.staged ALTER bytes SET STORAGE EXTERNAL;

-- Functions that no login may call have the search path of those that call them. RV001 is 'refused', and so on; mailbox-client.ts has the same list.
CREATE FUNCTION mailbox.refuse(word text, about text DEFAULT '') RETURNS void LANGUAGE plpgsql AS $$ BEGIN
  RAISE EXCEPTION USING MESSAGE = word, DETAIL = about, ERRCODE = 'RV' || lpad(array_position(ARRAY['refused', 'held', 'fence-over', 'copied',
    'mailbox-older', 'too-large', 'full', 'out-of-turn', 'behind', 'not-a-verifier', 'too-many-desks'], word)::text, 3, '0');
END $$;

-- The desk of this login, in one of these states.
CREATE FUNCTION mailbox.me(VARIADIC states text[] DEFAULT '{live}') RETURNS mailbox.desk LANGUAGE plpgsql AS $$
DECLARE d mailbox.desk; BEGIN
  SELECT * INTO d FROM mailbox.desk WHERE login = session_user AND state = ANY (states);
  IF NOT FOUND THEN PERFORM mailbox.refuse('refused'); END IF;
  -- Until the end of the transaction, whatever the login has set.
  PERFORM set_config('synchronous_commit', 'on', true);
  RETURN d;
END $$;

-- Under the lock of its row the ops of a vault come one after another.
CREATE FUNCTION mailbox.lock_vault(of text) RETURNS mailbox.vault LANGUAGE plpgsql AS $$
DECLARE v mailbox.vault; BEGIN SELECT * INTO v FROM mailbox.vault x WHERE x.vault = of FOR UPDATE; RETURN v; END $$;
-- The running hash after a place; NULL of one that is not here.
CREATE FUNCTION mailbox.hash_at(v mailbox.vault, at bigint) RETURNS bytea LANGUAGE plpgsql STABLE AS $$ BEGIN
  RETURN CASE at WHEN v.last THEN v.last_hash WHEN v.base THEN v.base_hash
    ELSE (SELECT running FROM mailbox.op o WHERE o.vault = v.vault AND o.place = at) END; END $$;

-- 1 MiB a part, 256 parts an op, 4,096 a snapshot.
CREATE FUNCTION mailbox.check_part(part integer, bytes bytea, most integer) RETURNS void LANGUAGE plpgsql AS $$ BEGIN
  IF (part >= 0 AND part < most AND length(bytes) BETWEEN 1 AND 1048576) IS NOT TRUE THEN PERFORM mailbox.refuse('too-large'); END IF;
END $$;

-- A part of this desk's op n, or of the one that it is about to seed at place n; parts of another number go.
CREATE FUNCTION mailbox.stage(n bigint, part integer, bytes bytea) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET lock_timeout = '10s' AS $$
DECLARE d mailbox.desk := mailbox.me(); BEGIN
  PERFORM mailbox.check_part($2, $3, 256);
  DELETE FROM mailbox.staged s WHERE s.vault = d.vault AND s.desk = d.desk AND s.target = -1 AND s.n <> $1;
  INSERT INTO mailbox.staged VALUES (d.vault, d.desk, -1, $1, $2, $3) ON CONFLICT ON CONSTRAINT staged_pkey DO UPDATE SET n = $1, bytes = $3;
END $$;

-- Gives an op the next place. Its parts were staged as number `staged`, or its only one is `envelope`. The vault is locked.
CREATE FUNCTION mailbox.put(v mailbox.vault, d mailbox.desk, author integer, n bigint, parts integer, hash bytea, staged bigint, envelope bytea)
RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE at bigint := v.last + 1; lie record; running bytea; BEGIN
  IF envelope IS NOT NULL THEN
    PERFORM mailbox.check_part(0, envelope, 1);
    SELECT 1 AS parts, length(envelope)::bigint AS bytes, sha256(envelope) AS hash INTO lie;
  ELSE
    SELECT count(*) AS parts, sum(length(s.bytes)) AS bytes, sha256(string_agg(s.bytes, '' ORDER BY s.part)) AS hash INTO lie
      FROM mailbox.staged s WHERE s.vault = v.vault AND s.desk = d.desk AND s.target = -1 AND s.n = $7 AND s.part < $5;
  END IF;
  IF lie.parts IS DISTINCT FROM $5 OR lie.hash IS DISTINCT FROM $6 THEN PERFORM mailbox.refuse('out-of-turn', 'parts'); END IF;
  IF d.spool + lie.bytes > 1073741824 THEN PERFORM mailbox.refuse('full'); END IF;
  running := sha256(v.last_hash || int8send(at) || int8send(author) || int8send($4) || $6);
  INSERT INTO mailbox.op VALUES (v.vault, at, author, $4, d.desk, $6, running, $5, lie.bytes);
  IF envelope IS NOT NULL THEN INSERT INTO mailbox.part VALUES (v.vault, at, 0, envelope);
  ELSE INSERT INTO mailbox.part SELECT v.vault, at, s.part, s.bytes FROM mailbox.staged s
      WHERE s.vault = v.vault AND s.desk = d.desk AND s.target = -1 AND s.part < $5;
    DELETE FROM mailbox.staged s WHERE s.vault = v.vault AND s.desk = d.desk AND s.target = -1; END IF;
  UPDATE mailbox.vault SET last = at, last_hash = running WHERE vault = v.vault;
  UPDATE mailbox.desk SET spool = spool + lie.bytes, last_n = CASE author WHEN d.desk THEN greatest(last_n, $4) ELSE last_n END
    WHERE vault = v.vault AND desk = d.desk;
  RETURN at;
END $$;

-- While a desk holds the vault no other puts anything. A fence is good while the hold lasts that gave it, even if nobody took the next.
CREATE FUNCTION mailbox.check_hold(v mailbox.vault, d mailbox.desk, fence bigint) RETURNS void LANGUAGE plpgsql AS $$
DECLARE is_held boolean := coalesce(v.held_until > clock_timestamp(), false); BEGIN
  IF is_held AND v.held_by <> d.desk THEN PERFORM mailbox.refuse(CASE WHEN $3 IS NULL THEN 'held' ELSE 'fence-over' END, v.held_by::text); END IF;
  IF $3 IS NOT NULL AND NOT (is_held AND v.fence = $3) THEN PERFORM mailbox.refuse('fence-over'); END IF;
END $$;

-- The place of this desk's op n. `known`: the last place that the desk has, with its hash.
CREATE FUNCTION mailbox.append(n bigint, parts integer, hash bytea, known bigint, known_hash bytea, fence bigint, envelope bytea) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET lock_timeout = '10s' AS $$
DECLARE v mailbox.vault := mailbox.lock_vault((mailbox.me()).vault); d mailbox.desk := mailbox.me(); o mailbox.op; BEGIN
  IF (known >= d.acked AND known >= v.base) IS NOT TRUE THEN PERFORM mailbox.refuse('copied'); END IF;
  IF (mailbox.hash_at(v, known) = known_hash) IS NOT TRUE THEN PERFORM mailbox.refuse('mailbox-older'); END IF;
  -- What another desk has seeded in this one's name counts as this one's only if it is the same.
  SELECT * INTO o FROM mailbox.op x WHERE x.vault = d.vault AND x.desk = d.desk AND x.n = $1 AND (x.placed_by = d.desk OR x.hash = $3)
    ORDER BY x.place LIMIT 1;
  IF o.hash = $3 THEN RETURN o.place; END IF;
  IF o.hash IS NOT NULL OR $1 <= d.last_n THEN PERFORM mailbox.refuse('copied'); END IF;
  IF $1 IS DISTINCT FROM d.last_n + 1 AND NOT EXISTS (SELECT FROM mailbox.op x WHERE x.vault = d.vault AND x.desk = d.desk AND x.n = $1 - 1) THEN
    PERFORM mailbox.refuse('out-of-turn', 'n');
  END IF;
  PERFORM mailbox.check_hold(v, d, fence);
  RETURN mailbox.put(v, d, d.desk, $1, parts, $3, $1, envelope);
END $$;

-- What an older mailbox lacks, by any desk, op after op; `before` is the hash that it goes on from. Parts are staged under the number of the place.
CREATE FUNCTION mailbox.seed(place bigint, before bytea, author integer, n bigint, parts integer, hash bytea, envelope bytea) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET lock_timeout = '10s' AS $$
DECLARE v mailbox.vault := mailbox.lock_vault((mailbox.me()).vault); d mailbox.desk := mailbox.me(); BEGIN
  IF $1 <= v.last AND mailbox.hash_at(v, $1) = sha256(before || int8send($1) || int8send(author) || int8send($4) || $6) THEN RETURN; END IF;
  IF $1 > v.last + 1 THEN PERFORM mailbox.refuse('out-of-turn', 'place'); END IF;
  IF ($1 = v.last + 1 AND v.last_hash = before) IS NOT TRUE THEN PERFORM mailbox.refuse('mailbox-older'); END IF;
  PERFORM mailbox.check_hold(v, d, NULL);
  PERFORM mailbox.put(v, d, author, $4, parts, $6, $1, envelope);
END $$;

-- Parts after (place, part), of about as many bytes as asked for. Each is walked by its own key, in its order: else every later op would be read.
CREATE FUNCTION mailbox.fetch(after bigint, after_part integer, most integer)
RETURNS TABLE (place bigint, desk integer, n bigint, hash bytea, parts integer, part integer, bytes bytea) LANGUAGE plpgsql
SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET enable_sort = off SET enable_bitmapscan = off SET enable_seqscan = off AS $$
DECLARE d mailbox.desk := mailbox.me(); v mailbox.vault; o record; p record; room integer := least(most, 8388608); BEGIN
  SELECT * INTO v FROM mailbox.vault x WHERE x.vault = d.vault;
  IF $1 > v.last THEN PERFORM mailbox.refuse('mailbox-older'); END IF;
  IF ($1 >= v.base) IS NOT TRUE THEN PERFORM mailbox.refuse('behind'); END IF;
  FOR o IN SELECT * FROM mailbox.op x WHERE x.vault = d.vault AND x.place >= $1 ORDER BY x.place LIMIT 2000 LOOP
    FOR p IN SELECT x.part, x.bytes FROM mailbox.part x
        WHERE x.vault = d.vault AND x.place = o.place AND (o.place > $1 OR x.part > $2) ORDER BY x.part LOOP
      RETURN QUERY SELECT o.place, o.desk, o.n, o.hash, o.parts, p.part, p.bytes;
      room := room - length(p.bytes);
      IF room <= 0 THEN RETURN; END IF;
    END LOOP;
  END LOOP;
END $$;

-- This desk has all up to a place; its signed word, where it has a new one. Returns where all stand, and to one that is live their words.
CREATE FUNCTION mailbox.ack(up_to bigint, at_hash bytea, said bytea)
RETURNS TABLE (desk integer, state text, acked bigint, last_n bigint, word bytea, seconds double precision, last bigint)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET lock_timeout = '10s' AS $$
DECLARE d mailbox.desk := mailbox.me('live', 'joining'); v mailbox.vault; BEGIN
  SELECT * INTO v FROM mailbox.vault x WHERE x.vault = d.vault;
  IF length($3) > 65536 THEN PERFORM mailbox.refuse('too-large'); END IF;
  IF d.state = 'live' AND ($1 >= d.acked) IS NOT TRUE THEN PERFORM mailbox.refuse('copied'); END IF;
  IF d.state = 'live' AND (mailbox.hash_at(v, $1) = $2) IS NOT TRUE THEN PERFORM mailbox.refuse('mailbox-older'); END IF;
  IF $3 IS NOT NULL OR (d.state = 'live' AND $1 > d.acked) THEN
    v := mailbox.lock_vault(d.vault);
    UPDATE mailbox.desk x SET acked = CASE x.state WHEN 'live' THEN greatest(x.acked, $1) ELSE x.acked END, word = coalesce($3, x.word),
      word_at = CASE WHEN $3 IS NULL THEN x.word_at ELSE clock_timestamp() END WHERE x.vault = d.vault AND x.desk = d.desk;
    PERFORM mailbox.drop_acked(v);
  END IF;
  RETURN QUERY SELECT x.desk, x.state, x.acked, x.last_n, CASE WHEN d.state = 'live' OR x.desk = d.desk THEN x.word END,
    extract(epoch FROM clock_timestamp() - x.word_at)::float8, v.last FROM mailbox.desk x
    WHERE x.vault = d.vault AND x.state IN ('live', 'joining') ORDER BY x.desk;
END $$;
-- Drops what every desk has. One that joins holds back what came since it was added.
CREATE FUNCTION mailbox.drop_acked(v mailbox.vault) RETURNS void LANGUAGE plpgsql AS $$
DECLARE low bigint; BEGIN
  SELECT min(x.acked) INTO low FROM mailbox.desk x WHERE x.vault = v.vault AND x.state IN ('live', 'joining');
  IF low IS NULL OR low <= v.base THEN RETURN; END IF;
  UPDATE mailbox.vault x SET base = low, base_hash = mailbox.hash_at(v, low) WHERE x.vault = v.vault;
  UPDATE mailbox.desk x SET spool = x.spool - gone.bytes FROM
    (SELECT o.placed_by, sum(o.bytes) AS bytes FROM mailbox.op o WHERE o.vault = v.vault AND o.place <= low GROUP BY 1) gone
    WHERE x.vault = v.vault AND x.desk = gone.placed_by;
  DELETE FROM mailbox.part x WHERE x.vault = v.vault AND x.place <= low;
  DELETE FROM mailbox.op x WHERE x.vault = v.vault AND x.place <= low;
END $$;

-- 'take' gives a new fence, also to the desk that has the last one; 'renew' and 'release' take it. By this server's clock 120 s, 30 minutes at most.
CREATE FUNCTION mailbox.hold(act text, fence bigint) RETURNS TABLE (given bigint, seconds double precision)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET lock_timeout = '10s' AS $$
DECLARE v mailbox.vault := mailbox.lock_vault((mailbox.me()).vault); d mailbox.desk := mailbox.me(); t timestamptz := clock_timestamp(); BEGIN
  PERFORM mailbox.check_hold(v, d, CASE act WHEN 'take' THEN NULL ELSE coalesce($2, 0) END);
  IF act = 'take' THEN v.fence := v.fence + 1; v.held_by := d.desk; v.held_since := t; END IF;
  v.held_until := CASE act WHEN 'release' THEN NULL ELSE least(t + interval '120 s', v.held_since + interval '30 min') END;
  UPDATE mailbox.vault x SET fence = v.fence, held_by = v.held_by, held_since = v.held_since, held_until = v.held_until WHERE x.vault = v.vault;
  RETURN QUERY SELECT v.fence, coalesce(extract(epoch FROM v.held_until - t), 0)::float8;
END $$;

-- A part of the snapshot for a desk that joins, by one that is live; that desk takes it.
CREATE FUNCTION mailbox.give_snapshot(joins integer, part integer, bytes bytea) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET lock_timeout = '10s' AS $$
DECLARE d mailbox.desk := mailbox.me(); BEGIN
  PERFORM mailbox.check_part($2, $3, 4096);
  PERFORM FROM mailbox.desk x WHERE x.vault = d.vault AND x.desk = $1 AND x.state = 'joining' FOR SHARE;
  IF NOT FOUND THEN PERFORM mailbox.refuse('refused'); END IF;
  INSERT INTO mailbox.staged VALUES (d.vault, d.desk, $1, 0, $2, $3) ON CONFLICT ON CONSTRAINT staged_pkey DO UPDATE SET bytes = $3;
END $$;
CREATE FUNCTION mailbox.take_snapshot(giver integer, part integer) RETURNS bytea LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT s.bytes FROM mailbox.me('joining') d, mailbox.staged s WHERE s.vault = d.vault AND s.desk = $1 AND s.target = d.desk AND s.part = $2 $$;

GRANT EXECUTE ON FUNCTION mailbox.stage, mailbox.append, mailbox.seed, mailbox.fetch, mailbox.ack, mailbox.hold, mailbox.give_snapshot, mailbox.take_snapshot TO mailbox_desk;
GRANT EXECUTE ON FUNCTION mailbox.refuse, mailbox.lock_vault, mailbox.hash_at, mailbox.drop_acked TO mailbox_roles;
GRANT SELECT, INSERT, UPDATE, DELETE ON mailbox.vault, mailbox.desk TO mailbox_roles; GRANT SELECT, DELETE ON mailbox.staged, mailbox.op, mailbox.part TO mailbox_roles;

-- From here on by whoever makes logins. A login has the rights of its group and no other.
SET LOCAL ROLE mailbox_roles;
ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;
CREATE FUNCTION mailbox.make_login(login name, team name, verifier text) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp SET createrole_self_grant = 'inherit' AS $$ BEGIN
  -- Of anything else PostgreSQL would make a verifier itself: this server is to see no password.
  IF (verifier ~ '^SCRAM-SHA-256\$\d{4,5}:[A-Za-z0-9+/]{22}==\$[A-Za-z0-9+/]{43}=:[A-Za-z0-9+/]{43}=$') IS NOT TRUE THEN
    PERFORM mailbox.refuse('not-a-verifier');
  END IF;
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = login) THEN EXECUTE format('CREATE ROLE %I CONNECTION LIMIT 4', login); END IF;
  EXECUTE format('GRANT %I TO %I WITH INHERIT TRUE, SET FALSE', team, login);
  EXECUTE format('ALTER ROLE %I LOGIN PASSWORD %L', login, verifier);
  EXECUTE format('ALTER ROLE %1$I SET idle_in_transaction_session_timeout = ''20s''; ALTER ROLE %1$I SET tcp_user_timeout = ''60s''', login);
END $$;

-- By whoever runs the server, once a vault. `place` and `hash`: where its order begins, or goes on from another mailbox.
CREATE FUNCTION mailbox.add_vault(vault text, verifier text, hash bytea, place bigint DEFAULT 0) RETURNS name
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$ DECLARE keeper name := 'rv_' || $1 || '_keeper'; BEGIN
  INSERT INTO mailbox.vault (vault, keeper, base, base_hash, last, last_hash) VALUES ($1, keeper, $4, $3, $4, $3);
  PERFORM mailbox.make_login(keeper, 'mailbox_keeper', $2);
  RETURN keeper;
END $$;
-- By whoever runs the server, before a vault that was put back begins anew: its keeper and its desks of before come in no more, and what they have left goes.
CREATE FUNCTION mailbox.clear_vault(vault text) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE l name; BEGIN
  FOR l IN SELECT r.rolname FROM pg_roles r WHERE starts_with(r.rolname, 'rv_' || $1 || '_') LOOP
    EXECUTE format('ALTER ROLE %I NOLOGIN PASSWORD NULL', l); PERFORM pg_terminate_backend(a.pid, 5000) FROM pg_stat_activity a WHERE a.usename = l;
  END LOOP;
  DELETE FROM mailbox.staged x WHERE x.vault = $1; DELETE FROM mailbox.part x WHERE x.vault = $1; DELETE FROM mailbox.op x WHERE x.vault = $1;
  DELETE FROM mailbox.desk x WHERE x.vault = $1; DELETE FROM mailbox.vault x WHERE x.vault = $1;
END $$;
-- The vault of this keeper, locked.
CREATE FUNCTION mailbox.my_vault() RETURNS mailbox.vault LANGUAGE plpgsql AS $$
DECLARE v mailbox.vault; BEGIN
  SELECT * INTO v FROM mailbox.vault WHERE keeper = session_user FOR UPDATE;
  IF NOT FOUND THEN PERFORM mailbox.refuse('refused'); END IF;
  PERFORM set_config('synchronous_commit', 'on', true); RETURN v;
END $$;

-- A desk that joins, or one that is live; once it has joined, the same gives it the verifier of its own password and makes it live. `n`: of its last op before.
CREATE FUNCTION mailbox.add_desk(desk integer, verifier text, joins boolean, n bigint DEFAULT 0) RETURNS name
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET lock_timeout = '10s' AS $$
DECLARE v mailbox.vault := mailbox.my_vault(); made mailbox.desk; BEGIN
  INSERT INTO mailbox.desk AS x (vault, desk, login, state, last_n, acked)
    VALUES (v.vault, $1, 'rv_' || v.vault || '_' || $1, CASE WHEN joins THEN 'joining' ELSE 'live' END, $4, v.base)
    ON CONFLICT ON CONSTRAINT desk_pkey DO UPDATE SET state = CASE WHEN joins OR x.state LIKE 'end%' THEN x.state ELSE 'live' END RETURNING * INTO made;
  IF made.state LIKE 'end%' THEN PERFORM mailbox.refuse('refused'); END IF;
  IF (SELECT count(*) FROM mailbox.desk x WHERE x.vault = v.vault AND x.state NOT LIKE 'end%') > 32 THEN PERFORM mailbox.refuse('too-many-desks'); END IF;
  IF NOT joins THEN DELETE FROM mailbox.staged s WHERE s.vault = v.vault AND s.target = $1; END IF;
  PERFORM mailbox.make_login(made.login, 'mailbox_desk', $2);
  RETURN made.login;
END $$;

-- Called until it is true. First the login is shut and its connections are cut; then any that came meanwhile, and it is dropped with whatever it has made.
CREATE FUNCTION mailbox.end_desk(desk integer) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET lock_timeout = '10s' AS $$
DECLARE v mailbox.vault; d mailbox.desk; BEGIN
  SELECT x.* INTO d FROM mailbox.desk x JOIN mailbox.vault USING (vault) WHERE keeper = session_user AND x.desk = $1;
  -- Before the lock, which one of them may have.
  PERFORM pg_terminate_backend(a.pid, 5000) FROM pg_stat_activity a WHERE a.usename = d.login;
  v := mailbox.my_vault();
  IF d.login IS NULL THEN PERFORM mailbox.refuse('refused'); END IF;
  IF d.state = 'ended' THEN RETURN true; END IF;
  UPDATE mailbox.desk x SET state = CASE d.state WHEN 'ending' THEN 'ended' ELSE 'ending' END, word = NULL WHERE x.vault = v.vault AND x.desk = $1;
  IF d.state <> 'ending' THEN
    EXECUTE format('ALTER ROLE %I NOLOGIN PASSWORD NULL', d.login);
    UPDATE mailbox.vault x SET held_until = NULL WHERE x.vault = v.vault AND x.held_by = $1;
    DELETE FROM mailbox.staged s WHERE s.vault = v.vault AND (s.desk = $1 OR s.target = $1);
    PERFORM mailbox.drop_acked(v);
    RETURN false;
  END IF;
  EXECUTE format('DROP OWNED BY %1$I; DROP ROLE %1$I', d.login);
  RETURN true;
EXCEPTION WHEN dependent_objects_still_exist OR undefined_object THEN
  -- It owns something in another database, where it should not have come to, and stays shut; or this server was put back without its logins.
  UPDATE mailbox.desk x SET state = 'ended' WHERE x.vault = d.vault AND x.desk = $1;
  RETURN true;
END $$;
GRANT EXECUTE ON FUNCTION mailbox.add_desk, mailbox.end_desk TO mailbox_keeper; GRANT EXECUTE ON FUNCTION mailbox.add_vault, mailbox.clear_vault TO SESSION_USER;
RESET ROLE; REVOKE CREATE ON SCHEMA mailbox FROM mailbox_roles; REVOKE mailbox_owner, mailbox_roles FROM CURRENT_USER;
COMMIT;
