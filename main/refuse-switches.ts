/** A packaged application does not start with a switch that opens it to tools or takes a guard away. */
import { url as inspectorUrl } from 'node:inspector';

/** Chromium's own switches, which no fuse covers. */
const REFUSED_SWITCHES = [
  'remote-debugging-port',
  'remote-debugging-pipe',
  'remote-debugging-address',
  'no-sandbox',
  'disable-setuid-sandbox',
  'disable-web-security',
  'disable-site-isolation-trials',
  'js-flags',
  'load-extension',
  'proxy-server',
  'host-rules',
  'log-net-log',
  'enable-logging',
  'renderer-cmd-prefix',
  'gpu-launcher',
  'ppapi-plugin-launcher',
  'browser-subprocess-path',
  'single-process',
  'in-process-gpu',
  'no-zygote',
  'utility-cmd-prefix',
] as const;

/** The first such switch, or null. */
export function refusedSwitch(hasSwitch: (name: string) => boolean): string | null {
  return REFUSED_SWITCHES.find(hasSwitch) ?? null;
}

/** Only a build whose inspect fuse was left on, for a test driver, has an inspector at all. */
export const isOpenToTestDriver = (): boolean => inspectorUrl() !== undefined;
