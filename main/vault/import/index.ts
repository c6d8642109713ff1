/** Workbooks brought in: read, previewed, written as one, undone, disposed of. */
import { defineFeature, longWorkOf } from '../feature.ts';
import { createImportDesk } from './import-desk.ts';

export const importFeature = defineFeature((context) => {
  const imports = createImportDesk({
    work: longWorkOf(context, 'import.progress'),
    pickedFiles: context.pickedFiles,
    scanners: context.scanners,
  });
  return {
    handlers: {
      'import.open': imports.open,
      'import.sheet': imports.sheet,
      'import.preview': imports.preview,
      'import.apply': imports.apply,
      'import.cancel': async () => imports.cancel(),
      'import.forgetLayout': imports.forgetLayout,
      'import.saveRejects': imports.saveRejects,
      'import.dispose': imports.dispose,
      'import.list': imports.list,
      'import.checkUndo': imports.checkUndo,
      'import.undo': imports.undo,
    },
  };
});
