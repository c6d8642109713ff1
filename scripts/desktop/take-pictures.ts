/** Takes a picture of the virtual screen every few seconds, where there is no other. */
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { say } from '../setup/say.mjs';
import type { Display } from './display.ts';

const EVERY_MS = 5_000;

/** Replaces the PNG `file` with what the display shows every five seconds, says so once, and returns what ends it. */
export function takePictures(shown: Display, file: string): () => void {
  mkdirSync(dirname(file), { recursive: true });
  say(
    `no display: running under Xvfb (DISPLAY=${shown.env.DISPLAY} XAUTHORITY=${shown.env.XAUTHORITY}); what it shows is saved every 5 seconds as ${file}`,
  );
  const timer = setInterval(() => shown.screenshot(file), EVERY_MS);
  return () => clearInterval(timer);
}
