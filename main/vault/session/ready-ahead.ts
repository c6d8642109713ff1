/** What the first PIN would otherwise wait for, done while the lock screen stands there. */
import { openAead, sealAead } from '../crypto/aead.ts';
import { bind } from '../crypto/bind.ts';
import { toBase64 } from '../crypto/bytes.ts';
import { generateSignPair, signPairOf } from '../crypto/ed25519.ts';
import { generateReceivePair, openFrom, receivePairOf, sealTo } from '../crypto/hpke.ts';
import { hkdf } from '../crypto/kdf.ts';
import { newStaffId } from '../header/slots.ts';
import { EMPTY_HEAD, makeRosterEntry, RECOVERY, verifyRoster } from '../keys/roster.ts';
import { chooseEngine } from '../store/engine/choose-engine.ts';
import type { EngineName } from '../store/store.ts';

/** Loads the engine's native module, which takes some ten milliseconds, and runs the cryptography once on made-up keys: a first run takes several milliseconds longer than the next. */
export function getReadyAhead(engine: 'auto' | EngineName): void {
  for (const prepare of [() => chooseEngine(engine), rehearse]) {
    try {
      prepare();
    } catch {
      // The unlock will say what is missing.
    }
  }
}

const ROUNDS = 3;

/** A slot's steps and a roster's, with keys that are nobody's. Throws what they throw. */
export function rehearse(): void {
  const context = bind('rehearsal');
  for (let round = 0; round < ROUNDS; round++) {
    const receive = generateReceivePair();
    const [admin, supervisor, recovery] = [generateSignPair(), generateSignPair(), generateSignPair()] as const;
    const key = hkdf(receive.privateKey, context);
    openAead(key, context, sealAead(key, context, context));
    openFrom(receivePairOf(receive.privateKey), context, context, sealTo(receive.publicKey, context, context, context));
    const [adminId, supervisorId] = [newStaffId(), newStaffId()];
    const genesis = makeRosterEntry('rehearsal', EMPTY_HEAD, {
      kind: 'genesis', at: 0, admin: adminId, supervisor: supervisorId, adminSign: toBase64(admin.publicKey), supervisorSign: toBase64(supervisor.publicKey),
      recoverySign: toBase64(recovery.publicKey), recoveryReceive: toBase64(receive.publicKey),
    }, [{ id: adminId, privateKey: admin.privateKey }, { id: supervisorId, privateKey: supervisor.privateKey }, { id: RECOVERY, privateKey: signPairOf(recovery.privateKey).privateKey }]);
    verifyRoster('rehearsal', [genesis], { adminSign: admin.publicKey, supervisorSign: supervisor.publicKey, recoverySign: recovery.publicKey });
  }
}
