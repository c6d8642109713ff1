/** A print before it is ordered: the layout, with stars in the place of every mask. Nothing of a resident is read for it, so nothing is entered. */
import { MAX_PREVIEW_PAGES, type PrintPaper } from '../../../contract/print/lists.ts';
import type { Previewed } from '../../../contract/print/routes.ts';
import type { RouteReply, RouteRequest } from '../../../contract/routes.ts';
import type { ShiftSheet } from '../../../contract/staff/views.ts';
import { dayOf } from '../clock.ts';
import type { Block, PdfLanguage } from '../pdf/document.ts';
import { readCompany } from '../company-facts/read-company.ts';
import { layOutPages } from '../pdf/make-pdf.ts';
import type { Session } from '../session/session.ts';
import { paperMarkOf } from '../session/trace-mark.ts';
import { arrearsBlocks, blankBlocks, recordBlocks, rosterBlocks } from './content.ts';
import { LAYOUTS } from './layouts.ts';
import { printDocument } from './print-document.ts';
import { countBlocks, shiftBlocks } from './sheets.ts';

const STARS = '***';
/** Fields that most records have. */
const USUAL_FIELDS = ['name', 'phone', 'address', 'emergency', 'idNumber', 'plate'] as const;
const SAMPLE_SHIFT: ShiftSheet = {
  staffName: STARS,
  role: 'receptionist',
  since: 0,
  until: 0,
  counts: { searches: 0, opened: 0, verified: 0, revealed: 0, emergencies: 0, changed: 0, wrongPins: 0 },
  reveals: [],
  moreReveals: false,
  ownReasons: [],
  openCopies: 0,
  head: { seq: 0, hash: '0'.repeat(64) },
};
const SAMPLE_ROOMS = ['1-1-101', '1-1-102', '1-1-201', '1-1-202'] as const;

/** Errors: `internal` where the pages could not be laid out. */
export async function previewPrint(
  session: Session,
  place: 'real' | 'practice',
  { what, paper, language }: RouteRequest<'print.preview'>,
): Promise<RouteReply<'print.preview'>> {
  const document = printDocument(
    {
      layout: what.layout,
      language,
      paper,
      company: await readCompany(session.store),
      place,
      mark: await paperMarkOf(session),
      copies: 1,
      dueOn: dayOf(session.clock.now()),
      approval: LAYOUTS[what.layout].approval ? { purpose: STARS, by: STARS } : null,
      content: sampleOf(what, language, paper),
    },
    1,
    null,
  );
  const [pages = []] = await layOutPages([document]);
  return {
    paper,
    pages: pages.slice(0, MAX_PREVIEW_PAGES).map((page) => [...page]),
    count: pages.length,
  };
}

function sampleOf(what: Previewed, language: PdfLanguage, paper: PrintPaper): readonly Block[] {
  switch (what.layout) {
    case 'record':
      return recordBlocks(language, {
        kind: 'person',
        records: [],
        rooms: [{ label: SAMPLE_ROOMS[0], relation: 'owner' }],
        fields: USUAL_FIELDS.map((field) => ({ field, text: STARS, isClear: false })),
      });
    case 'roster':
      return rosterBlocks(
        language,
        SAMPLE_ROOMS.map((room) => ({ room, nameMask: STARS, relation: 'owner', phoneMask: STARS })),
      );
    case 'arrears':
      return arrearsBlocks(language, what);
    case 'shift-sheet':
      return shiftBlocks(language, SAMPLE_SHIFT);
    case 'count-sheet':
      return countBlocks(
        language,
        SAMPLE_ROOMS.map((_, index) => ({
          paperId: index + 1,
          title: STARS,
          pages: null,
          place: STARS,
          custodian: STARS,
        })),
      );
    default:
      return blankBlocks(language, what.layout, paper);
  }
}
