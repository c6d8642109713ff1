/** Where the window was, kept from run to run, and brought back only where a screen still shows it. */
import { z } from 'zod';
import { readJsonFile, writeJsonFile } from '../files/json-file.ts';

interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export const SMALLEST = { width: 640, height: 480 } as const;
export const USUAL = { width: 1280, height: 720 } as const;

const pixels = z.number().int().min(-100_000).max(100_000);
const placeSchema = z.strictObject({
  x: pixels,
  y: pixels,
  width: z.number().int().min(SMALLEST.width).max(100_000),
  height: z.number().int().min(SMALLEST.height).max(100_000),
  maximized: z.boolean(),
});
export type Place = z.infer<typeof placeSchema>;

export const readPlace = (file: string): Place | null => readJsonFile(file, placeSchema);
export const writePlace = (file: string, place: Place): boolean => writeJsonFile(file, place);

/** True when at least a hundred pixels each way of the window lie on one of the screens, so that it can be seen and dragged. */
export function isOnScreen(place: Rectangle, screens: readonly Rectangle[]): boolean {
  const overlap = (from: number, size: number, otherFrom: number, otherSize: number): number =>
    Math.min(from + size, otherFrom + otherSize) - Math.max(from, otherFrom);
  return screens.some(
    (screen) =>
      overlap(place.x, place.width, screen.x, screen.width) >= 100 &&
      overlap(place.y, place.height, screen.y, screen.height) >= 100,
  );
}
