/** SIGKILL while masks are made stricter, and while they are made to show more. Afterwards policy, log, stored masks and search keys are all as before or all as chosen. */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { chooseEngine } from '../../main/vault/store/engine/choose-engine.ts';
import { openStore } from '../../main/vault/store/open-store.ts';
import { type Sql, sql } from '../../main/vault/store/sql.ts';
import type { EngineName } from '../../main/vault/store/store.ts';
import { type PhaseOf, createPace, expectSide, killInPhase } from '../support/kills/kill-in-phase.ts';
import {
  createAims,
  createKillRecord,
  KILL_ENGINES,
  killsTimeout,
  residentsOr,
} from '../support/kills/kill-plan.ts';
import { changePhase, sideOf, SIDES } from '../support/kills/signs.ts';
import { expectSound } from '../support/kills/sound-vault.ts';
import { importWhole, writeOwners } from '../support/kills/whole-import.ts';
import { STORE_FILE, storeKeyOf } from '../support/store-tools.ts';
import { PINS, type VaultHarness, createHarness } from '../support/vault-harness.ts';

const ROWS = residentsOr(1_000);
/** Of the masks of mobile numbers: that of set-up, and the strictest. */
type Level = 'usual' | 'last-four';

const PHASES = [
  'asked',
  'PIN counted',
  'looking',
  'writing',
  'indexing',
  'committed',
  'anchoring',
  'acknowledged',
] as const;

/** What is looked at is in the transaction or before it, as values have to be opened. */
const phaseOf: PhaseOf = (sign, before) => {
  if (sign.type === 'event' && sign.event === 'policy.progress') return 'looking';
  if (sign.type === 'sql' && sign.text.includes('UPDATE sealed_value')) return 'writing';
  if (sign.type === 'sql' && sign.text.includes('phone_key')) return 'indexing';
  const phase = changePhase(sign, before === 'indexing' ? 'in the transaction' : before);
  return phase === 'in the transaction' ? null : phase;
};

describe.each(KILL_ENGINES)('kill of a change of policy on %s', (engine) => {
  it(
    'leaves all or nothing of it, whether masks are made stricter or are to show more',
    { timeout: killsTimeout(ROWS) },
    async () => {
      const desk = await createHarness({ engine });
      await desk.setUp();
      await desk.unlock('supervisor');
      await importWhole(desk, await writeOwners(ROWS));
      const supervisor = await desk.proofOf('supervisor');
      await desk.vault.close();
      const killed = {
        stricter: createKillRecord('policy made stricter', engine),
        weaker: createKillRecord('policy made to show more', engine),
      };
      const pace = createPace(41);
      const aims = createAims({ stricter: PHASES, weaker: PHASES });
      let before: Level = 'usual';
      let made = 0;
      while (aims.left() > 0) {
        const change = before === 'usual' ? 'stricter' : 'weaker';
        const becomes: Level = before === 'usual' ? 'last-four' : 'usual';
        const request = {
          masks: { phone: becomes },
          words: 'a kill is near',
          pin: PINS.admin,
          ...(change === 'weaker' ? { supervisor } : {}),
        };
        const aim = aims.next((one) => one === change);
        if (aim === undefined) {
          // None is left of what can be done as things stand.
          await desk.start();
          await desk.unlock('admin');
          await desk.call('policy.change', request);
          await desk.vault.close();
          [before, made] = [becomes, made + 1];
          continue;
        }
        const work = { route: 'policy.change', phases: PHASES, phaseOf, request: () => request } as const;
        const kill = await killInPhase(desk, engine, work, aim, pace);
        const what = `after a kill in ${kill.phase}`;
        await expectSound(desk, what);
        const { masks, history } = await desk.call('policy.read', {});
        const now = masks.phone as Level;
        await desk.vault.close();
        expect(history.length, what).toBe(now === before ? made : made + 1);
        expectSide({ phases: PHASES, behindSwitch: 'committed' }, aim, kill, now === becomes);
        expect(await looksOf(desk, engine), what).toEqual({ masks: [now], keys: [now] });
        killed[change].record(kill.phase);
        killed[change].record(sideOf(now === becomes));
        [before, made] = [now, history.length];
      }
      for (const { tooFew } of Object.values(killed)) expect(tooFew([...PHASES, ...SIDES])).toEqual([]);
      await desk.dispose();
    },
  );
});

/** As which levels the stored masks of mobiles look, and the keys that are made of them. */
async function looksOf(
  desk: VaultHarness,
  engine: EngineName,
): Promise<Readonly<Record<'masks' | 'keys', readonly string[]>>> {
  const key = await storeKeyOf(desk.vaultDir, desk.keychain.deviceSecrets, 'admin', PINS.admin);
  const store = await openStore({
    path: join(desk.vaultDir, STORE_FILE),
    key,
    create: false,
    engine: chooseEngine(engine),
  });
  const look = async (query: Sql): Promise<readonly string[]> =>
    (await store.all<{ readonly look: string }>(query)).map((row) => row.look);
  try {
    return {
      masks: await look(
        sql`SELECT DISTINCT CASE WHEN mask LIKE '1******____' THEN 'last-four' ELSE 'usual' END AS look FROM sealed_value WHERE field = 'phone' AND mask LIKE '1%*%'`,
      ),
      keys: await look(
        sql`SELECT DISTINCT CASE WHEN key LIKE '1******____' THEN 'last-four' ELSE 'usual' END AS look FROM phone_key WHERE key LIKE '1%*%'`,
      ),
    };
  } finally {
    await store.close();
  }
}
