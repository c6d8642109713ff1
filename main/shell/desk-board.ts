/** Last content of the lock screen: estate and staff, which lie in clear in the vault's header as well. The vault, once it runs, sends the current ones. */
import { existsSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { type DeskBoard, deskBoardSchema } from '../../contract/sign-in/views.ts';
import { readJsonFile, writeJsonFile } from '../files/json-file.ts';

export interface DeskBoardStore {
  readonly board: DeskBoard | null;
  /** Null where there is no vault to show anything of. */
  keep(board: DeskBoard | null): void;
}

/** A vault that is gone from its folder shows nobody. */
export function openDeskBoard(file: string, vaultDir: string): DeskBoardStore {
  const schema = deskBoardSchema.nullable();
  let board = existsSync(vaultDir) ? readJsonFile(file, schema) : null;
  return {
    get board() {
      return board;
    },
    keep(said) {
      const [before, after] = [board, said].map(lasting);
      board = said;
      if (!isDeepStrictEqual(before, after)) writeJsonFile(file, after);
    },
  };
}

/** Without who has to wait or is closed, which is another matter by the next start. */
const lasting = (board: DeskBoard | null): DeskBoard | null =>
  board === null
    ? null
    : {
        ...board,
        people: board.people.map((person) => ({ ...person, waitSeconds: 0, closed: false })),
      };
