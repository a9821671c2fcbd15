import type { Capability } from './parts/capability.ts';
export const text: Capability = { name: 'text', says: '', async *run() {} };
