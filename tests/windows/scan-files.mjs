/** Plays a virus scanner: as long as its standard input stays open, has each file below the folders that lie in `folder` under a vault's names open in turn, for a moment. Fails where there was none. */
import { open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';

const OURS = /^resident-vault-/;
const [folder] = process.argv.slice(2);
let held = 0;
process.stdin
  .on('end', () => {
    process.stdout.write(`a scanner held ${held} files\n`, () => process.exit(held > 0 ? 0 : 1));
  })
  .resume();

for (;;) {
  for (const path of await listFiles()) await holdForAMoment(path);
  await setTimeout(5);
}

async function listFiles() {
  const names = (await readdir(folder)).filter((name) => OURS.test(name));
  const listed = names.map((name) =>
    readdir(join(folder, name), { recursive: true, withFileTypes: true }).catch(() => []),
  );
  return (await Promise.all(listed))
    .flat()
    .flatMap((entry) => (entry.isFile() ? join(entry.parentPath, entry.name) : []));
}

/** What is gone by then, or is held against everybody, is left out. */
async function holdForAMoment(path) {
  const file = await open(path, 'r').catch(() => null);
  if (file !== null) held++;
  await setTimeout(10 + Math.random() * 60);
  await file?.close();
}
