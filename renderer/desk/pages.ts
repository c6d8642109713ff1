/** The pages of the desk, each as its feature defines it. The order is that of the tabs, of the help (F1) and of the palette. */
import { type ComponentType, lazy } from 'react';
import { activityPage } from '../activity/index.ts';
import { alertsPage } from '../alerts/index.ts';
import { backupPage } from '../backup/index.ts';
import { canariesPage } from '../canaries/index.ts';
import { computerChecksPage } from '../computer-checks/index.ts';
import { consentPage } from '../consent/index.ts';
import { counterPage } from '../counter/index.ts';
import { keysPage } from '../key-management/index.ts';
import { firstDayWords } from '../first-day/words.ts';
import { estateTransferPage } from '../estate-transfer/index.ts';
import { disclosuresPage } from '../disclosures/index.ts';
import { packWizardPage, evidencePage } from '../evidence/index.ts';
import { formsPage } from '../forms/index.ts';
import { emergencyPage } from '../emergency-access/index.ts';
import { incidentsPage } from '../incidents/index.ts';
import { importsPage, importPage } from '../import/index.ts';
import { inventoryPage } from '../inventory/index.ts';
import { inspectionPage } from '../inspection/index.ts';
import { limitsPage } from '../limits/index.ts';
import { logPage } from '../log/index.ts';
import { logExportPage } from '../log-export/index.ts';
import { registerMessages } from '../messages/i18n.ts';
import { otherSystemsPage } from '../other-systems/index.ts';
import { overviewPage } from '../overview/index.ts';
import type { AlertSource, AnyPage, PageName } from '../pages/define-page.ts';
import { bringDetailWords } from '../pages/detail-words.ts';
import { paperRegisterPage } from '../paper-register/index.ts';
import { policyPage } from '../policy/index.ts';
import { printPage } from '../print/index.ts';
import { proceduresPage } from '../procedures/index.ts';
import { requestsPage } from '../requests/index.ts';
import { rectificationPage } from '../rectification/index.ts';
import { reasonsPage } from '../reasons/index.ts';
import { retentionPage } from '../retention/index.ts';
import { roomPatternsPage } from '../room-patterns/index.ts';
import { roomsPage } from '../room/index.ts';
import { secondLogPage } from '../second-log/index.ts';
import { shiftHandoverPage } from '../shift/index.ts';
import { walkRoundPage } from '../walk-round/index.ts';
import { sweepPage } from '../sweep/index.ts';
import { staffPage } from '../staff/index.ts';
import { trainingPage } from '../training/index.ts';
import { tracePage } from '../trace/index.ts';
import { accessHistoryPage } from '../access-history/index.ts';
import { bringMended } from '../evidence/duty-pages.ts';

export const PAGES = [
  counterPage,
  shiftHandoverPage,
  roomsPage,
  importPage,
  importsPage,
  activityPage,
  logPage,
  accessHistoryPage,
  tracePage,
  logExportPage,
  alertsPage,
  emergencyPage,
  limitsPage,
  inspectionPage,
  reasonsPage,
  canariesPage,
  secondLogPage,
  printPage,
  paperRegisterPage,
  disclosuresPage,
  sweepPage,
  walkRoundPage,
  evidencePage,
  packWizardPage,
  proceduresPage,
  trainingPage,
  inventoryPage,
  consentPage,
  requestsPage,
  incidentsPage,
  retentionPage,
  estateTransferPage,
  formsPage,
  rectificationPage,
  computerChecksPage,
  otherSystemsPage,
  overviewPage,
  staffPage,
  policyPage,
  roomPatternsPage,
  keysPage,
  backupPage,
] as const;

declare module '../pages/define-page.ts' {
  interface Joined {
    readonly name: (typeof PAGES)[number]['name'];
  }
}

for (const page of PAGES as readonly AnyPage[]) {
  const { messages, log } = page;
  bringMended(page);
  if (messages !== undefined) registerMessages(messages);
  if (log !== undefined) bringDetailWords(log);
}
registerMessages(firstDayWords);

/** Pages that follow what changes. */
export const FOLLOWING: readonly AnyPage[] = (PAGES as readonly AnyPage[]).filter(
  ({ follows }) => follows !== undefined,
);

/** What the bell asks: work lists of compliance after what protects the vault and the desk. */
export const ALERT_SOURCES: readonly AlertSource[] = (PAGES as readonly AnyPage[])
  .toSorted((one, other) => Number(one.area === 'compliance') - Number(other.area === 'compliance'))
  .flatMap(({ alert }) => alert ?? []);

const BY_NAME: ReadonlyMap<string, AnyPage> = new Map(PAGES.map((page) => [page.name, page]));

/** The page of that name. */
export function pageOf(name: PageName): AnyPage {
  const page = BY_NAME.get(name);
  if (page === undefined) throw new RangeError(`no page is called ${name}`);
  return page;
}

const COMPONENTS = new Map<AnyPage, ComponentType>(
  PAGES.map((page: AnyPage) => [
    page,
    'component' in page ? page.component : lazy(async () => ({ default: await page.load() })),
  ]),
);

/** What a page shows: one component for the whole session, read from its file when it is first shown. */
export function componentOf(page: AnyPage): ComponentType {
  const component = COMPONENTS.get(page);
  if (component === undefined) throw new RangeError(`${page.name} is not joined`);
  return component;
}
