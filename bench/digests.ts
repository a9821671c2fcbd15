import type { BenchSettings, Capability } from './parts/capability.ts';
import { buildTable } from './parts/digests/build-table.ts';
import { postTable } from './parts/digests/post-table.ts';
import { rankTable } from './parts/digests/rank-table.ts';
import type { Table } from './parts/table.ts';

async function* run(settings: BenchSettings): AsyncIterable<Table> {
  settings.tell('digests: stories that editors have judged');
  yield await rankTable();
  settings.tell('digests: building one');
  yield await buildTable(settings);
  yield await postTable(settings);
}

export const digests: Capability = {
  name: 'digests',
  says: 'stories chosen as an editor would, and how fast they are built and posted',
  run,
};
