import { expect, it, onTestFinished } from 'vitest';
import { makeFolder } from '../../end-to-end/bot.ts';
import { describeOnPostgres, newSchema } from '../../postgres/databases.ts';
import { type KillPlan, type KillReport, killDeliverers } from './kill-deliverers.ts';

/** Another one each time; LONG_SEED repeats a run. */
const seed = Number(process.env.LONG_SEED ?? Date.now() % 1_000_000);
process.stdout.write(`LONG_SEED=${seed}\n`);

const minuteMs = 60_000;
const due = 1_000;

const plan: Omit<KillPlan, 'storeUrl'> = {
  due,
  processes: [{}],
  killsAfter: [150, 400, 650, 900],
  who: 'one',
  restMs: 0,
  seed,
  withinMs: 8 * minuteMs,
};

/** All are killed, and start again when Discord has forgotten the nonces of what was on its way. */
const expired = { who: 'all', restMs: 66_000, nonceWindowMs: 63_000 } as const;

/** Each process with shards of its own. */
const two = [{ SHARD_RANGE: '0-0/2' }, { SHARD_RANGE: '1-1/2' }];

const allOnce = {
  states: { posted: due },
  missing: 0,
  doubled: 0,
  missingCards: 0,
  doubledCards: 0,
  unfinished: [],
};

async function kill(storeUrl: string, more: Partial<KillPlan>): Promise<KillReport> {
  const report = await killDeliverers({ ...plan, ...more, storeUrl });
  process.stdout.write(`${JSON.stringify(report)}\n`);
  return report;
}

async function newFile(): Promise<string> {
  const folder = await makeFolder();
  onTestFinished(() => folder.remove());
  return folder.storeUrl;
}

it('one process on a file, killed four times, misses no digest and doubles none', async () => {
  expect(await kill(await newFile(), {})).toMatchObject(allOnce);
});

it('nor when Discord has forgotten the nonces', async () => {
  expect(await kill(await newFile(), expired)).toMatchObject(allOnce);
});

it('would double some if Discord knew no nonces at all', async () => {
  const report = await kill(await newFile(), { nonceWindowMs: -1 });
  expect(report.missing).toBe(0);
  expect(report.doubled).toBeGreaterThan(0);
});

describeOnPostgres('two processes on PostgreSQL', () => {
  it('killed twice each, miss no digest and double none', async () => {
    expect(await kill(await newSchema(), { processes: two })).toMatchObject(allOnce);
  });

  it('nor when Discord has forgotten the nonces', async () => {
    expect(await kill(await newSchema(), { ...expired, processes: two })).toMatchObject(allOnce);
  });
});
