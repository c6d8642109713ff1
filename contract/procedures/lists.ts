/** Documents by which a company handles personal information: their kinds, what they are filled with, how long they may be. Without schemas, so that pages can read it. */

import { COMPANY_FACTS } from '../company/lists.ts';

/** Those that a template is there for, in the order in which they are listed. */
export const TEMPLATE_KINDS = [
  'management-system',
  'data-procedures',
  'counter-procedures',
  'incident-plan',
  'undertaking',
  'resident-notice',
  'posted-notice',
  'minors-rules',
  'processor-agreement',
  'information-officer',
  'network-officer',
] as const;
/** A kind of document that a template is there for. */
export type TemplateKind = (typeof TEMPLATE_KINDS)[number];

/** Each kind but `own` is there once; of `own` there are as many as a company writes itself. */
export const PROCEDURE_KINDS = [...TEMPLATE_KINDS, 'own'] as const;
/** A kind of document. */
export type ProcedureKind = (typeof PROCEDURE_KINDS)[number];

/** Whether each of the staff signs it: the rest is for residents to read, or names somebody. */
export const isSignedByAll = (kind: ProcedureKind): boolean =>
  ![
    'resident-notice',
    'posted-notice',
    'minors-rules',
    'processor-agreement',
    'information-officer',
    'network-officer',
  ].includes(kind);

/** Whether what was signed has to be signed again after a year. */
export const isSignedYearly = (kind: ProcedureKind): boolean => kind === 'undertaking';

/** Facts that a document may wait for: those of the company; how long it keeps what, by its rules of retention; what it processes, by its inventory; when an incident is reported, by the rules of incidents. A missing one leaves a gap, and a document with a gap is not published. */
export const TEXT_FACTS = [...COMPANY_FACTS, 'keptFor', 'processed', 'separate', 'incidentLevels'] as const;
/** Something that a document says of the company; one of several lines stands in a list as several items. */
export type TextFact = (typeof TEXT_FACTS)[number];

/** Facts that the vault knows by itself, as they stand when a draft is made. */
export const VAULT_FACTS = ['idle', 'session', 'revealsHour', 'revealsDay'] as const;
/** Something that the vault knows by itself. */
export type VaultFact = (typeof VAULT_FACTS)[number];

/** Most headings, paragraphs and lists of a document. */
export const MAX_BLOCKS = 1_000;
/** Most items of a list. */
export const MAX_ITEMS = 100;
/** Most parts of a line: words of one look, and gaps. */
export const MAX_RUNS = 60;
/** Longest part of a line. */
export const MAX_TEXT = 2_000;
/** UTF-16 code units of a whole document as it is stored. */
export const MAX_DOCUMENT = 200_000;
/** Most documents. */
export const MAX_PROCEDURES = 40;
/** Most published versions of a document that are listed. */
export const MAX_VERSIONS = 200;
/** Longest title. */
export const MAX_TITLE = 60;

/** Days before what is signed yearly has to be signed again, from which on it is asked for. */
export const SIGN_AGAIN_DAYS = 14;

/** Its actions, as log and papers call them. */
export const PROCEDURES_ACTION_WORDS = {
  'procedure-draft': ['制度草稿', 'Draft of a procedure'],
  'procedure-publish': ['发布制度', 'Procedure published'],
  'procedure-sign': ['签阅制度', 'Procedure signed'],
  'procedure-give': ['输出制度', 'Procedure given out'],
} as const;
