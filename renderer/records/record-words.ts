/** One line that tells a record from the others of its kind, of what is open of it but the room, which is a link. Pure. */
import type { Translate } from '../messages/translate.ts';
import type { SpaceKind } from '../../contract/fields.ts';
import type { RecordView } from '../../contract/people/views.ts';
import { assertNever } from '../../contract/result.ts';

const joined = (...parts: readonly (string | null | undefined)[]): string =>
  parts.filter((part) => part !== null && part !== undefined && part !== '').join(' · ');

/** `2024-03-01 — 2025-02-28`, or the one day that is known. */
export function spanOf(t: Translate, from: string | null, until: string | null): string {
  if (from !== null && until !== null) return `${from} — ${until}`;
  if (from !== null) return t('records.from', { day: from });
  return until === null ? '' : t('records.until', { day: until });
}

type Vehicle = Pick<Extract<RecordView, { readonly kind: 'vehicle' }>, 'brand' | 'colour' | 'vehicleKind'>;
export const lineOfVehicle = ({
  plateMask,
  brand,
  colour,
  vehicleKind,
}: Vehicle & { readonly plateMask: string | undefined }): string =>
  joined(plateMask, brand, colour, vehicleKind);

type Space = Pick<
  Extract<RecordView, { readonly kind: 'space' }>,
  'code' | 'carPark' | 'plateMask' | 'from' | 'until'
> & { readonly spaceKind: SpaceKind | null };
export const lineOfSpace = (
  t: Translate,
  { code, carPark, spaceKind, plateMask, from, until }: Space,
): string =>
  joined(
    code,
    carPark,
    spaceKind === null ? null : t(`spaceKinds.${spaceKind}`),
    plateMask,
    spanOf(t, from, until),
  );

export function lineOf(t: Translate, record: RecordView): string {
  switch (record.kind) {
    case 'occupancy':
      return joined(t(`relations.${record.relation}`), record.share, spanOf(t, record.from, record.until));
    case 'lease':
      return spanOf(t, record.from, record.until);
    case 'vehicle':
      return lineOfVehicle({
        ...record,
        plateMask: record.fields.find(({ field }) => field === 'plate')?.mask,
      });
    case 'space':
      return lineOfSpace(t, record);
    case 'renovation':
      return joined(
        spanOf(t, record.from, record.until),
        record.deposit === null
          ? null
          : t('records.deposit', { deposit: record.deposit.toLocaleString('en') }),
      );
    case 'pet':
      return joined(
        record.breed,
        record.vaccinatedOn === null ? null : t('records.vaccinated', { day: record.vaccinatedOn }),
      );
    case 'notice':
      return joined(
        t(`purposes.${record.purpose}`),
        t(`bases.${record.basis}`),
        record.noticeVersion,
        record.way === null ? null : t(`noticeWays.${record.way}`),
        record.givenOn === null ? null : t('records.given', { day: record.givenOn }),
        record.consentedOn === null ? null : t('records.consented', { day: record.consentedOn }),
        record.consenter === 'guardian' ? t('consenters.guardian') : null,
        record.withdrawnOn === null ? null : t('records.withdrawn', { day: record.withdrawnOn }),
        record.follows === null ? null : t(`withdrawals.${record.follows}`),
      );
    default:
      return assertNever(record);
  }
}
