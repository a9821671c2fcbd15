import { z } from 'zod';

const profileSchema = z.object({
  nodes: z.array(
    z.object({
      id: z.int(),
      callFrame: z.object({ functionName: z.string(), url: z.string(), lineNumber: z.int() }),
    }),
  ),
  samples: z.array(z.int()),
  timeDeltas: z.array(z.number()),
});

export interface Share {
  readonly name: string;
  /** Self time in ms. */
  readonly ms: number;
}

export interface ProfileSummary {
  /** All time in which the process was not idle, in ms. */
  readonly busyMs: number;
  /** By package, by room of `src`, by part of Node; most time first. */
  readonly places: readonly Share[];
  readonly functions: readonly Share[];
}

type Frame = z.infer<typeof profileSchema>['nodes'][number]['callFrame'];

const aside = { '(garbage collector)': 'garbage collection', '(program)': 'Node’s native code' } as const;

function isAside(name: string): name is keyof typeof aside {
  return name in aside;
}

/** "discord.js", "src/brief", "src/summarize-text/figures", "node:internal". */
export function placeOf({ functionName, url }: Pick<Frame, 'functionName' | 'url'>): string {
  if (isAside(functionName)) return aside[functionName];
  if (url === '') return 'JavaScript’s own functions';
  if (url.startsWith('node:')) return url.startsWith('node:internal') ? 'node:internal' : url;
  const path = decodeURIComponent(url.replace(/^file:\/\//, ''));
  const inPackage = /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1];
  if (inPackage !== undefined) return inPackage;
  return /\/((?:src|commands)(?:\/[^/.]+){0,2})(?:\/|\.\w+$)/.exec(path)?.[1] ?? path;
}

/** Within its package, or within the project. */
function fileOf(url: string): string {
  return /.*\/node_modules\/(.+)/.exec(url)?.[1] ?? /\/((?:src|commands)\/.+)/.exec(url)?.[1] ?? url;
}

function functionName({ functionName: name, url, lineNumber }: Frame): string {
  if (url === '') return name === '' ? '(native)' : name;
  return `${name || '(anonymous)'} ${fileOf(url)}:${lineNumber + 1}`;
}

function sorted(times: ReadonlyMap<string, number>): Share[] {
  return [...times].map(([name, ms]) => ({ name, ms })).sort((one, other) => other.ms - one.ms);
}

/** Where a process's time went, from a profile as the inspector gives it. */
export function summariseProfile(profile: unknown): ProfileSummary {
  const { nodes, samples, timeDeltas } = profileSchema.parse(profile);
  const frames = new Map(nodes.map(({ id, callFrame }) => [id, callFrame]));
  const places = new Map<string, number>();
  const functions = new Map<string, number>();
  let busyMs = 0;
  for (const [index, id] of samples.entries()) {
    const frame = frames.get(id);
    if (frame === undefined || frame.functionName === '(idle)') continue;
    const ms = (timeDeltas[index] ?? 0) / 1000;
    busyMs += ms;
    for (const [times, name] of [
      [places, placeOf(frame)],
      [functions, functionName(frame)],
    ] as const)
      times.set(name, (times.get(name) ?? 0) + ms);
  }
  return { busyMs, places: sorted(places), functions: sorted(functions) };
}
