/** Types and clicks as a person does, by X events: the test driver's own typing goes through the main process and leaves copies there. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const execute = promisify(execFile);

export interface XInput {
  /** A key or chord in xdotool's names, such as `ctrl+l` or `Return`. */
  press(chord: string): Promise<void>;
  /** Text that the keyboard's layout can make (ASCII). Passed on standard input, so that no process list shows it. */
  type(text: string): Promise<void>;
  /** In pixels of the screen. */
  click(x: number, y: number): Promise<void>;
  /** Whether a window is on the screen. */
  hasWindow(): Promise<boolean>;
}

export function openXInput(env: Readonly<Record<string, string>>): XInput {
  const options = { env: { ...env }, timeout: 20_000 };
  /** The last of the windows that are seen; '' where there is none, which xdotool tells as an error. */
  const seenWindow = (): Promise<string> =>
    execute('xdotool', ['search', '--onlyvisible', '--name', '.'], options).then(
      ({ stdout }) => stdout.trim().split('\n').pop() ?? '',
      () => '',
    );
  // There is no window manager to give the window the keyboard.
  const focus = async (): Promise<void> => {
    const window = await seenWindow();
    if (window !== '') await execute('xdotool', ['windowfocus', window], options);
  };
  return {
    hasWindow: async () => (await seenWindow()) !== '',
    async press(chord) {
      await focus();
      await execute('xdotool', ['key', '--clearmodifiers', chord], options);
    },
    async type(text) {
      await focus();
      const running = execute('xdotool', ['type', '--delay', '20', '--file', '-'], options);
      running.child.stdin?.end(text);
      await running;
    },
    async click(x, y) {
      await execute('xdotool', ['mousemove', '--sync', String(x), String(y), 'click', '1'], options);
    },
  };
}
