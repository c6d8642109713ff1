/** In a process of its own, as a vault has one: what `measure-store.ts` asks for by `node tier-keys-process.ts FOLDER ENGINE RESIDENTS ROUNDS`; figures as JSON on standard output. */
import { ENGINE_NAMES } from '../../main/vault/store/store.ts';
import { measureTierKeys } from './measure-tier-keys.ts';

const [folder, name, residents, rounds] = process.argv.slice(2);
const engine = ENGINE_NAMES.find((one) => one === name);
if (folder === undefined || engine === undefined) throw new RangeError('FOLDER ENGINE RESIDENTS ROUNDS');
process.stdout.write(
  JSON.stringify(await measureTierKeys(folder, engine, Number(residents), Number(rounds))),
);
