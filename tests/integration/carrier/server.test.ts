/** The mailbox on a real server, with an ordinary user's rights: what `npm run desks -- server` holds, in short; and each of it seen to fail on a fault. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CHECK_NAMES, type CheckName, runCheck } from '../../desks/server-checks.ts';
import { MAILBOX_SQL, startWorld, type World } from '../../desks/server-world.ts';
import { NO_POSTGRES } from '../../support/postgres.ts';

const SIZE = 8;

/** A line of `mailbox.sql`, and what stands there instead. */
const FAULTS: readonly (readonly [check: CheckName, line: string, fault: string])[] = [
  ["it takes no other desk's place", '(x.placed_by = d.desk OR x.hash = $3)', 'true'],
  ['a fence dies with its hold', 'NOT (is_held AND v.fence = $3)', 'v.fence <> $3'],
  ['sizes are bounded, and what all have is dropped', 'SELECT min(x.acked)', 'SELECT max(x.acked)'],
  ['a fetch reads what is new', 'x.place >= $1 ORDER', 'x.place + 0 >= $1 ORDER'],
  ['the keeper adds and ends desks', 'a.usename = d.login', "a.usename = d.login AND a.state <> 'idle'"],
  [
    'eight desks at once: no place left out, each op once',
    'WHERE x.vault = of FOR UPDATE',
    'WHERE x.vault = of',
  ],
];
const GRANTS: readonly (readonly [check: CheckName, right: string])[] = [
  ["a desk's login reads no table", 'SELECT ON mailbox.op'],
  ['it calls its functions alone', 'EXECUTE ON FUNCTION mailbox.end_desk'],
];

/** The function that has a line, as it is and with the fault. */
function withFault(line: string, fault: string): readonly [as: string, other: string] {
  const text = MAILBOX_SQL.split(/^(?=CREATE FUNCTION)/m).find((one) => one.includes(line)) ?? '';
  const [body = ''] = /^[^]*?\$\$[^]*?\$\$;/.exec(text) ?? [];
  const replacing = body.replace('CREATE FUNCTION', 'CREATE OR REPLACE FUNCTION');
  return [replacing, replacing.replace(line, () => fault)];
}

describe.skipIf(NO_POSTGRES !== null)(
  `a mailbox on PostgreSQL${NO_POSTGRES === null ? '' : ` (${NO_POSTGRES})`}`,
  () => {
    let world: World;
    beforeAll(async () => {
      world = await startWorld();
    });
    afterAll(() => world?.stop());

    it.each(CHECK_NAMES)('holds that: %s', async (name) => {
      expect((await runCheck(world, name, SIZE)).wrong).toEqual([]);
    });

    it.each(FAULTS)('notices where it does not hold that: %s', async (name, line, fault) => {
      const [as, other] = withFault(line, fault);
      expect(other).not.toBe(as);
      await world.admin(other);
      expect((await runCheck(world, name, SIZE)).wrong).not.toEqual([]);
      await world.admin(as);
    });

    it.each(GRANTS)('notices a right too many where: %s', async (name, right) => {
      await world.admin(`GRANT ${right} TO mailbox_desk`);
      expect((await runCheck(world, name, SIZE)).wrong).not.toEqual([]);
      await world.admin(`REVOKE ${right} FROM mailbox_desk`);
    });
  },
);
