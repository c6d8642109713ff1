/** The pages of imports: of a new one, step by step, and of those that were made. */
import { bridge } from '../bridge.ts';
import { control } from '../keys.ts';
import { definePage, holdWhile } from '../pages/define-page.ts';
import { isUnderWay } from './import-store.ts';
import { importsStore, importStore } from './stores.ts';
import { importWords } from './words.ts';

const KEY = { group: 'all', shown: 'Ctrl+I', chord: control('KeyI') } as const;

export const importPage = definePage({
  name: 'import',
  at: { tab: 'import', place: 10 },
  mends: { residents: { by: 'supervisor' } },
  messages: importWords,
  roles: ['receptionist', 'supervisor'],
  title: (t) => t('import.title'),
  called: ['excel 表格 名单 上传 导入住户', 'excel, upload, list of residents'],
  keys: { import: { ...KEY, words: (t) => t('help.keys.import'), press: 'open' } },
  hold: holdWhile(importStore, ({ busy }) => busy),
  alone: holdWhile(importStore, ({ step }) => step !== 'file'),
  unsaved: (t) => ({
    title: t('import.unsaved.title'),
    lead: t('import.unsaved.lead'),
    stay: t('import.unsaved.stay'),
    discard: t('import.unsaved.discard'),
  }),
  // A finished or abandoned import leaves nothing behind, here or in the vault, but what was said of a file that is not written.
  left: () => {
    if (isUnderWay(importStore.getState())) importStore.getState().keep();
    importStore.getState().reset();
    void bridge.vault['import.cancel']({});
  },
  load: () => import('./Intake.tsx').then(({ Intake }) => Intake),
});

export const importsPage = definePage({
  name: 'imports',
  at: { tab: 'import', place: 20 },
  roles: ['receptionist', 'supervisor'],
  title: (t) => t('imports.title'),
  called: ['导入记录 撤销导入 导入历史', 'import history, undo an import'],
  hold: holdWhile(importsStore, ({ busy }) => busy === 'undoing'),
  left: () => importsStore.getState().leave(),
  load: () => import('./ImportsPage.tsx').then(({ ImportsPage }) => ImportsPage),
});
