import type { AppUser } from './app-user.ts';
export interface Display {
    /** DISPLAY and XAUTHORITY for programs that are to show themselves there. */
    readonly env: {
        readonly DISPLAY: string;
        readonly XAUTHORITY: string;
    };
    /** Writes what the screen shows now as a PNG file. */
    screenshot(file: string): void;
    stop(): Promise<void>;
}
export declare function startDisplay(user: AppUser | null, size?: string): Promise<Display>;
