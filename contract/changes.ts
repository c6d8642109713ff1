/** What of the vault a request may have changed: what other screens show of it is asked anew. */
export const CHANGE_TOPICS = [
  'keys',
  'staff',
  'backups',
  'policy',
  'second-log',
  'limits',
  'alerts',
  'inspection',
  'paper',
  'sweep',
  'disposals',
  'walks',
  'disclosures',
  'procedures',
  'computer',
  'training',
  'inventory',
  'consent',
  'rectification',
  'forms',
] as const;
export type ChangeTopic = (typeof CHANGE_TOPICS)[number];
