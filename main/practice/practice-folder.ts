/** The folder of the practice vault, beside the real one's: whether it is complete, what is remembered beside it, and how it is removed. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { PRACTICE_WORKBOOK } from '../../contract/practice/lists.ts';
import { type Tour, tourSchema } from '../../contract/shell/routes.ts';
import { readJsonFile, writeJsonFile } from '../files/json-file.ts';
import { rm } from '../files/move-and-remove.ts';
import { kindOf } from '../files/plain-file.ts';

/** Of a vault that was made by an earlier version in another way, which is made anew. */
const FORMAT = 1;
const madeSchema = z.strictObject({ format: z.literal(FORMAT) });

const NEW_TOUR: Tour = { done: [], shown: true };

export interface PracticeFolder {
  /** Where the practice vault lies; it may not be there. */
  readonly vaultDir: string;
  readonly deskBoardFile: string;
  /** Invented residents to practise an import with; gone once an import has disposed of it. */
  readonly workbookFile: string;
  /** A vault lies there that was made to its end, in folders that are no links. Errors: those of the file system. */
  isMade(): Promise<boolean>;
  /** Says so from now on. */
  tellMade(): void;
  readTour(): Tour;
  keepTour(tour: Tour): void;
  /**
   * Removes the folder with all that is in it. A link is removed and never followed, wherever it leads and
   * however deep it lies. Errors: those of the file system; what is left is no vault then, and the next removal
   * takes it away.
   */
  remove(): Promise<void>;
}

export function openPracticeFolder(folder: string): PracticeFolder {
  const [vaultDir, madeFile, tourFile] = ['vault', 'made.json', 'tour.json'].map((name) =>
    join(folder, name),
  ) as [string, string, string];
  return {
    vaultDir,
    deskBoardFile: join(folder, 'desk-board.json'),
    workbookFile: join(folder, PRACTICE_WORKBOOK),
    isMade: async () =>
      (await kindOf(folder)) === 'folder' &&
      (await kindOf(vaultDir)) === 'folder' &&
      readJsonFile(madeFile, madeSchema) !== null,
    tellMade: () => void writeJsonFile(madeFile, { format: FORMAT }),
    readTour: () => readJsonFile(tourFile, tourSchema) ?? NEW_TOUR,
    keepTour: (tour) => void writeJsonFile(tourFile, tour),
    async remove() {
      // First: what is removed in part is not to be opened.
      if ((await kindOf(folder)) === 'folder') rmSync(madeFile, { force: true });
      await rm(folder, { force: true, recursive: true });
    },
  };
}
