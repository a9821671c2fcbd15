import { describe, expect, it } from 'vitest';
import { carriesSecret, feedCarriesSecret } from '../../src/ingest/carries-secret.ts';

describe('an address', () => {
  it.each([
    'https://paper.example/feed?token=abc',
    'https://paper.example/feed?access_token=abc',
    'https://paper.example/rss?apiKey=1',
    'https://robin:pass@paper.example/feed',
    'https://robin@paper.example/feed',
    'https://paper.example/feed/token=abcdef12',
    'https://paper.example/feed/token/abcdef12',
    'https://paper.example/feed/private/9f8a7b6c5d',
    'https://paper.example/rss;key=abcdef12',
  ])('%s names a key', (address) => {
    expect(carriesSecret(new URL(address))).toBe(true);
    expect(feedCarriesSecret(new URL(address))).toBe(true);
  });

  it.each([
    'https://paper.example/feeds/9f8a7b6c5d4e3f2a1b0c9d8e7f6a5b4c',
    'https://paper.example/feed/0b6e2a6e-0f6c-4a57-9f4b-0d6f0f1c2d3e.xml',
    'https://paper.example/rss/aB3dE5gH7jK9mN1pQ4sT/all.rss',
    'https://paper.example/calendar/private-1a2b3c4d5e6f7a8b9c0d1e2f/basic.xml',
    'https://paper.example/secret:0f1e2d3c4b5a69788796a5b4/u:robin/',
    'https://paper.example/feed?u=robin&k=9f8a7b6c5d4e3f2a1b0c9d8e',
    'https://paper.example/alerts/01234567890123456789/1',
  ])('%s of a feed has a part that nobody could guess', (address) => {
    expect(feedCarriesSecret(new URL(address))).toBe(true);
  });

  it.each([
    'https://paper.example/',
    'https://paper.example/feed.xml',
    'https://paper.example/2026/02/04/night-ferry-to-sula-will-stop-on-3-march-2026/feed',
    'https://paper.example/news/world-news-and-politics-of-the-day.rss',
    'https://paper.example/rss/0,2-3208,1-0,0.xml',
    'https://paper.example/videos.xml?channel_id=UCaB3dE5gH7jK9mN1pQ4sTuV',
    'https://paper.example/videos.xml?playlist_id=PLaB3dE5gH7jK9mN1pQ4sTuVwX',
    'https://paper.example/feed?author=robin&sessions=open&keyword=ferry',
    'https://paper.example/private/',
    'https://paper.example/private/equity-news',
    'https://paper.example/@robinwritesaboutboats/feed',
    'https://paper.example/TheQuickBrownFoxJumpsOverTheLazyDog/rss',
  ])('%s carries no secret', (address) => {
    expect(feedCarriesSecret(new URL(address))).toBe(false);
  });

  it('of an article may have a long name', () => {
    const address = new URL('https://paper.example/content/0b6e2a6e-0f6c-4a57-9f4b-0d6f0f1c2d3e');
    expect(carriesSecret(address)).toBe(false);
  });
});
