/** Exports of the log: written where somebody says, approved, and each in the log. */
import { defineFeature, longWorkOf } from '../feature.ts';
import { listExports } from './list-exports.ts';

export const logExportFeature = defineFeature((context) => {
  const work = longWorkOf(context, 'exports.progress');
  return {
    handlers: {
      'exports.write': (session, request) =>
        work.run(async (running) => {
          const { writeExport } = await import('./write-export.ts');
          try {
            return await writeExport(session, request, running, context.pickedFiles);
          } finally {
            context.pickedFiles.forget('log-export');
          }
        }),
      'exports.cancel': async () => work.cancel(),
      'exports.list': listExports,
    },
  };
});
