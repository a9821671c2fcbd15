import { describe } from 'vitest';
import { articlePruneContract } from './article-prune.contract.ts';
import { articleSearchContract } from './article-search.contract.ts';
import { articleStoreContract } from './article-store.contract.ts';
import type { StoreBench } from './bench.ts';
import { deliveryContract } from './delivery.contract.ts';
import { deliveryEndContract } from './delivery-end.contract.ts';
import { deliveryTurnsContract } from './delivery-turns.contract.ts';
import { digestStoreContract } from './digest-store.contract.ts';
import { feedEntryContract } from './feed-entry.contract.ts';
import { feedStoreContract } from './feed-store.contract.ts';
import { forgetContract } from './forget.contract.ts';
import { hostileContract } from './hostile.contract.ts';
import { keyValueContract } from './key-value.contract.ts';
import { requestTurnsContract } from './request-turns.contract.ts';
import { scopesContract } from './scopes.contract.ts';
import { speakerIndexContract } from './speaker-index.contract.ts';
import { storyStoreContract } from './story-store.contract.ts';

/** All that a store is held to, whatever it is kept in. */
export function storeContract(makeBench: () => Promise<StoreBench>): void {
  // Each in a group of its own, as each has a bench of its own before every test.
  describe('keeps the contract of articles', () => articleStoreContract(makeBench));
  describe('keeps the contract of scopes', () => scopesContract(makeBench));
  describe('keeps the contract of searches', () => articleSearchContract(makeBench));
  describe('keeps the contract of pruning', () => articlePruneContract(makeBench));
  describe('keeps the contract of digests', () => digestStoreContract(makeBench));
  describe('keeps the contract of deliveries', () => deliveryContract(makeBench));
  describe('keeps the contract of turns among guilds', () => deliveryTurnsContract(makeBench));
  describe('keeps the contract of ends of deliveries', () => deliveryEndContract(makeBench));
  describe('keeps the contract of feeds', () => feedStoreContract(makeBench));
  describe('keeps the contract of entries', () => feedEntryContract(makeBench));
  describe('keeps the contract of forgetting', () => forgetContract(makeBench));
  describe('bears what is hostile', () => hostileContract(makeBench));
  describe('keeps the contract of state by key', () => keyValueContract(makeBench));
  describe('keeps the contract of turns of requests', () => requestTurnsContract(makeBench));
  describe('keeps the contract of speakers', () => speakerIndexContract(makeBench));
  describe('keeps the contract of stories', () => storyStoreContract(makeBench));
}
