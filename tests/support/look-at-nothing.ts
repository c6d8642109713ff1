/** Where a part of a flow is gone for what it does alone. */
export const lookAtNothing = async (): Promise<void> => undefined;
