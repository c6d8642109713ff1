/**
 * The slip by which a desk joins: where the mailbox is, and twenty characters, 100 random bits. Two secrets come of them, the first password at the mailbox and
 * the key of what both sides post there; neither gives the other.
 */
import { randomBytes } from 'node:crypto';
import { normaliseSheet } from '../../../contract/recovery/sheet-text.ts';
import { loginOf } from '../../files/spool/mailbox-login.ts';
import { bind } from '../crypto/bind.ts';
import { utf8 } from '../crypto/bytes.ts';
import { hkdf } from '../crypto/kdf.ts';
import { encodeBase32 } from '../keys/recovery-sheet.ts';

const CHARACTERS = 20;
/** Milliseconds for which a slip may be used. */
export const SLIP_MS = 24 * 3_600_000;

/** The desk that joins, of which vault. */
export interface Joining {
  readonly vaultId: string;
  readonly desk: number;
}

/** What stands on a slip. */
export interface Slip extends Joining {
  readonly host: string;
  readonly port: number;
  readonly database: string;
  /** Twenty characters of Crockford's base32. */
  readonly secret: string;
}

export const newSlipSecret = (): string => encodeBase32(randomBytes(13)).slice(0, CHARACTERS);

/** As it stands on paper and is typed. */
export const textOfSlip = ({
  vaultId,
  desk,
  host,
  port,
  database,
  secret,
}: Slip): { readonly address: string; readonly secret: string } => ({
  address: `${host}:${port}/${database}/${loginOf(vaultId, desk)}`,
  secret: inGroups(secret),
});

const PLACE = /^([^\s:/]{1,253})(?::(\d{1,5}))?(?:\/([^\s/]{1,63}))?$/;

/** Where a mailbox is, as typed: `host:port/database`, of which the last two may be as usual. Null where it is none. */
export function readPlace(typed: string): Pick<Slip, 'host' | 'port' | 'database'> | null {
  const [, host = '', port = '5432', database = 'mailbox'] = PLACE.exec(typed.trim()) ?? [];
  return host === '' ? null : { host, port: Number(port), database };
}

const KEEPER_CHARACTERS = 28;
/** The password of a mailbox's keeper, 140 random bits, which people write down and type. */
export const newKeeper = (): string => inGroups(encodeBase32(randomBytes(18)).slice(0, KEEPER_CHARACTERS));
/** As typed: groups and letters' cases are as they were drawn, where it was drawn here. */
export function keeperOf(typed: string): string {
  const compact = normaliseSheet(typed);
  return compact.length === KEEPER_CHARACTERS ? inGroups(compact) : typed;
}

const ADDRESS = /^(.{1,253}):(\d{1,5})\/([^/]{1,63})\/rv_([0-9a-f]{32})_(\d{1,5})$/;

/** As typed; null where it is no slip. */
export function readSlip(typed: { readonly address: string; readonly secret: string }): Slip | null {
  const [, host = '', port, database = '', vaultId = '', desk] = ADDRESS.exec(typed.address.trim()) ?? [];
  const secret = normaliseSheet(typed.secret);
  if (host === '' || secret.length !== CHARACTERS) return null;
  return { host, port: Number(port), database, vaultId, desk: Number(desk), secret };
}

/** `password`: of its first login; `key`: 32 bytes. */
export interface SlipSecrets {
  readonly password: string;
  readonly key: Uint8Array;
}

export function secretsOfSlip({ vaultId, desk, secret }: Joining & Pick<Slip, 'secret'>): SlipSecrets {
  const from = utf8(secret);
  const password = hkdf(from, bind('join-password', vaultId, desk));
  return {
    password: Buffer.from(password).toString('base64url'),
    key: hkdf(from, bind('join-posts', vaultId, desk)),
  };
}

/** Groups of four characters. */
export const inGroups = (text: string): string => text.replace(/.{4}(?!$)/g, '$&-');
