/** The login of a desk, or of the keeper, at the mailbox: `mailbox.sql` makes it of the same parts. */
export const loginOf = (vaultId: string, who: number | 'keeper'): string => `rv_${vaultId}_${who}`;
