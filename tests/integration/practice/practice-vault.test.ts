/** The practice vault as the product makes it: a whole vault, in which every page has something to show. */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { FEATURE_ENGINE_NAMES } from '../../support/engines.ts';
import type { PracticeAtRest } from '../../support/practice-vault.ts';
import { makePracticeAtRest } from '../../support/practice-vault.ts';

const folder = mkdtempSync(join(tmpdir(), 'rv-practice-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let made: PracticeAtRest;
beforeAll(async () => {
  made = await makePracticeAtRest(folder, { engine: FEATURE_ENGINE_NAMES[0]! });
}, 120_000);

it('is made', () => {
  console.log(made.progress);
  expect(readdirSync(dirname(made.vaultDir))).toEqual(['vault']);
});
