import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { SlotId } from '../../../contract/ids.ts';
import type { DeskBoard } from '../../../contract/sign-in/views.ts';
import { openDeskBoard } from '../../../main/shell/desk-board.ts';
import { makeTempDir } from '../../support/temp-dir.ts';

const BOARD: DeskBoard = {
  estateName: '测试花园',
  people: [
    {
      slotId: 'a'.repeat(16) as SlotId,
      displayName: 'Desk One',
      role: 'receptionist',
      waitSeconds: 0,
      closed: false,
    },
  ],
};

let folder: string;
let vaultDir: string;
const open = () => openDeskBoard(join(folder, 'desk-board.json'), vaultDir);
beforeEach(() => {
  folder = makeTempDir();
  vaultDir = join(folder, 'vault');
  mkdirSync(vaultDir);
});

describe('what the lock screen shows first', () => {
  it('is what it showed last, also after a quit', () => {
    const before = open();
    expect(before.board).toBeNull();
    before.keep(BOARD);
    expect(before.board).toEqual(BOARD);
    expect(open().board).toEqual(BOARD);
    before.keep(null);
    expect(open().board).toBeNull();
  });

  it('is nobody where the vault has gone, or the file is not ours', () => {
    open().keep(BOARD);
    rmSync(vaultDir, { recursive: true });
    expect(open().board).toBeNull();

    mkdirSync(vaultDir);
    writeFileSync(join(folder, 'desk-board.json'), JSON.stringify({ ...BOARD, more: true }));
    expect(open().board).toBeNull();
  });

  it('does not remember who had to wait', () => {
    const [person] = BOARD.people;
    open().keep({ ...BOARD, people: [{ ...person!, waitSeconds: 30, closed: true }] });
    expect(open().board).toEqual(BOARD);
  });

  it('is written only where it is another, for its owner alone', () => {
    const store = open();
    store.keep(null);
    expect(existsSync(join(folder, 'desk-board.json'))).toBe(false);
    store.keep(BOARD);
    rmSync(join(folder, 'desk-board.json'));
    store.keep({ ...BOARD });
    expect(existsSync(join(folder, 'desk-board.json'))).toBe(false);
    store.keep({ ...BOARD, estateName: 'Test Garden' });
    expect(readFileSync(join(folder, 'desk-board.json'), 'utf8')).toContain('Test Garden');
    if (process.platform !== 'win32')
      expect(statSync(join(folder, 'desk-board.json')).mode & 0o777).toBe(0o600);
  });
});
