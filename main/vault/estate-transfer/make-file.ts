/**
 * The file of a handover: a workbook under a password of the vault's own, of the fields that the order names and no other. A supervisor's keys open
 * the values, an admin stands beside, a day after both have ordered it.
 */
import type { TransferField } from '../../../contract/estate-transfer/lists.ts';
import type { Relation } from '../../../contract/fields.ts';
import type { PersonId } from '../../../contract/ids.ts';
import type { RouteReply, RouteRequest } from '../../../contract/routes.ts';
import { AppError } from '../app-error.ts';
import { dayOf } from '../clock.ts';
import { aboutSheet } from '../disclosures/about-sheet.ts';
import { give, requireDueOn } from '../disclosures/give.ts';
import type { ErasureWatcher } from '../erasure/erase-people.ts';
import type { VaultContext } from '../feature.ts';
import { bothOf, cosignedBy } from '../key-change/dual-control.ts';
import { done } from '../log/done.ts';
import { readSealedValues } from '../people/sealed-values.ts';
import { sealFile } from '../sealed-files/seal-file.ts';
import type { SheetOfText } from '../sealed-files/workbook.ts';
import { type Outgoing, leaveOut } from '../retention-rules/outgoing.ts';
import { commit } from '../session/commit.ts';
import { openValue, withTiers } from '../session/open-values.ts';
import { ownProof } from '../session/with-own-pin.ts';
import { withOfficer } from '../company-facts/officer.ts';
import { readCompany } from '../company-facts/read-company.ts';
import { pdfMarkOf } from '../session/pdf-mark.ts';
import type { Session } from '../session/session.ts';
import { paperMarkOf } from '../session/trace-mark.ts';
import { type VerifiedStaff, withSlots } from '../session/with-slots.ts';
import { sealedValuesSchema } from '../store/schema/sealed-values.ts';
import { sql } from '../store/sql.ts';
import { type Named, readOutgoing } from './read-outgoing.ts';
import { type TransferRow, fieldsOf, readTransfers, requireTransfer, windowOf } from './read-transfers.ts';
import { TRANSFER_FIELD_WORDS } from '../../../contract/vocabulary/disclosures.ts';
import { inChinese } from '../../../contract/vocabulary/wording.ts';
import { RELATION_WORDS } from '../../../contract/vocabulary/records.ts';

/** Sealed fields that an order may name. */
const SEALED = sealedValuesSchema.tables.sealed_value.shown.transfer;
type SealedTransferField = (typeof SEALED)[number];
/** People between two looks at the signal. */
const AT_ONCE = 50;

/** Errors: `not-found` (no such order, or no file was picked), `estate-transfer-early`, `estate-transfer-late`, `cancelled`; those of `withSlots`, `bothOf` and `give`. */
export async function makeTransfer(
  session: Session,
  { transferId, fileId, dueOn: day, pin, other, approver }: RouteRequest<'estateTransfer.make'>,
  { pickedFiles }: Pick<VaultContext, 'pickedFiles'>,
  watcher: ErasureWatcher,
): Promise<RouteReply<'estateTransfer.make'>> {
  const path = pickedFiles.pathOf(fileId, 'disclosure');
  const dueOn = requireDueOn(session, day);
  const proofs = withOfficer([ownProof(session, pin), other], approver);
  return withSlots(session, proofs, async (present) => {
    const { supervisor } = bothOf(present);
    const row = await requireTransfer(session, session.store, transferId, 'ordered', 'failed');
    const { from, until } = windowOf(row);
    const now = session.clock.now();
    if (now < from) throw new AppError('estate-transfer-early', { from });
    if (now > until) throw new AppError('estate-transfer-late');
    const people = await readOutgoing(session, row.estate);
    const fields = fieldsOf(row);
    const values = await openAll(session, supervisor, people, fields, watcher);
    const gift = {
      ...giftOf(row, people, dueOn),
      // One entry for each person, with the fields that the file has of them.
      values: await leaveOut(
        session,
        people.map(({ personId }) => ({ personId, field: ['name', ...fields].join(',') })),
      ),
    } as const;
    const sheets = [
      peopleSheet(people, fields, values, await homesOf(session)),
      ...(fields.includes('plate') ? [await platesSheet(session, people)] : []),
      ...(fields.includes('space') ? [await spacesSheet(session, people)] : []),
      aboutSheet(await readCompany(session.store), gift, pdfMarkOf(await paperMarkOf(session))),
    ];
    await setState(session, transferId, 'writing');
    const given = await give(session, present, path, gift, (password) =>
      sealFile({ of: 'workbook', sheets, password }),
    ).catch(async (error: unknown) => {
      await setState(session, transferId, 'failed');
      throw error;
    });
    const { disclosureId, password, sha256 } = given;
    await commit(session, async (tx) => {
      await tx.run(sql`
        UPDATE estate_transfer SET state = 'given', given_at = ${session.clock.now()}, given_by = ${session.signedIn.staffId}, people = ${people.length},
          disclosure_id = ${disclosureId} WHERE id = ${transferId}`);
      return [
        done('estate-transfer-give', { transfer: transferId, disclosure: disclosureId }, cosignedBy(present)),
      ];
    });
    return { view: await readTransfers(session), disclosureId, password, sha256 };
  });
}

const setState = (session: Session, transferId: number, state: 'writing' | 'failed'): Promise<void> =>
  session.store.runAlone(sql`UPDATE estate_transfer SET state = ${state} WHERE id = ${transferId}`);

function giftOf(row: TransferRow, people: Outgoing<Named>, dueOn: string) {
  return {
    kind: 'estate-transfer',
    format: 'xlsx',
    personId: null,
    scope: (row.estate ?? '').slice(0, 60),
    people: people.length,
    recipient: row.recipient,
    asked: null,
    officer: row.officer,
    document: row.document,
    purpose: row.purpose,
    dueOn,
  } as const;
}

type Values = ReadonlyMap<PersonId, Readonly<Partial<Record<SealedTransferField, string>>>>;

async function openAll(
  session: Session,
  supervisor: VerifiedStaff,
  people: readonly Named[],
  fields: readonly TransferField[],
  { onDone, signal }: ErasureWatcher,
): Promise<Values> {
  const wanted = SEALED.filter((field) => fields.includes(field));
  const tiers = wanted.includes('idNumber') ? (['contact', 'identity'] as const) : (['contact'] as const);
  if (wanted.length === 0) return new Map();
  return withTiers(session, supervisor, tiers, async (keys) => {
    const opened = new Map<PersonId, Partial<Record<SealedTransferField, string>>>();
    for (const [at, { personId }] of people.entries()) {
      const own: Partial<Record<SealedTransferField, string>> = {};
      for (const row of await readSealedValues(session.store, personId)) {
        const field = wanted.find((one) => one === row.field);
        if (field === undefined) continue;
        const value = openValue(session, keys, personId, row);
        own[field] = own[field] === undefined ? value : `${own[field]}、${value}`;
      }
      opened.set(personId, own);
      if ((at + 1) % AT_ONCE > 0) continue;
      onDone(at + 1, people.length);
      if (signal.aborted) throw new AppError('cancelled');
    }
    return opened;
  });
}

interface Home {
  readonly personId: PersonId;
  readonly label: string;
  readonly relation: Relation;
}

/** Where everybody lives now. */
async function homesOf({ store, clock }: Session): Promise<ReadonlyMap<PersonId, readonly Home[]>> {
  const rows = await store.all<Home>(sql`
    SELECT o.person_id AS personId, r.label, o.relation FROM occupancy o JOIN room r ON r.id = o.room_id
    WHERE o.until_date IS NULL OR o.until_date > ${dayOf(clock.now())} ORDER BY r.canonical, o.id`);
  const homes = new Map<PersonId, Home[]>();
  for (const row of rows) homes.set(row.personId, [...(homes.get(row.personId) ?? []), row]);
  return homes;
}

function peopleSheet(
  people: readonly Named[],
  fields: readonly TransferField[],
  values: Values,
  homes: ReadonlyMap<PersonId, readonly Home[]>,
): SheetOfText {
  const sealed = SEALED.filter((field) => fields.includes(field));
  return {
    name: '人员',
    lines: [
      ['房号', '关系', '姓名', ...sealed.map((field) => inChinese(TRANSFER_FIELD_WORDS[field]))],
      ...people.flatMap(({ personId, name }) => {
        const own = sealed.map((field) => values.get(personId)?.[field] ?? '');
        const lives = homes.get(personId) ?? [];
        return lives.length === 0
          ? [['', '', name, ...own]]
          : lives.map(({ label, relation }) => [label, inChinese(RELATION_WORDS[relation]), name, ...own]);
      }),
    ],
    widths: [18, 10, 16, ...sealed.map(() => 20)],
  };
}

interface Plate {
  readonly personId: PersonId;
  readonly plate: string;
  readonly brand: string | null;
  readonly colour: string | null;
}

async function platesSheet({ store }: Session, people: readonly Named[]): Promise<SheetOfText> {
  const names = new Map(people.map(({ personId, name }) => [personId, name]));
  const rows = await store.all<Plate>(
    sql`SELECT person_id AS personId, plate, brand, colour FROM vehicle ORDER BY person_id, ordinal`,
  );
  return {
    name: '车辆',
    lines: [
      ['姓名', '车牌', '品牌', '颜色'],
      ...rows
        .filter(({ personId }) => names.has(personId))
        .map(({ personId, plate, brand, colour }) => [
          names.get(personId) ?? '',
          plate,
          brand ?? '',
          colour ?? '',
        ]),
    ],
    widths: [16, 14, 12, 10],
  };
}

interface Space {
  readonly personId: PersonId;
  readonly carPark: string | null;
  readonly code: string;
}

async function spacesSheet({ store, clock }: Session, people: readonly Named[]): Promise<SheetOfText> {
  const names = new Map(people.map(({ personId, name }) => [personId, name]));
  const rows = await store.all<Space>(sql`
    SELECT person_id AS personId, car_park AS carPark, code FROM space
    WHERE until_date IS NULL OR until_date > ${dayOf(clock.now())} ORDER BY person_id, id`);
  return {
    name: '车位',
    lines: [
      ['姓名', '停车场', '车位号'],
      ...rows
        .filter(({ personId }) => names.has(personId))
        .map(({ personId, carPark, code }) => [names.get(personId) ?? '', carPark ?? '', code]),
    ],
    widths: [16, 16, 12],
  };
}
