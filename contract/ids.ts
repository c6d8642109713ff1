/** Ids of the parts of a vault, each a branded type, so that one kind is not passed for another. */
import { z } from 'zod';

/** Id of a row: desk · 2³² + counter, at most 48 bits. */
export const rowIdSchema = z
  .number()
  .int()
  .positive()
  .max(2 ** 48 - 1);

/** Id of a person: a human being or a company. */
export const personIdSchema = rowIdSchema.brand<'PersonId'>();

/** Id of a room. */
export const roomIdSchema = rowIdSchema.brand<'RoomId'>();

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

/**
 * Id that main gives to a file the user picked: 32 lower-case hexadecimal digits that reveal nothing of its
 * path.
 */
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

/** Id of a record, unique among those of its kind. */
export const recordIdSchema = rowIdSchema;

/** Id of a note. */
export const noteIdSchema = rowIdSchema.brand<'NoteId'>();
export type NoteId = z.infer<typeof noteIdSchema>;

/** Id of one emergency opening: the number of its first log entry. */
export const emergencyIdSchema = z.number().int().positive().brand<'EmergencyId'>();
export type EmergencyId = z.infer<typeof emergencyIdSchema>;
