/** Every key of the one list in the real application, pressed as the window system presses it: what it does, and that a visitor's screen and a form are not left by accident. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { DeskKeyId } from '../../renderer/desk/desk-keys.ts';
import { zhCN } from '../../renderer/messages/words.ts';
import { RESIDENTS } from '../support/desk-residents.ts';
import { outOfReach, zoomed } from '../screens/fits.ts';
import { openXInput } from '../support/electron-app.ts';
import { KEY_IDS } from '../support/page-registry.ts';
import { openCounter } from '../support/test-desk.ts';

const { asked } = RESIDENTS;
const { desk, get, gone, press } = openCounter();

/** By an X event, in xdotool's names: what Chromium, its menus and the preload make of it is part of the test. */
const strike = (chord: string): Promise<void> => openXInput(desk.app.env).press(chord);
const fact = (name: string): Promise<string | undefined> =>
  desk.page.evaluate(
    (part) => document.querySelector<HTMLElement>('[data-testid=screen-counter]')?.dataset[part],
    name,
  );
const is = async (name: string, value: string): Promise<void> => {
  await expect.poll(() => fact(name)).toBe(value);
};
const typed = (): Promise<string> => get('search-box').inputValue();
const kindsListed = (): Promise<readonly (string | undefined)[]> =>
  desk.page
    .locator('[data-testid=result-row]')
    .evaluateAll((rows) => [...new Set(rows.map((row) => (row as HTMLElement).dataset['kind']))]);
const chosen = (): Promise<string | null> =>
  desk.page.evaluate(
    () => document.querySelector('[data-testid=result-row][aria-selected=true]')?.id ?? null,
  );
const width = (): Promise<number> => desk.page.evaluate(() => window.innerWidth);
const openAsked = (): Promise<void> =>
  desk.openBySearch(`${asked.building}-${asked.unit}-${asked.room}`, asked.room);

/** An empty counter with the focus in the search box. */
async function goHome(): Promise<void> {
  for (let tries = 0; tries < 8; tries++) {
    if (
      (await get('search-empty').count()) > 0 &&
      (await get('person-empty').count()) > 0 &&
      (await fact('panel')) === 'none' &&
      (await fact('dialog')) === 'none'
    )
      return;
    await press('Escape');
  }
  throw new Error('Escape does not lead back to an empty counter');
}

const TRIES: Readonly<Record<DeskKeyId, () => Promise<void>>> = {
  type: async () => {
    await get('result-scroller').focus();
    await strike('x');
    await get('result-row').first().waitFor();
    expect(await typed()).toBe('x');
  },
  number: async () => {
    await strike('1');
    await get('result-row').first().waitFor();
    expect(await get('search-box').getAttribute('type')).toBe('password');
  },
  arrows: async () => {
    await desk.search('1');
    expect(await chosen()).toBe('result-0');
    await strike('Down');
    await expect.poll(chosen).toBe('result-1');
    await strike('Up');
    await expect.poll(chosen).toBe('result-0');
  },
  enter: async () => {
    await desk.search('o');
    await strike('Return');
    await get('person-panel').waitFor();
  },
  narrow: async () => {
    for (const [text, kind, key, other] of [
      ['1', 'room', 1, 2],
      ['xwr', 'name', 2, 3],
      [asked.phone.slice(-4), 'phone', 3, 4],
      ['7k39', 'plate', 4, 1],
    ] as const) {
      await desk.search(text);
      await strike(`alt+${other}`);
      await expect.poll(kindsListed).toEqual([]);
      await strike(`alt+${key}`);
      await expect.poll(kindsListed).toEqual([kind]);
      await strike(`alt+${other}`);
      await strike('alt+0');
      await expect.poll(kindsListed).toContain(kind);
      expect([await typed(), await desk.focused()]).toEqual([text, 'search-box']);
    }
  },
  task: async () => {
    await strike('alt+t');
    await get('dialog-tasks').waitFor();
    expect(await desk.focused()).toBe('task-find');
  },
  verify: async () => {
    await openAsked();
    await strike('alt+v');
    await get('verify-form').waitFor();
    expect(await desk.focused()).toBe('verify-said');
  },
  reveal: async () => {
    await openAsked();
    await strike('alt+r');
    await get('reveal-form').waitFor();
    expect(
      await get('reveal-form').locator('xpath=ancestor-or-self::*[@data-field]').getAttribute('data-field'),
    ).toBe('phone');
  },
  note: async () => {
    await openAsked();
    await strike('alt+n');
    await get('note-form').waitFor();
    await get('note-cancel').click();
    await is('panel', 'none');
  },
  edit: async () => {
    await openAsked();
    await strike('alt+e');
    await get('edit-form').waitFor();
    await get('edit-cancel').click();
    await is('panel', 'none');
  },
  escape: async () => {
    await openAsked();
    await strike('alt+v');
    await is('panel', 'verify');
    await strike('Escape');
    await is('panel', 'none');
    await strike('Escape');
    await get('person-empty').waitFor();
    await strike('Escape');
    await get('search-empty').waitFor();
    expect([await typed(), await desk.focused()]).toEqual(['', 'search-box']);
  },
  add: async () => {
    await strike('ctrl+n');
    await get('add-form').waitFor();
    expect(
      await desk.app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length),
    ).toBe(1);
    await get('edit-cancel').click();
    await is('panel', 'none');
  },
  rooms: async () => {
    await strike('alt+h');
    await get('screen-rooms').waitFor();
  },
  import: async () => {
    await strike('ctrl+i');
    await get('screen-import').waitFor();
  },
  privacy: async () => {
    await openAsked();
    await strike('alt+p');
    await get('visitor-view').waitFor();
    await strike('alt+p');
    await gone('visitor-view');
  },
  handover: async () => {
    await strike('alt+j');
    await get('screen-handover').waitFor();
    expect(await desk.focused()).toMatch(/^next-/);
    await strike('Escape');
    await is('page', 'counter');
  },
  palette: async () => {
    await strike('ctrl+k');
    await get('dialog-palette').waitFor();
    await expect.poll(desk.focused.bind(desk)).toBe('palette-input');
  },
  undo: async () => {
    await strike('alt+t');
    await get('task-parcel').click();
    await get('task-end').click();
    await gone('task-strip');
    await strike('alt+z');
    await get('task-strip').waitFor();
    await get('task-end').click();
    await gone('task-strip');
  },
  lock: async () => {
    await desk.app.lockedBy(() => strike('ctrl+l'));
    await desk.enter('receptionist');
  },
  zoomIn: async () => {
    const usual = await width();
    await strike('ctrl+plus');
    await expect.poll(width).toBe(Math.round(usual / 1.1));
  },
  zoomOut: async () => {
    const large = await width();
    await strike('ctrl+minus');
    await expect.poll(width).toBe(Math.round(large * 1.1));
  },
  zoomReset: async () => {
    const usual = await width();
    await strike('ctrl+minus');
    await expect.poll(width).toBeGreaterThan(usual);
    await strike('ctrl+0');
    await expect.poll(width).toBe(usual);
  },
  help: async () => {
    await strike('F1');
    await get('dialog-help').waitFor();
    await strike('F1');
    await gone('dialog-help');
  },
};

beforeEach(goHome);

it.each(KEY_IDS)('%s does what the help says', async (key) => TRIES[key]());

it('a letter with Alt types nothing into the search box', async () => {
  for (const letter of ['b', 'f', 'q']) await strike(`alt+${letter}`);
  expect([await typed(), await fact('panel'), await fact('dialog'), await desk.focused()]).toEqual([
    '',
    'none',
    'none',
    'search-box',
  ]);
});

it.each([
  ['its initials', 'fw'],
  ['its pinyin', 'fangwu'],
  ['its name', '房屋'],
])('the palette opens a page by %s', async (_what, typedIn) => {
  await strike('ctrl+k');
  await get('palette-input').waitFor();
  await get('palette-input').fill(typedIn);
  await get('palette-rooms').waitFor();
  await press('Enter');
  await get('screen-rooms').waitFor();
  await gone('dialog-palette');
  await expect.poll(desk.focused.bind(desk)).toBe('room-text');
});

it('the palette says so where nothing is called that, and gives the focus back', async () => {
  await strike('ctrl+k');
  await get('palette-input').fill('qqqq');
  await expect.poll(() => get('dialog-palette').innerText()).toContain(zhCN.palette.none);
  expect(await get('palette-rooms').count()).toBe(0);
  await press('Escape');
  await gone('dialog-palette');
  await expect.poll(desk.focused.bind(desk)).toBe('search-box');
});

/** React Aria takes a window that got smaller just after the focus went to an input for one with an on-screen keyboard, and awaits that from then on. */
it('the palette is seen at once, also after the window got smaller under an input', async () => {
  await strike('ctrl+k');
  await expect.poll(desk.focused.bind(desk)).toBe('palette-input');
  await zoomed(desk.app, 2, (tab) => tab.waitForTimeout(300));
  await desk.page.waitForTimeout(300);
  for (let times = 0; times < 3; times++) {
    await press('Escape');
    await gone('dialog-palette');
    await strike('ctrl+k');
    await get('palette-input').waitFor();
    expect(await outOfReach(desk.page)).toEqual([]);
  }
});

describe('the visitor view', () => {
  const hidden = [asked.name.slice(0, 1), '**', asked.phone.slice(-4)];
  const expectNobody = async (): Promise<void> => {
    await get('visitor-view').waitFor();
    for (const text of hidden) expect(await get('screen-counter').innerText()).not.toContain(text);
  };

  it('lets no other key act while it is on', async () => {
    await strike('alt+p');
    await get('visitor-view').waitFor();
    for (const chord of ['alt+t', 'alt+r', 'alt+n', 'alt+h', 'ctrl+n', 'ctrl+i', 'alt+1'])
      await strike(chord);
    expect([await fact('page'), await fact('panel'), await fact('dialog')]).toEqual([
      'counter',
      'none',
      'none',
    ]);
    await strike('alt+p');
    await gone('visitor-view');
  });

  it("leaves nothing of a room's page when it is turned on in the settings", async () => {
    await press('Alt+h');
    await get('room-text').fill(`${asked.building}-${asked.unit}-${asked.room}`);
    await get('room-hit').first().waitFor();
    await press('Enter');
    await get('room-panel').waitFor();
    expect(await get('screen-counter').innerText()).toContain(hidden[0]);
    await desk.openMenu('settings');
    await get('setting-privacy').click();
    await expectNobody();
    await press('Escape');
    await gone('dialog-settings');
    expect(await fact('page')).toBe('counter');
    await strike('alt+p');
    await gone('visitor-view');
  });

  it('asks before it takes the place of a form with something in it', async () => {
    await press('Control+n');
    await get('edit-name').fill('试');
    await desk.openMenu('privacy');
    await get('dialog-unsaved').waitFor();
    expect([await fact('privacy'), await get('edit-name').inputValue()]).toEqual(['false', '试']);
    await get('unsaved-discard').click();
    await expectNobody();
    await strike('alt+p');
    await gone('visitor-view');
    expect(await fact('panel')).toBe('none');
  });
});
