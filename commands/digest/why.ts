import type { App } from '../../src/app.ts';
import { readRecord } from '../../src/digest/selection/read-record.ts';
import type { Choice, CommandRequest, CompletionRequest } from '../../src/domain/command.ts';
import type { Delivery, Digest } from '../../src/domain/digest.ts';
import { UserError } from '../../src/domain/errors.ts';
import type { Reply } from '../../src/domain/reply.ts';
import { isTaken, type RunRecord } from '../../src/domain/run-record.ts';
import { type Reader, scopesOf } from '../../src/domain/scope.ts';
import { cut } from '../../src/render/cut.ts';
import { localSlot } from '../../src/render/digest/local-time.ts';
import { renderRun, renderRuns, type ToldRun, type ToldStory } from '../../src/render/digest/render-why.ts';
import { longestChoice, mostChoices, textOption } from '../story-option.ts';
import { digestsCalled } from './chosen-digest.ts';
import { comingRun } from './preview.ts';

/** So many runs are looked back on; as many are kept of each digest, however old. */
const runsLookedAt = 50;
const runsListed = 10;

const toldRun = (delivery: Delivery): ToldRun => ({
  slot: delivery.slot,
  delivery,
  record: readRecord(delivery.record),
});

/** When posts before a run told their stories, by story and by article: the newest time of each. */
function toldBefore(deliveries: readonly Delivery[], slot: number): ReadonlyMap<string, number> {
  const earlier = deliveries.filter((one) => one.state === 'posted' && one.slot < slot);
  return new Map(
    earlier.toReversed().flatMap((delivery) => {
      const stories = readRecord(delivery.record)?.stories.filter(isTaken) ?? [];
      const ids = [...stories.map(({ storyId }) => storyId), ...delivery.articleIds];
      return ids.map((id) => [id, delivery.slot] as const);
    }),
  );
}

async function storiesOf(
  { stories }: RunRecord,
  told: ReadonlyMap<string, number>,
  { reader, app }: { readonly reader: Reader; readonly app: App },
): Promise<readonly ToldStory[]> {
  const scopes = scopesOf(reader);
  return await Promise.all(
    stories.map(async (story): Promise<ToldStory> => {
      const headline = await app.articles.get(story.articleId, scopes);
      return { story, headline, toldAt: told.get(story.storyId) ?? told.get(story.articleId) };
    }),
  );
}

/** The run in a slot; of one that is to come, what it would be now. */
async function runAt(
  digest: Digest,
  slot: number,
  { deliveries, app }: { readonly deliveries: readonly Delivery[]; readonly app: App },
): Promise<ToldRun | undefined> {
  const delivery = deliveries.find((one) => one.slot === slot);
  if (delivery !== undefined) return toldRun(delivery);
  const coming = comingRun(digest, app.clock.now());
  if (coming.slot !== slot) return undefined;
  return { slot, record: (await app.draftDigest(coming)).record };
}

/** Why a run looks as it does: a page of its stories, counted from 0. */
export async function whyRun(
  digest: Digest,
  { slot, page = 0, reader }: { readonly slot: number; readonly page?: number; readonly reader: Reader },
  app: App,
): Promise<Reply> {
  const deliveries = await app.digests.deliveries(digest.id, runsLookedAt);
  const run = await runAt(digest, slot, { deliveries, app });
  if (run === undefined)
    throw new UserError({
      code: 'noSuchRun',
      asked: Number.isNaN(slot) ? '' : localSlot(slot, digest.timezone),
    });
  const stories =
    run.record === undefined
      ? []
      : await storiesOf(run.record, toldBefore(deliveries, slot), { reader, app });
  return renderRun(digest, run, { stories, page });
}

const slotLabel = ({ slot, state }: Delivery, { timezone }: Digest): string =>
  `${localSlot(slot, timezone)} · ${state}`;

/** `/digest why`: the newest runs, or one of them with each of its stories. */
export async function whyDigest(request: CommandRequest, digest: Digest, app: App): Promise<Reply> {
  const asked = textOption(request.options, 'slot');
  const deliveries = await app.digests.deliveries(digest.id, runsLookedAt);
  if (asked === undefined) return renderRuns(digest, deliveries.slice(0, runsListed).map(toldRun));
  const wanted = asked.toLowerCase();
  const named = deliveries.find((one) => slotLabel(one, digest).toLowerCase().startsWith(wanted));
  const slot = /^\d{1,15}$/.test(asked) ? Number(asked) : named?.slot;
  if (slot === undefined) throw new UserError({ code: 'noSuchRun', asked: cut(asked, longestChoice) });
  return await whyRun(digest, { slot, reader: request.reader }, app);
}

/** Runs of the digest that is named already, or of the only one: newest first. */
export async function completeSlot(
  { typed, options, reader }: CompletionRequest,
  app: App,
): Promise<readonly Choice[]> {
  if (reader.guildId === undefined) return [];
  const digests = await app.digests.list(reader.guildId);
  const asked = textOption(options, 'digest');
  const [digest, ...others] = asked === undefined ? digests : digestsCalled(asked, digests);
  if (digest === undefined || others.length > 0) return [];
  const deliveries = await app.digests.deliveries(digest.id, runsLookedAt);
  return deliveries
    .map((delivery) => ({ name: slotLabel(delivery, digest), value: String(delivery.slot) }))
    .filter(({ name }) => name.toLowerCase().includes(typed.trim().toLowerCase()))
    .slice(0, mostChoices);
}
