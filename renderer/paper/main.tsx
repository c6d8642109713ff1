/** Starts the page that is printed: it takes its one paper, lays it out, says so, and is never seen on a screen. */
import { useEffect } from 'react';
import { createRoot } from 'react-dom/client';
import { PAPER_KEY, type Paper, type PaperBridge } from '../../contract/paper.ts';
import { assertNever } from '../../contract/result.ts';
import { companyWords } from '../company/words.ts';
import { disclosureWords } from '../disclosures/words.ts';
import { registerMessages, initI18n, setLanguage } from '../messages/i18n.ts';
import { PaperMark } from '../practice/PaperMark.tsx';
import { PrintPaper } from '../print/PrintPaper.tsx';
import { SheetPaper } from '../set-up/SheetPaper.tsx';
import { OnEveryPage } from '../trace/OnEveryPage.tsx';
import { traceWords } from '../trace/words.ts';
import { InspectionPaper } from '../inspection/InspectionPaper.tsx';
import { inspectionWords } from '../inspection/words.ts';
import { accessHistoryWords } from '../access-history/words.ts';
import { ResidentAnswerPaper } from '../access-history/ResidentAnswerPaper.tsx';
import { AccessHistoryPaper } from '../access-history/AccessHistoryPaper.tsx';
import '../theme.css';

const bridge = (globalThis as unknown as Readonly<Record<typeof PAPER_KEY, PaperBridge>>)[PAPER_KEY];

function PaperOf({ paper }: { readonly paper: Paper }) {
  // In the document by then; what is printed is laid out anew.
  useEffect(() => bridge.laid(true), []);
  switch (paper.kind) {
    case 'recovery-sheet':
      return <SheetPaper sheet={paper.sheet} estateName={paper.estateName} />;
    case 'access-history':
      return <AccessHistoryPaper sheet={paper.sheet} company={paper.company} />;
    case 'access-history-answer':
      return <ResidentAnswerPaper sheet={paper.sheet} company={paper.company} />;
    case 'inspection':
      return (
        <InspectionPaper sheet={paper.sheet} company={paper.company}>
          {paper.sheet.page.of === 'access-history' && (
            <AccessHistoryPaper sheet={paper.sheet.page.sheet} company={paper.company} />
          )}
        </InspectionPaper>
      );
    case 'print':
    case 'document':
      return <PrintPaper sheet={paper.sheet} />;
    default:
      return assertNever(paper);
  }
}

async function start(root: HTMLElement): Promise<void> {
  const { paper, mark, language, place } = await bridge.read();
  if (paper === null) return bridge.laid(false);
  registerMessages(accessHistoryWords);
  registerMessages(traceWords);
  registerMessages(inspectionWords);
  registerMessages(disclosureWords);
  registerMessages(companyWords);
  initI18n(language, true);
  setLanguage(language);
  // Their pages have their marks from the vault, each with its number among all.
  if (paper.kind === 'print' || paper.kind === 'document')
    return createRoot(root).render(<PaperOf paper={paper} />);
  createRoot(root).render(
    <OnEveryPage mark={mark}>
      {place === 'practice' && <PaperMark />}
      <PaperOf paper={paper} />
    </OnEveryPage>,
  );
}

const root = document.getElementById('root');
if (root === null) throw new Error('the page has no root');
void start(root);
