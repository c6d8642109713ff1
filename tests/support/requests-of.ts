/** Requests that tests make again and again. */
import type { PersonId } from '../../contract/ids.ts';
import type { RouteRequest } from '../../contract/routes.ts';
import { proposedMapping } from './proposed-mapping.ts';

/** A reason that is on the list of every vault. */
export const WHY = { reason: 'repair' } as const;

type Edit = RouteRequest<'people.edit'>;
type Merge = RouteRequest<'people.merge'>;
type Reveal = RouteRequest<'people.reveal'>;
type Verify = RouteRequest<'people.verify'>;
type Newcomer = RouteRequest<'staff.add'>;
type Added = RouteRequest<'records.add'>;
type Ended = RouteRequest<'records.end'>;
type Preview = RouteRequest<'import.preview'>;
type Apply = RouteRequest<'import.apply'>;
type Hold = RouteRequest<'retention.hold'>;
type Acknowledged = RouteRequest<'emergency.acknowledge'>;
type Rotation = RouteRequest<'keys.rotateTierKeys'>;

/** Somebody as they were read. */
type Read = Pick<Edit, 'personId' | 'version'>;
const keyOf = ({ personId, version }: Read): Read => ({ personId, version });

/** The first value of a field. */
export const revealOf = (
  personId: PersonId,
  field: Reveal['field'],
  pin: string,
  why: Reveal['why'] = { reason: 'repair' },
  cosigner?: Reveal['cosigner'],
): Reveal => ({ personId, field, ordinal: 0, why, pin, ...(cosigner === undefined ? {} : { cosigner }) });

export const verifyOf = (personId: PersonId, kind: Verify['kind'], said: string, pin: string): Verify => ({
  personId,
  kind,
  said,
  pin,
});

export const editOf = (person: Read, changes: Edit['changes'], proof?: Edit['proof']): Edit => ({
  ...keyOf(person),
  changes,
  ...(proof === undefined ? {} : { proof }),
});

/** `other` becomes one with `person`, whose number it keeps. */
export const mergeOf = (
  person: Read,
  other: Read,
  proof: Pick<Merge, 'pin' | 'why'>,
  idsMayDiffer = true,
): Merge => ({ ...keyOf(person), other: keyOf(other), idsMayDiffer, ...proof });

export const recordOf = (person: Read, record: Added['record'], proof?: Added['proof']): Added => ({
  ...keyOf(person),
  record,
  ...(proof === undefined ? {} : { proof }),
});

export const endOf = (
  person: Read,
  kind: Ended['kind'],
  recordId: Ended['recordId'],
  on: Ended['on'],
): Ended => ({ ...keyOf(person), kind, recordId, on });

/** A parcel was handed over to a resident. */
export const noteOf = (personId: PersonId, words: string): RouteRequest<'notes.add'> => ({
  personId,
  roomId: null,
  task: 'parcel',
  outcome: 'not-verified',
  words,
});

/** Somebody of one role. */
export const newcomerOf = (
  name: string,
  role: Newcomer['role'],
  newPin: string,
  proof: Pick<Newcomer, 'pin' | 'second'>,
): Newcomer => ({ name, role, twoRoles: false, newPin, ...proof });

/** `sheets`: as they were told of the file, each mapped as is proposed. */
export const previewOf = (
  fileId: Preview['fileId'],
  sheets: Parameters<typeof proposedMapping>[0],
  supervisor: Preview['supervisor'],
): Preview => ({ fileId, sheets: proposedMapping(sheets), takesIdNumbers: true, supervisor });

/** `rest`: the answer to each question. */
export const applyOf = (
  planId: Apply['planId'],
  rest: Apply['answers']['rest'],
  supervisor: Apply['supervisor'],
): Apply => ({ planId, answers: { rest, kinds: [], despite: [], rows: [] }, supervisor });

export const holdOf = (
  personId: PersonId,
  kind: Hold['kind'],
  words: string,
  pin: string,
  until: Hold['until'] = null,
): Hold => ({ personId, kind, words, until, pin });

export const acknowledgeOf = (
  emergencyId: Acknowledged['emergencyId'],
  words: string,
  pin: string,
): Acknowledged => ({ emergencyId, words, pin });

export const rotationOf = (
  pin: string,
  cosigner: Rotation['cosigner'],
  tiers: readonly Rotation['tiers'][number][] = ['contact', 'identity'],
): Rotation => ({ tiers: [...tiers], pin, cosigner });
