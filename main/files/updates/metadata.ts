/** The form of the metadata of an update folder (TUF 1.0). What is signed is believed by its signatures; what is not signed has no room to differ in. */
import { Metadata } from '@tufjs/models';
import { z } from 'zod';
import { canonicalJson } from '../canonical-json.ts';
import { UpdateRefused } from './update-refused.ts';

const hex = (digits: number) =>
  z
    .string()
    .length(digits)
    .regex(/^[0-9a-f]+$/);
const signaturesSchema = z
  .array(z.strictObject({ keyid: hex(64), sig: hex(128) }))
  .min(1)
  .max(16);
const envelopeSchema = z.strictObject({ signatures: signaturesSchema, signed: z.looseObject({}) });

const roleSchema = z.looseObject({ keyids: z.array(hex(64)), threshold: z.number().int().positive() });
const rootSchema = z.strictObject({
  signatures: signaturesSchema,
  signed: z.looseObject({ roles: z.looseObject({ targets: roleSchema }) }),
});

/** Below the folder of its system, by names that are none of a path's own. */
const PATH = /^(?:[\w+@][\w.+@ -]*\/){1,12}[\w+@.][\w.+@ -]*$/;
const fileSchema = z.strictObject({
  length: z.number().int().nonnegative().max(4_000_000_000),
  hashes: z.strictObject({ sha256: hex(64) }),
  custom: z.strictObject({ version: z.string().regex(/^\d{1,5}\.\d{1,5}\.\d{1,5}$/), program: z.boolean() }),
});
const targetsSchema = z.strictObject({
  signatures: signaturesSchema,
  signed: z.looseObject({
    targets: z.record(
      z
        .string()
        .regex(PATH)
        .refine((path) => !/(^|\/)\.\.?(\/|$)/.test(path)),
      fileSchema,
    ),
  }),
});

/** A file of a release: `path` from the folder of its system; `program` where the system may run it. */
export interface UpdateFile {
  readonly path: string;
  readonly length: number;
  readonly sha256: string;
  readonly program: boolean;
}

/** How a file lies in an update folder: Electron takes what is called .asar for a folder. */
export const storedAs = (path: string): string => path.replace(/\.asar$/, '.asar_');

const textOf = (bytes: Uint8Array): string => new TextDecoder('utf-8', { fatal: true }).decode(bytes);

export type Json = string | number | boolean | readonly Json[] | { readonly [name: string]: Json };

/** Each kind of metadata has a type of its own in the library, which is of no use here. */
const understandAs = Metadata.fromJSON as (
  kind: string,
  read: object,
) => { toJSON(): { readonly [name: string]: unknown } };

/**
 * What tuf-js passes over in a file is signed by nobody: each file is written in the one way in which it would be written again from what was understood.
 * Errors: UpdateRefused `forged`.
 */
export function assertForm(name: string, bytes: Uint8Array): void {
  try {
    const text = textOf(bytes);
    const read: unknown = JSON.parse(text);
    const { signatures, signed } = envelopeSchema.parse(read);
    const kind = name.replace(/^\d+\.|\.json$/g, '');
    const understood = understandAs(kind, { signatures, signed }).toJSON()['signed'];
    if (canonicalJson({ signatures, signed: understood }) === text) return;
  } catch (error) {
    throw new UpdateRefused('forged', { cause: error });
  }
  throw new UpdateRefused('forged');
}

/** Who has signed for a release, its version and its files for one system. Both files have been verified. Errors: UpdateRefused. */
export function readRelease(
  root: Uint8Array,
  targets: Uint8Array,
  system: string,
): { readonly version: string; readonly signedBy: readonly string[]; readonly files: readonly UpdateFile[] } {
  const { roles } = rootSchema.parse(JSON.parse(textOf(root))).signed;
  const { signatures, signed } = targetsSchema.parse(JSON.parse(textOf(targets)));
  const signedBy = signatures.map(({ keyid }) => keyid).sort();
  // As many as are needed, so that each of them was checked.
  if (signedBy.length !== roles.targets.threshold) throw new UpdateRefused('forged');
  const here = Object.entries(signed.targets).filter(([path]) => path.startsWith(`${system}/`));
  const [version, ...others] = new Set(here.map(([, { custom }]) => custom.version));
  if (version === undefined) throw new UpdateRefused('missing');
  if (others.length > 0) throw new UpdateRefused('forged');
  const files = here.map(([path, { length, hashes, custom }]) => ({
    path: path.slice(system.length + 1),
    length,
    sha256: hashes.sha256,
    program: custom.program,
  }));
  return { version, signedBy, files };
}

/** Whether `to` comes after `from`, both of three numbers. */
export function isNewer(to: string, from: string): boolean {
  const [there, here] = [to, from].map((version) => version.split('.').map(Number));
  const at = there?.findIndex((number, place) => number !== here?.[place]) ?? -1;
  return at >= 0 && (there?.[at] ?? 0) > (here?.[at] ?? 0);
}
