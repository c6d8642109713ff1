/** What the first PIN would otherwise wait for, done while the lock screen stands there. */
import { openAead, sealAead } from '../crypto/aead.ts';
import { bind } from '../crypto/bind.ts';
import { generateSignPair, sign, signPairOf, verify } from '../crypto/ed25519.ts';
import { generateReceivePair, openFrom, receivePairOf, sealTo } from '../crypto/hpke.ts';
import { hkdf } from '../crypto/kdf.ts';
import { chooseEngine } from '../store/engine/choose-engine.ts';
import type { EngineName } from '../store/store.ts';

/** Loads the engine's native module, which takes some ten milliseconds, and runs the cryptography once on made-up keys: a first run takes several milliseconds longer than the next. */
export function getReadyAhead(engine: 'auto' | EngineName): void {
  try {
    chooseEngine(engine);
  } catch {
    // The unlock will say that it is missing.
  }
  rehearse();
}

const ROUNDS = 3;

function rehearse(): void {
  const context = bind('rehearsal');
  for (let round = 0; round < ROUNDS; round++) {
    const receive = generateReceivePair();
    const signer = signPairOf(generateSignPair().privateKey);
    const key = hkdf(receive.privateKey, context);
    openAead(key, context, sealAead(key, context, context));
    openFrom(receivePairOf(receive.privateKey), context, context, sealTo(receive.publicKey, context, context, context));
    verify(signer.publicKey, context, sign(signer.privateKey, context));
  }
}
