/** Handing an estate over when the service ends (Civil Code, contracts of property service). Without schemas, so that pages can read it. */

/** Who takes it over: the committee, owners who manage themselves, or whom they name. */
export const HANDOVER_RECIPIENTS = ['committee', 'owners', 'named'] as const;
/** One of them. */
export type TransferRecipient = (typeof HANDOVER_RECIPIENTS)[number];

/** Fields of residents that the file may hold. Rooms, relations and names always are in it. */
export const HANDOVER_FIELDS = [
  'phone',
  'plate',
  'space',
  'emergency',
  'email',
  'wechat',
  'address',
  'idNumber',
] as const;
/** One of them. */
export type TransferField = (typeof HANDOVER_FIELDS)[number];
/** Chosen at first: what a service cannot do without. */
export const USUAL_HANDOVER_FIELDS: readonly TransferField[] = ['phone', 'plate', 'space'];

/**
 * `ordered`: two people have agreed, and everybody can stop it for a day. `stopped`: somebody has. `writing`: the file is being made, or a kill has
 * cut that off. `failed`: it could not be written. `given`: it is out. `confirmed`: the recipient has it and opens it. `erased`: the people are deleted here.
 */
export const HANDOVER_STATES = [
  'ordered',
  'stopped',
  'writing',
  'failed',
  'given',
  'confirmed',
  'erased',
] as const;
/** How it stands with one. */
export type TransferState = (typeof HANDOVER_STATES)[number];

/** Hours between an order and its file. */
export const HANDOVER_WAIT_HOURS = 24;
/** Days after which an order that was not carried out is over. */
export const HANDOVER_ORDER_DAYS = 14;
/** How many are listed. */
export const MAX_HANDOVERS_LISTED = 50;

/** The number of one: H-0003. */
export const transferNumber = (transferId: number): string =>
  `H-${String(transferId % 2 ** 32).padStart(4, '0')}`;

/** Its actions, as log and papers call them. */
export const ESTATE_TRANSFER_ACTION_WORDS = {
  'estate-transfer-order': ['发起项目移交', 'Estate transfer ordered'],
  'estate-transfer-stop': ['终止项目移交', 'Estate transfer stopped'],
  'estate-transfer-give': ['移交文件已交出', 'Estate transfer file made'],
  'estate-transfer-confirm': ['登记移交确认', 'Estate transfer confirmed'],
} as const;
