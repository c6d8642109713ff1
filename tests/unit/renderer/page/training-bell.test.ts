// @vitest-environment happy-dom
/** One's own training in the bell of every screen. */
import { expect, it, vi } from 'vitest';
import { ok } from '../../../../contract/result.ts';
import { TRAINING_STATES, type TrainingState } from '../../../../contract/training/lists.ts';
import { FAKE_PINS } from '../../../support/fake-bridge.ts';
import { openMemoryPage, typeInto } from '../../../support/memory-page.tsx';

const openAs = (state: TrainingState) =>
  openMemoryPage('receptionist', (vault) => {
    const { 'training.own': own } = vault;
    vault['training.own'] = async (request) => {
      const reply = await own(request);
      return reply.ok ? ok({ ...reply.value, standing: { state, on: null, changed: [] } }) : reply;
    };
  });

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
  const page = await openMemoryPage('receptionist');
  await page.alerted('training-never');
  await page.open('training');
  await page.click('training-begin');
  for (const question of ['training-1-0', 'training-2-0']) await page.click(question);
  await typeInto(page, 'pin-input', FAKE_PINS.receptionist);
  await page.click('training-quiz-submit');
  await page.calm('training-never');
});
