/** Parts of practice mode, without schemas, for screens: its PINs, which every practice lock screen shows, and the tasks of its tour. */
import type { CompanyFacts } from '../company/lists.ts';
import type { Role } from '../fields.ts';

/** Which of its two vaults the application has open: the real one, or the one of invented people. */
export const PLACES = ['real', 'practice'] as const;
export type Place = (typeof PLACES)[number];

/**
 * PINs of the practice vault, the same on every computer and no secret: its lock screen shows them. No other
 * vault accepts one of them as a PIN.
 */
export const PRACTICE_PINS: Readonly<Record<Role, string>> = {
  receptionist: '720136',
  supervisor: 'yanlian-72-zg',
  admin: 'yanlian-36-gl',
};

/** Estate of the practice vault, as its lock screen and its papers name it. */
export const PRACTICE_ESTATE = '演练小区';

/** Name of the workbook beside the practice vault: invented residents who are not in it yet, to practise an import with. */
export const PRACTICE_WORKBOOK = '导入练习.csv';

/** Names of its staff, which say what they are: nobody is taken for somebody. */
export const PRACTICE_STAFF: Readonly<Record<Role, string>> = {
  receptionist: '演练前台',
  supervisor: '演练主管',
  admin: '演练管理员',
};

/** What the company of the practice vault says of itself: its name says what it is, and nobody can be registered under its code. */
export const PRACTICE_COMPANY: CompanyFacts = {
  company: '演练物业服务有限公司',
  creditCode: '91100000000000000A',
  address: '演练路 1 号',
  estates: PRACTICE_ESTATE,
  informationOfficer: PRACTICE_STAFF.supervisor,
  informationPhone: '内线 801',
  complaintPhone: '内线 800',
  complaintMail: '演练路 1 号服务中心',
  seal: '公章',
  signatory: PRACTICE_STAFF.admin,
  networkOfficer: PRACTICE_STAFF.admin,
  networkPhone: '内线 802',
  dutyPhone: '内线 803',
  police: '演练派出所，内线 804',
  cyberspace: '演练网信办，内线 805',
  street: '演练街道，内线 806',
  faces: 'unused',
  cameras: 'used',
  effectiveOn: '',
};

/** The visitor that the tour plays: in which room of the practice vault, and the phone that they say, the owner's there. */
export const TOUR_VISITOR = { room: '甲苑1-1-101', phone: '14110002733' } as const;

/** Counter tasks of the guided tour, in their order; each ticks itself once it was done. */
export const TOUR_TASKS = [
  'search-room',
  'search-initials',
  'search-phone',
  'task',
  'open',
  'verify',
  'reveal',
  'note',
  'lock',
] as const;
export type TourTask = (typeof TOUR_TASKS)[number];
