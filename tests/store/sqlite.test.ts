import { describe } from 'vitest';
import { articlePruneContract } from './article-prune.contract.ts';
import { articleSearchContract } from './article-search.contract.ts';
import { articleStoreContract } from './article-store.contract.ts';
import { deliveryContract } from './delivery.contract.ts';
import { digestStoreContract } from './digest-store.contract.ts';
import { feedEntryContract } from './feed-entry.contract.ts';
import { feedStoreContract } from './feed-store.contract.ts';
import { keyValueContract } from './key-value.contract.ts';
import { speakerIndexContract } from './speaker-index.contract.ts';
import { sqliteBench } from './sqlite-bench.ts';

describe('SQLite keeps the contract of articles', () => {
  articleStoreContract(sqliteBench);
  articleSearchContract(sqliteBench);
  articlePruneContract(sqliteBench);
});

describe('SQLite keeps the contract of digests', () => {
  digestStoreContract(sqliteBench);
  deliveryContract(sqliteBench);
});

describe('SQLite keeps the contract of state by key', () => {
  keyValueContract(sqliteBench);
});

describe('SQLite keeps the contract of speakers', () => {
  speakerIndexContract(sqliteBench);
});

describe('SQLite keeps the contract of feeds', () => {
  feedStoreContract(sqliteBench);
  feedEntryContract(sqliteBench);
});
