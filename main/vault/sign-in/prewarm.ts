/** Work that the first PIN would otherwise wait for, done while the lock screen stands there. */
import { ACTIONS, type LogAction } from '../../../contract/log/entries.ts';
import type { RouteName } from '../../../contract/route-names.ts';
import { ROUTES } from '../../../contract/routes.ts';
import { openAead, sealAead } from '../crypto/aead.ts';
import { bind } from '../crypto/bind.ts';
import { toBase64 } from '../crypto/bytes.ts';
import { openRecoverySlot, createRecoverySlot, newStaffId } from '../keys/slots.ts';
import { createSheetSecret, deriveSheetKeys } from '../keys/recovery-sheet.ts';
import { grantTier, openGrant } from '../keys/grants.ts';
import {
  EMPTY_HEAD,
  RECOVERY,
  type Signer,
  decodeSignatures,
  encodeSignatures,
  headAfter,
  makeRosterEntry,
  verifyRoster,
} from '../keys/roster.ts';
import { createSealBatch, openSealed } from '../keys/seal.ts';
import { createTierPrivate, makeTierRecord, verifyTierKey } from '../keys/tier-keys.ts';
import { chooseEngine } from '../store/engine/choose-engine.ts';
import type { EngineName } from '../store/store.ts';

const ready = new Map<'auto' | EngineName, Promise<void>>();

/**
 * Loads the engine's native module and opens a database in memory with it, and runs the cryptography of a sign-in on made-up keys: each
 * takes several milliseconds more the first time than the next. Done once per process and engine; a later call returns the first
 * promise. What fails here is left for the unlock to say.
 */
export function prewarm(engine: 'auto' | EngineName): Promise<void> {
  let done = ready.get(engine);
  if (done === undefined) ready.set(engine, (done = warmUpOnce(engine)));
  return done;
}

async function warmUpOnce(engine: 'auto' | EngineName): Promise<void> {
  const warmUp = async (): Promise<void> => chooseEngine(engine).warmUp();
  await Promise.allSettled([warmUp(), (async () => warmUpCrypto())()]);
  for (const name of FIRST_ROUTES)
    for (const schema of [ROUTES[name].request, ROUTES[name].reply]) schema.safeParse({});
  for (const action of FIRST_ENTRIES) ACTIONS[action].detail.safeParse({});
}

/** Routes that are asked first; a schema is compiled when it first sees an object. */
const FIRST_ROUTES = [
  'session.unlock',
  'people.search',
  'people.open',
  'people.reveal',
  'people.verify',
] as const satisfies readonly RouteName[];

/** Actions that are entered first, before anything is shown. */
const FIRST_ENTRIES = [
  'locked',
  'search',
  'open',
  'reveal',
  'verify',
  'pin-failed',
] as const satisfies readonly LogAction[];

const ROUNDS = 3;

/** A slot, a roster, a tier key, a grant and a value that are nobody's, made and held against one another as an unlock and a reveal do it. Throws what that throws. */
export function warmUpCrypto(): void {
  for (let round = 0; round < ROUNDS; round++) rehearseOnce('rehearsal');
}

function rehearseOnce(vaultId: string): void {
  const secret = createSheetSecret();
  const [admin, supervisor, recovery] = [
    deriveSheetKeys(createSheetSecret()),
    deriveSheetKeys(createSheetSecret()),
    deriveSheetKeys(secret),
  ];
  const [adminId, supervisorId] = [newStaffId(), newStaffId()];
  const signers: readonly Signer[] = [
    { id: adminId, privateKey: admin.sign.privateKey },
    { id: supervisorId, privateKey: supervisor.sign.privateKey },
    { id: RECOVERY, privateKey: recovery.sign.privateKey },
  ];
  const roots = {
    adminSign: admin.sign.publicKey,
    supervisorSign: supervisor.sign.publicKey,
    recoverySign: recovery.sign.publicKey,
  };
  const genesis = makeRosterEntry(
    vaultId,
    EMPTY_HEAD,
    {
      kind: 'genesis',
      at: 0,
      minFormat: 1,
      admin: adminId,
      supervisor: supervisorId,
      adminSign: toBase64(roots.adminSign),
      supervisorSign: toBase64(roots.supervisorSign),
      recoverySign: toBase64(roots.recoverySign),
      recoveryReceive: toBase64(recovery.receive.publicKey),
    },
    signers,
  );
  const added = makeRosterEntry(
    vaultId,
    headAfter(genesis),
    {
      kind: 'add',
      at: 0,
      staffId: adminId,
      displayName: vaultId,
      role: 'admin',
      generation: 1,
      twoRoles: false,
      signKey: toBase64(roots.adminSign),
      receiveKey: toBase64(admin.receive.publicKey),
    },
    signers.slice(0, 1),
  );
  const stored = [genesis, added].map((entry) => ({
    ...entry,
    signatures: decodeSignatures(encodeSignatures(entry.signatures)),
  }));
  const roster = verifyRoster(vaultId, stored, roots, 0);

  const contact = createTierPrivate(vaultId, 'contact', 1);
  const trusted = verifyTierKey(
    makeTierRecord(vaultId, contact, { rosterN: 1, createdAt: 0 }, signers),
    contact,
    roster,
  );
  const grant = { vaultId, tier: 'contact', epoch: 1, staffId: supervisorId, generation: 1 } as const;
  const granted = openGrant(
    supervisor.receive,
    grant,
    grantTier(contact, supervisor.receive.publicKey, grant),
  );
  const batch = createSealBatch({ vaultId, ...trusted });
  const place = { personId: 1, field: 'remark', ordinal: 0 } as const;
  const { n, ciphertext } = batch.seal(place, vaultId);
  if (granted !== null) openSealed(vaultId, granted, batch, { ...place, n }, ciphertext);

  const pins = {
    roots,
    signers: [],
    tierKeys: { contact, identity: { ...contact, tier: 'identity' as const } },
    rosterHead: headAfter(genesis),
  };
  const [signer] = signers;
  const slot = createRecoverySlot({
    vaultId,
    epoch: 1,
    generation: 1,
    secret,
    pins,
    storeKey: createSheetSecret(),
    signer: signer as Signer,
  });
  openRecoverySlot({ vaultId, epoch: 1, recovery: slot }, secret).dispose();
  const context = bind('rehearsal', vaultId);
  openAead(secret, context, sealAead(secret, context, context));
}
