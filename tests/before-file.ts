import { beginAgain } from './counter.ts';

// Runs before each file of tests: what fixtures make is the same whatever files came before in the worker.
beginAgain();
