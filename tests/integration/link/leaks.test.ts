/** That no value and no key of an estate lies where it has no business: in short, as `npm run desks -- leaks` shows it whole. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SPOOL_FOLDER } from '../../../main/files/spool/spool.ts';
import { lookForLeaks } from '../../desks/leaks.ts';
import { type World, startWorld } from '../../desks/server-world.ts';
import { NO_POSTGRES } from '../../support/postgres.ts';

describe.skipIf(NO_POSTGRES !== null)('what lies at the server, on the wire and in the folders', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld();
  });
  afterAll(() => world?.stop());

  it('holds no value and no key, and opens nothing without a PIN', async () => {
    const leaks = await lookForLeaks(world, 2);
    expect(leaks).toMatchObject({ found: [], blind: [], opened: 0 });
    expect(leaks.tried).toBeGreaterThan(10);
  });

  it('would be noticed where it held a key', async () => {
    const { found } = await lookForLeaks(world, 1, ([one]) =>
      writeFileSync(join(one!.vault.vaultDir, SPOOL_FOLDER, 'planted'), one!.keys.sign.privateKey),
    );
    expect(found).toEqual(['key to sign of desk 0: folder']);
  });
});
