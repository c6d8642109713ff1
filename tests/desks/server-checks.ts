/** What must hold of the mailbox on its server, a check for each line: `npm run desks -- server` prints them, and a test plants a fault in each. */
import { openMailbox } from '../../main/carrier/mailbox-client.ts';
import { scramVerifier } from '../../main/files/spool/scram-verifier.ts';
import { DATABASE } from '../support/postgres.ts';
import { makeServerKey } from '../support/self-signed.ts';
import { type Asking, startFakeServer, startLine } from './fake-server.ts';
import { Findings, MAILBOX_SQL, newPassword, opOf, runOn, sha256, type World } from './server-world.ts';

const MAX_LINES = 300;
const MIB = 2 ** 20;

type Check = (world: World, found: Findings, size: number) => Promise<void>;

const ROLES = ['mailbox_owner', 'mailbox_roles', 'mailbox_keeper', 'mailbox_installer', 'server_owner'];
/** What a login may read of the catalog and not of anything behind it. */
const SECRETS = 'pg_authid pg_shadow pg_statistic pg_largeobject pg_user_mapping pg_subscription'.split(' ');

const readsNoTable: Check = async (world, found) => {
  const estate = await world.addEstate();
  const desk = await estate.addDesk(1);
  const other = await estate.addDesk(2);
  const tables = await world.admin(
    "SELECT relname FROM pg_class WHERE relnamespace = 'mailbox'::regnamespace AND relkind IN ('r', 'v', 'm', 'S', 'p')",
  );
  found.is('tables', tables.length, 5);
  for (const client of [await desk.sql(), await estate.keeper.sql()]) {
    for (const { relname } of tables) {
      const table = `mailbox.${String(relname)}`;
      for (const text of ['TABLE', 'DELETE FROM', 'TRUNCATE', 'DROP TABLE', 'COPY'])
        await found.refused(client, `${text} ${table}${text === 'COPY' ? ' TO STDOUT' : ''}`);
      await found.refused(client, `UPDATE ${table} SET vault = vault`);
      await found.refused(client, `INSERT INTO ${table} DEFAULT VALUES`);
    }
    for (const table of SECRETS) await found.refused(client, `TABLE ${table}`);
    for (const role of [...ROLES, other.login, 'mailbox_desk'])
      await found.refused(client, `SET ROLE ${role}`);
    for (const text of FORBIDDEN) await found.refused(client, text);
    await found.refused(client, `SET SESSION AUTHORIZATION ${other.login}`);
    await found.refused(client, `ALTER ROLE ${other.login} PASSWORD 'x'`);
    const files = await client.query(
      `SELECT proname FROM pg_proc WHERE proname ~ '^(pg_read_(file|binary_file)$|pg_ls_|pg_stat_file|pg_file_|lo_import|lo_export|pg_hba|pg_ident_file|pg_rotate_logfile$|pg_promote)'
       AND has_function_privilege(oid, 'EXECUTE')`,
    );
    found.is('functions that touch files', files.rows, []);
  }
};
const FORBIDDEN = [
  "SELECT pg_read_file('postgresql.conf')",
  "SELECT pg_read_binary_file('PG_VERSION')",
  "SELECT pg_read_file_old('PG_VERSION', 0, 9)",
  'DO $$ BEGIN LOCK TABLE mailbox.vault; END $$',
  "SELECT pg_ls_dir('.')",
  'SELECT pg_ls_waldir()',
  "SELECT lo_import('/etc/passwd')",
  "COPY (SELECT 1) TO '/tmp/rv-copied'",
  "COPY (SELECT 1) TO PROGRAM 'true'",
  'CREATE TEMP TABLE op (place bigint)',
  'CREATE TEMP VIEW op AS SELECT 1',
  'CREATE FUNCTION pg_temp.sha256(bytea) RETURNS bytea LANGUAGE sql AS $$ SELECT $1 $$',
  'CREATE TABLE public.op (place bigint)',
  'CREATE SCHEMA mine',
  'CREATE FUNCTION mailbox.me() RETURNS int LANGUAGE sql AS $$ SELECT 1 $$',
  'CREATE ROLE somebody',
  'CREATE EXTENSION file_fdw',
  'CREATE DATABASE mine',
  'ALTER SYSTEM SET fsync = off',
  'SELECT pg_reload_conf()',
  "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'server_owner'",
  'SET session_replication_role = replica',
];

const DESKS_CALLS = 'ack append fetch give_snapshot hold seed stage take_snapshot'.split(' ');

const callsItsFunctions: Check = async (world, found) => {
  const estate = await world.addEstate();
  const [desk, joining] = [await estate.addDesk(1), await estate.addDesk(2, true)];
  const of = async (login: string): Promise<readonly unknown[]> =>
    (
      await world.admin(
        "SELECT proname FROM pg_proc WHERE pronamespace = 'mailbox'::regnamespace AND has_function_privilege($1, oid, 'EXECUTE') ORDER BY 1",
        [login],
      )
    ).map(({ proname }) => proname);
  found.is('functions of a desk', await of(desk.login), DESKS_CALLS);
  found.is('functions of the keeper', await of(estate.keeper.login), ['add_desk', 'end_desk']);
  const loose = await world.admin(
    "SELECT proname FROM pg_proc WHERE pronamespace = 'mailbox'::regnamespace AND prosecdef AND NOT (proconfig::text LIKE '%search_path=pg_catalog, pg_temp%')",
  );
  found.is('definers with a loose search path', loose, []);
  await found.word(
    'a desk adds a desk',
    desk.box.addDesk(7, scramVerifier(newPassword()), false, 0),
    'refused',
  );
  await found.word('a desk ends a desk', desk.box.endDesk(2), 'refused');
  const op = opOf(1, 'joined too soon');
  await found.word('a joining desk appends', joining.box.append(op, estate.start, null), 'refused');
  await found.word('a joining desk fetches', joining.box.fetch(0, 0, MIB), 'refused');
  await found.word('a joining desk holds', joining.box.hold('take', null), 'refused');
  await found.word('a joining desk stages', joining.box.stage(1, 0, op.whole), 'refused');
  await found.word('a joining desk seeds', joining.box.seed(1, estate.start.hash, 1, op), 'refused');
  await desk.box.ack(estate.start, Buffer.from('of desk 1'));
  const words = await joining.box.ack(estate.start, Buffer.from('of desk 2'));
  found.is(
    'words that a joining desk is told',
    words.map(({ word }) => word?.toString() ?? null),
    [null, 'of desk 2'],
  );
  await desk.box.giveSnapshot(2, 0, Buffer.from('all'));
  await found.word('a snapshot for one that is live', desk.box.giveSnapshot(1, 0, op.whole), 'refused');
  found.is('the snapshot', (await joining.box.takeSnapshot(1, 0))?.toString(), 'all');
  await found.word('a live desk takes it', desk.box.takeSnapshot(1, 0), 'refused');
  // The same login once it has joined, by a password of its own.
  await estate.keeper.box.addDesk(2, scramVerifier(newPassword()), false, 0);
  found.is('the place of one that joined', await joining.box.append(op, estate.start, null), 1);
};

const takesNoOtherPlace: Check = async (world, found) => {
  const estate = await world.addEstate();
  const stranger = await (await world.addEstate()).addDesk(1);
  const [one, two] = [await estate.addDesk(1), await estate.addDesk(2)];
  const { start } = estate;
  const first = opOf(1, 'first');
  found.is('a place', await one.box.append(first, start, null), 1);
  found.is('the same again', await (await one.another()).append(first, start, null), 1);
  await found.word('another of that number', one.box.append(opOf(1, 'second'), start, null), 'copied');
  await found.word('a number left out', one.box.append(opOf(3, 'third'), start, null), 'out-of-turn');
  await found.word(
    'a wrong hash of it',
    one.box.append({ ...opOf(2, 'x'), hash: sha256() }, start, null),
    'out-of-turn',
  );
  const at1 = { place: 1, hash: runOn(start.hash, 1, 1, 1, first.hash) };
  await found.word(
    'a last place of other content',
    two.box.append(opOf(1, 'x'), { place: 1, hash: start.hash }, null),
    'mailbox-older',
  );
  await found.word(
    'a last place that is not here',
    two.box.append(opOf(1, 'x'), { ...at1, place: 2 }, null),
    'mailbox-older',
  );
  await found.word('such a place read up to', two.box.ack({ ...at1, place: 2 }, null), 'mailbox-older');
  await found.word('after such a place', two.box.fetch(2, 0, MIB), 'mailbox-older');
  // One desk in the name of another: it costs a place of the order, and the other loses none.
  const forged = opOf(2, 'forged');
  await two.box.seed(2, at1.hash, 1, forged);
  const true2 = opOf(2, 'true');
  found.is('the place of the true one', await one.box.append(true2, at1, null), 3);
  const at3 = { place: 3, hash: runOn(runOn(at1.hash, 2, 1, 2, forged.hash), 3, 1, 2, true2.hash) };
  found.is('hashes go on', (await one.box.ack(at3, null))[0]?.acked, 3);
  await found.word('seeded elsewhere', two.box.seed(3, at3.hash, 1, opOf(9, 'x')), 'mailbox-older');
  await found.word('seeded beyond', two.box.seed(9, at3.hash, 1, opOf(9, 'x')), 'out-of-turn');
  // What another has seeded for this one counts as this one's, and its next goes on from there.
  const lost = opOf(3, 'lost');
  await two.box.seed(4, at3.hash, 1, lost);
  await two.box.seed(4, at3.hash, 1, lost);
  found.is('one that was seeded', await one.box.append(lost, at3, null), 4);
  const next = opOf(4, 'next');
  found.is('the next of it', await one.box.append(next, at3, null), 5);
  // An older copy of this server, which has the first place alone; whoever has the rest adds it.
  const last = {
    place: 5,
    hash: [lost, next].reduce((hash, { n, hash: of }) => runOn(hash, n + 1, 1, n, of), at3.hash),
  };
  await two.box.ack(at1, null);
  await world.admin('DELETE FROM mailbox.op WHERE vault = $1 AND place > 1', [estate.vault]);
  await world.admin('DELETE FROM mailbox.part WHERE vault = $1 AND place > 1', [estate.vault]);
  await world.admin('UPDATE mailbox.vault SET last = 1, last_hash = $2 WHERE vault = $1', [
    estate.vault,
    at1.hash,
  ]);
  await world.admin('UPDATE mailbox.desk SET last_n = 1, acked = 1 WHERE vault = $1 AND desk = 1', [
    estate.vault,
  ]);
  await found.word('at an older copy', two.box.append(opOf(1, 'x'), last, null), 'mailbox-older');
  let before = at1.hash;
  for (const [at, op] of [forged, true2, lost, next].entries()) {
    await two.box.seed(at + 2, before, 1, op);
    before = runOn(before, at + 2, 1, op.n, op.hash);
  }
  found.is('the hash of the copy', before.equals(last.hash), true);
  found.is('goes on from what it lacked', await one.box.append(opOf(5, 'on'), last, null), 6);
  await found.word('put back', one.box.ack(start, null), 'copied');
  await found.word('put back and appends', one.box.append(opOf(5, 'x'), start, null), 'copied');
  found.is('in another vault', await stranger.box.fetch(0, 0, MIB), []);
};

const holds: Check = async (world, found) => {
  const estate = await world.addEstate();
  const [one, two] = [await estate.addDesk(1), await estate.addDesk(2)];
  const over = (): Promise<unknown> =>
    world.admin("UPDATE mailbox.vault SET held_until = clock_timestamp() - interval '1 s' WHERE vault = $1", [
      estate.vault,
    ]);
  const { given, seconds } = await one.box.hold('take', null);
  found.is('seconds', Math.round(seconds), 120);
  await found.word('taken by another', two.box.hold('take', null), 'held');
  await found.word('appended by another', two.box.append(opOf(1, 'x'), estate.start, null), 'held');
  await found.word('seeded by another', two.box.seed(1, estate.start.hash, 2, opOf(1, 'x')), 'held');
  found.is('appended by whoever holds', await one.box.append(opOf(1, 'x'), estate.start, given), 1);
  await over();
  await found.word(
    'by a fence whose hold is over',
    one.box.append(opOf(2, 'x'), estate.start, given),
    'fence-over',
  );
  await found.word('renewed when it is over', one.box.hold('renew', given), 'fence-over');
  const next = await two.box.hold('take', null);
  found.is('a new fence', next.given > given, true);
  await found.word('by a fence of before', one.box.append(opOf(2, 'x'), estate.start, given), 'fence-over');
  await found.word(
    'by the fence of another',
    one.box.append(opOf(2, 'x'), estate.start, next.given),
    'fence-over',
  );
  await two.box.hold('release', next.given);
  await found.word(
    'by a fence that was released',
    two.box.append(opOf(1, 'y'), estate.start, next.given),
    'fence-over',
  );
  found.is('without one', await one.box.append(opOf(2, 'x'), estate.start, null), 2);
  const last = await one.box.hold('take', null);
  await world.admin("UPDATE mailbox.vault SET held_since = held_since - interval '29 min' WHERE vault = $1", [
    estate.vault,
  ]);
  const renewed = await one.box.hold('renew', last.given);
  found.is('seconds left of 30 minutes', renewed.seconds > 50 && renewed.seconds <= 60, true);
};

const keepsSizes: Check = async (world, found) => {
  const estate = await world.addEstate();
  const [one, two] = [await estate.addDesk(1), await estate.addDesk(2)];
  const whole = Buffer.alloc(MIB, 7);
  await found.word('a part above 1 MiB', one.box.stage(1, 0, Buffer.alloc(MIB + 1)), 'too-large');
  await found.word(
    'such an op',
    one.box.append({ ...opOf(1, ''), whole: Buffer.alloc(MIB + 1) }, estate.start, null),
    'too-large',
  );
  await found.word('a part of none', one.box.stage(1, 0, Buffer.alloc(0)), 'too-large');
  await found.word('a part 257', one.box.stage(1, 256, whole), 'too-large');
  await found.word('a long word', one.box.ack(estate.start, Buffer.alloc(65_537)), 'too-large');
  for (const part of [0, 1, 2]) await one.box.stage(1, part, part === 2 ? Buffer.from('end') : whole);
  const hash = sha256(whole, whole, Buffer.from('end'));
  await found.word(
    'with a part missing',
    one.box.append({ n: 1, hash, parts: 4, whole: null }, estate.start, null),
    'out-of-turn',
  );
  found.is('in parts', await one.box.append({ n: 1, hash, parts: 3, whole: null }, estate.start, null), 1);
  const read = [...(await two.box.fetch(0, 0, MIB)), ...(await two.box.fetch(1, 0, 2 * MIB))];
  found.is(
    'parts read',
    read.map(({ place, part }) => [place, part]),
    [
      [1, 0],
      [1, 1],
      [1, 2],
    ],
  );
  found.is('as they were', sha256(...read.map(({ bytes }) => bytes)).equals(hash), true);
  const spool = (bytes: number): Promise<unknown> =>
    world.admin('UPDATE mailbox.desk SET spool = spool + $2 WHERE vault = $1 AND desk = 2', [
      estate.vault,
      bytes,
    ]);
  await spool(2 ** 30);
  await found.word(
    'more than a desk may have here',
    two.box.append(opOf(1, 'x'), estate.start, null),
    'full',
  );
  await spool(-(2 ** 30));
  // What both have is dropped, and what is joining holds the rest.
  const at1 = { place: 1, hash: runOn(estate.start.hash, 1, 1, 1, hash) };
  const kept = async (): Promise<unknown> =>
    (
      await world.admin('SELECT count(*)::int AS parts FROM mailbox.part WHERE vault = $1', [estate.vault])
    )[0]?.['parts'];
  await one.box.ack(at1, null);
  found.is('kept for the other', await kept(), 3);
  await two.box.ack(at1, null);
  found.is('dropped', await kept(), 0);
  await found.word('what is dropped', two.box.fetch(0, 0, MIB), 'behind');
  const joining = await estate.addDesk(3, true);
  const at2 = {
    place: await two.box.append(opOf(1, 'x'), at1, null),
    hash: runOn(at1.hash, 2, 2, 1, sha256(Buffer.from('x'))),
  };
  for (const box of [one.box, two.box, joining.box]) await box.ack(at2, Buffer.from('w'));
  found.is('kept for one that joins', await kept(), 1);
  const spools = await world.admin('SELECT spool::int FROM mailbox.desk WHERE vault = $1 ORDER BY desk', [
    estate.vault,
  ]);
  found.is(
    'bytes that count',
    spools.map(({ spool }) => spool),
    [0, 1, 0],
  );
  const client = await one.sql();
  // A login that has fixed what it sees gets no place by it.
  await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ; SELECT * FROM mailbox.fetch(2, 0, 1)');
  await two.box.append(opOf(2, 'y'), at2, null);
  const stale = client.query('SELECT mailbox.append(2, 1, $1, 2, $2, NULL, $3)', [
    sha256(Buffer.from('z')),
    at2.hash,
    Buffer.from('z'),
  ]);
  found.is('with an old view', await stale.catch((error: { code?: string }) => error.code), '40001');
  await client.query('ROLLBACK');
  await client.query('SET synchronous_commit = off; BEGIN');
  await client.query('SELECT mailbox.ack($1, $2, $3)', [at2.place, at2.hash, Buffer.from('w')]);
  found.is(
    'commits',
    (await client.query<{ synchronous_commit: string }>('SHOW synchronous_commit')).rows[0]
      ?.synchronous_commit,
    'on',
  );
  await client.query('ROLLBACK');
};

const readsOnlyWhatIsNew: Check = async (world, found) => {
  const estate = await world.addEstate();
  const desk = await estate.addDesk(1);
  await world.admin(
    `INSERT INTO mailbox.op SELECT $1, p, 1, p, 1, sha256(''), sha256(''), 1, 9 FROM generate_series(1, 10000) p`,
    [estate.vault],
  );
  await world.admin(
    `INSERT INTO mailbox.part SELECT $1, p, 0, 'some bytes' FROM generate_series(1, 10000) p`,
    [estate.vault],
  );
  await world.admin('UPDATE mailbox.vault SET last = 10000 WHERE vault = $1', [estate.vault]);
  const client = await desk.sql();
  const read = async (after: number): Promise<number> => {
    const { rows } = await client.query<Record<string, readonly { Plan: Record<string, number> }[]>>(
      `EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) SELECT * FROM mailbox.fetch(${after}, 0, 100)`,
    );
    const plan = rows[0]?.['QUERY PLAN']?.[0]?.Plan ?? {};
    return (plan['Shared Hit Blocks'] ?? 0) + (plan['Shared Read Blocks'] ?? 0);
  };
  await read(0);
  const blocks = [await read(0), await read(5000), await read(9990)];
  found.said.push(`${blocks.join(', ')} blocks of 10,000 ops`);
  found.is('few blocks read after places 0, 5000 and 9990', Math.max(...blocks) < 80, true);
};

const keeps: Check = async (world, found) => {
  const estate = await world.addEstate();
  const { keeper } = estate;
  for (const verifier of ['a password in clear', `md5${'0'.repeat(32)}`, ''])
    await found.word(
      `"${verifier}" as a verifier`,
      keeper.box.addDesk(1, verifier, false, 0),
      'not-a-verifier',
    );
  const desk = await estate.addDesk(1);
  const other = await estate.addDesk(2);
  const elsewhere = await world.addEstate();
  await found.word('of another vault', elsewhere.keeper.box.endDesk(1), 'refused');
  await found.word('the keeper appends', keeper.box.append(opOf(1, 'x'), estate.start, null), 'refused');
  // One connection waits, one is in the midst of a transaction that has the vault's lock, and it has left something behind.
  const open = await desk.another();
  const busy = await desk.sql();
  await busy.query('SELECT lo_create(0)');
  await busy.query('BEGIN');
  await busy.query('SELECT * FROM mailbox.hold($1, NULL)', ['take']);
  await keeper.box.endDesk(1);
  await found.word('over an open connection', open.fetch(0, 0, MIB), 'unreachable');
  await found.word('anew', desk.another(), 'wrong-login');
  const left = await world.admin(
    'SELECT (SELECT count(*)::int FROM pg_roles WHERE rolname = $1) AS logins, (SELECT count(*)::int FROM pg_stat_activity WHERE usename = $1) AS connections, (SELECT count(*)::int FROM pg_largeobject_metadata) AS objects',
    [desk.login],
  );
  found.is('left of it', left, [{ logins: 0, connections: 0, objects: 0 }]);
  await found.word(
    'its number again',
    keeper.box.addDesk(1, scramVerifier(newPassword()), false, 0),
    'refused',
  );
  found.is('of the other', await other.box.append(opOf(1, 'x'), estate.start, null), 1);
  found.is(
    'desks',
    (await other.box.ack(estate.start, null)).map((one) => one.desk),
    [2],
  );
  await world.admin(
    "INSERT INTO mailbox.desk (vault, desk, login, state, last_n, acked) SELECT $1, d, 'none_' || $1 || d, 'live', 0, 0 FROM generate_series(100, 130) d",
    [estate.vault],
  );
  await found.word(
    'a thirty-third',
    keeper.box.addDesk(3, scramVerifier(newPassword()), false, 0),
    'too-many-desks',
  );
};

const ASKING: Readonly<Record<Asking, 'no-binding' | 'no-tls' | 'unreachable'>> = {
  clear: 'no-binding',
  md5: 'no-binding',
  scram: 'no-binding',
  nothing: 'no-binding',
  silence: 'unreachable',
  'clear after the binding': 'no-binding',
  'nothing after the binding': 'no-binding',
  'no TLS': 'no-tls',
  'TLS 1.2': 'no-tls',
};

const ANSWERS: Partial<Readonly<Record<Asking, readonly string[]>>> = {
  'clear after the binding': ['p'],
  'nothing after the binding': ['p', 'p'],
};

const connects: Check = async (world, found) => {
  const estate = await world.addEstate();
  const { port, key } = world.postgres;
  const password = newPassword();
  const login = await estate.keeper.box.addDesk(1, scramVerifier(password), false, 0);
  const address = { host: '127.0.0.1', port, database: DATABASE, login, password, pins: [key.pin] };
  await (await openMailbox({ ...address, pins: [makeServerKey().pin, key.pin] })).close();
  await found.word('another key', openMailbox({ ...address, pins: [makeServerKey().pin] }), 'other-key');
  await found.word('another password', openMailbox({ ...address, password: newPassword() }), 'wrong-login');
  const line = await startLine(port);
  const box = await openMailbox({ ...address, port: line.port }, 4_000);
  found.is('over a line', await box.fetch(0, 0, MIB), []);
  line.freeze();
  await found.word('over one that is half open', box.fetch(0, 0, MIB), 'unreachable');
  await found.word('afterwards', box.fetch(0, 0, MIB), 'unreachable');
  await line.stop();
  for (const [asking, word] of Object.entries(ASKING) as [Asking, (typeof ASKING)[Asking]][]) {
    const server = await startFakeServer(asking, key);
    try {
      const timeout = asking === 'silence' ? 1_000 : 20_000;
      await found.word(
        `a server that asks for: ${asking}`,
        openMailbox({ ...address, port: server.port }, timeout),
        word,
      );
      found.is(`${asking}: the password was told`, server.heard().includes(password), false);
      // Nothing but, to one that offers the binding, the wish for it and a proof that is bound to this connection.
      found.is(`${asking}: answers`, server.letters(), ANSWERS[asking] ?? []);
    } finally {
      await server.stop();
    }
  }
};

const DESKS = 8;

const ordersAtOnce: Check = async (world, found, size) => {
  const estate = await world.addEstate();
  const desks = await Promise.all(
    Array.from({ length: DESKS }, (_, at) => at + 1).map((desk) => estate.addDesk(desk)),
  );
  const began = performance.now();
  await Promise.all(
    desks.map(async ({ desk, box, another }) => {
      // Each op by two connections at once, as after a line that was cut.
      const twin = await another();
      for (let n = 1; n <= size; n += 1) {
        const op = opOf(n, `op ${n} of desk ${desk}`);
        const places = await Promise.all([box, twin].map((one) => one.append(op, estate.start, null)));
        if (places[0] !== places[1])
          found.wrong.push(`op ${n} of desk ${desk} has places ${places.join(' and ')}`);
      }
    }),
  ).catch((error: unknown) => found.wrong.push(String(error)));
  const seconds = (performance.now() - began) / 1000;
  const parts = await desks[0]?.box.fetch(0, 0, MIB);
  found.is(
    'places',
    parts?.map(({ place }) => place),
    Array.from({ length: DESKS * size }, (_, at) => at + 1),
  );
  found.is(
    'ops of each desk and number',
    new Set(parts?.map(({ desk, n }) => `${desk} ${n}`)).size,
    DESKS * size,
  );
  const hash = (parts ?? []).reduce(
    (before, { place, desk, n, hash }) => runOn(before, place, desk, n, hash),
    estate.start.hash,
  );
  await desks[0]?.box
    .ack({ place: DESKS * size, hash }, null)
    .catch((error: unknown) => found.wrong.push(String(error)));
  found.said.push(`${Math.round((DESKS * size) / seconds)} ops a second, each sent twice`);
};

const isShort: Check = async (_world, found) => {
  const lines = MAILBOX_SQL.trimEnd().split('\n').length;
  found.said.push(`${lines} lines`);
  found.is(`at most ${MAX_LINES} lines`, lines <= MAX_LINES, true);
};

const CHECKS = {
  "a desk's login reads no table": readsNoTable,
  'it calls its functions alone': callsItsFunctions,
  "it takes no other desk's place": takesNoOtherPlace,
  'a fence dies with its hold': holds,
  'sizes are bounded, and what all have is dropped': keepsSizes,
  'a fetch reads what is new': readsOnlyWhatIsNew,
  'the keeper adds and ends desks': keeps,
  'other key, no TLS, no binding: refused': connects,
  'eight desks at once: no place left out, each op once': ordersAtOnce,
  'the file is short': isShort,
} satisfies Readonly<Record<string, Check>>;

export type CheckName = keyof typeof CHECKS;
export const CHECK_NAMES = Object.keys(CHECKS) as readonly CheckName[];

/** `size`: ops of each of the desks that append at once. An error that nobody expected is wrong as well. */
export async function runCheck(world: World, name: CheckName, size: number): Promise<Findings> {
  const found = new Findings();
  await CHECKS[name](world, found, size).catch((error: unknown) => found.wrong.push(String(error)));
  return found;
}
