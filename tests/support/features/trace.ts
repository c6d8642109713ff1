/** Marks in the tests that go over every feature. */
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { FileId } from '../../../contract/ids.ts';
import type { RouteRequest } from '../../../contract/routes.ts';
import { checkOf } from '../../../contract/trace/lists.ts';
import { click, featureFlow, get, showing, submitAs } from '../../screens/steps.ts';
import { RESIDENTS } from '../desk-residents.ts';
import { PLANTED } from '../planted-people.ts';
import type { VisitsOf } from '../route-walk.ts';
import { makeTempDir } from '../temp-dir.ts';
import type { VaultHarness } from '../vault-harness.ts';

const FILE = 'c5'.repeat(16) as FileId;
const PHONE = PLANTED[0].sealed.phone[0].value;
/** A code that nobody was given. */
const STRAY = `0000000000Z${checkOf('0000000000Z')}`;

/** Where a case file is to go, as main offers it. */
export function pickCaseFile(desk: Pick<VaultHarness, 'vault'>, folder = makeTempDir()): string {
  const path = join(folder, 'case.pdf');
  desk.vault.offerFile(FILE, path, 'pdf');
  return path;
}

/** The request for it, without the PINs. */
export const caseOf = (about: RouteRequest<'trace.caseFile'>['about']) =>
  ({ fileId: FILE, about, purpose: '派出所调取' }) as const;

export const visits: VisitsOf<'trace'> = {
  'trace.find': async ({ ask }) => {
    const { code } = await ask('trace.mark', {});
    return ask('trace.find', { code: code ?? STRAY });
  },
  'trace.caseFile': async (walk) => {
    pickCaseFile(walk.desk);
    const supervisor =
      walk.role === 'supervisor' ? {} : { supervisor: await walk.desk.proofOf('supervisor') };
    return walk.ask('trace.caseFile', {
      ...caseOf({ of: 'number', number: PHONE }),
      pin: walk.pin,
      ...supervisor,
    });
  },
};

// --- the screens

/** A supervisor reads the code off the window, traces it, makes a case file, and reads the code off a bad photo of that. */
export const flow = featureFlow({
  place: 140,
  as: 'supervisor',
  screens: {
    ...showing(['page:trace'], 'trace-start', 'trace-slip', 'trace-none', 'trace-found'),
    ...showing(['page:trace'], 'trace-picture-none', 'trace-from-picture', 'trace-case', 'trace-case-made'),
  },
  async run(walk, look, desk) {
    const { asked } = RESIDENTS;
    await desk.search(`${asked.building}-${asked.unit}-${asked.room}`);
    await desk.openFirst();
    const code = (await get(walk, 'trace-code-shown').textContent()) ?? '';
    await desk.open('trace');
    await look('trace-start', { wait: 'trace-code' });
    await get(walk, 'trace-code').fill(`${code.slice(0, -1)}${code.endsWith('Z') ? 'Y' : 'Z'}`);
    await look('trace-slip');
    await get(walk, 'trace-code').fill(STRAY);
    await look('trace-none', { press: 'trace-find', wait: 'trace-none' });
    await get(walk, 'trace-code').fill(code.toLowerCase());
    await look('trace-found', { press: 'trace-find', wait: 'trace-answer' });

    await click(walk, 'case-file-open');
    await get(walk, 'case-file-words').fill('派出所调取材料');
    await look('trace-case');
    const folder = `${walk.backupFolder}-case`;
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder);
    chmodSync(folder, 0o1777);
    const file = join(folder, '材料.pdf');
    await desk.answerSaveDialog(file);
    await submitAs(walk, 'supervisor', 'case-file-submit', 'case-file-form');
    await look('trace-case-made', { wait: 'case-file-made' });

    const [bad, blank] = photographs(file, folder);
    await get(walk, 'trace-picture-file').setInputFiles(blank);
    await look('trace-picture-none', { wait: 'trace-picture-problem' });
    await get(walk, 'trace-picture-file').setInputFiles(bad);
    await get(walk, 'trace-answer').waitFor({ timeout: 20_000 });
    // Its buttons fade in again once the answer is there.
    await get(walk, 'trace-picture').click({ trial: true });
    await look('trace-from-picture');
    await desk.page.keyboard.press('Escape');
  },
});

/** A page as a JPEG of bad quality, and a part of it without any code. */
function photographs(pdf: string, folder: string): readonly [string, string] {
  const photograph = (name: string, ...args: readonly string[]): string => {
    execFileSync('pdftoppm', [
      '-jpeg',
      '-jpegopt',
      'quality=20',
      '-f',
      '1',
      '-l',
      '1',
      ...args,
      pdf,
      join(folder, name),
    ]);
    return join(
      folder,
      readdirSync(folder).find((file) => file.startsWith(name) && file.endsWith('.jpg')) ?? '',
    );
  };
  return [
    photograph('bad', '-r', '110'),
    photograph('blank', '-r', '50', '-x', '0', '-y', '0', '-W', '300', '-H', '200'),
  ];
}
