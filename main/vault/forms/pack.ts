/** Forms in an inspection pack: the last one that was finished for each duty, with its answers. */
import { dayOf } from '../clock.ts';
import type { PackPart } from '../feature.ts';
import type { Session } from '../session/session.ts';
import { answerTables, sourceBlocks } from './form-document.ts';
import { readFill } from './read-fill.ts';
import { formsOf, lastOf } from './evidence.ts';
import { maskLongDigits } from '../values/long-digits.ts';

/** The last one of each form with its answers, by the edition that was answered. */
export async function formsPackParts(session: Session, folder: string): Promise<readonly PackPart[]> {
  const parts: PackPart[] = [];
  for (const { duty, form } of formsOf(folder)) {
    const last = await lastOf(session, form);
    if (last === undefined) continue;
    const fill = await readFill(session, session.store, last.fillId, folder);
    const { finished, subject, content, answers } = fill;
    parts.push({
      duty,
      blocks: [
        {
          kind: 'facts',
          rows: [
            { name: '表格', value: content.name },
            ...(content.subject === null
              ? []
              : [{ name: content.subject.text, value: maskLongDigits(subject) }]),
            {
              name: '完成',
              value: finished === null ? '' : `${dayOf(finished.at)}，${finished.by}`,
            },
            { name: '下次到期', value: fill.dueOn ?? '' },
            { name: '内容校验（SHA-256）', value: finished?.sha256 ?? '' },
          ],
        },
        ...sourceBlocks(fill),
        ...answerTables(
          { ...fill, answers: answers.map((one) => ({ ...one, words: maskLongDigits(one.words) })) },
          false,
        ),
      ],
    });
  }
  return parts;
}
