import { describe, expect, it } from 'vitest';
import { askedKind, openedWith } from '../../src/answer/question/asked-kind.ts';

describe('what a message wants', () => {
  it.each([
    ['How many people were on the ferry?', 'question', 'How many people were on the ferry?'],
    ['who led the study', 'question', 'who led the study'],
    ['did the council agree', 'question', 'did the council agree'],
    ['And who paid for it?', 'question', 'And who paid for it?'],
    ['in which year was it built', 'question', 'in which year was it built'],
    ['tell me who voted against it', 'question', 'who voted against it'],
    ['Could you please tell me how old she is?', 'question', 'how old she is?'],
    ['summarise the ferry fire', 'summary', 'the ferry fire'],
    ['Please sum up the story about the worm!', 'summary', 'worm'],
    ['can you give me a short summary of rail fares', 'summary', 'rail fares'],
    ['summary', 'summary', ''],
    ['summarize it please', 'summary', ''],
    ['what is this story about?', 'summary', ''],
    ['tl;dr', 'summary', ''],
    ['what changed?', 'changes', ''],
    ['What’s new in the ferry story', 'changes', 'the ferry story'],
    ['any updates on the flood?', 'changes', 'the flood'],
    ['what do others write?', 'sources', ''],
    ['other sources', 'sources', ''],
    ['what do other papers say about the flood?', 'sources', 'the flood'],
    ['who else reports it', 'sources', ''],
    ['and who said that?', 'speakers', ''],
    ['says who?', 'speakers', ''],
    ['who is quoted?', 'speakers', ''],
    ['more', 'more', ''],
    ['tell me more about it', 'more', ''],
    ['what about France?', 'words', 'France'],
    ['how about the wall', 'words', 'the wall'],
    ['tell me about the job cuts', 'words', 'the job cuts'],
    ['ferry fire', 'words', 'ferry fire'],
    ['', 'words', ''],
  ] as const)('"%s" is %s', (text, kind, about) => {
    expect(askedKind(text)).toEqual({ kind, about });
  });

  it.each([
    ['back to the library: when does it open?', { story: 'the library', asked: 'when does it open?' }],
    ['about the ferry, how old was it?', { story: 'the ferry', asked: 'how old was it?' }],
    ['when does the library open?', undefined],
  ])('"%s" opens with %o', (text, opened) => {
    expect(openedWith(text)).toEqual(opened);
  });
});
