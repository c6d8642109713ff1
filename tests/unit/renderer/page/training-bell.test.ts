// @vitest-environment happy-dom
/** One's own training in the bell of every screen. */
import { expect, it, vi } from 'vitest';
import { TRAINING_STATES, type TrainingState } from '../../../../contract/training/lists.ts';
import { type MemoryPage, openMemoryPage, typeInto } from '../../../support/memory-page.tsx';
import { PINS } from '../../../support/pins.ts';
import { changeReply } from '../../../support/recorded-bridge.ts';

const answerStanding = (vault: MemoryPage['vault'], state: TrainingState): void =>
  changeReply(vault, 'training.own', (own) => ({ ...own, standing: { state, on: null, changed: [] } }));
const openAs = (state: TrainingState): Promise<MemoryPage> =>
  openMemoryPage('receptionist', (vault) => answerStanding(vault, state));

it.each(['never', 'overdue', 'renewal'] as const)(
  'tells a receptionist that their own training is due (%s), and leads to the quiz',
  async (state) => {
    const page = await openAs(state);
    await page.alerted(`training-${state}`);
    await page.click('bell');
    await page.click(`alert-training-${state}-go`);
    await page.get('training-begin');
  },
);

it.each(['soon', 'fine'] as const)('tells whoever is trained nothing (%s)', async (state) => {
  const page = await openAs(state);
  await vi.waitFor(() => expect(page.find('bell')).not.toBeNull());
  for (const one of TRAINING_STATES) await page.calm(`training-${one}`);
});

it('is gone once the quiz is passed', async () => {
  const page = await openAs('never');
  changeReply(page.vault, 'training.finish', (done) => {
    answerStanding(page.vault, 'fine');
    return done;
  });
  await page.alerted('training-never');
  await page.open('training');
  await page.click('training-begin');
  for (const at of page.recorded('training.begin').questions.keys()) await page.click(`training-${at + 1}-0`);
  await typeInto(page, 'pin-input', PINS.receptionist);
  await page.click('training-quiz-submit');
  await page.calm('training-never');
});
