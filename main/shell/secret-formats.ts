/** How a text in the clipboard asks to be left out of histories and off other devices. Pure. */

/** Clipboard formats that ask a system to keep an item out of its history and off other devices; formats of the system's own, by name. */
const MARKS: Readonly<Partial<Record<NodeJS.Platform, Readonly<Record<string, Uint8Array>>>>> = {
  // Documented by Microsoft under "Cloud Clipboard and Clipboard History Formats"; the numbers are DWORDs.
  win32: {
    ExcludeClipboardContentFromMonitorProcessing: new Uint8Array(4),
    CanIncludeInClipboardHistory: new Uint8Array(4),
    CanUploadToCloudClipboard: new Uint8Array(4),
  },
  // nspasteboard.org
  darwin: { 'org.nspasteboard.ConcealedType': new Uint8Array(1) },
  // Klipper's, and of others that have taken it over.
  linux: { 'x-kde-passwordManagerHint': new TextEncoder().encode('secret') },
};

/** All formats of one item, as the runtime takes them in one call. */
export function secretFormats(platform: NodeJS.Platform, text: string): Record<string, Blob> {
  const marks = Object.entries(MARKS[platform] ?? {}).map(([format, bytes]) => [
    `electron application/osclipboard;format="${format}"`,
    new Blob([bytes as Uint8Array<ArrayBuffer>]),
  ]);
  return { 'text/plain': new Blob([text], { type: 'text/plain' }), ...Object.fromEntries(marks) };
}
