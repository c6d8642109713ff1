/** Runs one step against the keychain of the session that it is started in, and prints what came back; values as their lengths. */
import { openOsKeychain } from '../../main/keychain/os-keychain.ts';

const [step, vaultDir = ''] = process.argv.slice(2);
const keychain = openOsKeychain(vaultDir);

async function run(): Promise<unknown> {
  if (step === 'write') {
    const done = await Promise.all([
      keychain.writeDeviceSecret('a1b2', new Uint8Array(32).fill(7)),
      keychain.writeAnchor(0, new Uint8Array(900).fill(1)),
      keychain.writeAnchor(1, new Uint8Array(901).fill(2)),
    ]);
    return { done };
  }
  if (step === 'write-then-read') {
    const writes: Promise<boolean>[] = [];
    for (let length = 1; length <= 20; length++) writes.push(keychain.writeAnchor(0, new Uint8Array(length)));
    const reading = await keychain.read();
    return {
      seen: reading.state === 'found' ? reading.items.anchors.map((anchor) => anchor.length) : reading.state,
      done: await Promise.all(writes),
    };
  }
  if (step === 'delete')
    return {
      done: [await keychain.deleteDeviceSecret('a1b2'), await keychain.deleteDeviceSecret('never-there')],
    };
  const reading = await keychain.read();
  if (reading.state !== 'found') return reading;
  return {
    state: 'found',
    secrets: Object.entries(reading.items.deviceSecrets).map(([id, bytes]) => [id, bytes.length, bytes[0]]),
    anchors: reading.items.anchors.map((anchor) => anchor.length).sort(),
  };
}

process.stdout.write(JSON.stringify(await run()));
