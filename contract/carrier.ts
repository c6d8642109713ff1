/** How it stands between a vault and the mailbox of several desks, as its carrier tells. */

/** What the mailbox refuses with, in the order of `mailbox.refuse` (main/carrier/mailbox.sql): RV001 is the first. */
export const MAILBOX_REFUSALS = [
  'refused',
  'held',
  'fence-over',
  'copied',
  'mailbox-older',
  'too-large',
  'full',
  'out-of-turn',
  'behind',
  'not-a-verifier',
  'too-many-desks',
] as const;

/** Why nothing is carried. Of a connection: no TLS 1.3, a key that is not pinned, no binding, the login, others before us, and all else; `disk`: the spool. */
export type CarrierTrouble =
  | (typeof MAILBOX_REFUSALS)[number]
  | 'no-tls'
  | 'other-key'
  | 'no-binding'
  | 'wrong-login'
  | 'busy'
  | 'unreachable'
  | 'disk';

/** What the mailbox's keeper alone may have done there: a desk that joins, or that has joined, may come in by this verifier, or by this password; or one is to come in no more. */
export interface Errand {
  /** By which the answer is told. */
  readonly id: number;
  /** Of the keeper. */
  readonly password: string;
  readonly desk: number;
  readonly joins: boolean;
  readonly by: { readonly verifier: string } | { readonly password: string } | 'end';
}

/** How it stands, as far as the carrier knows. */
export interface CarrierState {
  /** Null while it carries. */
  readonly trouble: CarrierTrouble | null;
  /** Since when that is so, in milliseconds since 1970. */
  readonly since: number;
  /** The desk that others wait for. */
  readonly heldBy: number | null;
  /** That is this one, and since then all that the mailbox has was fetched. */
  readonly holds: boolean;
  /** Up to which place all is here. */
  readonly got: number;
  /** Of this desk's last op that the mailbox has. */
  readonly sent: number;
  /** The last place of the mailbox. */
  readonly last: number;
  /** The last errand that was done, or why it was not; null where there was none. */
  readonly errand: { readonly id: number; readonly trouble: CarrierTrouble | null } | null;
  /** The spool takes no more until the vault has taken in what lies there. */
  readonly isFull: boolean;
  /** Of a visit: SHA-256 of the server's key, in hexadecimal, where it has shown that it knows the password. */
  readonly pin: string | null;
  /** Every desk that the mailbox knows, up to which place it has all, and how long ago it said so. */
  readonly desks: readonly {
    readonly desk: number;
    readonly acked: number;
    readonly seconds: number | null;
  }[];
}

/** Before the first look. */
export const NOTHING_KNOWN: CarrierState = {
  trouble: 'unreachable',
  since: 0,
  heldBy: null,
  holds: false,
  got: 0,
  sent: 0,
  last: 0,
  errand: null,
  isFull: false,
  pin: null,
  desks: [],
};

/** What a carrier is started with, as the vault tells it before anybody has typed a PIN. The password is not among it: main has it from the keychain. */
export interface CarrierSettings {
  readonly vaultId: string;
  readonly desk: number;
  readonly mailbox: {
    readonly host: string;
    readonly port: number;
    readonly database: string;
    readonly login: string;
    readonly pins: readonly string[];
  };
  /** Ed25519, base64. */
  readonly publicKeys: readonly { readonly desk: number; readonly signKey: string }[];
}

/** Of a desk without a link to the mailbox, and passwords that no keychain holds: it joins by its slip's password, or later by its own; or the keeper lets it in as the first. */
export interface VisitSettings {
  readonly vaultId: string;
  readonly desk: number;
  readonly mailbox: Pick<CarrierSettings['mailbox'], 'host' | 'port' | 'database'>;
  readonly by:
    | { readonly passwords: readonly [first: string, own: string] }
    | { readonly keeper: string; readonly verifier: string };
}

/** Messages from main to the carrier, which answers with its state, again and again. */
export type HostToCarrier =
  | {
      readonly type: 'start';
      readonly vaultDir: string;
      readonly settings: CarrierSettings;
      readonly password: string;
      readonly restMs: number;
    }
  | { readonly type: 'visit'; readonly vaultDir: string; readonly settings: VisitSettings }
  /** How long it rests between two looks from now on. */
  | { readonly type: 'rest'; readonly restMs: number }
  /** There is something to send; or the vault wants others to wait for so long from now on, 0 for no longer. */
  | { readonly type: 'wake'; readonly holdMs?: number }
  | { readonly type: 'errand'; readonly errand: Errand };
