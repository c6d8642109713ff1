/** What leaves the house by a route, a file that was picked or a paper for the printer: noticed as it leaves, and read as whoever gets it reads it. */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as XLSX from '@e965/xlsx';
import officeCrypto from 'officecrypto-tool';
import { PAPER_KINDS } from '../../contract/paper.ts';
import type { Secret } from './clear-values.ts';
import { type VaultHarness, stateOfFile } from './vault-harness.ts';

/** As it goes to whoever gets it. `to`: which paper it is, or what the file was picked for. */
export interface Sent {
  readonly to: string;
  readonly read: () => Promise<readonly string[]>;
}

/** A recovery sheet is words of the vault's, of nobody, and can be printed for as long as its ceremony takes. */
const OF_RESIDENTS = PAPER_KINDS.filter((kind) => kind !== 'recovery-sheet');

/** What has left a desk since it was asked before, but for what lies in folders that the vault keeps copies in (`clearInFolders`). `reply`: of the route that was asked. */
export async function takeSent(desk: VaultHarness, reply: unknown): Promise<readonly Sent[]> {
  const sent: Sent[] = [];
  const password = passwordIn(reply);
  for (const picked of desk.picked) {
    const { path, use, state: before } = picked;
    picked.state = stateOfFile(path);
    if (picked.state !== null && picked.state !== before)
      sent.push({ to: use, read: async () => readAsReceived(readFileSync(path), password) });
  }
  for (const kind of OF_RESIDENTS) {
    const paper = await desk.vault.paper(kind);
    if (paper !== null) sent.push({ to: kind, read: async () => textsOfPaper(paper) });
  }
  return sent;
}

const passwordIn = (reply: unknown): string | null =>
  typeof reply === 'object' && reply !== null && 'password' in reply && typeof reply.password === 'string'
    ? reply.password
    : null;

/** Every text of a paper, and all that stands on it in a row: a page says each line by itself. */
function textsOfPaper(paper: unknown): readonly string[] {
  const texts: string[] = [];
  JSON.stringify(paper, (_, value: unknown) => {
    if (typeof value === 'string') texts.push(value);
    return value;
  });
  return [...texts, texts.join('')];
}

/** Errors: where it does not open by its password, or has no text. */
async function readAsReceived(bytes: Buffer, password: string | null): Promise<readonly string[]> {
  const begin = bytes.subarray(0, 4).toString('latin1');
  if (begin === '%PDF') return readPdf(bytes, password);
  if (begin === '\u00d0\u00cf\u0011\u00e0') {
    if (password === null) throw new Error('under a password that nobody was told');
    return readWorkbook(Buffer.from(await officeCrypto.decrypt(bytes, { password })));
  }
  if (begin.startsWith('PK')) return readWorkbook(bytes);
  return [bytes.toString('utf8'), bytes.toString('utf16le')];
}

function readPdf(bytes: Buffer, password: string | null): readonly string[] {
  const unlocked = password === null ? [] : ['-upw', password];
  const texts = ['-layout', '-raw'].map((order) =>
    execFileSync('pdftotext', [order, ...unlocked, '-', '-'], { input: bytes, encoding: 'utf8' }),
  );
  if (texts.some((text) => text.trim() === '')) throw new Error('a PDF without a text');
  return texts;
}

/** Its sheets as text. Errors: where there is none. */
export function readWorkbook(bytes: Buffer): readonly string[] {
  const { SheetNames, Sheets } = XLSX.read(bytes);
  const texts = SheetNames.map((name) => XLSX.utils.sheet_to_csv(Sheets[name]!));
  if (texts.length === 0) throw new Error('a workbook without a sheet');
  return texts;
}

/** Values that stand in clear in a file of the folders that the vault keeps copies in, however deep: `file: what`. */
export function clearInFolders(desk: VaultHarness, secrets: readonly Secret[]): readonly string[] {
  const folders = new Set(desk.picked.filter(({ use }) => use === 'folder').map(({ path }) => path));
  return [...folders].flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .flatMap((entry) => {
        const bytes = readFileSync(join(entry.parentPath, entry.name));
        return secrets
          .filter(({ value }) => bytes.includes(value) || bytes.includes(Buffer.from(value, 'utf16le')))
          .map(({ what }) => `${entry.name}: ${what}`);
      }),
  );
}
