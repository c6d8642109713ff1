// @vitest-environment happy-dom
/** Where each role lands, what the overview shows, and what there is to do on the first day. */
import { describe, expect, it, vi } from 'vitest';
import type { FirstDay } from '../../../../contract/first-day/routes.ts';
import type { EmergencyId, PersonId } from '../../../../contract/ids.ts';
import { fail, ok } from '../../../../contract/result.ts';
import type { EmergencyEvent } from '../../../../contract/tasks/views.ts';
import { type MemoryPage, openMemoryPage } from '../../../support/memory-page.tsx';

type Vault = MemoryPage['vault'];

const NEW: FirstDay = {
  hasResidents: false,
  hasCompany: false,
  hasBackupFolder: false,
  admins: 1,
  idNumbersDecided: true,
  company: { isSmall: true, filled: [] },
};
/** Answers with what `facts` holds when it is asked. */
const answerFirstDay =
  (facts: FirstDay) =>
  (vault: Vault): void => {
    vault['firstDay.read'] = async () => ok({ ...facts });
  };
/** As main does once a practice vault was made. */
const rememberPractice = ({ modules }: MemoryPage): Promise<unknown> =>
  modules.appStore.getState().changeSettings({ practised: true });
const pageShown = (page: MemoryPage): string | undefined => page.find('screen-counter')?.dataset['page'];
const toneOf = async (page: MemoryPage, tile: string): Promise<string | undefined> => {
  await page.get(`${tile}-state`);
  return page.find(tile)?.dataset['tone'];
};

describe('the overview', () => {
  it('is where an admin lands and where Escape leads back to, and the counter stays a tab', async () => {
    const page = await openMemoryPage('admin');
    expect(pageShown(page)).toBe('overview');
    expect(page.press('Escape')).toBe(false);
    expect(pageShown(page)).toBe('overview');
    await page.open('counter');
    await page.get('search-box');
    page.type('x');
    await page.get('result-row');
    page.press('Escape');
    await page.get('search-empty');
    expect(pageShown(page)).toBe('counter');
    page.press('Escape');
    await page.get('screen-overview');
    await page.open('log');
    page.press('Escape');
    await page.get('screen-overview');
  });

  it('has a tile each for keys, backups, staff, other systems and compliance, and each leads to its page', async () => {
    const page = await openMemoryPage('admin');
    for (const [tile, screen] of [
      ['keys', 'screen-keys'],
      ['backup', 'screen-backup'],
      ['staff', 'screen-staff'],
      ['other-systems', 'screen-other-systems'],
      ['evidence', 'screen-evidence'],
    ] as const) {
      expect(await toneOf(page, `tile-${tile}`)).toMatch(/^(good|amber|harm)$/u);
      await page.click(`tile-${tile}-go`);
      await page.get(screen);
      page.press('Escape');
      await page.get('screen-overview');
    }
  });

  it('says in one tile that it cannot be read, reads it again, and shows the others', async () => {
    let isBroken = true;
    const page = await openMemoryPage('admin', (vault) => {
      const list = vault['keys.list'];
      vault['keys.list'] = (request) => (isBroken ? Promise.resolve(fail('internal')) : list(request));
    });
    await page.get('tile-keys-again');
    expect(page.find('tile-keys-state')).toBeNull();
    expect(await toneOf(page, 'tile-staff')).toBeDefined();
    isBroken = false;
    await page.click('tile-keys-again');
    expect(await toneOf(page, 'tile-keys')).toBeDefined();
    expect(page.find('failure')).toBeNull();
  });
});

describe('the landing of a supervisor', () => {
  const unread: { readonly open: EmergencyEvent[]; readonly seen: EmergencyEvent[] } = {
    open: [
      {
        emergencyId: 1 as EmergencyId,
        at: Date.UTC(2026, 4, 16, 2),
        staffName: '韦晓棠',
        building: null,
        openings: [
          {
            at: Date.UTC(2026, 4, 16, 2),
            personId: 1 as PersonId,
            personMask: '张**',
            fields: ['phone'],
            words: '楼上漏水',
            ticket: null,
          },
        ],
        records: 1,
        ended: 'own',
        overdue: false,
        reader: 'you',
        seen: null,
      },
    ],
    seen: [],
  };
  /** The page that was painted first, and what answers the question for emergencies. */
  async function land(list: Vault['emergency.list']): Promise<MemoryPage> {
    const shown: (string | undefined)[] = [];
    const observer = new MutationObserver(() => {
      const desk = document.querySelector<HTMLElement>('[data-testid=screen-counter]');
      if (desk !== null) shown.push(desk.dataset['page']);
    });
    observer.observe(document.body, { childList: true, subtree: true, attributes: true });
    const page = await openMemoryPage('supervisor', (vault) => {
      vault['emergency.list'] = list;
    }).finally(() => observer.disconnect());
    first = shown[0];
    return page;
  }
  let first: string | undefined;

  it('is on the emergencies where one is unread, and Escape leads to the counter', async () => {
    const page = await land(async () => ok(unread));
    expect([first, pageShown(page)]).toEqual(['emergency', 'counter']);
  });

  it('is on the counter where no emergency is unread', async () => {
    const page = await land(async () => ok({ open: [], seen: [] }));
    expect([first, pageShown(page)]).toEqual(['counter', 'counter']);
  });

  it('is on the counter where the vault does not answer in time', async () => {
    const page = await land(() => new Promise(() => undefined));
    expect([first, pageShown(page)]).toEqual(['counter', 'counter']);
  });

  it('is on the counter, with the focus in the search box, where a character is typed before the answer', async () => {
    let focused: string | null | undefined;
    const page = await land(async () => {
      // The question is asked while the desk is laid out; a key comes after that.
      await Promise.resolve();
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'z', bubbles: true }));
      focused = document.activeElement?.getAttribute('data-testid');
      return ok(unread);
    });
    expect(focused).toBe('search-box');
    expect([first, pageShown(page)]).toEqual(['counter', 'counter']);
  });
});

describe('the first day', () => {
  it('is a checklist for an admin, ticks itself and is gone once all is done', async () => {
    const facts = { ...NEW };
    const page = await openMemoryPage('admin', answerFirstDay(facts));
    await page.get('first-day');
    const done = (): readonly (string | undefined)[] =>
      ['company', 'import', 'backup', 'admin', 'practice'].map(
        (step) => page.find(`first-day-${step}`)?.dataset['done'],
      );
    expect(done()).toEqual(['false', 'false', 'false', 'false', 'false']);
    // An admin may not import: who does it is said instead.
    expect(page.find('first-day-import-go')).toBeNull();
    await page.click('first-day-backup-go');
    await page.get('screen-backup');
    Object.assign(facts, {
      hasResidents: true,
      hasCompany: true,
      hasBackupFolder: true,
      company: { isSmall: true, filled: [] },
    });
    page.press('Escape');
    await vi.waitFor(() => expect(done()).toEqual(['true', 'true', 'true', 'false', 'false']));
    await page.click('first-day-admin-go');
    await page.get('screen-staff');
    Object.assign(facts, { admins: 2 });
    page.press('Escape');
    await page.get('screen-overview');
    await vi.waitFor(() => expect(done()).toEqual(['true', 'true', 'true', 'true', 'false']));
    expect(page.find('evening-card')).toBeNull();
    await rememberPractice(page);
    await page.gone('first-day');
    await page.click('evening-card-go');
    await page.get('evening-progress');
  });

  it('is followed by the evening while there are findings, and then by nothing', async () => {
    const page = await openMemoryPage(
      'admin',
      answerFirstDay({ ...NEW, hasResidents: true, hasCompany: true, hasBackupFolder: true, admins: 2 }),
    );
    await rememberPractice(page);
    await page.get('evening-card');
    expect(page.find('first-day')).toBeNull();
    const { evidence, evening } = page.recorded('evidence.read', 'admin');
    page.vault['evidence.read'] = async () =>
      ok({
        evidence: evidence.map((duty) => ({ ...duty, state: 'there' as const })),
        evening: {
          ...evening,
          isCompanyStated: true,
          hasResidents: true,
          itemsOpen: 0,
          originalsLeft: 0,
          pack: 'there',
        },
      });
    await page.open('log');
    page.press('Escape');
    await page.get('tile-evidence-state');
    await page.gone('evening-card');
    expect(page.find('first-day')).toBeNull();
  });

  it('begins practice from the checklist once it was said that it locks the vault, and not again', async () => {
    const page = await openMemoryPage('admin', answerFirstDay(NEW));
    const step = await page.get('first-day-practice');
    expect(page.find('practice-start')).toBeNull();
    await page.click('practice-open');
    expect(step.contains(await page.get('practice-start'))).toBe(true);
    await rememberPractice(page);
    await page.gone('practice-start');
    expect(page.find('first-day-practice')?.dataset['done']).toBe('true');
  });

  it('is put away for good', async () => {
    const page = await openMemoryPage('admin', answerFirstDay(NEW));
    await page.click('first-day-put-away');
    await page.gone('first-day');
    await page.open('log');
    page.press('Escape');
    await page.get('tile-keys-state');
    expect(page.find('first-day')).toBeNull();
  });

  it.each(['receptionist', 'supervisor'] as const)(
    'offers a %s an import and the first resident at a counter without residents',
    async (role) => {
      const page = await openMemoryPage(role, answerFirstDay(NEW));
      await page.click('no-residents-add');
      await page.get('add-form');
      await page.click('edit-cancel');
      await page.gone('add-form');
      await page.click('no-residents-import');
      await page.get('screen-import');
    },
  );

  it('offers the examples of a search again once the first resident is there', async () => {
    const facts = { ...NEW };
    const page = await openMemoryPage('receptionist', answerFirstDay(facts));
    await page.click('no-residents-import');
    await page.get('screen-import');
    Object.assign(facts, { hasResidents: true });
    page.press('Escape');
    await page.get('search-empty');
    await page.gone('no-residents-import');
  });

  it('offers the examples of a search again as soon as the first resident is added beside them', async () => {
    const facts = { ...NEW };
    const page = await openMemoryPage('receptionist', answerFirstDay(facts));
    await page.click('no-residents-add');
    await page.get('add-form');
    Object.assign(facts, { hasResidents: true });
    page.modules.deskStore.getState().tellSaved();
    await page.gone('no-residents-add');
    await page.get('search-empty');
  });

  it('asks nothing more once residents are there', async () => {
    const asked = vi.fn();
    const page = await openMemoryPage('receptionist', (vault) => {
      vault['firstDay.read'] = async () => {
        asked();
        return ok({ ...NEW, hasResidents: true });
      };
    });
    await page.get('search-empty');
    const { length: before } = asked.mock.calls;
    expect(before).toBeGreaterThan(0);
    page.type('x');
    await page.get('result-row');
    page.press('Escape');
    await page.get('search-empty');
    expect(asked).toHaveBeenCalledTimes(before);
    expect(page.find('no-residents-import')).toBeNull();
  });
});
