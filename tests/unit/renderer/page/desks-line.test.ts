// @vitest-environment happy-dom
/** How this desk stands with the others, at the foot of every screen. */
import { expect, it, vi } from 'vitest';
import { DESKS_STATES } from '../../../../contract/desks-state.ts';
import { openMemoryPage } from '../../../support/memory-page.tsx';

it('says nothing at the only desk of an estate, and of several what the vault has said last', async () => {
  const page = await openMemoryPage('receptionist');
  expect(page.find('desks-state')).toBeNull();
  const since = new Date(2026, 0, 2, 14, 5).getTime();
  const seen = new Set<string>();
  for (const is of DESKS_STATES) {
    page.say('desks.state', { is, waiting: is === 'waiting' ? 3 : 0, since, desk: 2 });
    await vi.waitFor(() => expect(seen).not.toContain(page.find('desks-state')?.textContent ?? ''));
    const words = page.find('desks-state')!.textContent;
    seen.add(words);
    expect(words).not.toMatch(/desks\.|\{\{/u);
    if (['held', 'behind', 'stopped'].includes(is)) expect(words).toContain('2');
  }
  expect([...seen].join('\n')).toMatch(/3[\s\S]*14:05/u);
  page.say('desks.state', { is: 'offline', waiting: 4, since: null, desk: null });
  await vi.waitFor(() => expect(page.find('desks-state')!.textContent).toMatch(/^[^\d]+ · 4/u));
});
