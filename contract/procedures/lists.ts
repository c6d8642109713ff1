/** Documents by which a company handles personal information: their kinds, what they are filled with, how long they may be. Without schemas, so that pages can read it. */

/** Those that a template is there for, in the order in which they are listed. */
export const TEMPLATE_KINDS = [
  'management-system',
  'data-procedures',
  'counter-procedures',
  'incident-plan',
  'undertaking',
  'resident-notice',
  'posted-notice',
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
  !['resident-notice', 'posted-notice', 'information-officer', 'network-officer'].includes(kind);

/** Whether what was signed has to be signed again after a year. */
export const isSignedYearly = (kind: ProcedureKind): boolean => kind === 'undertaking';

/** Facts of the company, stated once for all documents: a missing one leaves a gap in each, and a document with a gap is not published. */
export const COMPANY_FACTS = [
  'company',
  'address',
  'signatory',
  'informationOfficer',
  'informationPhone',
  'networkOfficer',
  'networkPhone',
  'complaintPhone',
  'dutyPhone',
  'police',
  'keptFor',
  'seal',
  'effectiveOn',
] as const;
/** Something that a company says of itself. */
export type CompanyFact = (typeof COMPANY_FACTS)[number];

/** Those that it is asked for: how long it keeps what is said by its rules of retention. */
export const ASKED_FACTS = COMPANY_FACTS.filter((fact) => fact !== 'keptFor');

/** Longest value of one. */
export const MAX_FACT = 60;

/** Facts that the vault knows by itself, as they stand when a draft is made. */
export const VAULT_FACTS = ['estate', 'idle', 'session', 'revealsHour', 'revealsDay'] as const;
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
  'procedure-facts': ['公司信息', 'Company facts'],
  'procedure-publish': ['发布制度', 'Procedure published'],
  'procedure-sign': ['签阅制度', 'Procedure signed'],
  'procedure-give': ['输出制度', 'Procedure given out'],
} as const;
