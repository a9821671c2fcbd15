import { beginAgain } from './counter.ts';

// Runs before each file of tests: what it makes is the same whatever files came before it in its worker.
beginAgain();
