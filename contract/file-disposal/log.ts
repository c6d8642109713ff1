/** Log details of what is left of destroyed files: counts and numbers, neither a path nor a name of a file. */
import { z } from 'zod';
import { type DetailSchemas, countSchema, numberSchema } from '../log/parts.ts';
import type { SigningRules } from '../log/signing.ts';
import { byteCountSchema, enumOf } from '../schemas.ts';
import { SWEEP_PLACES, type SweepPlace } from '../sweep/lists.ts';

const disposal = { disposal: numberSchema } as const;

/** Schema of `detail` for each action. */
export const fileDisposalDetails = {
  /** Copies were looked for. `names`: shortcuts and lists of programs that have its name. */
  'disposal-check': z.strictObject({
    ...disposal,
    files: countSchema,
    unread: countSchema,
    copies: countSchema,
    names: countSchema,
  }),
  /** A copy was destroyed. */
  'disposal-copy': z.strictObject({
    ...disposal,
    place: enumOf<SweepPlace>(SWEEP_PLACES),
    bytes: byteCountSchema,
  }),
  /** The computer stopped while a file was destroyed, and it is still there. */
  'disposal-broken': z.strictObject(disposal),
} satisfies DetailSchemas;

/** Whose signature an entry needs: the check runs by the clock as well. */
export const fileDisposalSigning = {
  'disposal-check': 'free',
  'disposal-copy': 'own',
  'disposal-broken': 'free',
} as const satisfies SigningRules<typeof fileDisposalDetails>;
