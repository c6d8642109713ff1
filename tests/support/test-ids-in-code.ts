/** The test ids that the renderer's source names: what a walk over the screens must have seen. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectDir } from '../../scripts/setup/paths.mjs';

/** A whole screen, page, dialog, panel or form; not the single row or button. */
const PART_OF_A_SCREEN = /^(?:screen|dialog)-|-(?:form|panel|page|view|step)$/;

export function testIdsInCode(folder = join(projectDir, 'renderer')): readonly string[] {
  const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.tsx'),
  );
  const ids = sources.flatMap((name) =>
    [
      ...readFileSync(join(folder, name), 'utf8').matchAll(
        /(?:data-testid|testId|testid)=(?:\{)?["'`]([a-z][a-zA-Z-]*)["'`]/g,
      ),
    ].map(([, id = '']) => id),
  );
  return [...new Set(ids)].filter((id) => PART_OF_A_SCREEN.test(id)).sort();
}
