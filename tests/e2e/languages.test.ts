/** Every screen in both languages: in its words, without a violation of WCAG 2.2 AA, and the choice kept for the next start. */
import { chmodSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Language } from '../../contract/routes.ts';
import { en } from '../../renderer/messages/en.ts';
import { zhCN } from '../../renderer/messages/zh-CN.ts';
import { launchApp, openXInput } from '../support/electron-app.ts';
import type { RunningApp } from '../support/electron-app.ts';
import { DeskDriver } from '../support/desk-driver.ts';
import { writeResidents } from '../support/desk-residents.ts';

/** Run in the page by the driver, which no policy of the page holds up. */
const AXE = readFileSync(createRequire(createRequire(import.meta.url).resolve('@axe-core/playwright')).resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
/** A folder for pictures of every screen, where somebody wants to look at them. */
const picturesDir = process.env['SCREENS_DIR'];

interface Violation { readonly id: string; readonly nodes: readonly { readonly target: readonly unknown[]; readonly failureSummary?: string }[] }

async function violationsOf(desk: DeskDriver): Promise<readonly string[]> {
  await desk.page.evaluate(AXE);
  const violations = await desk.page.evaluate(async (tags) => {
    // A screen that fades in is judged when it has.
    await Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => undefined)));
    const { axe } = window as unknown as { axe: { run(root: Document, options: object): Promise<{ violations: unknown }> } };
    return (await axe.run(document, { runOnly: { type: 'tag', values: tags } })).violations;
  }, RULES) as readonly Violation[];
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.failureSummary ?? ''}`));
}

const MESSAGES = { 'zh-CN': zhCN, en } as const;

describe.each(['zh-CN', 'en'] as const)('in %s', (language) => {
  const workbook = join(tmpdir(), `resident-vault-language-${process.pid}-${language}.xlsx`);
  let app: RunningApp;
  let desk: DeskDriver;
  const seen = new Map<string, readonly string[]>();
  beforeAll(async () => {
    writeResidents(workbook, 30);
    chmodSync(workbook, 0o644);
    app = await launchApp({ language });
    desk = new DeskDriver(app);
  });
  afterAll(async () => {
    await app?.dispose();
    rmSync(workbook, { force: true });
  });
  const get = (id: string) => desk.page.getByTestId(id);
  const press = (key: string): Promise<void> => desk.page.keyboard.press(key);

  /** Judges the screen that is shown, and takes its picture where one is wanted. */
  async function look(name: string): Promise<void> {
    seen.set(name, await violationsOf(desk));
    if (picturesDir === undefined) return;
    mkdirSync(picturesDir, { recursive: true });
    await desk.page.screenshot({ path: join(picturesDir, `${language}-${String(seen.size).padStart(2, '0')}-${name}.png`) });
  }
  const words = MESSAGES[language];
  const says = async (text: string): Promise<void> => { await expect.poll(() => desk.page.locator('body').innerText()).toContain(text); };

  it('set-up says what it is for and goes to the end', async () => {
    await get('estate-name').waitFor();
    await says(words.setup.welcome.title);
    await desk.setUp(language === 'en' ? 'Garden Court' : '测试花园', (step) => look(`set-up-${step}`));
    await says(words.lock.who);
    await look('lock');
    expect(await desk.page.evaluate(() => document.documentElement.lang)).toBe(language);
  });

  it('the lock screen says that a PIN is wrong', async () => {
    await desk.signIn('receptionist', '839265');
    const failure = await desk.failure();
    expect(failure.code).toBe('wrong-pin');
    expect(failure.words).toContain(words.errors['wrong-pin'].what);
    expect(/[\u4e00-\u9fff]/.test(failure.words)).toBe(language === 'zh-CN');
    await look('lock-wrong-pin');
    await desk.signIn('receptionist');
    await desk.atCounter();
    await look('counter-wrong-tries');
  });

  it('the counter, the import and a record are in its words', async () => {
    await says(words.counter.emptyTitle);
    await desk.importWorkbook(workbook, async (step) => {
      if (step === 'file') await says(words.intake.title);
      await look(`import-${step}`);
    });
    await desk.ask('zzzqqq');
    await get('no-results').waitFor();
    await look('nothing-found');
    await desk.openBySearch('29-2-1803', '1803');
    await says(words.person.verify);
    await look('person');
  });

  it('a reveal, a co-signature, the full record and a check are too', async () => {
    await desk.startReveal('phone');
    await look('reveal-asking');
    await press('Escape');
    await desk.reveal('phone', 'receptionist');
    await look('reveal-shown');
    await press('Escape');
    await desk.startReveal('idNumber');
    await get('cosign').waitFor();
    await look('reveal-co-sign');
    await press('Escape');
    await get('full-button').click();
    await get('full-form').waitFor();
    await look('full-asking');
    await desk.chooseReason('handover');
    await desk.proveSupervisor('supervisor');
    await get('full-submit').click();
    await get('full-shown').waitFor({ timeout: 20_000 });
    await look('full-shown');
    await press('Escape');
    await press('Alt+v');
    await get('verify-form').waitFor();
    await look('verify');
    await press('Escape');
    await get('edit-button').click();
    await get('edit-form').waitFor();
    await look('edit');
    await get('edit-cancel').click();
    await press('Control+n');
    await get('add-form').waitFor();
    await look('add');
    await get('edit-cancel').click();
  });

  it('the keys, the settings and the log are too', async () => {
    await press('F1');
    await get('dialog-help').waitFor();
    await says(words.help.title);
    await look('keys');
    await press('F1');
    await get('menu-settings').click();
    await get('dialog-settings').waitFor();
    await look('settings');
    // The test driver holds every page to the light scheme.
    await desk.page.emulateMedia({ colorScheme: null });
    await get('setting-theme-dark').click();
    await expect.poll(() => desk.page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)).toBe(true);
    await look('settings-dark');
    await press('Escape');
    await get('dialog-settings').waitFor({ state: 'detached' });
    await look('person-dark');
    await desk.switchTo('supervisor');
    await get('menu-log').click();
    await get('log-entry').first().waitFor();
    await says(words.log.title);
    await get('log-verify').click();
    await get('log-check').waitFor({ timeout: 30_000 });
    await look('log');
    await press('Escape');
  });

  it('another language is chosen at the lock screen, at once and for the next start', async () => {
    await app.lockedBy(() => openXInput(app.env).press('ctrl+l'));
    const other: Language = language === 'en' ? 'zh-CN' : 'en';
    await get(`language-${other}`).click();
    await expect.poll(() => desk.page.evaluate(() => document.documentElement.lang)).toBe(other);
    await says(MESSAGES[other].lock.who);
    await app.quit();
    await app.restart();
    await get('screen-lock').waitFor();
    await says(MESSAGES[other].lock.who);
    expect(await desk.page.evaluate(() => document.documentElement.lang)).toBe(other);
  });

  it('trouble is told in its words', async () => {
    await app.quit();
    await app.keyring.change('no-service');
    await app.restart();
    await get('screen-trouble').waitFor();
    await get(`language-${language}`).click();
    await says(words.errors['keychain-no-service'].todo);
    await look('trouble');
  });

  it('no screen breaks a rule of accessibility, and the rules can be broken', async () => {
    expect([...seen.keys()].length).toBeGreaterThanOrEqual(25);
    expect([...seen].filter(([, violations]) => violations.length > 0)).toEqual([]);
    await desk.page.evaluate(() => {
      const picture = document.createElement('img');
      picture.id = 'planted';
      document.body.append(picture);
    });
    expect(await violationsOf(desk)).toEqual([expect.stringContaining('image-alt: #planted')]);
  });
});
