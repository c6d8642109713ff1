/** Answers what the vault asks of files, one question after another. Holds nothing between two of them. */
import { setImmediate } from 'node:timers/promises';
import {
  type CutFolder,
  type ListedFile,
  MAX_LISTED,
  type ScannerAnswer,
  type ScannerRequest,
} from '../../../contract/sweep/scanner.ts';
import { findNamed } from './find-named.ts';
import { isCut, listFiles } from './list-files.ts';
import { scanFile } from './scan-file.ts';

/** Returns what takes each request; `answer` is called with the answers, in the order of the requests. */
export function createScanner(answer: (message: ScannerAnswer) => void): (request: ScannerRequest) => void {
  let turn: Promise<void> = Promise.resolve();
  const serve = async (request: ScannerRequest): Promise<void> => {
    if (request.type === 'scan') {
      const { id, path, key, today } = request;
      return answer({ type: 'scanned', id, file: await scanFile(path, { key, today }) });
    }
    if (request.type === 'recent') {
      const named = findNamed(request);
      return answer({ type: 'recent', items: [...named.items], cut: [...named.cut] });
    }
    let [items, cut]: [ListedFile[], CutFolder[]] = [[], []];
    for (const found of listFiles(request)) {
      if (isCut(found)) cut.push(found);
      else items.push(found);
      if (items.length + cut.length < MAX_LISTED) continue;
      answer({ type: 'listed', items, cut });
      [items, cut] = [[], []];
      await setImmediate();
    }
    answer({ type: 'listed', items, cut });
    answer({ type: 'list-ended' });
  };
  return (request) => {
    turn = turn.then(() => serve(request));
  };
}
