/** Tries of PINs over several desks: a hundred in all, which follow whoever signs in. `npm run desks -- keys` guesses over five. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { guessOverDesks } from '../../desks/guesses.ts';
import { type World, startWorld } from '../../desks/server-world.ts';
import { NO_POSTGRES } from '../../support/postgres.ts';

describe.skipIf(NO_POSTGRES !== null)("guesses at somebody's PIN over two desks", () => {
  let world: World;
  beforeEach(async () => {
    world = await startWorld();
  });
  afterEach(() => world?.stop());

  it('are a hundred in all, also where tries go to and fro between them', async () => {
    const { guesses, gave, asked } = await guessOverDesks(world, 'better-sqlite3', 2, true);
    expect(guesses).toBe(100);
    expect([gave > 1, asked > 1]).toEqual([true, true]);
  });
});
