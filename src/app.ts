import type { RESTPostAPIApplicationCommandsJSONBody } from 'discord-api-types/v10';
import type { Article } from './domain/article.ts';
import type { ArticleStore } from './domain/article-store.ts';
import type { FindIn } from './domain/brief.ts';
import type { DrawChart } from './domain/chart.ts';
import type { Clock } from './domain/clock.ts';
import type {
  AttachedFile,
  Choice,
  CommandRequest,
  CompletionRequest,
  MessageRequest,
  PressRequest,
} from './domain/command.ts';
import type { Conversations } from './domain/conversation.ts';
import type { UntoldAlerts } from './domain/digest-alert.ts';
import type { DraftDigest } from './domain/digest-draft.ts';
import type { DigestStore } from './domain/digest-store.ts';
import type { FeedLook } from './domain/feed.ts';
import type { Feeds } from './domain/feeds.ts';
import type { ForgottenPerson } from './domain/guild-store.ts';
import type { KeptQuestions } from './domain/kept-questions.ts';
import type { KeyValue } from './domain/key-value.ts';
import type { Log } from './domain/log.ts';
import type { Poster } from './domain/poster.ts';
import type { Reply } from './domain/reply.ts';
import type { Reader } from './domain/scope.ts';
import type { Searches } from './domain/search.ts';
import type { GuildSettings } from './domain/settings.ts';
import type { SpeakerIndex } from './domain/speaker-index.ts';
import type { StoryStore } from './domain/story-store.ts';

/** Everything a command may use. Made once, by the composition root. */
export interface App {
  readonly articles: ArticleStore;
  /** Who is quoted in which of the articles. */
  readonly speakers: Pick<SpeakerIndex, 'names' | 'articles'>;
  /** Which articles tell of one event. */
  readonly stories: Pick<StoryStore, 'get' | 'latest' | 'ofArticles'>;
  readonly digests: DigestStore;
  readonly feeds: Feeds;
  /** What was found at an address and waits for a person's yes, by guild and interaction: "GUILD:ID". */
  readonly proposedFeeds: KeyValue<FeedLook>;
  /** By guild. */
  readonly settings: KeyValue<GuildSettings>;
  /** By guild. */
  readonly untoldAlerts: KeyValue<UntoldAlerts>;
  readonly poster: Poster;
  readonly conversations: Conversations;
  readonly keptQuestions: KeptQuestions;
  readonly searches: Searches;
  /** Takes one of a person's questions; answers in how many milliseconds there is one again, 0 when it was taken. */
  takeQuestion(personId: string): number;
  /** People who know what they can ask in direct messages. */
  readonly acquainted: KeyValue<true>;
  /** Removes everything that is this person's own; answers when it is gone. */
  forgetPerson(personId: string): Promise<ForgottenPerson>;
  readonly clock: Clock;
  readonly log: Log;
  /** What the text engine finds in an article; remembers it for the next who ask. */
  readonly find: FindIn;
  readonly drawChart: DrawChart;
  /** Reads an attached file into the reader's own scope. Fails with a `UserError` that says what to do. */
  takeIn(file: AttachedFile, reader: Reader): Promise<Article>;
  /** Reads the page behind a link. Fails with a `UserError` that says what to do. */
  takeInLink(link: string, reader: Reader): Promise<Article>;
  readonly draftDigest: DraftDigest;
  /** Delivers what is due now, without waiting for the next tick; answers after some seconds, though there may be more. */
  deliverNow(): Promise<void>;
}

/** A slash command: a file of `commands/` each. It never sees an object of discord.js. */
export interface Command {
  /** What Discord registers. */
  readonly data: RESTPostAPIApplicationCommandsJSONBody;
  /** Fixed before work starts: "defer" where the work can take longer than Discord's three seconds. */
  readonly acknowledge: 'now' | 'defer';
  /** Who sees the reply in a guild; fixed at the acknowledgement. In a direct message every reply is normal. */
  visibility(request: CommandRequest): 'private' | 'public';
  /** Several replies, one after the other, edit one message: long work shows how far it is. */
  run(request: CommandRequest, app: App): Promise<Reply> | AsyncIterable<Reply>;
  /** Choices for a half-typed option, from memory or index only. */
  complete?(request: CompletionRequest, app: App): Promise<readonly Choice[]>;
  /** Verbs of buttons whose answer takes the place of the message they stand on, where only the presser sees that. */
  readonly inPlace?: readonly string[];
  /** Answers the command's own buttons. */
  press?(request: PressRequest, app: App): Promise<Reply> | AsyncIterable<Reply>;
}

/**
 * Answers direct messages and mentions; nothing where a message is not meant for the bot. `isWorking` is called where the
 * answer may take a while: the person then sees that it is being worked on.
 */
export type MessageAnswer = (
  request: MessageRequest,
  app: App,
  isWorking: () => void,
) => Promise<Reply | undefined>;
