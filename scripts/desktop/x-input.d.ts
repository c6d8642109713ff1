export interface XInput {
    /** A key or chord in xdotool's names, such as `ctrl+l` or `Return`. */
    press(chord: string): Promise<void>;
    /** Text that the keyboard's layout can make (ASCII). Passed on standard input, so that no process list shows it. */
    type(text: string): Promise<void>;
    /** In pixels of the screen. */
    click(x: number, y: number): Promise<void>;
}
export declare function openXInput(env: Readonly<Record<string, string>>): XInput;
