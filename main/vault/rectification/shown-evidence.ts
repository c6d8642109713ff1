/** Evidence of items as documents show it: pictures of before and after, and what is no picture by its name and hash. */
import type { AttachmentView } from '../../../contract/attachments/views.ts';
import { EVIDENCE_SIDES, type EvidenceSide } from '../../../contract/rectification/lists.ts';
import { SIDE_WORDS } from '../../../contract/vocabulary/rectification.ts';
import { inChinese } from '../../../contract/vocabulary/wording.ts';
import type { OpenPicture, ShownPicture } from '../feature.ts';
import { smallPrint } from '../pdf/blocks.ts';
import type { Block } from '../pdf/document.ts';
import type { Session } from '../session/session.ts';
import { type RectificationRow, evidenceOf } from './register.ts';

/** One piece of evidence. */
export interface ShownEvidence {
  readonly side: EvidenceSide;
  readonly attachment: AttachmentView;
  /** Null where it is listed alone. */
  readonly picture: ShownPicture | null;
}

/** Of each of these items; one without evidence is left out. Errors: those of the store and of `openPicture`. */
export async function shownEvidence(
  session: Session,
  items: readonly Pick<RectificationRow, 'rectificationId'>[],
  openPicture: OpenPicture,
): Promise<ReadonlyMap<number, readonly ShownEvidence[]>> {
  const ids = items.map(({ rectificationId }) => rectificationId);
  const shown = new Map<number, ShownEvidence[]>();
  for (const [id, evidence] of await evidenceOf(session, session.store, ids)) {
    const all: ShownEvidence[] = [];
    for (const one of evidence) all.push({ ...one, picture: await openPicture(one.attachment) });
    shown.set(id, all);
  }
  return shown;
}

/** What was before, then what is now; nothing where there is none. */
export const evidenceBlocks = (evidence: readonly ShownEvidence[]): readonly Block[] =>
  EVIDENCE_SIDES.flatMap((side) => evidence.filter((one) => one.side === side)).map(
    ({ side, attachment: { name, showsOn, sha256 }, picture }): Block => {
      const caption = `${inChinese(SIDE_WORDS[side])}：${name}（反映 ${showsOn} 的情况）`;
      return picture === null
        ? smallPrint(`${caption}，SHA-256 ${sha256}`)
        : { kind: 'picture', bytes: picture.bytes, width: picture.width, height: picture.height, caption };
    },
  );
