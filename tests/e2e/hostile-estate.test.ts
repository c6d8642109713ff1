/** A hostile estate in the real application: file, sheet, columns, rows and records are shown as text, in one visible line each, and in clear nowhere. */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { findClear, secretOfMany } from '../support/clear-values.ts';
import { DeskDriver } from '../support/desk-driver.ts';
import { type RunningApp, launchApp } from '../support/electron-app.ts';
import { writeSheets } from '../support/fixture-workbooks.ts';
import {
  HOSTILE_FILE_NAME,
  HOSTILE_NAMES,
  hostileRows,
  hostileSheet,
  isFound,
} from '../support/hostile-estate.ts';
import { findInjected, readPage } from '../support/read-page.ts';

const folder = mkdtempSync(join(tmpdir(), 'resident-vault-hostile-'));
const workbook = join(folder, HOSTILE_FILE_NAME);
const rows = hostileRows();
const accepted = rows.filter(({ reject }) => reject === null);
const secrets = rows.flatMap(({ what, planted }) => planted.map((value) => secretOfMany(what, value)));
const ESTATE = '<b id=planted>花园</b>{{x}}$t(lock.who)';
// oxlint-disable-next-line no-control-regex
const NOT_ONE_LINE = /[\p{Cf}\p{Zl}\p{Zp}\u0000-\u0009\u000b-\u001f\u3164\u2800]/u;

let app: RunningApp;
let desk: DeskDriver;
const looked: string[] = [];
beforeAll(async () => {
  writeSheets(workbook, [hostileSheet(rows)], 'xlsx');
  chmodSync(folder, 0o755);
  chmodSync(workbook, 0o644);
  app = await launchApp();
  desk = new DeskDriver(app);
});
afterAll(async () => {
  await app?.dispose();
  rmSync(folder, { recursive: true, force: true });
});

const get = (id: string) => desk.page.getByTestId(id);
const bodyText = (): Promise<string> => desk.page.locator('body').innerText();

/** What was made or run of it, what is in clear, what is not one visible line. */
async function findings(): Promise<readonly string[]> {
  const page = await readPage(desk.page);
  return [
    ...(await findInjected(desk.page)),
    ...findClear(secrets, Object.values(page)),
    ...page.document.filter((text) => NOT_ONE_LINE.test(text)),
  ];
}

async function look(name: string): Promise<void> {
  expect([name, await findings()]).toEqual([name, []]);
  looked.push(name);
}

it('sets up an estate whose name is markup', async () => {
  await desk.setUp(`\u202e${ESTATE}`, (step) => look(`set-up ${step}`));
  expect(await bodyText()).toContain(ESTATE);
  await look('lock');
  // More than a hundred records are opened one after another.
  await desk.allowHaste();
});

it('shows its file, sheet and columns as text, and its rows by their masks', async () => {
  await desk.enter('receptionist');
  const { created, rejected } = await desk.importWorkbook(workbook, async (step) => {
    await look(`import ${step}`);
    if (step !== 'columns') return;
    const shown = await bodyText();
    expect(shown).toContain('业主xcod.<img src=x onerror="window.planted=1">{{x}}$t(lock.who)');
    expect(shown).toContain('<b>业主{{x}}=1+1');
    expect(shown).toContain('=HYPERLINK("http://evil.invalid")<i id=planted>$t(lock.who){{header}}');
  });
  expect({ created, rejected }).toEqual({
    // Of a name that is none the room alone comes in.
    created: accepted.filter(({ flag }) => flag !== 'name-not-valid' && flag !== 'no-name').length,
    rejected: rows.length - accepted.length,
  });
});

it('shows every record as text, found by the end of the phone', async () => {
  for (const { what, typed, nameMask } of rows.filter(isFound)) {
    await desk.ask(typed.phone);
    await get('result-row')
      .filter({ hasText: `****${typed.phone}` })
      .first()
      .click();
    await desk.page.waitForFunction(
      ([phone, mask]) => {
        const panel = document.querySelector('[data-testid=person-panel]')?.textContent ?? '';
        return panel.includes(`****${phone}`) && panel.includes(mask);
      },
      [typed.phone, nameMask] as const,
      { timeout: 15_000 },
    );
    expect([what, await get('person-name').innerText()]).toEqual([what, nameMask]);
    await look(`record of ${what}`);
    await desk.page.keyboard.press('Escape');
  }
});

it('finds by what is typed of a hostile name, and by hostile texts nothing that runs', async () => {
  for (const {
    typed: [text = ''],
    shown,
  } of HOSTILE_NAMES.filter(({ what }) => /emoji|SQL|script|formula|override/.test(what))) {
    await desk.search(text);
    await desk.page.waitForFunction(
      (mask) =>
        [...document.querySelectorAll('[data-testid=result-row]')].some((row) =>
          row.textContent.includes(mask),
        ),
      shown,
      { timeout: 15_000 },
    );
    await look(`results of ${text}`);
  }
  for (const { cell } of HOSTILE_NAMES.filter(
    ({ cell: text }) => text.length < 60 && !/\p{Cc}|\p{Cs}/u.test(text),
  ))
    await desk.search(cell);
  await look('after all of them were typed');
});

it('leaves a log of one visible line an entry', async () => {
  await desk.switchTo('supervisor');
  await desk.open('log');
  await get('log-entry').first().waitFor();
  await look('log');
  expect(looked.length).toBeGreaterThan(accepted.length + 15);
});

it('would be seen: an element that was made, a value in clear, a direction turned', async () => {
  const [
    {
      what,
      planted: [phone],
    },
  ] = rows as [(typeof rows)[number]];
  await desk.page.evaluate((value) => {
    const made = document.createElement('b');
    made.id = 'planted';
    document.body.append(made, value!, '\u202edne');
  }, phone?.value);
  expect(await findings()).toEqual(['<b id="planted"></b>', expect.stringContaining(what), '\u202edne']);
});
