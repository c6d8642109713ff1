/**
 * The one list of a person's fields. Search, sealing, masks, import, inventory and screens read it; a field that is
 * not here does not exist, and one without a tier or a mask does not compile.
 */

/**
 * - `open`: readable and shown to an unlocked session.
 * - `masked`: readable by an unlocked session (the counter searches it), masked on screen, revealed with a PIN by rule.
 * - `contact`, `identity`: sealed; opened only by a key that a person's PIN unwraps.
 */
export const TIERS = ['open', 'masked', 'contact', 'identity'] as const;
export type Tier = (typeof TIERS)[number];

export const SEALED_TIERS = ['contact', 'identity'] as const;
export type SealedTier = (typeof SEALED_TIERS)[number];

export const MASKS = [
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

/** What is kept of somebody beside their own fields, each any number of times, with its history. */
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

/** Those that come to an end and are kept. */
export const ENDING_KINDS = ['occupancy', 'lease', 'space', 'renovation', 'notice'] as const;
export type EndingKind = (typeof ENDING_KINDS)[number];

export interface FieldDefinition {
  readonly tier: Tier;
  readonly mask: MaskName;
  /** How many values one person may have; of a record, how many of those records. */
  readonly most: number;
  /** Longest accepted value, in UTF-16 code units. */
  readonly longest: number;
  /** Finds equal values by a keyed match tag (import duplicates, exact search). */
  readonly matched: boolean;
  /** False where it is kept out of forms and imports until an admin turns it on (contract/policy/lists.ts). */
  readonly offered?: false;
  /** Column headers of the spreadsheets in use, compared after trimming and removing spaces. */
  readonly columns: readonly string[];
  /**
   * What it belongs to, where that is not the person's own record: such a field is added, listed and left out of forms by its own
   * feature. Its values are sealed to the person all the same.
   */
  readonly of?: 'note' | RecordKind;
}

const define = <const T extends Readonly<Record<string, FieldDefinition>>>(fields: T): T => fields;

export const FIELDS = define({
  name: {
    tier: 'masked',
    mask: 'name',
    most: 1,
    longest: 100,
    matched: false,
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
    most: 1,
    longest: 6,
    matched: false,
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
    most: 1,
    longest: 2000,
    matched: false,
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
    most: 1,
    longest: 10,
    matched: false,
    columns: ['出生日期', '生日', 'birthday'],
  },
  bankCard: {
    tier: 'identity',
    mask: 'bank-card',
    most: 1,
    longest: 40,
    matched: false,
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
    most: 50,
    longest: 80,
    matched: false,
    columns: [],
    of: 'occupancy',
  },
  contractor: {
    tier: 'contact',
    mask: 'name',
    most: 50,
    longest: 100,
    matched: false,
    columns: [],
    of: 'renovation',
  },
  contractorPhone: {
    tier: 'contact',
    mask: 'phone',
    most: 50,
    longest: 40,
    matched: false,
    columns: [],
    of: 'renovation',
  },
  foreman: {
    tier: 'contact',
    mask: 'contact-person',
    most: 50,
    longest: 120,
    matched: false,
    columns: [],
    of: 'renovation',
  },
  petLicence: {
    tier: 'identity',
    mask: 'hidden',
    most: 50,
    longest: 60,
    matched: false,
    columns: [],
    of: 'pet',
  },
});

export type FieldId = keyof typeof FIELDS;
export const FIELD_IDS = Object.keys(FIELDS) as readonly FieldId[];

/** The fields whose value is sealed, as a type, so that sealing code cannot be handed another. */
export type SealedFieldId = {
  [K in FieldId]: (typeof FIELDS)[K]['tier'] extends SealedTier ? K : never;
}[FieldId];

export const SEALED_FIELD_IDS = FIELD_IDS.filter(
  (id): id is SealedFieldId => FIELDS[id].tier === 'contact' || FIELDS[id].tier === 'identity',
);

/** The fields that are used only once an admin has turned them on. */
export type SwitchedFieldId = {
  [K in FieldId]: (typeof FIELDS)[K] extends { readonly offered: false } ? K : never;
}[FieldId];
export const SWITCHED_FIELD_IDS = FIELD_IDS.filter(
  (id): id is SwitchedFieldId => (FIELDS[id] as FieldDefinition).offered === false,
);

/** Whether forms and imports take new values of a field; what was kept before it was turned off stays, masked and revealable. */
export const isOffered = (field: FieldId, switchedOn: readonly SwitchedFieldId[]): boolean =>
  !SWITCHED_FIELD_IDS.some((id) => id === field) || switchedOn.some((id) => id === field);

/** Whose field it is; null for the person's own. */
export const belongsTo = (field: FieldId): 'note' | RecordKind | null =>
  (FIELDS[field] as FieldDefinition).of ?? null;

/** The fields of the person's own record, which forms, imports and the record itself go by. */
export type OwnFieldId = {
  [K in FieldId]: (typeof FIELDS)[K] extends { readonly of: string } ? never : K;
}[FieldId];
export const OWN_FIELD_IDS = FIELD_IDS.filter((id): id is OwnFieldId => !('of' in FIELDS[id]));

export type OwnSealedFieldId = OwnFieldId & SealedFieldId;
export const OWN_SEALED_FIELD_IDS = SEALED_FIELD_IDS.filter(
  (id): id is OwnSealedFieldId => !('of' in FIELDS[id]),
);

export type ContactFieldId = {
  [K in SealedFieldId]: (typeof FIELDS)[K]['tier'] extends 'contact' ? K : never;
}[SealedFieldId];

/** The fields that a reveal can show. */
export type RevealableFieldId = Exclude<FieldId, 'sex'>;
export const REVEALABLE_FIELD_IDS = FIELD_IDS.filter(
  (id): id is RevealableFieldId => FIELDS[id].tier !== 'open',
);

export function sealedTierOf(field: SealedFieldId): SealedTier {
  return FIELDS[field].tier;
}

/** What a person is to a room. */
export const RELATIONS = ['owner', 'co-owner', 'family', 'tenant', 'temporary'] as const;
export type Relation = (typeof RELATIONS)[number];

export const ID_TYPES = [
  'resident-id',
  'residence-permit',
  'permanent-residence',
  'passport',
  'company-code',
  'other',
] as const;
export type IdType = (typeof ID_TYPES)[number];

export const PERSON_KINDS = ['person', 'company'] as const;
export type PersonKind = (typeof PERSON_KINDS)[number];

export const SEXES = ['male', 'female', 'unknown'] as const;
export type Sex = (typeof SEXES)[number];

/** 未销售 已交房 未入住 装修中 已装修 已入住 已出租 空闲; other words, from a workbook, are kept as they are. */
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

export const SPACE_KINDS = ['owned', 'leased', 'temporary'] as const;
export type SpaceKind = (typeof SPACE_KINDS)[number];

/** What somebody's data is used for, each with a basis of its own (PIPL 13, 14). */
export const PURPOSES = [
  'service',
  'fees',
  'parking',
  'access',
  'renovation',
  'notices',
  'marketing',
  'other',
] as const;
export type Purpose = (typeof PURPOSES)[number];

/** PIPL 13: consent, a contract, a legal duty, an emergency, data that is public already. */
export const BASES = ['consent', 'contract', 'legal-duty', 'emergency', 'public'] as const;
export type Basis = (typeof BASES)[number];

/** What rooms and records say in clear to an unlocked session. The log and failures name them by these. */
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

/** Why a value is opened or replaced. `other` needs words of its own. */
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

export const ROLES = ['receptionist', 'supervisor', 'admin'] as const;
export type Role = (typeof ROLES)[number];

/** Which sealed tiers a role holds grants for (docs/keys.md, Roles). */
export const ROLE_TIERS: Readonly<Record<Role, readonly SealedTier[]>> = {
  receptionist: ['contact'],
  supervisor: ['contact', 'identity'],
  admin: [],
};
