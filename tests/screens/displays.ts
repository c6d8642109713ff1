/** The monitors, sizes and faces that a screen has to be right in. */
import { spawnSync } from 'node:child_process';
import type { Page as Tab } from 'playwright-core';
import type { Layout } from './fits.ts';

/** The smallest monitor that a desk has, in dots. */
export const SMALLEST = { width: 1280, height: 720 } as const;
/** From the smallest desk to the largest, in dots. */
const MONITORS = [
  [SMALLEST.width, SMALLEST.height],
  [1920, 1080],
  [3840, 2160],
] as const;
const ZOOMS = [1, 2] as const;

export interface DisplayLayout extends Layout {
  /** As a finding names it, such as `1920×1080 at 200 %`. */
  readonly name: string;
}

export const DISPLAYS: readonly DisplayLayout[] = MONITORS.flatMap(([width, height]) =>
  ZOOMS.map((factor) => ({
    name: `${width}×${height} at ${factor * 100} %`,
    width: width / factor,
    height: height / factor,
    factor,
  })),
);

/** Those that lay out differently: 3840×2160 at 200 % has as many CSS pixels as 1920×1080 at 100 %. */
export const LAYOUTS: readonly DisplayLayout[] = DISPLAYS.filter(
  ({ width }, index) => DISPLAYS.findIndex((one) => one.width === width) === index,
);

/** Chinese faces: the one that a computer of the tests has anyway, and one whose glyphs are wider and lines taller (fonts-wqy-microhei). */
export const FACES = ['Noto Sans CJK SC', 'WenQuanYi Micro Hei'] as const;
export type Face = (typeof FACES)[number];

/** Whether this computer has the face. */
export const isInstalled = (face: Face): boolean =>
  spawnSync('fc-list', [face, 'family'], { encoding: 'utf8' }).stdout.includes(face);

/** Shows the page in that face while `work` runs. */
export async function inFace<T>(tab: Tab, face: Face, work: () => Promise<T>): Promise<T> {
  const wear = (family: string): Promise<void> =>
    tab.evaluate((shown) => document.documentElement.style.setProperty('--face', shown), family);
  await wear(`'${face}', sans-serif`);
  try {
    return await work();
  } finally {
    await wear('');
  }
}
