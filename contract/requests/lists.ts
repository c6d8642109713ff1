/** Requests of individuals about their own information: what is asked, by whom, how it ends. Without schemas, so that pages can read it. */

/** Subjects of a request (PIPL, Articles 15 and 44 to 48). `transfer`: what they gave or the contract needs, in a form that another processor can read. */
export const REQUEST_WHATS = [
  'access',
  'copy',
  'transfer',
  'correct',
  'delete',
  'restrict',
  'withdraw-consent',
  'explain',
  'access-history',
] as const;
/** One of them. */
export type RequestWhat = (typeof REQUEST_WHATS)[number];

/** Who asks: the person themself, their guardian, whom they have authorised, or a close relative of somebody who has died (PIPL, Article 49). */
export const REQUEST_ASKERS = ['self', 'guardian', 'agent', 'relative'] as const;
/** One of them. */
export type RequestAsker = (typeof REQUEST_ASKERS)[number];

/** How a request comes in. */
export const REQUEST_WAYS = ['counter', 'phone', 'letter', 'online'] as const;
/** One of them. */
export type RequestWay = (typeof REQUEST_WAYS)[number];

/** `withdrawn`: whoever asked wants it no more. */
export const REQUEST_STATES = ['open', 'done', 'refused', 'withdrawn'] as const;
/** How it stands with a request. */
export type RequestState = (typeof REQUEST_STATES)[number];
/** How a request ends. */
export const REQUEST_OUTCOMES = ['done', 'refused', 'withdrawn'] as const;
/** One of them. */
export type RequestOutcome = (typeof REQUEST_OUTCOMES)[number];

/**
 * Acts that answer a request: their own copy was given; the whole record was opened with them there; they were told who has seen it; something of it was
 * changed; it was deleted for good; nothing but storing is done with it any more; a consent has ended; it was explained, which leaves no other trace.
 */
export const REQUEST_ACTS = [
  'own-copy',
  'opened',
  'access-history',
  'changed',
  'erased',
  'restricted',
  'consent-withdrawn',
  'explained',
] as const;
/** One of them. */
export type RequestAct = (typeof REQUEST_ACTS)[number];

/** Acts that may answer each request, the usual one first. */
const ACTS_OF = {
  access: ['opened', 'own-copy'],
  copy: ['own-copy'],
  transfer: ['own-copy'],
  correct: ['changed'],
  delete: ['erased', 'changed'],
  restrict: ['restricted'],
  'withdraw-consent': ['consent-withdrawn'],
  explain: ['explained'],
  'access-history': ['access-history'],
} as const satisfies Readonly<Record<RequestWhat, readonly RequestAct[]>>;

/** Returns the acts that may answer a request for this, the usual one first: none of what nobody can ask, which whoever writes the store can have a row do. */
export const actsOf = (what: RequestWhat): readonly RequestAct[] =>
  Object.hasOwn(ACTS_OF, what) ? ACTS_OF[what] : [];

/** Papers by which somebody acts for another. */
export const AUTHORITY_PAPERS = [
  'power-of-attorney',
  'notarised',
  'household-register',
  'birth-certificate',
  'guardianship',
  'kinship',
] as const;
/** One of them. */
export type AuthorityPaper = (typeof AUTHORITY_PAPERS)[number];

const PAPERS_OF = {
  self: [],
  guardian: ['household-register', 'birth-certificate', 'guardianship'],
  agent: ['power-of-attorney', 'notarised'],
  relative: ['household-register', 'kinship', 'notarised'],
} as const satisfies Readonly<Record<RequestAsker, readonly AuthorityPaper[]>>;

/** Returns the papers by which whoever asks may act for the person, the usual one first; none for the person themself, who needs none. */
export const authorityPapersOf = (asker: RequestAsker): readonly AuthorityPaper[] =>
  Object.hasOwn(PAPERS_OF, asker) ? PAPERS_OF[asker] : [];

/** Whoever acts for somebody has an authority of their own, and their own identity checked. */
export const needsAuthority = (asker: RequestAsker): boolean => asker !== 'self';
/** What was given for a time has its last day; kinship has none. */
export const endsByDay = (asker: RequestAsker): boolean => asker === 'agent';

/** Values that are compared to verify who asks. Whoever knows a name is not the one who has it. */
export const IDENTITY_KINDS = ['phone', 'phone-hidden', 'id-number'] as const;
/** One of them. */
export type IdentityKind = (typeof IDENTITY_KINDS)[number];

/** How many are listed, those that are open first. */
export const MAX_REQUESTS_LISTED = 300;
/** Most that may be open at a time. */
export const MAX_REQUESTS_OPEN = 200;
/** Most reasons of refusal that the data may have. */
export const MAX_REFUSALS = 40;

/** The number of one as it is listed and written on a letter: R-0012. */
export const requestNumber = (requestId: number): string =>
  `R-${String(requestId % 2 ** 32).padStart(4, '0')}`;

/** Its actions, as log and papers call them. */
export const REQUESTS_ACTION_WORDS = {
  'request-in': ['登记个人请求', 'Individual request registered'],
  'request-authority': ['登记代理权限', 'Authority to act recorded'],
  'request-restrict': ['限制处理个人信息', 'Processing restricted'],
  'request-lift': ['解除限制处理', 'Restriction lifted'],
  'request-extend': ['延长请求期限', 'Request extended'],
  'request-decide': ['办结个人请求', 'Request closed'],
  'request-letter': ['出具答复书', 'Letter of a request made'],
} as const;
