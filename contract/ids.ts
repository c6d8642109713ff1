/** What the parts of a vault are called by, each a type of its own. */
import { z } from 'zod';

/** Of a row: desk · 2³² + counter, of which the vault holds 48 bits. */
export const rowIdSchema = z
  .number()
  .int()
  .positive()
  .max(2 ** 48 - 1);

export const personIdSchema = rowIdSchema.brand<'PersonId'>();

export const roomIdSchema = rowIdSchema.brand<'RoomId'>();

/** 16 lower-case hexadecimal digits (64 random bits). */
export const slotIdSchema = z
  .string()
  .regex(/^[0-9a-f]{16}$/)
  .brand<'SlotId'>();

export const staffIdSchema = z
  .string()
  .regex(/^[0-9a-f]{16}$/)
  .brand<'StaffId'>();

/** Handed out by main for a file that the user picked; says nothing of its path. */
export const fileIdSchema = z
  .string()
  .regex(/^[0-9a-f]{32}$/)
  .brand<'FileId'>();

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

/** Number of a record among those of its kind. */
export const recordIdSchema = rowIdSchema;

export const noteIdSchema = rowIdSchema.brand<'NoteId'>();
export type NoteId = z.infer<typeof noteIdSchema>;

/** One breaking of the glass. `glassId` is the number of its first entry in the log. */
export const glassIdSchema = z.number().int().positive().brand<'GlassId'>();
export type GlassId = z.infer<typeof glassIdSchema>;
