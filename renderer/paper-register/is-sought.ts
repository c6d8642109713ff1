/** Whether a paper is what was typed or scanned. Pure. */
import { paperNumber, readPaperNumber } from '../../contract/paper-register/lists.ts';
import type { PaperView } from '../../contract/paper-register/routes.ts';

/** By its number where one was typed or scanned, else by a part of what the row says. */
export function isSought(
  paper: Pick<PaperView, 'paperId' | 'title' | 'place' | 'foundAt' | 'custodian'>,
  sought: string,
): boolean {
  const typed = sought.normalize('NFKC').trim().toLowerCase();
  if (typed === '') return true;
  const number = readPaperNumber(sought);
  return (
    (number !== null && paperNumber(number) === paperNumber(paper.paperId)) ||
    [paper.title, paper.place, paper.foundAt, paper.custodian.name].some((words) =>
      words.toLowerCase().includes(typed),
    )
  );
}
