/**
 * Every screen of the application with the way to it, as the pictures, the check of accessibility and the walk for clear values go.
 * A page, panel, dialog, step or state of the window that no screen here shows does not compile (`Missing`).
 */
import { chmodSync, mkdtempSync, mkdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Role } from '../../contract/fields.ts';
import { USUAL_LIMITS } from '../../contract/limits/lists.ts';
import { SHELL_EVENT_PREFIX } from '../../contract/port.ts';
import type { Language } from '../../contract/shell/settings.ts';
import { chooseEngine } from '../../main/vault/store/engine/choose-engine.ts';
import type { AppScreen } from '../../renderer/app-screen.ts';
import type { PAGES } from '../../renderer/desk/pages.ts';
import type { Dialog, Panel } from '../../renderer/pages/desk-store.ts';
import type { KeysStep } from '../../renderer/key-management/keys-store.ts';
import type { TheftScreenName } from '../../renderer/key-management/theft-store.ts';
import type { ImportStep } from '../../renderer/import/import-store.ts';
import { PRACTICE_PINS } from '../../contract/practice/lists.ts';
import type { PracticeView } from '../../renderer/practice/practice-view.ts';
import type { StaffCeremony } from '../../renderer/staff/staff-store.ts';
import type { RecoveryStep } from '../../renderer/recovery/recovery-store.ts';
import type { SetUpStep } from '../../renderer/set-up/set-up-store.ts';
import { phoneOf } from '../support/people-drafts.ts';
import { writeSheets } from '../support/fixture-workbooks.ts';
import { DESK_STAFF, type DeskDriver, RECOVERED_STAFF } from '../support/desk-driver.ts';
import { RESIDENTS } from '../support/desk-residents.ts';
import type { RunningApp } from '../support/electron-app.ts';
import { FEATURE_FLOWS } from '../support/features/index.ts';
import { openSessionKeychain } from '../support/session-keychain.ts';
import { damageTable, refuseRows } from '../support/store-tools.ts';
import { click, get, press, showing, submitAs, type Way } from './steps.ts';
import { keepStore, loseVault, putBackStore, removeStore, spoilStore } from './store-files.ts';
import { settle } from '../support/settle.ts';
import { words } from '../support/words.ts';

/** How many residents the estate has: enough for more rows of a room's number than the list shares out. */
export const ESTATE_RESIDENTS = 80;

export type Kind =
  | `app:${AppScreen}`
  | `set-up:${SetUpStep}`
  | `recovery:${RecoveryStep}`
  | `page:${(typeof PAGES)[number]['name']}`
  | `panel:${Panel['kind']}`
  | `dialog:${Dialog}`
  | `import:${ImportStep}`
  | `staff:${StaffCeremony | 'list'}`
  | `keys:${KeysStep | `theft-${TheftScreenName}`}`
  | `practice:${PracticeView}`
  | 'tour:true'
  | 'privacy:true';

export interface Walk {
  readonly app: RunningApp;
  readonly desk: DeskDriver;
  readonly language: Language;
  /** A generated estate in which the residents of `desk-residents.ts` live. */
  readonly workbook: string;
  /** Made for the walk's backups; screens show its path. */
  readonly backupFolder: string;
}

/** Where somebody works: what a part of a flow needs that other tests go as well. */
export type AtDesk = Pick<Walk, 'desk'>;

export type Screens = Readonly<Record<string, readonly [Kind, ...Kind[]]>>;
/** Told what is shown, by the name of its picture. */
export type Look<S> = (name: Extract<keyof S, string>) => Promise<void>;
/** The same, which goes along the way to it first. */
type Arrive<S> = (name: Extract<keyof S, string>, way?: Way) => Promise<void>;

export interface Flow<S extends Screens = Screens> {
  /** Who is signed in when it begins, at an empty counter or, an admin, at the overview; without one it goes on from where the flow before it ended. */
  readonly as?: Role;
  /** What is looked at, in this order, each by the name of its picture, with the kinds that it shows. */
  readonly screens: S;
  /** `desk`: the walk's. */
  run(walk: Walk, look: Arrive<S>, desk: DeskDriver): Promise<void>;
}

/** One that a feature brings. */
export interface FeatureFlow<S extends Screens> extends Flow<S> {
  /** Among those of all features, the smallest first: what one leaves is what the next finds. */
  readonly place: number;
}

const flow = <const S extends Screens>(one: Flow<S>): Flow<S> => one;
const { asked, other } = RESIDENTS;

/** Opens the record of the resident that the tests ask after, by their room. */
const openAsked = (walk: Walk): Promise<void> =>
  walk.desk.openBySearch(`${asked.building}-${asked.unit}-${asked.room}`, asked.room);

/** Holds the vault still while `look` looks, so that what is shown while it works can be seen. */
async function whileBusy(
  { app }: Walk,
  act: () => Promise<unknown>,
  look: () => Promise<void>,
): Promise<void> {
  const { vault } = await app.processIds();
  process.kill(vault, 'SIGSTOP');
  try {
    await act();
    await look();
  } finally {
    process.kill(vault, 'SIGCONT');
  }
}

const DESK = ['app:desk', 'page:counter', 'panel:none', 'dialog:none'] as const;

const setUp = flow({
  screens: {
    'set-up-welcome': ['app:set-up', 'set-up:welcome'],
    'set-up-admin': ['set-up:admin'],
    'set-up-supervisor': ['set-up:supervisor'],
    'set-up-receptionist': ['set-up:receptionist'],
    'set-up-keys': ['set-up:keys'],
    'set-up-sheet': ['set-up:sheet'],
    'set-up-prove': ['set-up:prove'],
  },
  async run({ desk, language }, look) {
    await desk.setUp(language === 'en' ? 'Garden Court' : '云栖花园', (step) =>
      look(`set-up-${step as SetUpStep}`),
    );
    // The usual ones otherwise, as they are in a picture.
    await desk.allowHaste({ ...USUAL_LIMITS, signs: { ...USUAL_LIMITS.signs, burst: 0 } });
  },
});

const lock = flow({
  screens: {
    ...showing(['app:lock'], 'lock', 'lock-chosen', 'lock-wrong-pin'),
    ...showing(DESK, 'counter-wrong-tries', 'counter-first-day'),
  },
  async run(walk, look) {
    await look('lock', { wait: 'screen-lock' });
    await look('lock-chosen', { press: 'person-button-receptionist' });
    await walk.desk.signIn('receptionist', '839265');
    await walk.desk.failure();
    await look('lock-wrong-pin');
    await walk.desk.enter('receptionist');
    await look('counter-wrong-tries', { press: 'bell', wait: 'alert-wrong-tries' });
    await walk.desk.page.keyboard.press('Escape');
    await look('counter-first-day', { wait: 'no-residents-import' });
  },
});

const intake = flow({
  as: 'receptionist',
  screens: {
    'import-file': ['page:import', 'import:file'],
    ...showing(['import:columns'], 'import-columns', 'import-wrong-pin'),
    'import-preview': ['import:preview'],
    'import-write': ['import:write'],
    'import-result': ['import:result'],
  },
  async run(walk, look, desk) {
    await desk.answerDialog(walk.workbook);
    await press(walk, 'Control+i');
    await look('import-file', { wait: 'screen-import' });
    await click(walk, 'pick-file');
    await at(walk, 'columns');
    await look('import-columns');
    await desk.confirmColumns();
    await walk.desk.choose('supervisor-choice', { words: DESK_STAFF.supervisor.name });
    await get(walk, 'supervisor-pin-input').fill('lantern-moss-41');
    await click(walk, 'import-preview');
    await desk.failure();
    await look('import-wrong-pin');
    await desk.proveSupervisor('supervisor');
    await click(walk, 'import-preview');
    await at(walk, 'preview');
    // By room: the planted residents are in the last ones.
    await toTheEnd(walk, 'plan-rows');
    await look('import-preview');
    await desk.proveSupervisor('supervisor');
    await whileBusy(
      walk,
      async () => {
        await click(walk, 'import-apply');
        await at(walk, 'write');
      },
      () => look('import-write'),
    );
    await get(walk, 'import-result').waitFor({ timeout: 300_000 });
    await look('import-result');
    await click(walk, 'import-done');
  },
});

/** Rows are measured as they come into view, and the end moves with it. */
async function toTheEnd(walk: Walk, list: string): Promise<void> {
  const scroll = (): Promise<number> =>
    get(walk, list).evaluate((rows) => {
      rows.scrollTop = rows.scrollHeight;
      return rows.scrollTop;
    });
  for (let before = -1, now = await scroll(); now !== before; now = await scroll()) {
    before = now;
    await settle(walk.desk.page);
  }
}

/** A second file that has to ask, and to reject; undone again at the end. */
const importAgain = flow({
  as: 'receptionist',
  screens: {
    'import-header': ['import:columns'],
    'import-questions': ['import:preview'],
    ...showing(['import:result'], 'import-rejects', 'import-rejects-saved', 'import-original-gone'),
    ...showing(['page:imports'], 'imports', 'imports-undo', 'imports-undone'),
  },
  async run(walk, look, desk) {
    const file = join(dirname(walk.workbook), `业主换号 ${walk.language}.xlsx`);
    writeQuestions(file);
    chmodSync(file, 0o666);
    await desk.answerDialog(file);
    // Told apart by the folder: digits in a name that is shown would be those of a plate now and then.
    const folder = mkdtempSync(join(tmpdir(), 'resident-vault-rejects-'));
    chmodSync(folder, 0o1777);
    await desk.answerSaveDialog(join(folder, `rejects-${walk.language}.xlsx`));
    await press(walk, 'Control+i');
    await click(walk, 'pick-file');
    await at(walk, 'columns');
    await desk.choose('header-row-0', { value: '2' });
    await look('import-header');
    await desk.confirmColumns();
    await desk.proveSupervisor('supervisor');
    await click(walk, 'import-preview');
    await at(walk, 'preview');
    await get(walk, 'question').first().getByRole('radio').first().focus();
    await press(walk, '3');
    await look('import-questions');
    await click(walk, 'answer-rest-leave-out');
    await desk.leaveMissing();
    await desk.proveSupervisor('supervisor');
    await click(walk, 'import-apply');
    await get(walk, 'import-result').waitFor({ timeout: 60_000 });
    await look('import-rejects', { press: 'rejects-choose', wait: 'rejects-save' });
    await desk.proveSupervisor('supervisor');
    await look('import-rejects-saved', { press: 'rejects-save', wait: 'rejects-saved' });
    await click(walk, 'dispose', 'dispose-confirm');
    await get(walk, 'original-gone').or(get(walk, 'failure')).waitFor();
    await look('import-original-gone');
    await look('imports', { press: 'import-imports', wait: 'import-run' });
    await look('imports-undo', { press: 'undo-2', wait: 'undo-panel' });
    await desk.proveSupervisor('supervisor');
    await look('imports-undone', { press: 'undo-apply', wait: 'undo-done' });
    await press(walk, 'Escape');
  },
});

/** Rows on residents who are there, with other phones; one without a room; one who is new. */
function writeQuestions(path: string): void {
  const people = [asked, other].map((one, index) => [
    `${one.building}-${one.unit}-${one.room}`,
    one.name,
    Number(phoneOf(8801 + index)),
    null,
  ]);
  writeSheets(
    path,
    [
      {
        name: '换号',
        rows: [
          ['业主换号登记'],
          ['房号', '业主名称', '手机号', '备注'],
          ...people,
          [null, '邢无房', phoneOf(8803), null],
          ['29-2-1999', '邢新来', phoneOf(8804), null],
        ],
      },
    ],
    'xlsx',
  );
}

/** Two tables whose columns the program does not know: one under headers of its own, one under none. Left again before anything is written. */
const importUnknown = flow({
  as: 'receptionist',
  screens: {
    ...showing(['import:columns'], 'import-unknown', 'import-not-guessed', 'import-no-header'),
    'import-preview-cars': ['import:preview'],
  },
  async run(walk, look) {
    const file = join(dirname(walk.workbook), `旧名册 ${walk.language}.xlsx`);
    writeUnknown(file);
    chmodSync(file, 0o644);
    await walk.desk.answerDialog(file);
    await press(walk, 'Control+i');
    await click(walk, 'pick-file');
    await at(walk, 'columns');
    await look('import-unknown');
    await look('import-not-guessed', { press: 'use-header-0-2', wait: 'map-0-0' });
    await click(walk, 'use-sheet-0');
    for (const [column, target] of words(
      'roomText name phone idNumber plate brand colour carPark spaceCode spaceKind',
    ).entries())
      await walk.desk.choose(`map-1-${column}`, { value: target });
    await get(walk, 'map-1-0').scrollIntoViewIfNeeded();
    await look('import-no-header');
    await walk.desk.confirmColumns();
    await walk.desk.proveSupervisor('supervisor');
    await click(walk, 'import-preview');
    await at(walk, 'preview');
    await look('import-preview-cars', { wait: 'plan-car' });
    await click(walk, 'import-leave', 'unsaved-discard');
    await get(walk, 'search-empty').waitFor();
  },
});

/** The residents that the tests ask after, so that the walk for clear values has something to find. */
function writeUnknown(path: string): void {
  const people = [asked, other].map((one) => [
    `${one.building}-${one.unit}-${one.room}`,
    one.name,
    one.phone,
    one.idNumber,
    one.plate,
  ]);
  const cars = [
    ['五菱', '白', '地下一层', 'B1-021', '月租'],
    ['大众', '黑', '地下一层', 'B1-022', '产权'],
  ];
  writeSheets(
    path,
    [
      { name: '旧册', rows: [['二期老住户'], ['哪一户', '谁', '号', '号', '车'], ...people] },
      { name: '手抄', rows: people.map((row, index) => [...row, ...(cars[index] ?? [])]) },
    ],
    'xlsx',
  );
}

const at = (walk: Walk, step: ImportStep): Promise<void> =>
  walk.desk.page.locator(`[data-testid=screen-import][data-step=${step}]`).waitFor({ timeout: 300_000 });

const counter = flow({
  as: 'receptionist',
  screens: {
    ...showing(DESK, 'counter', 'search-names', 'search-number', 'search-more', 'search-nothing'),
    ...showing(DESK, 'record-loading', 'person'),
  },
  async run(walk, look, desk) {
    await look('counter');
    await desk.ask('o');
    await look('search-names', { wait: 'result-row' });
    await desk.ask(other.phone.slice(-4));
    await look('search-number', { wait: 'result-group-phone' });
    await desk.ask('1');
    await get(walk, 'narrow-room').waitFor();
    await press(walk, 'Alt+1');
    await walk.desk.page.getByText('Alt+0').waitFor();
    await look('search-more');
    await desk.ask('zzzqqq');
    await look('search-nothing', { wait: 'no-results' });
    await desk.ask(`${asked.building}-${asked.unit}-${asked.room}`);
    await desk.firstRowSays(asked.room);
    // The rows may be of fewer characters: held still now, the vault would leave the search itself unanswered.
    await walk.desk.page.locator('[role=search][aria-busy=false]').waitFor();
    await whileBusy(
      walk,
      () => press(walk, 'Enter'),
      () => look('record-loading', { wait: 'person-loading' }),
    );
    await look('person', { wait: 'person-panel' });
  },
});

const reveal = flow({
  as: 'receptionist',
  screens: {
    ...showing(['panel:reveal'], 'reveal-asking', 'reveal-words', 'reveal-wrong-pin', 'reveal'),
    'reveal-co-sign': ['panel:reveal'],
    ...showing(['panel:full'], 'full-asking', 'full'),
  },
  async run(walk, look, desk) {
    await openAsked(walk);
    await desk.startReveal('phone');
    await look('reveal-asking');
    await desk.chooseReason('other');
    await look('reveal-words');
    await desk.chooseReason('repair');
    await get(walk, 'reveal-form').getByTestId('pin-input').fill('839265');
    await click(walk, 'reveal-submit');
    await desk.failure();
    await look('reveal-wrong-pin');
    await press(walk, 'Escape');
    await desk.reveal('phone', 'receptionist');
    await look('reveal');
    await press(walk, 'Escape');
    await desk.startReveal('idNumber');
    await look('reveal-co-sign', { wait: 'cosign' });
    await press(walk, 'Escape');
    await click(walk, 'person-more');
    await look('full-asking', { press: 'full-button', wait: 'full-form' });
    await desk.chooseReason('handover');
    await desk.proveSupervisor('supervisor');
    await look('full', { press: 'full-submit', wait: 'full-shown' });
  },
});

const verify = flow({
  as: 'receptionist',
  screens: { ...showing(['panel:verify'], 'verify', 'verify-match', 'verify-no-match', 'verify-closed') },
  async run(walk, look) {
    const say = async (said: string): Promise<void> => {
      await get(walk, 'verify-said').fill(said);
      await submitAs(walk, 'receptionist', 'verify-submit', 'verify-form');
      await get(walk, 'verify-result').waitFor({ timeout: 20_000 });
    };
    await openAsked(walk);
    await press(walk, 'Alt+v');
    await look('verify', { wait: 'verify-form' });
    await say(asked.phone);
    await look('verify-match');
    for (const wrong of ['14100000001', '14100000002', '14100000003']) {
      await click(walk, 'verify-another');
      await say(wrong);
      if (wrong.endsWith('1')) await look('verify-no-match');
    }
    await press(walk, 'Escape');
    await press(walk, 'Alt+v');
    await look('verify-closed', { wait: 'verify-closed' });
  },
});

const edit = flow({
  as: 'receptionist',
  screens: {
    ...showing(['panel:edit'], 'edit', 'edit-sealed', 'edit-unchanged'),
    unsaved: ['panel:edit', 'dialog:unsaved'],
    ...showing(['panel:add'], 'add', 'add-refused', 'guardian-needed', 'guardian-chosen'),
  },
  async run(walk, look) {
    await openAsked(walk);
    await look('edit', { press: 'edit-button', wait: 'edit-form' });
    await look('edit-unchanged', { press: 'edit-save', wait: 'edit-complaint' });
    await click(walk, 'replace-idNumber-0');
    await get(walk, 'sealed-input-idNumber-0').fill('11010118931103001X');
    await look('edit-sealed', { wait: 'cosign' });
    await look('unsaved', { press: 'edit-cancel', wait: 'dialog-unsaved' });
    await click(walk, 'unsaved-discard');
    await press(walk, 'Control+n');
    await look('add', { wait: 'add-form' });
    await get(walk, 'edit-name').fill('试');
    await get(walk, 'sealed-input-phone-0').fill('18999999999');
    await submitAs(walk, 'receptionist', 'edit-save', 'add-form');
    await walk.desk.failure();
    await look('add-refused');
    await get(walk, 'sealed-input-phone-0').fill('');
    await click(walk, 'add-field-birthday');
    await get(walk, 'sealed-input-birthday-0').fill('2019-05-05');
    await get(walk, 'add-form').getByTestId('pin-input').fill(DESK_STAFF.receptionist.pin);
    await walk.desk.proveSupervisor('cosigner');
    await look('guardian-needed', { press: 'edit-save', wait: 'sealed-input-guardian-0-room' });
    await get(walk, 'sealed-input-guardian-0-room').fill(`${asked.building}-${asked.unit}-${asked.room}`);
    await press(walk, 'Enter');
    await walk.desk.page.locator('[data-testid^=sealed-input-guardian-0-who-]').first().click();
    await look('guardian-chosen');
  },
});

const records = flow({
  as: 'receptionist',
  screens: {
    'record-menu': DESK,
    ...showing(['panel:record'], 'record-add', 'record-wrong'),
    records: DESK,
    ...showing(['panel:record'], 'record-edit', 'record-end', 'record-remove'),
  },
  async run(walk, look, desk) {
    await openAsked(walk);
    await look('record-menu', { press: 'add-record' });
    await look('record-add', { press: 'add-record-renovation', wait: 'record-form' });
    await get(walk, 'detail-from').fill('昨天');
    await look('record-wrong', { press: 'edit-save' });
    await get(walk, 'detail-from').fill('2026/3/1');
    await get(walk, 'detail-deposit').fill('3000');
    await get(walk, 'record-contractor').fill('匠心装修队');
    await get(walk, 'record-contractorPhone').fill('14100000042');
    await desk.chooseReason('renovation');
    await submitAs(walk, 'receptionist', 'edit-save', 'record-form');
    await get(walk, 'records-renovation').locator('summary').first().click();
    await look('records');
    await get(walk, 'records-renovation')
      .getByRole('button')
      .filter({ hasText: /修改|Edit/ })
      .first()
      .click();
    await look('record-edit', { wait: 'record-form' });
    await look('record-end', { press: 'record-end' });
    await click(walk, 'edit-cancel');
    await look('record-remove', { press: 'record-remove' });
    await click(walk, 'edit-cancel');
  },
});

const rooms = flow({
  as: 'receptionist',
  screens: {
    ...showing(['page:rooms'], 'rooms', 'rooms-unit', 'rooms-unknown', 'rooms-found', 'room'),
    'room-edit': ['panel:room'],
    'room-at-counter': DESK,
  },
  async run(walk, look) {
    const roomText = `${asked.building}-${asked.unit}-${asked.room}`;
    await press(walk, 'Alt+h');
    await look('rooms', { wait: 'room-unit' });
    await get(walk, 'room-unit').first().click();
    await look('rooms-unit', { wait: 'room-cell' });
    await get(walk, 'room-text').fill('77-7-7777');
    await look('rooms-unknown', { wait: 'no-rooms' });
    await get(walk, 'room-text').fill(roomText);
    await look('rooms-found', { wait: 'room-hit' });
    await press(walk, 'Enter');
    await look('room', { wait: 'room-panel' });
    await look('room-edit', { press: 'edit-room', wait: 'room-form' });
    await click(walk, 'edit-cancel');
    await press(walk, 'Escape');
    await press(walk, 'Escape');
    await openAsked(walk);
    await get(walk, 'person-panel').locator('[data-testid^=room-link-]').first().click();
    await look('room-at-counter', { wait: 'room-panel' });
  },
});

const replaced = flow({
  as: 'supervisor',
  screens: { ...showing(['panel:replaced'], 'replaced-none', 'replaced', 'replaced-proof') },
  async run(walk, look, desk) {
    await openAsked(walk);
    await click(walk, 'person-more');
    await look('replaced-none', { press: 'replaced-button', wait: 'replaced-none' });
    await click(walk, 'edit-cancel', 'edit-button', 'replace-phone-0');
    await get(walk, 'sealed-input-phone-0').fill('14127360001');
    await desk.chooseReason('correction');
    await submitAs(walk, 'supervisor', 'edit-save', 'edit-form');
    await get(walk, 'edit-form').waitFor({ state: 'detached', timeout: 20_000 });
    await click(walk, 'person-more');
    await click(walk, 'replaced-button');
    await desk.page.locator('[data-testid^=restore-]').first().waitFor();
    await look('replaced');
    await desk.page.locator('[data-testid^=restore-]').first().click();
    await look('replaced-proof', { wait: 'change-proof' });
    await desk.chooseReason('correction');
    await submitAs(walk, 'supervisor', 'restore-submit', 'replaced-form');
    await get(walk, 'replaced-form').waitFor({ state: 'detached', timeout: 20_000 });
  },
});

const merge = flow({
  as: 'supervisor',
  screens: {
    ...showing(['panel:merge'], 'merge-choose', 'merge', 'merge-why', 'merge-ids-differ', 'merge-earlier'),
    unmerge: ['panel:unmerge'],
  },
  async run(walk, look, desk) {
    await openAsked(walk);
    await click(walk, 'person-more');
    await look('merge-choose', { press: 'merge-button', wait: 'merge-form' });
    await desk.ask(`${other.building}-${other.unit}-${other.room}`);
    await desk.firstRowSays(other.room);
    await press(walk, 'Enter');
    await look('merge', { wait: 'merge-goes' });
    await look('merge-why', { press: 'merge-submit', wait: 'change-proof' });
    await desk.chooseReason('correction');
    await submitAs(walk, 'supervisor', 'merge-submit', 'merge-form');
    await desk.failure();
    await look('merge-ids-differ');
    await click(walk, 'merge-may-differ');
    await submitAs(walk, 'supervisor', 'merge-submit', 'merge-form');
    await get(walk, 'merge-form').waitFor({ state: 'detached', timeout: 20_000 });
    await get(walk, 'records-vehicle').locator('summary').first().click();
    await get(walk, 'records-vehicle').locator('[data-testid^=edit-vehicle-]').last().click();
    await get(walk, 'detail-colour').fill('红');
    await click(walk, 'edit-save');
    await get(walk, 'record-form').waitFor({ state: 'detached', timeout: 20_000 });
    await click(walk, 'person-more');
    await look('merge-earlier', { press: 'merge-button', wait: 'merges' });
    await get(walk, 'merges').getByRole('button').first().click();
    await look('unmerge', { wait: 'undo-edited' });
    await click(walk, 'undo-keep');
    await desk.chooseReason('correction');
    await submitAs(walk, 'supervisor', 'unmerge-submit', 'unmerge-form');
    await get(walk, 'unmerge-form').waitFor({ state: 'detached', timeout: 20_000 });
  },
});

const dialogs = flow({
  as: 'receptionist',
  screens: {
    keys: ['dialog:help'],
    settings: ['dialog:settings'],
    ...showing(DESK, 'idle-warning', 'cover'),
  },
  async run(walk, look) {
    await press(walk, 'F1');
    await look('keys', { wait: 'dialog-help' });
    await press(walk, 'F1');
    await walk.desk.openMenu('settings');
    await look('settings', { wait: 'dialog-settings' });
    await click(walk, 'setting-idle-30');
    await press(walk, 'Escape');
    await look('idle-warning', { wait: 'idle-warning' });
    await click(walk, 'stay');
    await walk.desk.openMenu('settings');
    await click(walk, 'setting-idle-600');
    await press(walk, 'Escape');
    // As main says it once nobody has been there over long work (tests/e2e/idle/); nothing but a lock ends it.
    await walk.app.electron.evaluate(({ BrowserWindow }, channel) => {
      BrowserWindow.getAllWindows()[0]?.webContents.send(channel, {});
    }, `${SHELL_EVENT_PREFIX}covered`);
    await look('cover', { wait: 'screen-cover' });
    await walk.desk.switchTo('receptionist');
  },
});

/** From the settings into a vault of invented people and out of it again, the invented people deleted. */
const practice = flow({
  as: 'admin',
  screens: {
    'settings-practice': ['dialog:settings'],
    'practice-making': ['practice:making'],
    'practice-lock': ['app:lock', 'practice:lock'],
    'practice-counter': [...DESK, 'practice:desk', 'tour:true'],
    'practice-tour': [...DESK, 'practice:desk', 'tour:true'],
    'practice-end': ['practice:end'],
  },
  async run(walk, look) {
    const { app, desk } = walk;
    await desk.openMenu('settings');
    await get(walk, 'dialog-settings').getByTestId('practice-open').click();
    await look('settings-practice', { wait: 'practice-start' });
    await app.lockedBy(() => get(walk, 'practice-start').click());
    await desk.page.locator('[data-testid=practice-making] [role=progressbar][aria-valuenow]').waitFor();
    const { vault } = await app.processIds();
    const goOn = (): void => void process.kill(vault, 'SIGCONT');
    process.kill(vault, 'SIGSTOP');
    try {
      await look('practice-making');
    } catch (error) {
      goOn();
      throw error;
    }
    await desk.toFreshLock(async () => goOn());
    await look('practice-lock');
    await desk.enter('receptionist', PRACTICE_PINS.receptionist);
    await look('practice-counter', { wait: 'tour' });
    await desk.ask('zs');
    await get(walk, 'result-row').first().waitFor();
    await desk.page.locator('[data-testid=tour-search-initials][data-done=true]').waitFor();
    await look('practice-tour');
    await look('practice-end', { press: 'practice-end', wait: 'practice-end-dialog' });
    await desk.toFreshLock(() => get(walk, 'practice-discard').click());
    await desk.enter('admin');
  },
});

const tasks = flow({
  as: 'receptionist',
  screens: {
    tasks: ['dialog:tasks'],
    ...showing(DESK, 'task-nobody', 'task-record'),
    note: ['panel:note'],
    'note-reading': ['panel:reveal'],
    'task-plate': DESK,
    ...showing(['panel:ask-room'], 'room-asking', 'room-lived-in'),
    ...showing(['panel:emergency'], 'emergency-asking', 'emergency', 'emergency-waits'),
    ...showing(['panel:full'], 'extract-asking', 'extract'),
  },
  async run(walk, look, desk) {
    const begin = async (typed: string): Promise<void> => {
      await press(walk, 'Alt+t');
      await get(walk, 'task-find').fill(typed);
      await press(walk, 'Enter');
      await get(walk, 'task-strip').waitFor();
    };
    await press(walk, 'Alt+t');
    await look('tasks', { wait: 'dialog-tasks' });
    await press(walk, 'Escape');
    await begin('bg');
    await look('task-nobody');
    await openAsked(walk);
    await look('task-record');
    await press(walk, 'Alt+n');
    await click(walk, 'outcome-not-verified');
    await get(walk, 'note-words').fill('家里人代领。');
    await look('note');
    await click(walk, 'note-save');
    await look('note-reading', { press: 'reveal-note-0', wait: 'reveal-form' });
    await press(walk, 'Escape');
    await begin('nc');
    await desk.ask(asked.plate.slice(1));
    await look('task-plate', { wait: 'result-row' });
    await begin('fk');
    await look('room-asking', { wait: 'ask-room' });
    await get(walk, 'ask-room-text').fill(`${asked.building}-${asked.unit}-${asked.room}`);
    await press(walk, 'Enter');
    await look('room-lived-in', { wait: 'note-form' });
    await click(walk, 'note-cancel');
    await openAsked(walk);
    await begin('jj');
    await look('emergency-asking', { wait: 'emergency-form' });
    await get(walk, 'emergency-words').fill('楼上漏水，联系不上');
    await get(walk, 'emergency-form').getByTestId('pin-input').fill(DESK_STAFF.receptionist.pin);
    await press(walk, 'Enter');
    await look('emergency', { wait: 'emergency-shown' });
    await click(walk, 'emergency-end');
    await get(walk, 'emergency-shown').waitFor({ state: 'detached' });
    await begin('jj');
    await look('emergency-waits', { wait: 'emergency-waits' });
    await press(walk, 'Escape');
    await begin('gajd');
    await get(walk, 'step-extract').getByRole('button').click();
    await get(walk, 'full-form').waitFor();
    await get(walk, 'ticket').fill('公调 2026-17');
    await get(walk, 'extract-authority').fill('派出所');
    await get(walk, 'extract-purpose').fill('核实居住');
    await look('extract-asking', { press: 'extract-phone' });
    await desk.proveSupervisor('supervisor');
    await look('extract', { press: 'full-submit', wait: 'full-shown' });
  },
});

const visitor = flow({
  as: 'receptionist',
  screens: {
    ...showing(['privacy:true'], 'visitor-ask', 'visitor-several', 'visitor-nobody', 'visitor-found'),
    'visitor-room': ['privacy:true'],
    ...showing(['privacy:true', 'panel:verify'], 'visitor-verify', 'visitor-match'),
  },
  async run(walk, look, desk) {
    await press(walk, 'Alt+p');
    await look('visitor-ask', { wait: 'visitor-view' });
    await desk.ask('1');
    await look('visitor-several', { wait: 'visitor-several' });
    await desk.ask('zzzqqq');
    await look('visitor-nobody', { wait: 'visitor-nobody' });
    await desk.ask(`${other.building}-${other.unit}-${other.room}`);
    await look('visitor-found', { wait: 'visitor-relation' });
    await press(walk, 'Enter');
    await look('visitor-room', { wait: 'verify-button' });
    await press(walk, 'Alt+v');
    await look('visitor-verify', { wait: 'verify-form' });
    await get(walk, 'verify-said').fill(other.phone);
    // In the status bar, out of the visitor's sight.
    await submitAs(walk, 'receptionist', 'verify-submit');
    await look('visitor-match', { wait: 'verify-result' });
    await press(walk, 'Escape');
    await press(walk, 'Alt+p');
  },
});

const supervisor = flow({
  as: 'supervisor',
  screens: {
    ...showing(['page:emergency'], 'emergency-page', 'emergency-acknowledge', 'emergency-none'),
    ...showing(DESK, 'counter-supervisor', 'alerts', 'account-menu'),
    palette: ['dialog:palette'],
    'person-supervisor': DESK,
    ...showing(['page:log'], 'log-loading', 'log', 'log-checked', 'log-filtered', 'log-entry', 'log-none'),
    'policy-supervisor': ['page:policy'],
  },
  async run(walk, look) {
    await look('alerts', { press: 'bell', wait: 'alerts' });
    await look('emergency-page', { press: 'alert-emergency-go', wait: 'emergency-event' });
    await click(walk, 'emergency-acknowledge-ask');
    await get(walk, 'emergency-found').fill('问过当班，确有漏水');
    await look('emergency-acknowledge', { wait: 'emergency-event-form' });
    await submitAs(walk, 'supervisor', 'emergency-acknowledge', 'emergency-event-form');
    await look('emergency-none', { wait: 'emergency-none' });
    await press(walk, 'Escape');
    await look('counter-supervisor');
    await look('account-menu', { press: 'account', wait: 'menu-settings' });
    await press(walk, 'Escape');
    await press(walk, 'Control+k');
    await get(walk, 'palette-input').fill(walk.language === 'en' ? 'log' : 'czjl');
    await look('palette', { wait: 'palette-log' });
    await press(walk, 'Escape');
    await openAsked(walk);
    await look('person-supervisor');
    await whileBusy(
      walk,
      () => walk.desk.open('log'),
      () => look('log-loading', { wait: 'log-reading' }),
    );
    await look('log', { wait: 'log-entry' });
    await look('log-checked', { press: 'log-verify', wait: 'log-check' });
    await walk.desk.choose('log-group', { value: 'reveal' });
    await walk.desk.page.locator('[data-testid=log-entry][data-action=reveal]').first().waitFor();
    await walk.desk.page
      .locator('[data-testid=log-entry][data-action=sign-in]')
      .first()
      .waitFor({ state: 'detached' });
    await look('log-filtered');
    await get(walk, 'log-entry').first().click();
    await look('log-entry', { wait: 'log-drawer' });
    await press(walk, 'ArrowDown');
    await press(walk, 'Escape');
    await get(walk, 'log-drawer').waitFor({ state: 'detached' });
    await walk.desk.choose('log-group', { value: 'rules' });
    await walk.desk.choose('log-outcome', { value: 'failed' });
    await look('log-none', { wait: 'log-none' });
    await click(walk, 'log-none-clear');
    await walk.desk.open('policy');
    await look('policy-supervisor', { wait: 'policy-phone' });
  },
});

const admin = flow({
  as: 'admin',
  screens: {
    ...showing(DESK, 'counter-admin', 'person-admin'),
    ...showing(['page:policy'], 'policy', 'policy-choosing', 'policy-chosen', 'policy-loosening'),
    ...showing(['page:room-patterns'], 'room-patterns', 'room-patterns-trial', 'room-patterns-saved'),
  },
  async run(walk, look) {
    await walk.desk.open('counter');
    await look('counter-admin');
    await openAsked(walk);
    await look('person-admin');
    await walk.desk.open('policy');
    await look('policy', { wait: 'policy-phone' });
    await click(walk, 'policy-phone-last-four', 'policy-address-province', 'policy-ask');
    await get(walk, 'policy-words').fill(
      walk.language === 'en' ? 'The screen faces the hall' : '屏幕朝着大厅',
    );
    await look('policy-choosing');
    await submitAs(walk, 'admin', 'policy-submit');
    await get(walk, 'toast').waitFor({ timeout: 30_000 });
    await get(walk, 'policy-change').first().scrollIntoViewIfNeeded();
    await look('policy-chosen');
    await click(walk, 'policy-phone-usual');
    await look('policy-loosening', { press: 'policy-ask' });
    await click(walk, 'policy-cancel', 'policy-discard');
    await walk.desk.open('room-patterns');
    await look('room-patterns', { wait: 'pattern-1' });
    await get(walk, 'pattern-1').fill('T{栋}-{房}');
    await click(walk, 'pattern-add');
    await get(walk, 'pattern-2').fill('{栋}{房}');
    await get(walk, 'pattern-example').fill('T9-502');
    await get(walk, 'pattern-trial').getByText(/./u).first().waitFor();
    await click(walk, 'pattern-remove-2');
    await look('room-patterns-trial', { wait: 'pattern-conflicts' });
    await click(walk, 'patterns-ask');
    await submitAs(walk, 'admin', 'patterns-submit', 'patterns-save');
    await look('room-patterns-saved', { wait: 'patterns-done' });
  },
});

const PIN_OF_NEWCOMER = '804926';

/** From the list of the staff to the step where PINs are typed. */
async function toProof(walk: Walk): Promise<void> {
  await click(walk, 'ceremony-next');
  await get(walk, 'ceremony-proof').waitFor();
}

async function typeNewPin(walk: Walk, pin: string): Promise<void> {
  await get(walk, 'new-pin').fill(pin);
  await get(walk, 'new-pin-confirm').fill(pin);
}

/** A supervisor and the admin type their PINs. */
async function proveStaff(walk: Walk): Promise<void> {
  await walk.desk.choose('second-choice', { words: DESK_STAFF.supervisor.name });
  await get(walk, 'second-pin').fill(DESK_STAFF.supervisor.pin);
  await get(walk, 'own-pin').fill(DESK_STAFF.admin.pin);
}

const ofStaff = (walk: Walk, name: string) =>
  walk.desk.page.locator(`[data-testid=staff-member][data-name="${name}"]`);

/** People and what an admin does about them; a way in that has to wait is opened, and who was added leaves again. */
const staff = flow({
  as: 'admin',
  screens: {
    'staff-waiting': ['page:staff', 'staff:list'],
    ...showing(['staff:open'], 'staff-open', 'staff-opened'),
    ...showing(['staff:add'], 'staff-add', 'staff-two-roles', 'staff-add-proof', 'staff-add-sheet'),
    ...showing(['staff:add'], 'staff-wrong-pin', 'staff-added'),
    staff: ['page:staff', 'staff:list'],
    'staff-menu': ['page:staff'],
    'staff-role': ['staff:role'],
    'staff-reset': ['staff:reset'],
    'staff-rename': ['staff:rename'],
    ...showing(['staff:link'], 'staff-link', 'staff-linked', 'staff-link-again'),
    ...showing(['staff:leave'], 'staff-leave', 'staff-left'),
  },
  async run(walk, look, desk) {
    const newcomer = walk.language === 'en' ? 'Dana Night' : '前丁';
    await desk.lock();
    for (let guess = 0; guess < 5; guess++) {
      await desk.signIn('receptionist', '839265');
      await desk.page
        .locator('[data-testid=failure], [data-testid=lock-wait]')
        .first()
        .waitFor({ timeout: 20_000 });
    }
    await desk.enter('admin');
    await walk.desk.open('staff');
    await look('staff-waiting', { wait: 'staff-member' });
    await ofStaff(walk, DESK_STAFF.receptionist.name).getByTestId('staff-open').click();
    await look('staff-open');
    await toProof(walk);
    await proveStaff(walk);
    await look('staff-opened', { press: 'ceremony-submit', wait: 'ceremony-done' });
    await click(walk, 'ceremony-close', 'staff-add');
    await walk.desk.choose('staff-same', { words: DESK_STAFF.supervisor.name });
    await look('staff-two-roles');
    await walk.desk.choose('staff-same', { value: '' });
    await get(walk, 'staff-name').fill(newcomer);
    await look('staff-add');
    await toProof(walk);
    await typeNewPin(walk, PIN_OF_NEWCOMER);
    await walk.desk.choose('second-choice', { value: 'sheet' });
    await look('staff-add-sheet');
    await proveStaff(walk);
    await look('staff-add-proof');
    await get(walk, 'second-pin').fill('lantern-moss-41');
    await click(walk, 'ceremony-submit');
    await desk.failure();
    await look('staff-wrong-pin');
    await typeNewPin(walk, PIN_OF_NEWCOMER);
    await proveStaff(walk);
    await look('staff-added', { press: 'ceremony-submit', wait: 'ceremony-done' });
    await click(walk, 'ceremony-close');
    await ofStaff(walk, newcomer).waitFor();
    await look('staff');
    await ofStaff(walk, newcomer).getByTestId('staff-menu').click();
    await look('staff-menu', { wait: 'staff-leave' });
    await press(walk, 'Escape');
    for (const kind of ['role', 'reset', 'rename'] as const) {
      await walk.desk.actOnStaff(newcomer, kind);
      await look(`staff-${kind}`);
      await press(walk, 'Escape');
    }
    await walk.desk.actOnStaff(newcomer, 'link');
    await get(walk, 'staff-resident-room').fill(`${asked.building}-${asked.unit}-${asked.room}`);
    await press(walk, 'Enter');
    await walk.desk.page.locator('[data-testid^=staff-resident-who-]').first().click();
    await look('staff-link');
    await toProof(walk);
    await get(walk, 'own-pin').fill(DESK_STAFF.admin.pin);
    await look('staff-linked', { press: 'ceremony-submit', wait: 'ceremony-done' });
    await click(walk, 'ceremony-close');
    await walk.desk.actOnStaff(newcomer, 'link');
    await look('staff-link-again', { wait: 'staff-resident-now' });
    await press(walk, 'Escape');
    await walk.desk.actOnStaff(newcomer, 'leave');
    await look('staff-leave');
    await toProof(walk);
    await get(walk, 'own-pin').fill(DESK_STAFF.admin.pin);
    await look('staff-left', { press: 'ceremony-submit', wait: 'ceremony-done' });
    await click(walk, 'ceremony-close');
    await press(walk, 'Escape');
  },
});

/** One's own PIN, there and back; and the end of a shift. */
const shift = flow({
  as: 'receptionist',
  screens: {
    ...showing(['dialog:change-pin'], 'change-pin', 'change-pin-weak'),
    'change-pin-done': ['page:counter'],
    ...showing(['page:handover'], 'handover', 'estate-transfer-confirm'),
    'lock-next': ['app:lock'],
  },
  async run(walk, look, desk) {
    const own = DESK_STAFF.receptionist.pin;
    await walk.desk.openMenu('settings');
    await look('change-pin', { press: 'open-change-pin', wait: 'dialog-change-pin' });
    await get(walk, 'own-pin').fill(own);
    await typeNewPin(walk, '123456');
    await look('change-pin-weak', { wait: 'pin-problem-run' });
    await typeNewPin(walk, PIN_OF_NEWCOMER);
    await look('change-pin-done', { press: 'pin-submit', wait: 'toast' });
    await desk.request('staff.changePin', { pin: PIN_OF_NEWCOMER, newPin: own });
    await press(walk, 'Alt+j');
    await look('handover', { wait: 'shift-sheet' });
    await look('estate-transfer-confirm', { press: 'next-supervisor', wait: 'handover-yes' });
    await desk.app.lockedBy(() => get(walk, 'handover-yes').click());
    await get(walk, 'screen-lock').waitFor();
    await look('lock-next', { wait: 'pin-input' });
    await get(walk, 'pin-input').fill(DESK_STAFF.supervisor.pin);
    await get(walk, 'pin-input').press('Enter');
    await desk.atCounter();
  },
});

const keys = flow({
  as: 'admin',
  screens: {
    'key-list': ['page:keys', 'keys:list'],
    'key-plan': ['keys:plan'],
    ...showing(['keys:needs'], 'key-needs', 'key-wrong-pin'),
    'key-work': ['keys:work'],
    'key-made': ['keys:result'],
    'key-computer-plan': ['keys:plan'],
    'key-computer-needs': ['keys:needs'],
    'key-computer-made': ['keys:result'],
    'key-fields-plan': ['keys:plan'],
    'key-fields-needs': ['keys:needs'],
    'key-fields-work': ['keys:work'],
    'key-fields-made': ['keys:result'],
    'key-sheet-plan': ['keys:plan'],
    'key-sheet': ['keys:sheet'],
    ...showing(['keys:prove'], 'key-sheet-prove', 'key-sheet-old'),
    'key-sheet-made': ['keys:result'],
    ...showing(['keys:list'], 'key-record', 'key-list-supervisor'),
  },
  async run(walk, look, desk) {
    await walk.desk.open('keys');
    await look('key-list', { wait: 'key-store-key' });
    await look('key-plan', { press: 'rotate-store-key' });
    await look('key-needs', { press: 'ceremony-next', wait: 'needs-room' });
    await get(walk, 'pin-input').fill('mango-64-rafts');
    await click(walk, 'ceremony-begin');
    await desk.failure();
    await look('key-wrong-pin');
    await get(walk, 'pin-input').fill(DESK_STAFF.admin.pin);
    await whileBusy(
      walk,
      async () => {
        await click(walk, 'ceremony-begin');
        await get(walk, 'ceremony-cancel').waitFor();
      },
      () => look('key-work'),
    );
    await look('key-made', { wait: 'ceremony-made' });
    await click(walk, 'ceremony-done');
    await look('key-computer-plan', { press: 'rotate-device-secret' });
    await look('key-computer-needs', { press: 'ceremony-next' });
    await submitAs(walk, 'admin', 'ceremony-begin');
    await look('key-computer-made', { wait: 'ceremony-made' });
    await click(walk, 'ceremony-done');
    await look('key-fields-plan', { press: 'rotate-tier-keys' });
    await look('key-fields-needs', { press: 'ceremony-next', wait: 'needs-room' });
    await get(walk, 'pin-input').fill(DESK_STAFF.admin.pin);
    await get(walk, 'other-pin-input').fill(DESK_STAFF.supervisor.pin);
    await whileBusy(
      walk,
      async () => {
        await click(walk, 'ceremony-begin');
        await get(walk, 'ceremony-cancel').waitFor();
      },
      () => look('key-fields-work'),
    );
    await look('key-fields-made', { wait: 'ceremony-made' });
    await click(walk, 'ceremony-done');
    await look('key-sheet-plan', { press: 'rotate-recovery-sheet' });
    await look('key-sheet', { press: 'ceremony-next', wait: 'recovery-sheet' });
    const sheet = await desk.readSheet();
    await click(walk, 'sheet-handwritten');
    await desk.typeGroups(sheet);
    await look('key-sheet-prove');
    await look('key-sheet-old', { press: 'keeps-old', wait: 'sheet-line-0' });
    await click(walk, 'keeps-old');
    await get(walk, 'pin-input').fill(DESK_STAFF.admin.pin);
    await get(walk, 'other-pin-input').fill(DESK_STAFF.supervisor.pin);
    await click(walk, 'sheet-finish');
    await get(walk, 'ceremony-made').waitFor({ timeout: 60_000 });
    // The one that opens from here on.
    desk.sheet = sheet;
    await look('key-sheet-made');
    await click(walk, 'ceremony-done');
    await get(walk, 'record-store-key').locator('summary').click();
    await look('key-record');
    await desk.switchTo('supervisor');
    await walk.desk.open('keys');
    await look('key-list-supervisor', { wait: 'key-store-key' });
  },
});

const atTheft = (walk: Walk, screen: TheftScreenName): Promise<void> =>
  walk.desk.page.locator(`[data-testid=screen-keys][data-step=theft-${screen}]`).waitFor({ timeout: 60_000 });
const ofTheft = (walk: Walk, name: string) =>
  walk.desk.page.locator(`[data-testid=theft-person][data-name="${name}"]`);

/** The ceremony after a theft, stopped and gone on with, with one who is not there; the PINs of before are set again at the end. */
const theft = flow({
  as: 'admin',
  screens: {
    'theft-plan': ['keys:theft-plan'],
    ...showing(['keys:theft-needs'], 'theft-needs', 'theft-wrong-pin'),
    'theft-people': ['keys:theft-people'],
    ...showing(['keys:theft-renew'], 'theft-own-pin', 'theft-renew'),
    'theft-away': ['keys:theft-away'],
    'theft-unfinished': ['page:keys', 'keys:list'],
    ...showing(['keys:theft-key'], 'theft-key-needs', 'theft-key-made'),
    'theft-end': ['keys:theft-end'],
    'theft-done': ['keys:theft-done'],
    'theft-record': ['keys:list'],
    'staff-shut-out': ['page:staff', 'staff:list'],
    'theft-supervisor': ['keys:list'],
  },
  async run(walk, look, desk) {
    const pins = { admin: 'maple-29-fern', supervisor: 'willow-71-sand', receptionist: '639275' } as const;
    const away = walk.language === 'en' ? 'Evan Away' : '前戊';
    const second = { slotId: await desk.slotOf('supervisor'), pin: DESK_STAFF.supervisor.pin };
    await desk.request('staff.add', {
      name: away,
      role: 'receptionist',
      twoRoles: false,
      newPin: PIN_OF_NEWCOMER,
      pin: DESK_STAFF.admin.pin,
      second,
    });
    const provePair = async (admin: string, supervisor: string): Promise<void> => {
      await get(walk, 'pin-input').fill(admin);
      await get(walk, 'other-pin-input').fill(supervisor);
    };
    await walk.desk.open('keys');
    await click(walk, 'theft-open');
    await atTheft(walk, 'plan');
    await look('theft-plan');
    await look('theft-needs', { press: 'theft-next', wait: 'needs-room' });
    await provePair(DESK_STAFF.admin.pin, 'lantern-moss-41');
    await click(walk, 'theft-submit');
    await desk.failure();
    await look('theft-wrong-pin');
    await provePair(DESK_STAFF.admin.pin, DESK_STAFF.supervisor.pin);
    await click(walk, 'theft-submit');
    await atTheft(walk, 'people');
    await ofTheft(walk, away).waitFor();
    await look('theft-people');
    await ofTheft(walk, DESK_STAFF.admin.name).getByTestId('theft-renew').click();
    await atTheft(walk, 'renew');
    await look('theft-own-pin');
    await get(walk, 'own-pin').fill(DESK_STAFF.admin.pin);
    await typeNewPin(walk, pins.admin);
    await click(walk, 'pin-submit');
    await atTheft(walk, 'people');
    for (const [role, supervisor] of [
      ['supervisor', DESK_STAFF.supervisor.pin],
      ['receptionist', pins.supervisor],
    ] as const) {
      await ofTheft(walk, DESK_STAFF[role].name).getByTestId('theft-renew').click();
      await get(walk, 'ceremony-proof').waitFor();
      await typeNewPin(walk, pins[role]);
      await walk.desk.choose('second-choice', { words: DESK_STAFF.supervisor.name });
      await get(walk, 'second-pin').fill(supervisor);
      await get(walk, 'own-pin').fill(pins.admin);
      if (role === 'supervisor') await look('theft-renew');
      await click(walk, 'ceremony-submit');
      await atTheft(walk, 'people');
    }
    await look('theft-unfinished', { press: 'theft-stop', wait: 'theft-unfinished' });
    await click(walk, 'theft-resume');
    await ofTheft(walk, away).getByTestId('theft-away').click();
    await provePair(pins.admin, pins.supervisor);
    await look('theft-away');
    await click(walk, 'theft-submit');
    for (const key of ['tier-keys', 'store-key', 'device-secret'] as const) {
      await walk.desk.page.locator(`[data-theft=${key}]`).waitFor();
      await atTheft(walk, 'key');
      await get(walk, 'pin-input').fill(pins.admin);
      if (key === 'tier-keys') {
        await get(walk, 'other-pin-input').fill(pins.supervisor);
        await look('theft-key-needs');
      }
      await click(walk, 'ceremony-begin');
      await get(walk, 'ceremony-made').waitFor({ timeout: 60_000 });
      if (key === 'tier-keys') await look('theft-key-made');
      await click(walk, 'ceremony-done');
    }
    await atTheft(walk, 'end');
    await look('theft-end');
    await look('theft-done', { press: 'theft-end', wait: 'theft-done' });
    await click(walk, 'theft-close');
    await get(walk, 'record-theft').locator('summary').click();
    await look('theft-record');
    await press(walk, 'Escape');
    await walk.desk.open('staff');
    await look('staff-shut-out', { wait: 'staff-suspended' });
    await restorePins(walk, pins);
    await desk.switchTo('supervisor');
    await walk.desk.open('keys');
    await look('theft-supervisor', { wait: 'key-theft' });
  },
});

/** What the flows behind go by. */
async function restorePins({ desk }: Walk, pins: Readonly<Record<Role, string>>): Promise<void> {
  const { value } = await desk.request('staff.list', {});
  const { members } = value as {
    readonly members: readonly { readonly staffId: string; readonly displayName: string }[];
  };
  const slotId = await desk.slotOf('supervisor');
  await desk.request('staff.changePin', { pin: pins.admin, newPin: DESK_STAFF.admin.pin });
  for (const [role, pin] of [
    ['receptionist', pins.supervisor],
    ['supervisor', pins.supervisor],
  ] as const) {
    const { staffId } = members.find(({ displayName }) => displayName === DESK_STAFF[role].name)!;
    await desk.request('staff.reset', {
      staffId,
      newPin: DESK_STAFF[role].pin,
      pin: DESK_STAFF.admin.pin,
      second: { slotId, pin },
    });
  }
}

/** Backups from the first folder to a restore, which a supervisor then acknowledges. */
const backups = flow({
  as: 'admin',
  screens: {
    ...showing(['page:backup'], 'backup-first', 'backup-settings', 'backup', 'backup-test', 'backup-tested'),
    ...showing(['page:backup'], 'restore-open', 'restore-look', 'restore-done'),
    'alarm-restored': ['app:alarm'],
  },
  async run(walk, look, desk) {
    const folder = walk.backupFolder;
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder);
    chmodSync(folder, 0o777);
    await desk.answerDialog(folder);
    await walk.desk.open('backup');
    await look('backup-first', { wait: 'backup-first' });
    await click(walk, 'backup-settings', 'backup-pick');
    await get(walk, 'backup-save').isEnabled();
    await look('backup-settings', { press: 'backup-on' });
    await submitAs(walk, 'admin', 'backup-save');
    await click(walk, 'backup-make');
    await get(walk, 'backup-made').waitFor({ timeout: 60_000 });
    await look('backup', { wait: 'backup-row' });
    await get(walk, 'backup-row').first().getByRole('button').first().click();
    await look('backup-test');
    await submitAs(walk, 'admin', 'backup-test');
    await look('backup-tested', { wait: 'backup-test-good' });
    await click(walk, 'backup-test-close');
    await get(walk, 'backup-row').first().getByRole('button').last().click();
    await look('restore-open');
    await submitAs(walk, 'admin', 'restore-look');
    await get(walk, 'restore-words').fill(
      walk.language === 'en' ? "Yesterday's import went wrong" : '昨天的导入弄错了',
    );
    await get(walk, 'pin-input').fill(DESK_STAFF.admin.pin);
    await look('restore-look');
    await look('restore-done', { press: 'restore-start', wait: 'restore-done' });
    await desk.lock();
    await desk.signIn('supervisor');
    await look('alarm-restored', { wait: 'alarm-words' });
    await get(walk, 'alarm-words').fill('与管理员一起还原');
    await submitAs(walk, 'supervisor', 'acknowledge');
    await desk.atCounter();
  },
});

/** An older store under a newer header: what is told at the next sign-in, to who may do something about it and who may not. */
const alarm = flow({
  screens: { 'lock-mismatch': ['app:lock'], alarm: ['app:alarm'] },
  async run(walk, look) {
    const { app, desk } = walk;
    await app.quit();
    const kept = keepStore(app);
    await app.restart();
    await desk.enter('supervisor');
    await app.quit();
    putBackStore(app, kept);
    await app.restart();
    await desk.signIn('receptionist');
    await desk.failure();
    await look('lock-mismatch');
    await desk.signIn('supervisor');
    await look('alarm', { wait: 'alarm-words' });
    await get(walk, 'alarm-words').fill('试一试旧库');
    await submitAs(walk, 'supervisor', 'acknowledge');
    await desk.atCounter();
  },
});

/** Records that open only to be looked at, and such as do not open; and the backup that takes their place. */
const repair = flow({
  screens: {
    'read-only': DESK,
    ...showing(['app:lock'], 'repair-read-only', 'lock-damaged', 'repair', 'repair-done'),
  },
  async run(walk, look) {
    const { app, desk } = walk;
    await app.quit();
    await damageTable(
      { vaultDir: join(app.userDataDir, 'vault'), deviceSecrets: openSessionKeychain(app).deviceSecrets() },
      chooseEngine('auto'),
      DESK_STAFF.admin.pin,
      'sealed_value',
    );
    await app.restart();
    await desk.enter('supervisor');
    await desk.ask(`${other.building}-${other.unit}-${other.room}`);
    await desk.firstRowSays(other.room);
    await press(walk, 'Enter');
    // Whose values are asked for meets the damage.
    await look('read-only', { wait: 'read-only' });
    await app.lockedBy(() => get(walk, 'read-only-repair').click());
    await look('repair-read-only', { wait: 'repair-found' });
    await app.quit();
    removeStore(app);
    await app.restart();
    await desk.signIn('receptionist');
    await desk.failure();
    await look('lock-damaged');
    await click(walk, 'repair-open');
    await get(walk, 'repair-found').waitFor({ timeout: 60_000 });
    await get(walk, 'repair-words').fill(walk.language === 'en' ? 'The disk gave way' : '磁盘坏了');
    await get(walk, 'pin-input').fill(DESK_STAFF.admin.pin);
    await look('repair');
    await look('repair-done', { press: 'repair-start', wait: 'repair-done' });
    await desk.toFreshLock(() => get(walk, 'repair-back').click());
    await desk.signIn('supervisor');
    await get(walk, 'alarm-words').waitFor({ timeout: 20_000 });
    await get(walk, 'alarm-words').fill('磁盘坏了，与管理员一起恢复');
    await submitAs(walk, 'supervisor', 'acknowledge');
    await desk.atCounter();
  },
});

/** A text that no input lets through; a record that an undone import took away; a disk that gives way under an open vault. */
const failing = flow({
  as: 'supervisor',
  screens: { 'search-failing': DESK, 'record-failing': DESK, 'log-failing': ['page:log'] },
  async run(walk, look) {
    const { app, desk } = walk;
    await get(walk, 'search-box').evaluate((input) => {
      (input as HTMLInputElement).maxLength = 1000;
    });
    await desk.page.keyboard.insertText('长'.repeat(120));
    await desk.failure();
    await look('search-failing');
    await desk.ask(`${other.building}-${other.unit}-${other.room}`);
    await desk.firstRowSays(other.room);
    await undoImports(desk);
    await press(walk, 'Enter');
    await desk.failure();
    await look('record-failing');
    await desk.switchTo('supervisor');
    const kept = keepStore(app);
    spoilStore(app);
    await walk.desk.open('log');
    await desk.failure();
    await look('log-failing');
    await app.quit();
    putBackStore(app, kept);
    await app.restart();
  },
});

async function undoImports(desk: DeskDriver): Promise<void> {
  const supervisor = { slotId: await desk.slotOf('supervisor'), pin: DESK_STAFF.supervisor.pin };
  const { value } = await desk.request('import.list', { before: null });
  const { runs } = value as {
    readonly runs: readonly { readonly importId: number; readonly undoneAt: number | null }[];
  };
  for (const { importId } of runs.filter(({ undoneAt }) => undoneAt === null)) {
    const undone = await desk.request('import.undo', { importId, keepEdited: false, supervisor });
    if (!undone.ok) throw new Error(`the import could not be undone: ${undone.error?.code ?? ''}`);
  }
}

/** A computer without a vault: with a slip that nobody made, then with the backup drive and the paper alone, as far as the fingerprint, and back to where it can be set up. */
const fromBackup = flow({
  screens: {
    ...showing(['app:set-up'], 'set-up-lost', 'join-slip', 'join-refused'),
    'recovery-from-backup': ['recovery:what'],
    ...showing(['recovery:backup'], 'recovery-backup', 'recovery-no-backup', 'recovery-backup-found'),
    'recovery-backup-sheet': ['recovery:sheet'],
    'recovery-backup-compare': ['recovery:compare'],
  },
  async run(walk, look) {
    const { app, desk } = walk;
    await app.quit();
    const bringBack = loseVault(app);
    await app.restart();
    await look('set-up-lost', { wait: 'setup-from-backup' });
    await look('join-slip', { press: 'setup-join', wait: 'screen-join' });
    await get(walk, 'join-address').fill('mailbox');
    await get(walk, 'join-secret').fill('0000-0000-0000-0000-0000');
    await look('join-refused', { press: 'join-submit', wait: 'failure' });
    await click(walk, 'join-cancel');
    await look('recovery-from-backup', { press: 'setup-from-backup', wait: 'screen-recovery' });
    await look('recovery-backup', { press: 'recovery-next' });
    await desk.answerDialog(dirname(walk.backupFolder));
    await look('recovery-no-backup', { press: 'recovery-pick', wait: 'recovery-no-backup' });
    await desk.answerDialog(walk.backupFolder);
    await look('recovery-backup-found', { press: 'recovery-pick', wait: 'recovery-backups' });
    await click(walk, 'recovery-next');
    await desk.typeSheet(desk.sheet);
    await look('recovery-backup-sheet');
    await look('recovery-backup-compare', { press: 'recovery-open', wait: 'recovery-fingerprint' });
    await click(walk, 'recovery-cancel');
    await get(walk, 'setup-from-backup').waitFor();
    await app.quit();
    bringBack();
  },
});

/** The sheet that set-up left, used on the way that a forgotten PIN takes; the walk goes on with the new PINs, which nobody needs after it. */
const recovery = flow({
  screens: {
    'recovery-what': ['app:recovery', 'recovery:what'],
    ...showing(['recovery:sheet'], 'recovery-sheet', 'recovery-slip'),
    ...showing(['recovery:compare'], 'recovery-compare', 'recovery-differs'),
    'recovery-people': ['recovery:people'],
    'recovery-pins': ['recovery:pins'],
    'recovery-new-sheet': ['recovery:new-sheet'],
    'recovery-prove': ['recovery:prove'],
    'recovery-done': ['recovery:done'],
  },
  async run(walk, look) {
    const { app, desk } = walk;
    await app.quit();
    await app.restart();
    await desk.recover(desk.sheet, { from: 'lock-forgot', onStep: (step) => look(`recovery-${step}`) });
  },
});

/** A change of PIN that cannot be written to its end, and a keychain that is not there. */
const trouble = flow({
  screens: { 'lock-unfinished': ['app:lock'], trouble: ['app:trouble'] },
  async run(walk, look) {
    const { app, desk } = walk;
    const { pin } = RECOVERED_STAFF.supervisor;
    await app.quit();
    await app.restart();
    await desk.enter('supervisor', pin);
    await refuseRows(
      { vaultDir: join(app.userDataDir, 'vault'), deviceSecrets: openSessionKeychain(app).deviceSecrets() },
      chooseEngine('auto'),
      RECOVERED_STAFF.admin.pin,
      'roster_entry',
    );
    await app.lockedBy(() => desk.request('staff.changePin', { pin, newPin: 'birch-71-dune' }));
    await look('lock-unfinished', { wait: 'lock-unfinished' });
    await app.quit();
    await app.keyring.change('no-service');
    await app.restart();
    await look('trouble', { wait: 'screen-trouble' });
  },
});

const AT_THE_COUNTER = [
  lock,
  intake,
  importAgain,
  importUnknown,
  counter,
  reveal,
  verify,
  edit,
  records,
  rooms,
  dialogs,
  tasks,
  visitor,
  replaced,
  merge,
  supervisor,
  admin,
] as const;
const OF_THE_VAULT = [
  practice,
  staff,
  shift,
  keys,
  theft,
  backups,
  repair,
  alarm,
  failing,
  fromBackup,
  recovery,
  trouble,
] as const;

/** In one vault, one after another. */
export const FLOWS = [setUp, ...AT_THE_COUNTER, ...FEATURE_FLOWS, ...OF_THE_VAULT] as const;

/** Flows that are walked through one vault. */
export interface Part {
  readonly name: string;
  /** What has to have been done, which nobody looks at. */
  readonly before: readonly Flow[];
  readonly flows: readonly Flow[];
}

/** All flows in vaults of their own, so that they can be walked at once. What ends a vault is in the first. */
export const PARTS = [
  { name: 'counter and vault', before: [], flows: [setUp, ...AT_THE_COUNTER, ...OF_THE_VAULT] },
  { name: 'features', before: [setUp, intake], flows: FEATURE_FLOWS },
] as unknown as readonly [Part, Part];

/** The flows in which these screens are looked at, with what has to have been done before. */
export function flowsOf(screens: readonly string[]): Pick<Part, 'before' | 'flows'> {
  const flows = PARTS.flatMap((part) => part.flows);
  const lost = screens.filter((screen) => !flows.some((flow) => screen in flow.screens));
  if (lost.length > 0) throw new Error(`no screen has the name ${lost.join(' ')}`);
  const chosen = flows.filter((flow) => screens.some((screen) => screen in flow.screens));
  return { before: PARTS[1].before.filter((flow) => !chosen.includes(flow)), flows: chosen };
}

type ScreensOf<F> = F extends Flow<infer S> ? S : never;
type NamesOf<S> = S extends Screens ? Extract<keyof S, string> : never;
type KindsOf<S> = S extends Screens ? S[keyof S][number] : never;
export type ScreenName = NamesOf<ScreensOf<(typeof FLOWS)[number]>>;

/** What cannot be walked to, and why. */
const NOT_WALKED = {
  'app:leaving': 'blank, and killed a moment later',
  'app:starting': 'blank until the vault is heard',
  'app:unreachable': 'only while the vault cannot be started at all',
} as const satisfies Partial<Record<Kind, string>>;

type Missing = Exclude<Kind, KindsOf<ScreensOf<(typeof FLOWS)[number]>> | keyof typeof NOT_WALKED>;
true satisfies [Missing] extends [never] ? true : { readonly 'no screen shows': Missing };

/** Looked at in the dark as well. */
export const ALSO_DARK: readonly ScreenName[] = words(
  'lock counter counter-first-day overview-first-day search-names person reveal-asking reveal',
  'verify verify-match edit records record-edit room import-unknown import-preview',
  'import-questions imports-undo settings cover tasks task-record emergency log-checked',
  'log-entry key-list key-needs theft-people theft-unfinished staff staff-add-proof handover',
  'practice-making practice-lock practice-counter trouble',
);

/** Looked at in twice the size as well. */
export const ALSO_LARGE: readonly ScreenName[] = words(
  'set-up-sheet lock-chosen counter counter-first-day overview-first-day overview search-more',
  'person reveal-co-sign verify edit records record-edit room import-columns import-unknown',
  'import-preview import-questions imports-undo keys settings tasks task-record emergency-page',
  'counter-supervisor palette visitor-verify log-checked log-entry key-list key-plan key-needs',
  'theft-people staff staff-add-sheet change-pin handover practice-lock practice-counter',
  'practice-end',
);
