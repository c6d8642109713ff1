/** Marks: the one of this window, what one leads to, and the case file. */
import { defineFeature } from '../feature.ts';
import { markOf } from '../session/trace-mark.ts';
import { findTrace } from './find-trace.ts';
import { writeCaseFile } from './write-case-file.ts';

export const traceFeature = defineFeature(({ pickedFiles, place }) => ({
  handlers: {
    'trace.mark': markOf,
    'trace.find': findTrace,
    'trace.caseFile': (session, request) =>
      writeCaseFile(session, request, { pickedFiles, place }).finally(() => pickedFiles.forget('pdf')),
  },
}));
