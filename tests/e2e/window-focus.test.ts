/** A shown value goes with the focus, which a test driver would have every page believe that it has: nobody drives this run. */
import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { DESK_STAFF } from '../support/desk-driver.ts';
import { RESIDENTS } from '../support/desk-residents.ts';
import { type RunningApp, WITHOUT_GPU, type XInput, openXInput } from '../support/electron-app.ts';
import { launchPrepared } from '../support/prepared-profiles.ts';
import { type UndrivenApp, startUndriven } from '../support/undriven-app.ts';

const { asked } = RESIDENTS;

let app: RunningApp;
let undriven: UndrivenApp;
let x: XInput;
let other: ChildProcess | undefined;
beforeAll(async () => {
  ({ app } = await launchPrepared(inject('profiles'), 'residents'));
  await app.quit();
  const { executable } = app.staged;
  undriven = await startUndriven({
    executable,
    args: [WITHOUT_GPU, `--user-data-dir=${app.userDataDir}`],
    env: app.env,
  });
  x = openXInput(app.env);
});
afterAll(async () => {
  other?.kill();
  await undriven?.end();
  await app?.dispose();
});

it('hides a revealed phone when another window takes the focus', async () => {
  await shows('person-button-receptionist');
  await undriven.ask(clickOn, 'person-button-receptionist');
  await shows('pin-input');
  await x.type(DESK_STAFF.receptionist.pin);
  await x.press('Return');
  await shows('search-box');
  await x.type('29-2-1803');
  await shows('result-row');
  await x.press('Return');
  await shows('field-row-phone-0');
  await x.press('alt+r');
  await shows('reveal-form');
  await holds('the first reason under the keys', () => undriven.ask(isFocusIn, 'reveal-form'));
  await x.press('space');
  // Keys come by the screen and the focus by the port: where the port is faster, the space would meet the PIN.
  await holds('a chosen reason', () => undriven.ask(hasChosen, 'reveal-form'));
  await undriven.ask(focusOn, 'pin-input');
  await x.type(DESK_STAFF.receptionist.pin);
  await x.press('Return');
  await shows('reveal-value');
  expect(await undriven.read<boolean>('document.hasFocus()')).toBe(true);

  openOtherWindow();

  await expect.poll(() => undriven.ask(isThere, 'reveal-value')).toBe(false);
  expect(await undriven.read<boolean>('document.hasFocus()')).toBe(false);
  expect(await undriven.read<string>('document.body.innerText')).not.toContain(asked.phone);
});

const shows = (testId: string): Promise<void> => holds(testId, () => undriven.ask(isThere, testId));

async function holds(what: string, ask: () => Promise<boolean>): Promise<void> {
  const isSo = expect.poll(() => ask().catch(() => false)).toBe(true);
  // A slip of the keys is seen in what the page shows: "wrong PIN", or a form that nothing was chosen in.
  await isSo.catch(async (error: unknown) => {
    const page = await undriven.read<string>('document.body.innerText');
    throw new Error(`the page has not ${what}, but: ${page}`, { cause: error });
  });
}

/** As somebody who clicks beside ours. */
function openOtherWindow(): void {
  const script = fileURLToPath(new URL('../support/keyboard-window.py', import.meta.url));
  other = spawn('/usr/bin/python3', [script], {
    env: { ...app.env },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

// --- what runs in the page, and so refers to nothing outside itself

const isThere = (testId: string): boolean => document.querySelector(`[data-testid="${testId}"]`) !== null;
const isFocusIn = (testId: string): boolean =>
  document.querySelector(`[data-testid="${testId}"]`)!.contains(document.activeElement);
const hasChosen = (testId: string): boolean =>
  document.querySelector(`[data-testid="${testId}"] input[type=radio]:checked`) !== null;
const clickOn = (testId: string): void =>
  document.querySelector<HTMLElement>(`[data-testid="${testId}"]`)!.click();
const focusOn = (testId: string): void =>
  document.querySelector<HTMLElement>(`[data-testid="${testId}"]`)!.focus();
