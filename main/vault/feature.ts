/**
 * Interface of a feature: the handlers of its routes, and its work by the clock. Each has an index.ts that exports one; features.ts joins them, and a route
 * without a handler does not compile.
 */
import type { AttachmentView } from '../../contract/attachments/views.ts';
import type { IdChoice } from '../../contract/id-numbers/lists.ts';
import type { KeychainReading, LastLock } from '../../contract/host.ts';
import type { Duty } from '../../contract/evidence/lists.ts';
import type { PointOf, PointState } from '../../contract/evidence/points.ts';
import type { DutyEvidence } from '../../contract/evidence/routes.ts';
import type { Paper, PaperKind } from '../../contract/paper.ts';
import type { Limits } from '../../contract/limits/lists.ts';
import type { Place } from '../../contract/practice/lists.ts';
import type { RouteName, VaultEventName } from '../../contract/route-names.ts';
import type { VaultEvent } from '../../contract/events.ts';
import type { RouteReply, RouteRequest, SignedInRouteName } from '../../contract/routes.ts';
import type { RunningProgram } from '../files/updates/running-program.ts';
import type { Clock } from './clock.ts';
import type { CarrierLine } from './carrier-line.ts';
import type { ComputerLine } from './computer-line.ts';
import type { Argon2Params } from './crypto/kdf.ts';
import type { KeptDrafts } from './session/kept-drafts.ts';
import type { PickedFiles } from './files/picked-files.ts';
import type { Scanners } from './scanner-line.ts';
import { type LongWork, type RunningWork, createLongWork } from './long-work/long-work.ts';
import type { Block } from './pdf/document.ts';
import type { PictureSize } from './pdf/picture-size.ts';
import type { Lead } from './session/leads.ts';
import type { Session } from './session/session.ts';
import type { VaultStateHolder } from './session/vault-state.ts';
import type { Engine } from './store/engine/engine.ts';

export interface KeychainWriter {
  /** Resolves when the keychain holds it. */
  writeAnchor(copy: 0 | 1, bytes: Uint8Array): Promise<void>;
  writeDeviceSecret(secretId: string, bytes: Uint8Array): Promise<void>;
  /** Of this desk's login at the mailbox of several. */
  writeMailboxPassword(password: string): Promise<void>;
  /** Resolves when the keychain no longer has it. */
  deleteDeviceSecret(secretId: string): Promise<void>;
}

/** Dependencies that a vault process hands to each of its features, once. */
export interface VaultContext {
  readonly vaultDir: string;
  /** The real vault's, or that of the practice vault: a vault of the other kind is not opened here. */
  readonly place: Place;
  readonly clock: Clock;
  readonly engine: () => Engine;
  /** As main has read it when this process began. */
  readonly keychain: KeychainReading;
  readonly keychainWriter: KeychainWriter;
  readonly lastLock: LastLock | null;
  readonly drafts: KeptDrafts;
  /** Chooses what a PIN costs; measured on this computer where it is left out. */
  readonly calibrate?: () => Promise<Argon2Params>;
  /** Of a vault whose admin has chosen none; the product's own where it is left out. */
  readonly usualLimits?: Limits;
  /** What holds of ID numbers while no admin has decided. */
  readonly usualIdNumbers?: IdChoice;
  /** Where the data files of the law lie; the product's own where it is left out. */
  readonly lawFolder?: string;
  readonly state: VaultStateHolder;
  readonly pickedFiles: PickedFiles;
  readonly scanners: Scanners;
  readonly computer: ComputerLine;
  readonly carrier: CarrierLine;
  /** Links a session whose header has a link since a moment ago. Errors: those of openLink. */
  readonly linkSession: (session: Session) => Promise<void>;
  /** Read from the disk by whoever asks: few do. */
  readonly program: () => RunningProgram;
  readonly emit: <N extends VaultEventName>(event: N, payload: VaultEvent<N>) => void;
  /** Holds off the idle lock, from `true` to `false`. */
  readonly holdIdleLock: (running: boolean) => void;
  /** Tells main that a value goes to the clipboard. */
  readonly tellCopied: () => void;
  /** Tells main whether other programs may see the window. */
  readonly tellShared: (shared: boolean) => void;
}

type ProgressEvent = Extract<VaultEventName, `${string}.progress`>;

/** Long work of one kind, told by an event of its own. */
export const longWorkOf = <N extends ProgressEvent>(
  { emit, holdIdleLock }: Pick<VaultContext, 'emit' | 'holdIdleLock'>,
  event: N,
): LongWork<VaultEvent<N>> =>
  createLongWork({ onProgress: (progress) => emit(event, progress), hold: holdIdleLock });

/** Nothing, of a route whose reply is empty. */
type Answer<N extends RouteName> = Record<string, never> extends RouteReply<N> ? void : RouteReply<N>;

/** A route that a role may call is handed the session it is called in; the others answer before anybody is signed in. */
export type Handler<N extends RouteName> = N extends SignedInRouteName
  ? (session: Session, request: RouteRequest<N>) => Promise<Answer<N>>
  : (request: RouteRequest<N>) => Promise<Answer<N>>;

export type HandlersOf<N extends RouteName> = { readonly [M in N]: Handler<M> };

/** How it stands with a duty, as far as a feature knows. */
export interface EvidenceOf<D extends Duty> {
  readonly duty: D;
  /** The points that are the feature's; those that no feature speaks of are missing. */
  readonly points: Readonly<Partial<Record<PointOf<D>, PointState>>>;
  /** When the newest of it is from, in milliseconds since 1970; null where there is none, and where it is always as of now. */
  readonly at: number | null;
  /** A day as YYYY-MM-DD, from which on it is stale; null where it does not age. */
  readonly dueOn: string | null;
  /** How many there are of what the duty asks for. */
  readonly count: number | null;
}
/** The same, of any duty: it has points of that duty alone. */
export type Evidence = { readonly [D in Duty]: EvidenceOf<D> }[Duty];

/** Part of an inspection pack that a feature gives for a duty: in Chinese, without a value of anybody's. */
export interface PackPart {
  readonly duty: Duty;
  readonly blocks: readonly Block[];
  /** Whole texts, which stand behind the chapters. */
  readonly annex?: readonly Block[];
}

/** A picture as a document shows it. */
export interface ShownPicture extends PictureSize {
  readonly bytes: Uint8Array;
}

/** Opens pictures for one document; null of what is no picture, of what the document has no room for, and where none is to be opened. */
export type OpenPicture = (attachment: AttachmentView) => Promise<ShownPicture | null>;

/** How far a pack has come, and whether somebody has cancelled it. */
export type PackWork = RunningWork<VaultEvent<'evidence.progress'>>;

/** Evidence and pack parts of all features, asked in the order of `DUTIES`. */
export interface Showing {
  readonly evidence: (session: Session) => Promise<DutyEvidence[]>;
  /** Errors: `cancelled`. */
  readonly packParts: (
    session: Session,
    work: PackWork,
    openPicture: OpenPicture,
  ) => Promise<readonly PackPart[]>;
}

export interface Feature<N extends RouteName, K extends string = never> {
  readonly handlers: HandlersOf<N>;
  /** To whom ids of its kinds lead: of each that `idOf` says leads to somebody. */
  readonly leads?: Readonly<Record<K, Lead>>;
  /** Told at each sign-in: what was opened for whoever was not signed in is to be closed. */
  readonly onSignedIn?: (session: Session) => void;
  /** Asked when something is to be printed: what of this kind has been given out for it and still counts; null where there is none. */
  readonly paper?: (kind: PaperKind) => Paper | null;
  /** Asked at each sign-in, some time after it, and every minute from then on. Never rejects. */
  readonly everyMinute?: (session: Session) => Promise<void>;
  /** As `everyMinute`, once all features were asked that: for what takes minutes. */
  readonly everyMinuteAtLast?: (session: Session) => Promise<void>;
  /** Asked whenever somebody looks at what can be shown: how it stands with each duty that this feature answers. */
  readonly evidence?: (session: Session) => Promise<readonly Evidence[]>;
  /** Asked when an inspection pack is made: what it gets of each of them. What takes more than a moment looks at the signal of `work` and says how far it is. */
  readonly packParts?: (
    session: Session,
    work: PackWork,
    openPicture: OpenPicture,
  ) => Promise<readonly PackPart[]>;
}

export interface PaperTray {
  /** In the place of what lies there; null takes that away. */
  readonly lay: (paper: Paper | null) => void;
  /** Null where none of the kind lies there. */
  readonly take: (kind: PaperKind) => Paper | null;
}

/** Holds a paper that has been entered as printed until it is given out, once. */
export function createPaperTray(): PaperTray {
  let laid: Paper | null = null;
  return {
    lay: (paper) => {
      laid = paper;
    },
    take: (kind) => {
      if (laid?.kind !== kind) return null;
      const paper = laid;
      laid = null;
      return paper;
    },
  };
}

/** Made anew for each vault process: what it keeps between two requests lives in its closure. `showing`: of all features, once all are made. */
export type FeatureFactory<N extends RouteName, K extends string = never> = (
  context: VaultContext,
  showing: Showing,
) => Feature<N, K>;

export const defineFeature = <N extends RouteName, K extends string = never>(
  create: FeatureFactory<N, K>,
): FeatureFactory<N, K> => create;
