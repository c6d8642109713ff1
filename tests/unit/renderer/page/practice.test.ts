// @vitest-environment happy-dom
/** Practice on the screen: told apart wherever one is, its PINs on its lock screen alone, and nothing of it around the real vault. */
import { describe, expect, it, vi } from 'vitest';
import { PRACTICE_PINS } from '../../../../contract/practice/lists.ts';
import { openClosedPage, openMemoryPage, openPracticePage } from '../../../support/memory-page.tsx';
import type { BridgeOptions } from '../../../support/recorded-bridge.ts';

const practice: NonNullable<BridgeOptions['practice']> = {
  making: false,
  lastLock: null,
  tour: { done: [], shown: true },
};
const asking = () => {
  const asked: [string, unknown][] = [];
  return { asked, onAsk: (route: string, request: unknown) => void asked.push([route, request]) };
};

describe('in practice', () => {
  it.each([
    ['the lock screen', { state: 'locked' }, 'screen-lock'],
    ['set-up', { state: 'no-vault' }, 'screen-setup'],
    ['trouble', { state: 'refused' }, 'screen-trouble'],
    ['the desk', { state: 'unlocked', role: 'receptionist' }, 'screen-counter'],
  ] as const)('%s has the edge, the badge and the way out around it', async (_, options, screen) => {
    const page = await openPracticePage({ ...options, practice });
    await page.get(screen);
    expect((await page.get('practice-badge')).textContent).toBe('演练');
    expect(page.find('practice-end')).not.toBeNull();
    expect(page.find(screen)!.closest('[data-testid=practice]')).not.toBeNull();
    expect(page.find('practice-pins') !== null).toBe(screen === 'screen-lock');
    expect(page.find('practice-try')).toBeNull();
  });

  it('shows every PIN on the lock screen, to be typed', async () => {
    const page = await openPracticePage({ state: 'locked', practice });
    const shown = (await page.get('practice-pins')).textContent;
    for (const pin of Object.values(PRACTICE_PINS)) expect(shown).toContain(pin);
  });

  it.each([
    ['deleted', 'practice-discard', 'discardPractice'],
    ['kept', 'practice-leave', 'leavePractice'],
  ] as const)('is ended and %s by one click behind the button in the bar', async (_, button, route) => {
    const { asked, onAsk } = asking();
    const page = await openPracticePage({ state: 'locked', practice, onAsk });
    await page.click('practice-end');
    await page.click(button);
    await vi.waitFor(() => expect(asked.map(([name]) => name)).toContain(route));
  });

  it('is being made: progress and a way back, then why it could not be', async () => {
    const { asked, onAsk } = asking();
    const page = await openPracticePage({
      state: 'no-vault',
      practice: { ...practice, making: true },
      onAsk,
    });
    await page.get('practice-making');
    expect(page.find('screen-setup')).toBeNull();
    expect(page.find('practice-end')).toBeNull();
    page.say('practiceMaking', { done: 3, total: 9, failure: null });
    await vi.waitFor(() =>
      expect(document.querySelector('[role=progressbar]')?.getAttribute('aria-valuenow')).toBe('33'),
    );
    page.say('practiceMaking', { done: 0, total: 1, failure: 'disk-full' });
    expect((await page.get('failure')).dataset['code']).toBe('disk-full');
    await page.click('practice-cancel');
    await vi.waitFor(() => expect(asked.map(([name]) => name)).toContain('leavePractice'));
  });

  it('offers no counter tasks to an admin', async () => {
    const page = await openPracticePage({ state: 'unlocked', role: 'admin', practice });
    await page.get('screen-counter');
    expect(page.find('practice-badge')).not.toBeNull();
    expect(page.find('tour-button')).toBeNull();
    expect(page.find('tour')).toBeNull();
  });

  it('ticks a task of the tour by what was answered, and has it remembered without any value', async () => {
    const { asked, onAsk } = asking();
    const page = await openPracticePage({ state: 'unlocked', role: 'receptionist', practice, onAsk });
    await page.get('tour');
    (await page.get('search-box')).focus();
    page.type('xwr');
    await vi.waitFor(() => expect(page.find('tour-search-initials')?.dataset['done']).toBe('true'));
    const kept = asked.filter(([name]) => name === 'keepTour').map(([, request]) => request);
    expect(kept).toEqual([{ done: ['search-initials'], shown: true }]);
    expect(page.find('tour-open')?.dataset['done']).toBe('false');
    await page.click('tour-hide');
    await page.gone('tour');
    await page.click('tour-button');
    await page.get('tour');
  });
});

describe('at the real vault', () => {
  it('nothing tells of practice on the lock screen', async () => {
    const page = await openClosedPage();
    await page.get('screen-lock');
    expect(document.querySelector('[data-testid^=practice], [data-testid^=tour]')).toBeNull();
  });

  it('nothing tells of practice at the desk', async () => {
    const page = await openMemoryPage();
    await page.get('screen-counter');
    expect(document.querySelector('[data-testid^=practice], [data-testid^=tour]')).toBeNull();
  });

  it('the first page of set-up offers it', async () => {
    const { asked, onAsk } = asking();
    const page = await openPracticePage({ state: 'no-vault', onAsk });
    await page.get('screen-setup');
    await page.click('practice-try');
    await vi.waitFor(() => expect(asked.map(([name]) => name)).toContain('enterPractice'));
  });
});
