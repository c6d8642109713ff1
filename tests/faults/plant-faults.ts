/** Tries each of the planted faults (`faults.ts`). `node tests/faults/plant-faults.ts [NUMBER ...]`: those alone, counted from 1. */
import { FAULTS } from './faults.ts';
import { tryFaults } from './try-faults.ts';

const asked = process.argv.slice(2).map(Number);
const faults = asked.length > 0 ? asked.map((number) => FAULTS[number - 1]!) : FAULTS;
process.exitCode = (await tryFaults(faults, ['unit', 'integration'])) === 0 ? 0 : 1;
