/** Handing an estate over: ordered by two people, a day in which anybody stops it, one encrypted file, its receipt, then deletion here. */
import { z } from 'zod';
import { MAX_DISCLOSURE_WORDS } from '../disclosures/lists.ts';
import { disclosureIdSchema, erasureIdSchema, estateTransferIdSchema, fileIdSchema } from '../ids.ts';
import { EVERYONE, OF_NOBODY, OVERSIGHT, PREPARATION, route, routesOf } from '../route.ts';
import {
  dateSchema,
  enumOf,
  lineSchema,
  nothing,
  pinSchema,
  proofSchema,
  timeSchema,
  wordsSchema,
} from '../schemas.ts';
import { HANDOVER_FIELDS, HANDOVER_RECIPIENTS, HANDOVER_STATES, MAX_HANDOVERS_LISTED } from './lists.ts';

const nameSchema = z.string().max(60);
const line = (least: number) => lineSchema(least, MAX_DISCLOSURE_WORDS);
const fieldsSchema = z
  .array(enumOf(HANDOVER_FIELDS))
  .max(HANDOVER_FIELDS.length)
  .refine((fields) => new Set(fields).size === fields.length);

const stepSchema = z.strictObject({ at: timeSchema, by: nameSchema }).nullable();
const transferSchema = z.strictObject({
  transferId: estateTransferIdSchema,
  state: enumOf(HANDOVER_STATES),
  /** Null of the whole vault. */
  estate: z.string().max(120).nullable(),
  to: enumOf(HANDOVER_RECIPIENTS),
  recipient: z.string().max(120),
  officer: z.string().max(120),
  document: z.string().max(120),
  fields: fieldsSchema,
  people: z.number().int().nonnegative(),
  ordered: z.strictObject({ at: timeSchema, by: nameSchema, with: nameSchema }),
  /** From when on the file may be made, and until when. */
  from: timeSchema,
  until: timeSchema,
  stopped: stepSchema,
  given: stepSchema,
  confirmed: stepSchema,
  /** Its number in the register of what left the house. */
  disclosureId: disclosureIdSchema.nullable(),
  erasureId: erasureIdSchema.nullable(),
});
/** A handover, as the page lists it. */
export type TransferView = z.infer<typeof transferSchema>;

const viewSchema = z.strictObject({
  /** The newest first. */
  transfers: z.array(transferSchema).max(MAX_HANDOVERS_LISTED),
  estates: z
    .array(z.strictObject({ estate: z.string().max(120), people: z.number().int().nonnegative() }))
    .max(200),
  /** Everybody on record. */
  people: z.number().int().nonnegative(),
});
/** Estate transfers on record, and the estates that could be transferred. */
export type TransferList = z.infer<typeof viewSchema>;

const both = { pin: pinSchema, other: proofSchema } as const;
const which = { transferId: estateTransferIdSchema } as const;
const changes = { changes: ['estate-transfer', 'disclosures', 'retention'] } as const;
const change = routesOf(OVERSIGHT, viewSchema, changes.changes);

/** Access, request schema and reply schema of each route. */
export const estateTransferRoutes = {
  'estateTransfer.list': route(OVERSIGHT, nothing, viewSchema, {
    enters: 'no-resident',
    shows: 'ids',
    proof: 'none',
    inInspection: true,
  }),
  /** For the bell of everybody: an order that can still be stopped. */
  'estateTransfer.waiting': route(
    EVERYONE,
    nothing,
    z.strictObject({ waiting: z.number().int().nonnegative(), from: timeSchema.nullable() }),
    OF_NOBODY,
  ),
  /** Two people agree: a supervisor and an admin. Nothing is made yet. */
  'estateTransfer.order': change(
    {
      estate: z.string().max(120).nullable(),
      to: enumOf(HANDOVER_RECIPIENTS),
      recipient: line(2),
      officer: line(2),
      document: line(2),
      fields: fieldsSchema,
      words: wordsSchema,
      ...both,
    },
    { enters: ['estate-transfer-order'], shows: 'ids', proof: 'both' },
  ),
  /** One person is enough. */
  'estateTransfer.stop': change(
    { ...which, words: wordsSchema, pin: pinSchema },
    { enters: ['estate-transfer-stop'], shows: 'ids', proof: 'own' },
  ),
  /** A day later: the file, under a password that is in this reply and nowhere else. */
  'estateTransfer.make': route(
    OVERSIGHT,
    z.strictObject({
      ...which,
      fileId: fileIdSchema,
      dueOn: dateSchema,
      ...both,
      approver: proofSchema.optional(),
    }),
    z.strictObject({
      view: viewSchema,
      disclosureId: disclosureIdSchema,
      password: z.string().max(60),
      sha256: z.string().length(64),
    }),
    {
      enters: ['disclose', 'disclosure', 'disclosure-file', 'list-approval', 'estate-transfer-give'],
      shows: 'ids',
      proof: 'both',
      sends: 'list',
      ...changes,
    },
  ),
  'estateTransfer.confirm': change(
    { ...which, words: wordsSchema, pin: pinSchema },
    { enters: ['estate-transfer-confirm'], shows: 'ids', proof: 'own' },
  ),
  /** Once the recipient has confirmed: everybody of it is deleted here, but for those who are held. */
  'estateTransfer.erase': route(
    OVERSIGHT,
    z.strictObject({ ...which, words: wordsSchema, ...both }),
    z.strictObject({
      view: viewSchema,
      erasureId: erasureIdSchema,
      people: z.number().int(),
      held: z.number().int(),
    }),
    { enters: ['erase', 'erase-check'], shows: 'ids', proof: 'both', ...changes },
  ),
  'estateTransfer.cancel': route(OVERSIGHT, nothing, nothing, PREPARATION),
};
