/** Ids of the parts of a vault, each a branded type, so that one kind is not passed for another. */
import { z } from 'zod';
import { numberSchema } from './numbers.ts';
import { type MarkedSchema, marked } from './marks.ts';

/** Id of a row: desk · 2³² + counter, at most 48 bits. Routes take ids of a kind (`idOf`). */
const rowIdSchema = numberSchema;

/** To whom an id leads, through the rows that it is of: whoever looks after none of them may not ask by it. */
type Leads = 'nobody' | 'people' | 'rooms' | 'both';

/** Ids of one kind of rows. `kind`: as the rows are called; to whom it leads says a feature of the vault (`leads` of feature.ts), unless that is nobody. */
export const idOf = <const K extends string, const L extends Leads>(
  kind: K,
  leads: L,
): MarkedSchema<typeof rowIdSchema, `${K}>${L}`> => marked(rowIdSchema, `${kind}>${leads}`);

/** Id of a person: a human being or a company. */
export const personIdSchema = marked(rowIdSchema.brand<'PersonId'>(), 'person>people');

/** Id of a room. */
export const roomIdSchema = marked(rowIdSchema.brand<'RoomId'>(), 'room>rooms');

/** Id of a key slot: 16 lower-case hexadecimal digits (64 random bits). */
export const slotIdSchema = z
  .string()
  .regex(/^[0-9a-f]{16}$/)
  .brand<'SlotId'>();

/** Id of a member of staff: 16 lower-case hexadecimal digits (64 random bits). */
export const staffIdSchema = z
  .string()
  .regex(/^[0-9a-f]{16}$/)
  .brand<'StaffId'>();

/** Id that main gives to a file the user picked: 32 lower-case hexadecimal digits that reveal nothing of its path. */
export const fileIdSchema = z
  .string()
  .regex(/^[0-9a-f]{32}$/)
  .brand<'FileId'>();

/** Id of an import plan: 32 lower-case hexadecimal digits. */
export const planIdSchema = z
  .string()
  .regex(/^[0-9a-f]{32}$/)
  .brand<'PlanId'>();
export type PersonId = z.infer<typeof personIdSchema>;

export type RoomId = z.infer<typeof roomIdSchema>;

export type SlotId = z.infer<typeof slotIdSchema>;

export type StaffId = z.infer<typeof staffIdSchema>;

export type FileId = z.infer<typeof fileIdSchema>;

export type PlanId = z.infer<typeof planIdSchema>;

/** Id of a note. */
export const noteIdSchema = marked(rowIdSchema.brand<'NoteId'>(), 'note>both');
export type NoteId = z.infer<typeof noteIdSchema>;

/** Id of one emergency opening: the number of its first log entry. */
export const emergencyIdSchema = marked(numberSchema.brand<'EmergencyId'>(), 'emergency>people');
export type EmergencyId = z.infer<typeof emergencyIdSchema>;

/** Id of a row as an entry of the log or a place in a list names it, which nobody is asked by. */
export const loggedIdSchema = rowIdSchema;

// Ids of more than one feature. Those of one alone stand with its routes.
/** Id of an alert. */
export const alertIdSchema = idOf('alert', 'both');
/** Id of an attachment. */
export const attachmentIdSchema = idOf('attachment', 'nobody');
/** The number of its entry; whose record it is stands there sealed. */
export const canaryIdSchema = idOf('canary', 'nobody');
/** Id of a computer check. */
export const computerCheckIdSchema = idOf('computer-check', 'nobody');
/** Id of a disclosure. */
export const disclosureIdSchema = idOf('disclosure', 'people');
/** Id of a disposal. */
export const disposalIdSchema = idOf('disposal', 'nobody');
/** Id of a disposal copy. */
export const disposalCopyIdSchema = idOf('disposal-copy', 'nobody');
/** Id of a deletion. */
export const erasureIdSchema = idOf('erasure', 'nobody');
/** Id of an estate transfer. */
export const estateTransferIdSchema = idOf('estate-transfer', 'rooms');
/** Id of a form. */
export const formIdSchema = idOf('form', 'nobody');
/** Id of a hold. */
export const holdIdSchema = idOf('hold', 'people');
/** Id of an import. */
export const importIdSchema = idOf('import', 'both');
/** Id of an incident. */
export const incidentIdSchema = idOf('incident', 'nobody');
/** Id of an incident origin. */
export const incidentOriginIdSchema = idOf('incident-origin', 'nobody');
/** Id of an inspection pack. */
export const inspectionPackIdSchema = idOf('inspection-pack', 'nobody');
/** Id of a log export. */
export const logExportIdSchema = idOf('log-export', 'nobody');
/** Id of two records that became one. */
export const mergeIdSchema = idOf('merge', 'people');
/** Id of an other system. */
export const otherSystemIdSchema = idOf('other-system', 'nobody');
/** Id of a paper. */
export const paperIdSchema = idOf('paper', 'nobody');
/** Id of a police notice. */
export const policeNoticeIdSchema = idOf('police-notice', 'nobody');
/** Id of a posting. */
export const postingIdSchema = idOf('posting', 'nobody');
/** Id of a procedure. */
export const procedureIdSchema = idOf('procedure', 'nobody');
/** Id of a procedure version. */
export const procedureVersionIdSchema = idOf('procedure-version', 'nobody');
/** Unique among those of its kind; it means something together with the person beside it alone, and queries ask for both. */
export const recordIdSchema = idOf('record', 'nobody');
/** Id of a rectification. */
export const rectificationIdSchema = idOf('rectification', 'nobody');
/** Id of a request. */
export const requestIdSchema = idOf('request', 'people');
/** Id of a sealed value. */
export const sealedValueIdSchema = idOf('sealed-value', 'people');
/** Id of a sweep finding. */
export const sweepFindingIdSchema = idOf('sweep-finding', 'nobody');
/** Id of a sweep folder. */
export const sweepFolderIdSchema = idOf('sweep-folder', 'nobody');
/** Id of a walk. */
export const walkIdSchema = idOf('walk', 'nobody');
/** Id of a walk place. */
export const walkPlaceIdSchema = idOf('walk-place', 'nobody');
