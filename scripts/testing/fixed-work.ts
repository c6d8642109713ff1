/** The same work each time, of the kinds that tests are made of: code that is compiled as it runs, objects, text, hashes and memory. */
import { createHash, scryptSync } from 'node:crypto';

const ROUNDS = 12;
const ROWS = 20_000;

function work(round: number): string {
  const rows = Array.from({ length: ROWS }, (_, at) => ({
    id: (at * 7_919 + round) % ROWS,
    room: `${at % 40}-${at % 7}-${at % 1_000}`,
    tags: [at % 3, at % 5, at % 11],
  }));
  const sorted = rows.toSorted((one, other) => one.id - other.id || one.room.localeCompare(other.room));
  const text = JSON.stringify(JSON.parse(JSON.stringify(sorted)));
  const found = [...text.matchAll(/"room":"(\d+)-(\d)-(\d+)"/g)].length;
  const hash = createHash('sha256').update(text).digest('hex');
  return scryptSync(`${hash}${found}`, 'fixed work', 32, {
    N: 16_384,
    r: 8,
    maxmem: 64 * 1_024 * 1_024,
  }).toString('hex');
}

for (let round = 0; round < ROUNDS; round++) work(round);
