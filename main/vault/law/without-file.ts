/** Substitutes while a feature's data file cannot be read: the duty is missing, and the pack names the file. Everything else goes on. */
import type { Duty } from '../../../contract/evidence/lists.ts';
import type { Evidence, PackPart } from '../feature.ts';
import { isUnreadable } from './read-law.ts';

/** Evidence from `read`; missing for each of these duties where it meets a data file that cannot be read. Errors: any other of `read`. */
export const evidenceOrMissing = (
  duties: readonly Duty[],
  read: () => Promise<readonly Evidence[]>,
): Promise<readonly Evidence[]> =>
  orInstead(read, () =>
    duties.map((duty) => ({ duty, points: {}, at: null, dueOn: null, count: null }) as Evidence),
  );

/** Parts from `read`; a line that names the file for each of these duties where it meets one that cannot be read. Errors: any other of `read`. */
export const partsOrNamed = (
  duties: readonly Duty[],
  read: () => Promise<readonly PackPart[]>,
): Promise<readonly PackPart[]> =>
  orInstead(read, (file) =>
    duties.map((duty) => ({
      duty,
      blocks: [{ kind: 'paragraph', look: 'strong', text: `数据文件 ${file} 无法读取，本项暂缺。` }],
    })),
  );

async function orInstead<T>(read: () => Promise<T>, instead: (file: string) => T): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (isUnreadable(error)) return instead(String(error.details['file']));
    throw error;
  }
}
