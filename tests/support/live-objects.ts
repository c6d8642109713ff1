/** Everything that is alive in this process after a garbage collection, as bytes: buffers, key objects, strings. */
import {
  createPrivateKey,
  createPublicKey,
  createSecretKey,
  generateKeyPairSync,
  KeyObject,
} from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { Session } from 'node:inspector';
import { finished } from 'node:stream/promises';
import { getHeapSnapshot } from 'node:v8';

/** Writes the bytes of all live buffers and keys, then a heap snapshot with all live strings, to `path` and `path`.heap. */
export async function dumpLiveObjects(path: string): Promise<void> {
  const out = createWriteStream(path);
  for (const bytes of [...liveBuffers(), ...liveKeys()]) out.write(Uint8Array.from(bytes));
  out.end();
  await finished(out);
  await finished(getHeapSnapshot().pipe(createWriteStream(`${path}.heap`)));
}

function liveBuffers(): readonly Uint8Array[] {
  const buffers = [ArrayBuffer, SharedArrayBuffer].map((kind) =>
    queryObjects<ArrayBufferLike>(kind.prototype).filter((buffer) => buffer instanceof kind),
  );
  return buffers.flat().map((buffer) => new Uint8Array(buffer));
}

/** A key object keeps its bytes outside the JavaScript heap; whoever holds it can export them. */
function liveKeys(): readonly Uint8Array[] {
  const { privateKey, publicKey } = generateKeyPairSync('x25519');
  const prototypes = [privateKey, publicKey, createSecretKey(new Uint8Array(32))].map(
    (key) => Object.getPrototypeOf(key) as object,
  );
  return prototypes
    .flatMap((prototype) => queryObjects<KeyObject>(prototype))
    .filter((key) => key instanceof KeyObject)
    .map(exportKey);
}

function exportKey(key: KeyObject): Uint8Array {
  if (key.type === 'secret') return key.export();
  return key.type === 'private'
    ? createPrivateKey(key.export({ format: 'pem', type: 'pkcs8' })).export({ format: 'der', type: 'pkcs8' })
    : createPublicKey(key.export({ format: 'pem', type: 'spki' })).export({ format: 'der', type: 'spki' });
}

/** All live objects with that prototype; the inspector collects garbage first. */
function queryObjects<T>(prototype: object): readonly T[] {
  const scope = globalThis as { queriedPrototype?: object; queriedObjects?: readonly T[] };
  const session = new Session();
  session.connect();
  try {
    scope.queriedPrototype = prototype;
    session.post('Runtime.evaluate', { expression: 'queriedPrototype' }, (_error, found) => {
      session.post(
        'Runtime.queryObjects',
        { prototypeObjectId: found.result.objectId! },
        (_failure, objects) => {
          session.post('Runtime.callFunctionOn', {
            objectId: objects.objects.objectId!,
            functionDeclaration: 'function () { globalThis.queriedObjects = this; }',
          });
        },
      );
    });
    return scope.queriedObjects ?? [];
  } finally {
    session.disconnect();
    delete scope.queriedPrototype;
    delete scope.queriedObjects;
  }
}
