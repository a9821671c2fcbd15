/** As a shell counts a program that was ended by Ctrl-C. */
export const interruptedStatus = 130;
