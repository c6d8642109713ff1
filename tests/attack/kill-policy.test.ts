/** SIGKILL while masks are made stricter, and while they are made to show more. Afterwards policy, log, stored masks and search keys are all as before or all as chosen. */
import { expect } from 'vitest';
import { type Sql, sql } from '../../main/vault/store/sql.ts';
import type { EngineName } from '../../main/vault/store/store.ts';
import { describeKill } from '../support/kills/describe-kill.ts';
import type { PhaseOf } from '../support/kills/kill-in-phase.ts';
import { residentsOr } from '../support/kills/kill-plan.ts';
import { readStore } from '../support/kills/read-store.ts';
import { changePhase } from '../support/kills/signs.ts';
import { expectSound } from '../support/kills/sound-vault.ts';
import { importWhole, writeOwners } from '../support/kills/whole-import.ts';
import { PINS, type VaultHarness, openDesk } from '../support/vault-harness.ts';

const ROWS = residentsOr(1_000);
/** Of the masks of mobile numbers: that of set-up, and the strictest. */
type Level = 'usual' | 'last-four';

/** What is looked at is in the transaction or before it, as values have to be opened. */
const phaseOf: PhaseOf = (sign, before) => {
  if (sign.type === 'event' && sign.event === 'policy.progress') return 'looking';
  if (sign.type === 'sql' && sign.text.includes('UPDATE sealed_value')) return 'writing';
  if (sign.type === 'sql' && sign.text.includes('phone_key')) return 'indexing';
  const phase = changePhase(sign, before === 'indexing' ? 'in the transaction' : before);
  return phase === 'in the transaction' ? null : phase;
};

const CHANGE = {
  route: 'policy.change',
  phases: ['PIN counted', 'looking', 'writing', 'indexing', 'committed', 'anchoring'],
  phaseOf: () => phaseOf,
  behindSwitch: 'committed',
} as const;

describeKill('kill of a change of policy', {
  title: 'leaves all or nothing of it, whether masks are made stricter or are to show more',
  changes: { 'policy made stricter': CHANGE, 'policy made to show more': CHANGE },
  by: 'admin',
  residents: ROWS,
  async setUp(engine) {
    const desk = await openDesk('supervisor', { engine });
    await importWhole(desk, await writeOwners(ROWS));
    const supervisor = await desk.proofOf('supervisor');
    let level: Level = 'usual';
    let made = 0;
    return {
      desk,
      canBeMade: (change) => (change === 'policy made stricter') === (level === 'usual'),
      request: () => ({
        masks: { phone: level === 'usual' ? 'last-four' : 'usual' },
        words: 'a kill is near',
        pin: PINS.admin,
        ...(level === 'usual' ? {} : { supervisor }),
      }),
      async expectAfter(what) {
        await expectSound(desk, what);
        const { masks, history } = await desk.call('policy.read', {});
        await desk.vault.close();
        const isMade = masks.phone !== level;
        level = masks.phone as Level;
        if (isMade) made += 1;
        expect(history.length, what).toBe(made);
        expect(await looksOf(desk, engine), what).toEqual({ masks: [level], keys: [level] });
        return isMade;
      },
    };
  },
});

/** As which levels the stored masks of mobiles look, and the keys that are made of them. */
const looksOf = (
  desk: VaultHarness,
  engine: EngineName,
): Promise<Readonly<Record<'masks' | 'keys', readonly string[]>>> =>
  readStore(desk, engine, async (store) => {
    const look = async (query: Sql): Promise<readonly string[]> =>
      (await store.all<{ readonly look: string }>(query)).map((row) => row.look);
    return {
      masks: await look(
        sql`SELECT DISTINCT CASE WHEN mask LIKE '1******____' THEN 'last-four' ELSE 'usual' END AS look FROM sealed_value WHERE field = 'phone' AND mask LIKE '1%*%'`,
      ),
      keys: await look(
        sql`SELECT DISTINCT CASE WHEN key LIKE '1******____' THEN 'last-four' ELSE 'usual' END AS look FROM phone_key WHERE key LIKE '1%*%'`,
      ),
    };
  });
