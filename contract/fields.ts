/** The closed list of a person's fields, read by search, sealing, masks, import, inventory and screens. A field without a tier or a mask does not compile. */

/**
 * Protection of a field.
 * - `open`: readable and shown to an unlocked session.
 * - `masked`: readable by an unlocked session (the counter searches it), masked on screen, revealed with a
 *   PIN by rule.
 * - `contact`, `identity`: sealed; opened only by a key that a person's PIN unwraps.
 */
export const TIERS = ['open', 'masked', 'contact', 'identity'] as const;
export type Tier = (typeof TIERS)[number];

/** Tiers whose values are sealed to a tier key (docs/keys.md). */
export const SEALED_TIERS = ['contact', 'identity'] as const;
export type SealedTier = (typeof SEALED_TIERS)[number];

/** How a value is shortened for the screen; `none` shows it whole, `hidden` shows that there is one. The masks are made in main/vault/values/mask.ts. */
const MASKS = [
  'none',
  'name',
  'phone',
  'email',
  'wechat',
  'address',
  'id-number',
  'birthday',
  'plate',
  'contact-person',
  'bank-card',
  'hidden',
] as const;
export type MaskName = (typeof MASKS)[number];

/** Kinds of records that a person may have beside their own fields, each any number of times, with its history. */
export const RECORD_KINDS = [
  'occupancy',
  'lease',
  'vehicle',
  'space',
  'renovation',
  'pet',
  'notice',
] as const;
export type RecordKind = (typeof RECORD_KINDS)[number];

/** Kinds of records that can end and are kept after that. */
export const ENDING_KINDS = ['occupancy', 'lease', 'space', 'renovation', 'notice'] as const;
export type EndingKind = (typeof ENDING_KINDS)[number];

/** Everything that the vault needs to know of a field. */
export interface FieldDefinition {
  readonly tier: Tier;
  readonly mask: MaskName;
  /** Most values of this field that one person may have, over all of their records. */
  readonly most: number;
  /** Longest accepted value, in UTF-16 code units. */
  readonly longest: number;
  /** Whether equal values are found by a keyed match tag (import duplicates, exact search). */
  readonly matched: boolean;
  /** `false` keeps the field out of forms and imports until an admin turns it on (contract/policy/lists.ts). */
  readonly offered?: false;
  /** Column headers of the spreadsheets in use, compared after trimming and removing spaces. */
  readonly columns: readonly string[];
  /**
   * The note or kind of record that it belongs to; absent for a field of the person's own record. The feature
   * of that record adds and lists such a field. Its values are sealed to the person all the same.
   */
  readonly of?: 'note' | RecordKind;
}

const define = <const T extends Readonly<Record<string, FieldDefinition>>>(fields: T): T => fields;

/** Of what a person has once. */
const SINGLE = { most: 1, matched: false } as const;
/** Of what a person's records have, one in each. */
const IN_RECORDS = { most: 50, matched: false, columns: [] } as const;

/** Definition of every field by its id. */
export const FIELDS = define({
  name: {
    tier: 'masked',
    mask: 'name',
    ...SINGLE,
    longest: 100,
    columns: [
      '业主名称',
      '业主姓名',
      '姓名',
      '业主',
      '住户姓名',
      '客户名称',
      '客户姓名',
      '产权人',
      '名称',
      'name',
      'owner',
    ],
  },
  sex: {
    tier: 'open',
    mask: 'none',
    ...SINGLE,
    longest: 6,
    columns: ['性别', 'sex', 'gender'],
  },
  phone: {
    tier: 'contact',
    mask: 'phone',
    most: 6,
    longest: 40,
    matched: true,
    columns: [
      '手机号',
      '手机号码',
      '手机',
      '电话',
      '联系电话',
      '联系方式',
      '业主电话',
      '业主手机',
      '电话号码',
      'phone',
      'mobile',
    ],
  },
  email: {
    tier: 'contact',
    mask: 'email',
    most: 2,
    longest: 120,
    matched: false,
    columns: ['邮箱', '电子邮箱', 'email', 'e-mail'],
  },
  wechat: {
    tier: 'contact',
    mask: 'wechat',
    most: 2,
    longest: 60,
    matched: false,
    columns: ['微信', '微信号', 'wechat'],
  },
  address: {
    tier: 'contact',
    mask: 'address',
    most: 2,
    longest: 200,
    matched: false,
    columns: ['户籍地址', '通讯地址', '联系地址', '家庭住址', '地址', 'address'],
  },
  emergency: {
    tier: 'contact',
    mask: 'contact-person',
    most: 2,
    longest: 120,
    matched: false,
    columns: ['紧急联系人', '紧急联系电话', '紧急联系方式', 'emergency contact'],
  },
  remark: {
    tier: 'contact',
    mask: 'hidden',
    ...SINGLE,
    longest: 2000,
    columns: ['备注', '说明', 'remark', 'note'],
  },
  idNumber: {
    tier: 'identity',
    mask: 'id-number',
    most: 1,
    longest: 40,
    matched: true,
    columns: ['身份证号', '身份证号码', '身份证', '证件号', '证件号码', 'id number', 'id'],
  },
  birthday: {
    tier: 'identity',
    mask: 'birthday',
    ...SINGLE,
    longest: 10,
    columns: ['出生日期', '生日', 'birthday'],
  },
  bankCard: {
    tier: 'identity',
    mask: 'bank-card',
    ...SINGLE,
    longest: 40,
    offered: false,
    columns: ['银行卡号', '银行卡', '银行卡号码', '银行账号', '扣款账号', 'bank card'],
  },
  plate: {
    tier: 'masked',
    mask: 'plate',
    most: 10,
    longest: 12,
    matched: false,
    columns: ['车牌号', '车牌', '车牌号码', 'plate'],
  },
  note: {
    tier: 'contact',
    mask: 'hidden',
    most: 10_000,
    longest: 500,
    matched: false,
    columns: [],
    of: 'note',
  },
  guardian: {
    tier: 'identity',
    mask: 'contact-person',
    most: 2,
    longest: 120,
    matched: false,
    columns: ['监护人', '监护人姓名', '监护人信息', '家长', 'guardian'],
  },
  certificate: {
    tier: 'identity',
    mask: 'hidden',
    longest: 80,
    ...IN_RECORDS,
    of: 'occupancy',
  },
  contractor: {
    tier: 'contact',
    mask: 'name',
    longest: 100,
    ...IN_RECORDS,
    of: 'renovation',
  },
  contractorPhone: {
    tier: 'contact',
    mask: 'phone',
    longest: 40,
    ...IN_RECORDS,
    of: 'renovation',
  },
  foreman: {
    tier: 'contact',
    mask: 'contact-person',
    longest: 120,
    ...IN_RECORDS,
    of: 'renovation',
  },
  petLicence: {
    tier: 'identity',
    mask: 'hidden',
    longest: 60,
    ...IN_RECORDS,
    of: 'pet',
  },
});

export type FieldId = keyof typeof FIELDS;
/** Every field id, in the order of `FIELDS`. */
export const FIELD_IDS = Object.keys(FIELDS) as readonly FieldId[];

/** Fields whose values are sealed, as a type, so that sealing code cannot be given another. */
export type SealedFieldId = {
  [K in FieldId]: (typeof FIELDS)[K]['tier'] extends SealedTier ? K : never;
}[FieldId];

/** Every field whose values are sealed. */
export const SEALED_FIELD_IDS = FIELD_IDS.filter(
  (id): id is SealedFieldId => FIELDS[id].tier === 'contact' || FIELDS[id].tier === 'identity',
);

/** Fields that are used only after an admin has turned them on. */
export type SwitchedFieldId = {
  [K in FieldId]: (typeof FIELDS)[K] extends { readonly offered: false } ? K : never;
}[FieldId];
/** Every field that is used only after an admin has turned it on. */
export const SWITCHED_FIELD_IDS = FIELD_IDS.filter(
  (id): id is SwitchedFieldId => (FIELDS[id] as FieldDefinition).offered === false,
);

/** Whether forms and imports accept new values of a field. Values stored before it was turned off stay masked and revealable. */
export const isOffered = (field: FieldId, switchedOn: readonly SwitchedFieldId[]): boolean =>
  !SWITCHED_FIELD_IDS.some((id) => id === field) || switchedOn.some((id) => id === field);

/** The note or kind of record that a field belongs to; null for a field of the person's own record. */
export const belongsTo = (field: FieldId): 'note' | RecordKind | null =>
  (FIELDS[field] as FieldDefinition).of ?? null;

/** Fields of the person's own record, which forms, imports and the record page show. */
export type OwnFieldId = {
  [K in FieldId]: (typeof FIELDS)[K] extends { readonly of: string } ? never : K;
}[FieldId];
/** Every field of the person's own record. */
export const OWN_FIELD_IDS = FIELD_IDS.filter((id): id is OwnFieldId => !('of' in FIELDS[id]));

/** Sealed fields of the person's own record. */
export type OwnSealedFieldId = OwnFieldId & SealedFieldId;
/** Every sealed field of the person's own record. */
export const OWN_SEALED_FIELD_IDS = SEALED_FIELD_IDS.filter(
  (id): id is OwnSealedFieldId => !('of' in FIELDS[id]),
);

/** Fields of the `contact` tier. */
export type ContactFieldId = {
  [K in SealedFieldId]: (typeof FIELDS)[K]['tier'] extends 'contact' ? K : never;
}[SealedFieldId];

/** Fields that a reveal can show: all that are not open. */
export type RevealableFieldId = Exclude<FieldId, 'sex'>;
/** Every field that a reveal can show. */
export const REVEALABLE_FIELD_IDS = FIELD_IDS.filter(
  (id): id is RevealableFieldId => FIELDS[id].tier !== 'open',
);

/** The tier whose key seals a field's values. */
export function sealedTierOf(field: SealedFieldId): SealedTier {
  return FIELDS[field].tier;
}

/** A person's relation to a room. `right-of-residence`: the right to live there that was registered for somebody in another's property (Civil Code, 366). */
export const RELATIONS = [
  'owner',
  'co-owner',
  'right-of-residence',
  'family',
  'tenant',
  'temporary',
] as const;
export type Relation = (typeof RELATIONS)[number];

/** Kinds of identity document. `resident-id` is the resident identity card (GB 11643). */
export const ID_TYPES = [
  'resident-id',
  'residence-permit',
  'permanent-residence',
  'passport',
  'company-code',
  'other',
] as const;
export type IdType = (typeof ID_TYPES)[number];

/** A human being, or a company that owns or rents. */
export const PERSON_KINDS = ['person', 'company'] as const;
export type PersonKind = (typeof PERSON_KINDS)[number];

/** Sex as the records keep it. */
export const SEXES = ['male', 'female', 'unknown'] as const;
export type Sex = (typeof SEXES)[number];

/** Status of a room: 未销售 已交房 未入住 装修中 已装修 已入住 已出租 空闲. Another word in a workbook is kept as text. */
export const ROOM_STATUSES = [
  'unsold',
  'handed-over',
  'not-lived-in',
  'renovating',
  'renovated',
  'lived-in',
  'let',
  'vacant',
] as const;
export type RoomStatus = (typeof ROOM_STATUSES)[number];

/** How somebody has a parking space. */
export const SPACE_KINDS = ['owned', 'leased', 'temporary'] as const;
export type SpaceKind = (typeof SPACE_KINDS)[number];

/** Purposes for which a person's data is processed, each with a legal basis of its own (PIPL, Articles 13 and 14). */
export const PURPOSES = [
  'service',
  'fees',
  'parking',
  'access',
  'renovation',
  'notices',
  'emergency',
  'ownership',
  'pets',
  'identity',
  'bank',
  'minors',
  'rights',
  'other',
] as const;
export type Purpose = (typeof PURPOSES)[number];

/** Legal bases (PIPL, Article 13): consent, a contract, a legal duty, an emergency, data that is already public. */
export const BASES = ['consent', 'contract', 'legal-duty', 'emergency', 'public'] as const;
export type Basis = (typeof BASES)[number];

/** How somebody was told: a notice that they signed for, at the counter, or posted where they live. */
export const NOTICE_WAYS = ['signed', 'counter', 'posted'] as const;
export type NoticeWay = (typeof NOTICE_WAYS)[number];

/** Who was told and consents: the person, or the guardian of somebody under fourteen (PIPL, Article 31). */
export const CONSENTERS = ['self', 'guardian'] as const;
export type Consenter = (typeof CONSENTERS)[number];

/** Consequences of a withdrawal (PIPL, Articles 15 and 47): deleted, kept and not used, or used on another basis. */
export const WITHDRAWALS = ['delete', 'restrict', 'other-basis'] as const;
export type Withdrawal = (typeof WITHDRAWALS)[number];

/** Details of rooms and records that are in clear to an unlocked session, as log entries and failures name them. */
export const OPEN_DETAILS = [
  'room',
  'relation',
  'share',
  'from',
  'until',
  'brand',
  'colour',
  'vehicleKind',
  'carPark',
  'code',
  'spaceKind',
  'deposit',
  'breed',
  'vaccinatedOn',
  'purpose',
  'basis',
  'noticeVersion',
  'givenOn',
  'consentedOn',
  'withdrawnOn',
  'way',
  'consenter',
  'follows',
  'floor',
  'totalFloors',
  'lift',
  'layout',
  'area',
  'innerArea',
  'sharedArea',
  'usage',
  'status',
  'deliveredOn',
] as const;
export type OpenDetail = (typeof OPEN_DETAILS)[number];

/** Reasons for opening or replacing a value. `other` needs words of its own. */
export const REASONS = [
  'repair',
  'fees',
  'handover',
  'renovation',
  'parking',
  'transfer',
  'moving-out',
  'door-card',
  'parcel',
  'visitor',
  'blocking-car',
  'emergency',
  'authority',
  'subject-request',
  'correction',
  'other',
] as const;
export type Reason = (typeof REASONS)[number];
/** A reason that an admin has added. It is numbered once and for good, so that an entry of the log can name it. */
export type OwnReasonId = `own-${number}`;
/** Any reason that an entry of the log may name. */
export type ReasonId = Reason | OwnReasonId;

/** Roles of the staff. */
export const ROLES = ['receptionist', 'supervisor', 'admin'] as const;
export type Role = (typeof ROLES)[number];

/** Sealed tiers that each role holds grants for (docs/keys.md, Roles). */
export const ROLE_TIERS: Readonly<Record<Role, readonly SealedTier[]>> = {
  receptionist: ['contact'],
  supervisor: ['contact', 'identity'],
  admin: [],
};
