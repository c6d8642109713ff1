/** Checks a signed export line by line, with nothing but the fingerprint of the roots. Pure: every line may be anybody's. */
import { z } from 'zod';
import type { StaffId } from '../../../contract/ids.ts';
import { AppError } from '../app-error.ts';
import { bytesOfBase64, bytesOfHex, fromUtf8, sameBytes } from '../crypto/bytes.ts';
import { verify } from '../crypto/ed25519.ts';
import { type Roots, fingerprintRoots } from '../keys/recovery-sheet.ts';
import { keySchema } from '../keys/key-texts.ts';
import { type Roster, type RosterEntry, openEntry, verifyRoster } from '../keys/roster.ts';
import { hashEntry, NO_HASH } from '../log/chain.ts';
import type { LogRow } from '../log/audit-log.ts';
import { placeIn } from '../log/chains.ts';
import { type SignatureChecker, createSignatureChecker } from '../log/signatures.ts';
import {
  type ExportHeader,
  type ExportedSpan,
  type ExportTrailer,
  decodeLine,
  headerMessage,
  keyIdOf,
  trailerMessage,
} from './line.ts';

/**
 * Problems of a line. `format`: it is no line of an export, or stands where it may not. `root`: the roster does not begin at the fingerprint, or does not hold. `changed`:
 * an entry does not match its hash. `order`: it does not follow the entry before it. `person`: a signature that has to be there is not, or is not theirs. `end`: the trailer
 * is missing, or does not match the entries.
 */
const EXPORT_PROBLEMS = ['format', 'root', 'changed', 'order', 'person', 'end'] as const;
/** Something that can be wrong with a line. */
export type ExportProblem = (typeof EXPORT_PROBLEMS)[number];

/** Findings of a check so far. */
export interface ExportReport {
  /** Entries found good, and the numbers and times (milliseconds since 1970) of the first and the last of them; null where there is none. */
  readonly entries: number;
  readonly first: { readonly seq: number; readonly time: number } | null;
  readonly last: { readonly seq: number; readonly time: number } | null;
  /** Number of the first signed entry among them; null where none is. */
  /**
   * Number of the last entry that somebody signed who has neither asked for the export nor approved it, and how many such people signed. Each
   * signature is over the hash of the entry before and so over all before it, so that those two alone have rewritten none up to there; what comes after
   * they may have. Null where there is none.
   */
  readonly witnessed: { readonly upTo: number; readonly people: number } | null;
  /** Who has signed the export; null before a good trailer. */
  readonly signer: {
    readonly name: string;
    readonly role: 'supervisor' | 'admin';
    readonly key: string;
    /** Last entry of the roster in the file: that they were in office then says nothing of today. */
    readonly rosterN: number;
  } | null;
  /** When it was made, for whom and what for; null before a good header. */
  readonly header: Pick<ExportHeader, 'at' | 'vault' | 'purpose' | 'recipient'> | null;
  /** The first bad line, counted from 1; null where none is. */
  readonly bad: { readonly line: number; readonly problem: ExportProblem } | null;
}

/** A check under way. */
export interface ExportVerifier {
  /** Takes each line in order, without its break; null for one that could not be read. False once something is wrong: no line need follow. */
  next(line: string | null): boolean;
  /** Call after the last line. */
  end(): ExportReport;
}

/** The text of a fingerprint as it is compared: hexadecimal digits alone. */
export const normaliseFingerprint = (typed: string): string =>
  typed.normalize('NFKC').toLowerCase().replaceAll(/[\s-]/gu, '');
/** Whether it is one. */
export const isFingerprint = (normalised: string): boolean => /^[0-9a-f]{32}$/.test(normalised);

/** `root`: fingerprint of the roots, as it stands on the recovery sheet, with or without spaces. */
export function createExportVerifier(root: string): ExportVerifier {
  let lines = 0;
  let opened: Opened | null = null;
  let bad: ExportReport['bad'] = null;
  let trailer: ExportTrailer | null = null;

  const check = (line: string): ExportProblem | null => {
    const read = decodeLine(line);
    if (read === null) return 'format';
    if (trailer !== null) return 'end';
    if (read.kind === 'header') {
      if (opened !== null) return 'format';
      const found = openExport(line, read.header, normaliseFingerprint(root));
      if (typeof found === 'string') return found;
      opened = found;
      return null;
    }
    if (opened === null) return 'format';
    if (read.kind === 'entry') return takeEntry(opened, read.row);
    const problem = checkTrailer(opened, read.trailer);
    if (problem === null) trailer = read.trailer;
    return problem;
  };
  const fail = (line: number, problem: ExportProblem): false => {
    bad ??= { line, problem };
    return false;
  };

  return {
    next: (line) => {
      if (bad !== null) return false;
      lines += 1;
      const problem = line === null ? 'format' : check(line);
      return problem === null || fail(lines, problem);
    },
    end: () => {
      if (bad === null && trailer === null) fail(lines + 1, opened === null ? 'format' : 'end');
      return reportOf(opened, trailer !== null && bad === null, bad);
    },
  };
}

/** An export whose header is good, and how far its entries have been taken. */
interface Opened {
  readonly line: string;
  readonly header: ExportHeader;
  readonly vaultId: Uint8Array;
  readonly roster: Roster;
  readonly signerKey: Uint8Array;
  readonly signatures: SignatureChecker;
  /** Who has signed, beside those who made the export. */
  readonly witnesses: Set<StaffId>;
  witnessedUpTo: number;
  first: LogRow | null;
  last: LogRow | null;
  entries: number;
  /** Of each chain that is not through yet. */
  readonly spans: ExportedSpan[];
}

function openExport(line: string, header: ExportHeader, root: string): Opened | ExportProblem {
  const roster = readRoster(header, root);
  if (roster === null) return 'root';
  const { staff, role, key } = header.signer;
  const signerKey = roster.keyOf(staff, role, roster.head.n);
  if (signerKey === null || keyIdOf(signerKey) !== key) return 'person';
  if (!verify(signerKey, headerMessage(header), bytesOfBase64(header.signature))) return 'person';
  const vaultId = bytesOfHex(header.vault);
  return {
    line,
    header,
    vaultId,
    roster,
    signerKey,
    signatures: createSignatureChecker(vaultId, roster),
    witnesses: new Set(),
    witnessedUpTo: 0,
    first: null,
    last: null,
    entries: 0,
    spans: spansOf(header),
  };
}

/** Chains in the order of their numbers. */
const spansOf = ({ first, last, after, others = [] }: ExportHeader): ExportedSpan[] => [
  { first, last, after },
  ...others,
];

const rootsSchema = z.object({ adminSign: keySchema, supervisorSign: keySchema, recoverySign: keySchema });

/** Null where the chain does not begin at that fingerprint, does not hold, or the header names another one. */
function readRoster({ vault, roster, root: named }: ExportHeader, root: string): Roster | null {
  const entries = roster.map((sealed) => openEntry(vault, sealed));
  if (!entries.every((entry) => entry !== null)) return null;
  const roots = rootsOf(entries[0]);
  if (roots === null) return null;
  const fingerprint = fingerprintRoots(roots);
  if (normaliseFingerprint(fingerprint) !== root || fingerprint !== named) return null;
  try {
    return verifyRoster(vault, entries, roots, 0);
  } catch (error) {
    if (error instanceof AppError) return null;
    throw error;
  }
}

function rootsOf(first: RosterEntry | undefined): Roots | null {
  const text = first === undefined ? null : fromUtf8(first.body);
  const read = rootsSchema.safeParse(text === null ? null : JSON.parse(text));
  if (!read.success) return null;
  const { adminSign, supervisorSign, recoverySign } = read.data;
  return {
    adminSign: bytesOfBase64(adminSign),
    supervisorSign: bytesOfBase64(supervisorSign),
    recoverySign: bytesOfBase64(recoverySign),
  };
}

function takeEntry(opened: Opened, row: LogRow): ExportProblem | null {
  const { vaultId, header, signatures } = opened;
  // A chain that is through is followed by that of the next desk.
  const isThrough = opened.last?.seq === opened.spans[0]?.last;
  if (isThrough) opened.spans.shift();
  const [span] = opened.spans;
  const last = isThrough ? null : opened.last;
  if (span === undefined || row.seq !== (last === null ? span.first : last.seq + 1)) return 'order';
  if (last !== null && row.segmentId < last.segmentId) return 'order';
  if (!sameBytes(row.hash, hashEntry(vaultId, row, row.tag))) return 'changed';
  if (!sameBytes(row.prevHash, last === null ? hashBefore(span) : last.hash)) return 'order';
  if (!signatures.next(row)) return 'person';
  const others = signatures
    .witnesses()
    .filter((staffId) => staffId !== header.asked && staffId !== header.signer.staff);
  for (const staffId of others) opened.witnesses.add(staffId);
  if (others.length > 0) opened.witnessedUpTo = row.seq;
  opened.first ??= row;
  opened.last = row;
  opened.entries += 1;
  return null;
}

const hashBefore = ({ first, after }: ExportedSpan): Uint8Array =>
  placeIn(first) === 1 ? NO_HASH : bytesOfHex(after);

function checkTrailer({ line, header, last, first, entries, signerKey }: Opened, trailer: ExportTrailer) {
  if (first === null || last === null || last.seq !== (header.others?.at(-1) ?? header).last) return 'end';
  const agrees =
    trailer.count === entries &&
    trailer.first === first.seq &&
    trailer.last === last.seq &&
    sameBytes(bytesOfHex(trailer.head), last.hash);
  if (!agrees) return 'end';
  const message = trailerMessage(line, header.vault, trailer);
  return verify(signerKey, message, bytesOfBase64(trailer.signature)) ? null : 'person';
}

function reportOf(opened: Opened | null, isWhole: boolean, bad: ExportReport['bad']): ExportReport {
  if (opened === null)
    return {
      entries: 0,
      first: null,
      last: null,
      witnessed: null,
      signer: null,
      header: null,
      bad,
    };
  const { header, roster, first, last, entries } = opened;
  const { staff, role, key } = header.signer;
  return {
    entries,
    first: placeOf(first),
    last: placeOf(last),
    witnessed:
      opened.witnesses.size === 0 ? null : { upTo: opened.witnessedUpTo, people: opened.witnesses.size },
    signer: isWhole ? { name: nameOf(roster, staff), role, key, rosterN: roster.head.n } : null,
    header: {
      at: header.at,
      vault: header.vault,
      purpose: header.purpose,
      recipient: header.recipient,
    },
    bad,
  };
}

const placeOf = (row: LogRow | null) => row && { seq: row.seq, time: row.time };

const nameOf = (roster: Roster, staffId: StaffId): string =>
  roster.members.get(staffId)?.displayName ?? roster.removed.get(staffId) ?? staffId;
