/** Guards against attackers, each broken once: one small file a guard in `guards/`. `npm run attack -- --mutants` looks whether the attack that each names notices. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Fault } from './faults.ts';

const FOLDER = join(import.meta.dirname, 'guards');

const guardSchema = z.strictObject({
  file: z.string().regex(/^(main|preload|contract)\/.+\.ts$/),
  was: z.string().min(1),
  becomes: z.string(),
  wrong: z.string().min(10),
  tests: z.array(z.string().regex(/^tests\/.+\.test\.ts(: .+)?$/)).min(1),
});

/** A guard, and how it is broken. */
export interface Guard extends Fault {
  /** Name of its file, without extension. */
  readonly name: string;
}

/** In the order of their names. Errors: ZodError for a file that is none. */
export const readGuards = (): readonly Guard[] =>
  readdirSync(FOLDER)
    .filter((name) => name.endsWith('.json'))
    .toSorted()
    .map((name) => ({
      name: name.replace('.json', ''),
      ...guardSchema.parse(JSON.parse(readFileSync(join(FOLDER, name), 'utf8'))),
    }));
