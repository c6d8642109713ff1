/** How each kind of record is stored: its table and the column of each open detail. */
import type { OpenDetail, RecordKind } from '../../../contract/fields.ts';
import type { NumberedTable } from '../store/tables.ts';

/** Storage of one kind of record. */
export interface RecordTable {
  readonly name: NumberedTable;
  /** Columns by the names of the details in the contract. */
  readonly columns: Readonly<Partial<Record<OpenDetail | 'vehicle', string>>>;
  /** The record belongs to a room. */
  readonly ofRoom: boolean;
  /** The record has an ordinal, to which its sealed values are bound. */
  readonly placed: boolean;
  /** The record can end: it has ended where `until_date` is not after today. */
  readonly ends: boolean;
}

const SPAN = { from: 'from_date', until: 'until_date' } as const;

/** Storage of every kind of record. */
export const RECORD_TABLES: Readonly<Record<RecordKind, RecordTable>> = {
  occupancy: {
    name: 'occupancy',
    columns: { relation: 'relation', share: 'share', ...SPAN },
    ofRoom: true,
    placed: true,
    ends: true,
  },
  lease: { name: 'lease', columns: SPAN, ofRoom: true, placed: false, ends: true },
  vehicle: {
    name: 'vehicle',
    columns: { brand: 'brand', colour: 'colour', vehicleKind: 'kind' },
    ofRoom: false,
    placed: true,
    ends: false,
  },
  space: {
    name: 'space',
    columns: { code: 'code', carPark: 'car_park', spaceKind: 'kind', vehicle: 'vehicle_id', ...SPAN },
    ofRoom: false,
    placed: false,
    ends: true,
  },
  renovation: {
    name: 'renovation',
    columns: { deposit: 'deposit', ...SPAN },
    ofRoom: true,
    placed: true,
    ends: true,
  },
  pet: {
    name: 'pet',
    columns: { breed: 'breed', vaccinatedOn: 'vaccinated_on' },
    ofRoom: false,
    placed: true,
    ends: false,
  },
  notice: {
    name: 'notice',
    ofRoom: false,
    placed: false,
    ends: false,
    columns: {
      purpose: 'purpose',
      basis: 'basis',
      noticeVersion: 'notice_version',
      givenOn: 'given_on',
      consentedOn: 'consented_on',
      withdrawnOn: 'withdrawn_on',
      way: 'way',
      consenter: 'consenter',
      follows: 'follows',
    },
  },
};
