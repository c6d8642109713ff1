/**
 * A page that has been taken over asks for prints, in the real application: on paper comes what the vault has made for it, never the page
 * that asks, whatever is on it. Nobody has a printer here, so what is about to be printed is read off the page that is handed to the printer.
 */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DESK_STAFF, DeskDriver } from '../support/desk-driver.ts';
import { type RunningApp, launchApp } from '../support/electron-app.ts';
import { expectEnded } from '../support/expect-ended.ts';
import { phoneOf } from '../support/people-drafts.ts';

const ESTATE = '纸张花园';
/** On the page that asks, as a revealed value would be. */
const SHOWN = phoneOf(4711);

interface Caught {
  readonly caught: string[];
  /** The printer's dialog stays open. */
  waits?: boolean;
}

describe('a page that asks main to print', () => {
  let app: RunningApp;
  let desk: DeskDriver;
  let pdf: string;

  beforeAll(async () => {
    app = await launchApp({ idleSeconds: 600 });
    desk = new DeskDriver(app);
    pdf = join(dirname(app.userDataDir), 'data', 'saved.pdf');
    await desk.page.getByTestId('estate-name').waitFor();
    await desk.answerSaveDialog(pdf);
    await catchPrints();
    await desk.page.evaluate((shown) => document.body.append(shown), SHOWN);
  });
  afterAll(() => app?.dispose());

  /** The text of every page that goes to the printer or into a PDF, from here on. */
  async function catchPrints(): Promise<void> {
    await app.electron.evaluate(({ app: running, webContents }) => {
      const kept = globalThis as unknown as Caught & { caught: string[] };
      kept.caught = [];
      const watch = (contents: Electron.WebContents): void => {
        const read = async (): Promise<void> =>
          void kept.caught.push(String(await contents.executeJavaScript('document.body.textContent')));
        const toPdf = contents.printToPDF.bind(contents);
        const print = async (done?: (success: boolean, reason: string) => void): Promise<void> => {
          await read();
          if (kept.waits !== true) done?.(true, '');
        };
        contents.print = (_options, done) => void print(done);
        contents.printToPDF = (options) => read().then(() => toPdf(options));
      };
      webContents.getAllWebContents().forEach(watch);
      running.on('web-contents-created', (_event, contents) => watch(contents));
    });
  }
  const takeCaught = (): Promise<readonly string[]> =>
    app.electron.evaluate(() => (globalThis as unknown as Caught).caught.splice(0));
  const ask = (name: string, payload: unknown): Promise<unknown> =>
    desk.page.evaluate(
      ([route, body]) =>
        (
          window as unknown as {
            residentVault: { shell: Record<string, (request: unknown) => Promise<unknown>> };
          }
        ).residentVault.shell[route as string]!(body),
      [name, payload] as const,
    );
  const printSheet = (paper = 'recovery-sheet'): Promise<unknown> => ask('printSheet', { paper });

  it('gets nothing printed or saved while there is no ceremony and no approval, and it is noted', async () => {
    for (const paper of ['recovery-sheet', 'inspection', 'print'])
      expect(await printSheet(paper)).toEqual({ ok: true, value: { done: false } });
    expect(await ask('saveSheet', {})).toEqual({ ok: true, value: { fileName: null } });
    expect(await takeCaught()).toEqual([]);
    expect(existsSync(pdf)).toBe(false);
    expect(app.log().match(/refused: paper/g)).toHaveLength(4);
  });

  async function beginSetUp(): Promise<{ readonly lines: string[][]; readonly fingerprint: string }> {
    const { admin, supervisor, receptionist } = DESK_STAFF;
    const begun = await desk.request('setup.begin', {
      estateName: ESTATE,
      admin,
      supervisor,
      receptionist,
      adminIsSupervisor: false,
    });
    return begun.value as { lines: string[][]; fingerprint: string };
  }

  it('gets the sheet of a set-up under way, and not what is on the page', async () => {
    const { lines, fingerprint } = await beginSetUp();
    expect(await printSheet()).toEqual({ ok: true, value: { done: true } });
    expect(await ask('saveSheet', {})).toEqual({ ok: true, value: { fileName: 'saved.pdf' } });
    const papers = await takeCaught();
    expect(papers).toHaveLength(2);
    for (const paper of papers) {
      for (const words of [ESTATE, fingerprint, ...lines.flat()]) expect(paper).toContain(words);
      expect(paper).not.toContain(SHOWN);
    }
    expect(readFileSync(pdf, 'latin1').match(/\/Type ?\/Page\b/g)).toHaveLength(1);
  });

  it('leaves no page and no process of what was printed', async () => {
    const left = await app.electron.evaluate(({ app: running, BrowserWindow }) => ({
      windows: BrowserWindow.getAllWindows().length,
      pages: running.getAppMetrics().filter(({ type }) => type === 'Tab').length,
    }));
    expect(left).toEqual({ windows: 1, pages: 1 });
  });

  it('gets nothing any more once the set-up is left', async () => {
    await desk.request('setup.cancel', {});
    expect(await printSheet()).toEqual({ ok: true, value: { done: false } });
    expect(await takeCaught()).toEqual([]);
  });

  it('cannot print by itself, by script or by key', async () => {
    const begun = await desk.page.evaluate(() => {
      const seen: string[] = [];
      window.addEventListener('beforeprint', () => seen.push('script'));
      window.print();
      return seen;
    });
    await desk.page.keyboard.press('Control+p');
    expect(begun).toEqual([]);
    expect(await takeCaught()).toEqual([]);
    // Whatever printed it all the same would have a blank sheet.
    await desk.page.emulateMedia({ media: 'print' });
    expect(await desk.page.locator('body').isVisible()).toBe(false);
    await desk.page.emulateMedia({ media: null });
  });

  it('takes what is being printed with it at a lock, and prints again after it', async () => {
    await beginSetUp();
    await app.electron.evaluate(() => {
      (globalThis as unknown as Caught).waits = true;
    });
    void printSheet().catch(() => undefined);
    await expect.poll(takeCaught).toHaveLength(1);
    // The driver hears of that page a moment later, and would take it for the one that comes up behind the lock.
    await expect.poll(() => app.electron.windows().some((page) => page.url().includes('/paper/'))).toBe(true);
    const printed = await app.electron.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()
        .find((window) => !window.isVisible())!
        .webContents.getOSProcessId(),
    );
    await app.lockedBy(() => ask('lock', {}));
    await expectEnded(printed);
    await app.electron.evaluate(() => {
      (globalThis as unknown as Caught).waits = false;
    });
    await beginSetUp();
    expect(await printSheet()).toEqual({ ok: true, value: { done: true } });
  });
});
