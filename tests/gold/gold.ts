import { parseArgs } from 'node:util';
import { fallen, newFloors, readFloors, writeFloors } from './floors.ts';
import { measureGold } from './measures.ts';
import { corpusHash } from './samples.ts';

/**
 * `npm run gold` measures the text engine on our own articles and shows each measure with its floor; `--write`
 * raises the floors to what was measured; `--allow-lower` writes them even where they fall.
 */
const { values } = parseArgs({
  options: { write: { type: 'boolean' }, 'allow-lower': { type: 'boolean' } },
});
const mayLower = values['allow-lower'] === true;
const before = readFloors();
const measures = measureGold();
for (const [name, value] of Object.entries(measures))
  console.log(`${value.toFixed(3)}  ${(before.floors[name] ?? 0).toFixed(3)}  ${name}`);

const under = fallen(measures, before).filter((name) => before.floors[name] !== undefined);
if (under.length > 0 && !mayLower) {
  console.error(`below the floor: ${under.join(', ')}. Floors are lowered with --allow-lower only.`);
  process.exitCode = 1;
} else if (values.write === true || mayLower) {
  writeFloors(newFloors(measures, before, corpusHash(), mayLower));
}
