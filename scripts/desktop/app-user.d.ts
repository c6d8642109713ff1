export interface AppUser {
    readonly uid: number;
    readonly gid: number;
    readonly name: string;
    readonly home: string;
}
/** The user to run as, made at the first call; null where we are not root and run as ourselves. */
export declare function ensureAppUser(): AppUser | null;
/** Command and arguments in front of a command that is to run as that user, with no privilege left to regain. */
export declare function asUser(user: AppUser | null): readonly string[];
