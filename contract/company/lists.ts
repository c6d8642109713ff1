/** What the company says of itself, stated once for every paper and document. Without schemas, so that pages can read it. */

/** In the order of the form. */
export const COMPANY_FACTS = [
  'company',
  'creditCode',
  'address',
  'estates',
  'informationOfficer',
  'informationPhone',
  'complaintPhone',
  'complaintMail',
  'seal',
  'signatory',
  'networkOfficer',
  'networkPhone',
  'dutyPhone',
  'police',
  'cyberspace',
  'street',
  'faces',
  'cameras',
  'effectiveOn',
] as const;
/** Something that the company says of itself. `company`: its legal name. `estates`: what it serves; the vault's own estate until it says. */
export type CompanyFact = (typeof COMPANY_FACTS)[number];

/** Facts that are one of two: whether the company uses it. Notices say the one sentence or the other, and neither before it is stated. */
export const USE_FACTS = ['faces', 'cameras'] as const satisfies readonly CompanyFact[];
/** What may be stated of one of those. */
export const USES = ['used', 'unused'] as const;

/** Who the processor is and how to reach it: a paper that lacks one of them is a draft. */
export const IDENTITY_FACTS = [
  'company',
  'creditCode',
  'address',
  'estates',
  'informationOfficer',
  'complaintPhone',
  'complaintMail',
  'seal',
] as const satisfies readonly CompanyFact[];
/** One of these. */
export type IdentityFact = (typeof IDENTITY_FACTS)[number];

/** By name; one that was not stated is empty. */
export type CompanyFacts = Readonly<Record<CompanyFact, string>>;

/** The company as papers name it. */
export interface Company {
  readonly facts: CompanyFacts;
  /** What a paper has to say and the company has not stated: until then it is a draft. */
  readonly missing: readonly IdentityFact[];
}

/** People from whom on a list takes whoever answers for personal information, as the procedures say. */
export const MIN_LIST = 10;

/** Longest value of one. */
export const MAX_FACT = 100;

/** Its actions, as log and papers call them. */
export const COMPANY_ACTION_WORDS = {
  'company-change': ['公司信息', 'Company facts'],
  'list-approval': ['负责人同意名单', 'List approved by the officer'],
} as const;
