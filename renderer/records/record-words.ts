/** One line that tells a record from the others of its kind, of what is open of it but the room, which is a link. Pure. */
import type { TFunction } from 'i18next';
import type { RecordView } from '../../contract/views.ts';
import { assertNever } from '../../contract/result.ts';

const joined = (...parts: readonly (string | null | undefined)[]): string => parts.filter((part) => part !== null && part !== undefined && part !== '').join(' · ');

/** `2024-03-01 — 2025-02-28`, open at either end. */
export const spanOf = (from: string | null, until: string | null): string => (from === null && until === null ? '' : `${from ?? '…'} — ${until ?? '…'}`);

export function lineOf(t: TFunction, record: RecordView): string {
  switch (record.kind) {
    case 'occupancy': return joined(t(`relations.${record.relation}`), record.share, spanOf(record.from, record.until));
    case 'lease': return spanOf(record.from, record.until);
    case 'vehicle': return joined(record.fields.find(({ field }) => field === 'plate')?.mask, record.brand, record.colour, record.vehicleKind);
    case 'space': return joined(record.code, record.carPark, t(`spaceKinds.${record.spaceKind}`), record.plateMask, spanOf(record.from, record.until));
    case 'renovation': return joined(spanOf(record.from, record.until), record.deposit === null ? null : t('records.deposit', { deposit: record.deposit }));
    case 'pet': return joined(record.breed, record.vaccinatedOn === null ? null : t('records.vaccinated', { day: record.vaccinatedOn }));
    case 'notice': return joined(
      t(`purposes.${record.purpose}`), t(`bases.${record.basis}`), record.noticeVersion,
      record.givenOn === null ? null : t('records.given', { day: record.givenOn }),
      record.consentedOn === null ? null : t('records.consented', { day: record.consentedOn }),
      record.withdrawnOn === null ? null : t('records.withdrawn', { day: record.withdrawnOn }),
    );
    default: return assertNever(record);
  }
}
