/** Discord's numbers of the command types. */
export const commandType = { slash: 1, user: 2, message: 3 } as const;
