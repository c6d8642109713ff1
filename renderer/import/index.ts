/** The pages of imports: of a new one, step by step, and of those that were made. */
import { bridge } from '../bridge.ts';
import { control } from '../keys.ts';
import { definePage, holdWhile } from '../pages/define-page.ts';
import { importsStore, importStore } from './stores.ts';

const KEY = { group: 'all', shown: 'Ctrl+I', chord: control('KeyI') } as const;

export const importPage = definePage({
  name: 'import',
  area: 'records',
  place: 20,
  mends: {
    residents: { by: 'supervisor' },
  },
  roles: ['receptionist', 'supervisor'],
  title: (t) => t('import.title'),
  keys: { import: { ...KEY, words: (t) => t('help.keys.import'), press: 'open' } },
  tab: (t) => t('counter.import'),
  hold: holdWhile(importStore, ({ busy }) => busy),
  // A finished or abandoned import leaves nothing behind, here or in the vault.
  left: () => {
    importStore.getState().reset();
    void bridge.vault['import.cancel']({});
  },
  load: () => import('./Intake.tsx').then(({ Intake }) => Intake),
});

export const importsPage = definePage({
  name: 'imports',
  area: 'records',
  place: 30,
  roles: ['receptionist', 'supervisor'],
  title: (t) => t('imports.title'),
  hold: holdWhile(importsStore, ({ busy }) => busy === 'undoing'),
  left: () => importsStore.getState().leave(),
  load: () => import('./ImportsPage.tsx').then(({ ImportsPage }) => ImportsPage),
});
