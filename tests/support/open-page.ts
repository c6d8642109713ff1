/** The way to a page as somebody takes it: its area on the rail, then its tab. */
import type { PageName } from '../../renderer/pages/define-page.ts';

/** By page; a unit test holds it to what the pages say of themselves. */
export const AREA_OF = {
  counter: 'counter',
  handover: 'counter',
  rooms: 'records',
  import: 'records',
  imports: 'records',
  activity: 'oversight',
  trace: 'oversight',
  log: 'oversight',
  'access-history': 'oversight',
  'log-export': 'oversight',
  alerts: 'oversight',
  emergency: 'oversight',
  limits: 'oversight',
  inspection: 'oversight',
  reasons: 'oversight',
  canaries: 'oversight',
  'second-log': 'oversight',
  print: 'paper',
  'paper-register': 'paper',
  sweep: 'paper',
  'walk-round': 'paper',
  disclosures: 'paper',
  procedures: 'compliance',
  inventory: 'compliance',
  consent: 'compliance',
  evidence: 'compliance',
  evening: 'compliance',
  forms: 'compliance',
  rectification: 'compliance',
  'other-systems': 'compliance',
  retention: 'compliance',
  'estate-transfer': 'compliance',
  'computer-checks': 'compliance',
  training: 'compliance',
  requests: 'compliance',
  incidents: 'compliance',
  overview: 'system',
  staff: 'system',
  policy: 'system',
  'room-patterns': 'system',
  keys: 'system',
  backup: 'system',
} as const satisfies Readonly<Record<PageName, string>>;

/** `click` gets the test id of what is pressed. */
export async function openPage(
  click: (testId: string) => Promise<unknown>,
  page: keyof typeof AREA_OF,
): Promise<void> {
  await click(`area-${AREA_OF[page]}`);
  await click(`tab-${page}`);
}
