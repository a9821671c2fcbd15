/** Discord's numbers of the interaction types. */
export const interactionType = { command: 2, component: 3, autocomplete: 4, modalSubmit: 5 } as const;
