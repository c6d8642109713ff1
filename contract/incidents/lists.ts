/** Incidents with personal information: what can happen, whom it is about, who is told. Without schemas, so that pages can read it. */

/** Kinds of harm to the information (PIPL, Article 57). */
export const INCIDENT_KINDS = ['leak', 'tamper', 'loss'] as const;
/** One of them. */
export type IncidentKind = (typeof INCIDENT_KINDS)[number];

/** Whether it is known to have happened, or may have. */
export const CERTAINTIES = ['happened', 'possible'] as const;
/** One of them. */
export type Certainty = (typeof CERTAINTIES)[number];

/** How it became known. `paper`: a copy was reported lost; `file`: one that left the house; `alert`: the desk's own. */
export const INCIDENT_ORIGINS = ['own', 'paper', 'file', 'alert', 'complaint', 'authority'] as const;
/** One of them. */
export type IncidentOrigin = (typeof INCIDENT_ORIGINS)[number];

/** Whose information it is, by which they are counted. */
export const INCIDENT_SCOPES = ['unknown', 'person', 'rooms', 'paper', 'file', 'alert', 'everybody'] as const;
/** One of them. */
export type IncidentScope = (typeof INCIDENT_SCOPES)[number];

/** How it stands with one. */
export const INCIDENT_STATES = ['open', 'closed'] as const;
/** One of them. */
export type IncidentState = (typeof INCIDENT_STATES)[number];

/** Whom a notice is to. */
export const NOTICES_TO = ['authority', 'people'] as const;
/** One of them. */
export type NoticeTo = (typeof NOTICES_TO)[number];

/** Texts that the law requires in a notice. */
export const INCIDENT_TEXTS = ['causes', 'harm', 'measures', 'advice', 'contact'] as const;
/** One of them. */
export type IncidentText = (typeof INCIDENT_TEXTS)[number];

/** Steps in the history of an incident. */
export const INCIDENT_STEPS = [
  'opened',
  'changed',
  'counted',
  'notice-authority',
  'notice-people',
  'given-authority',
  'given-people',
  'told-authority',
  'told-people',
  'not-told',
  'measure',
  'case-file',
  'closed',
] as const;
/** A step of the history. */
export type IncidentStep = (typeof INCIDENT_STEPS)[number];

/** Days for which a statement counts that there was no incident. */
export const NO_INCIDENT_DAYS = 183;

/** How many are listed, those that are open first. */
export const MAX_INCIDENTS_LISTED = 200;
/** Most rooms of one incident. */
export const MAX_INCIDENT_ROOMS = 100;
/** Most steps of a history that are shown, the last ones. */
export const MAX_STEPS_SHOWN = 200;
/** Most entries of the log in a case file, the newest. */
export const MAX_FILE_ENTRIES = 300;
/** Bounds of texts, in UTF-16 code units. */
export const MAX_INCIDENT_TITLE = 60;
/** Of each of its texts. */
export const MAX_INCIDENT_TEXT = 600;
/** Of a notice. */
export const MAX_NOTICE_TEXT = 4_000;
/** More people than any vault has. */
export const MAX_AFFECTED = 100_000_000;

/** The number of one as it is listed and written on papers: I-0012. */
export const incidentNumber = (incidentId: number): string =>
  `I-${String(incidentId % 2 ** 32).padStart(4, '0')}`;

/** Its actions, as log and papers call them. */
export const INCIDENTS_ACTION_WORDS = {
  'incident-open': ['登记安全事件', 'Incident registered'],
  'incident-change': ['更新事件情况', 'Incident described'],
  'incident-count': ['核定事件人数', 'People of an incident counted'],
  'incident-notice': ['改写事件文书', 'Notice of an incident edited'],
  'incident-give': ['输出事件文书', 'Notice of an incident given out'],
  'incident-told': ['登记报告或告知', 'Incident reported or notified'],
  'incident-rehearsed': ['演练报告或告知', 'Drill: reported or notified'],
  'incident-not-told': ['决定不告知个人', 'Incident: no notice to people'],
  'incident-measure': ['事件列入整改', 'Measure of an incident added'],
  'incident-file': ['输出事件案卷', 'Case file of an incident given out'],
  'incident-close': ['事件结案', 'Incident closed'],
  'incident-none': ['说明没有安全事件', 'No incident stated'],
} as const;
