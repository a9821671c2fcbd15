import type { Emulator } from '../../emulator/start.ts';

/** A person at one channel of the emulator. */
export type Here = ReturnType<ReturnType<Emulator['person']>['in']>;

type SlashCall = Parameters<Here['run']>[0];
type HalfTyped = Parameters<Here['complete']>[0];

/** What a person asks the bot: a command, or the rows for a half-typed option. */
export type Ask =
  | { readonly kind: string; readonly call: SlashCall }
  | { readonly kind: string; readonly half: HalfTyped };

/** A story that can be asked for. */
export interface Askable {
  readonly id: string;
  readonly title: string;
}

type Make = (story: Askable, turn: number) => Ask;

/** A story is named by the id that a pick from the list gives; every fourth time by its words, as typed. */
const named = ({ id, title }: Askable, turn: number): string => (turn % 4 === 3 ? title : id);

export const asks = {
  summary: (story, turn) => ({
    kind: '/summary',
    call: { name: 'summary', options: { story: named(story, turn) } },
  }),
  figures: (story, turn) => ({
    kind: '/figures',
    call: { name: 'figures', options: { story: named(story, turn) } },
  }),
  latest: () => ({ kind: '/latest', call: { name: 'latest' } }),
  help: () => ({ kind: '/help', call: { name: 'help' } }),
  autocomplete: ({ title }, turn) => ({
    kind: 'autocomplete',
    half: { name: 'summary', option: 'story', typed: title.slice(0, 2 + (turn % 7)) },
  }),
} as const satisfies Record<string, Make>;

/** One of each in turn, about the stories in their order, from the first again after the last. */
export function createAsks(makers: readonly Make[], stories: readonly Askable[]): () => Ask {
  let count = 0;
  return () => {
    const turn = Math.floor(count / makers.length);
    const story = stories[count % stories.length];
    const make = makers[count % makers.length];
    count += 1;
    if (story === undefined || make === undefined) throw new Error('there is nothing to ask about');
    return make(story, turn);
  };
}
