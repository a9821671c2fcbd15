import { ComponentType } from 'discord-api-types/v10';
import { expect } from 'vitest';
import { payloadOf } from '../../src/discord/payload.ts';
import type { Reply } from '../../src/domain/reply.ts';

interface Component {
  readonly type?: ComponentType;
  readonly content?: string;
  readonly custom_id?: string;
  readonly url?: string;
  readonly label?: string;
  readonly components?: readonly Component[];
  readonly accessory?: Component;
}

const flat = (components: readonly Component[]): readonly Component[] =>
  components.flatMap((component) => {
    const { components: inner = [], accessory } = component;
    return [component, ...flat(inner), ...(accessory === undefined ? [] : flat([accessory]))];
  });

/** Discord's bounds on one message of Components V2. */
export function expectWithinLimits(reply: Reply): void {
  const components = flat(payloadOf(reply).components as readonly Component[]);
  expect(components.length).toBeLessThanOrEqual(40);
  expect(components.reduce((sum, { content = '' }) => sum + content.length, 0)).toBeLessThanOrEqual(4000);
  for (const {
    type,
    content,
    custom_id: id = '',
    url = '',
    label,
    components: inner,
    accessory,
  } of components) {
    expect(content).not.toBe('');
    expect(id.length).toBeLessThanOrEqual(100);
    expect(url.length).toBeLessThanOrEqual(512);
    expect(label).not.toBe('');
    expect(label?.length ?? 0).toBeLessThanOrEqual(80);
    if (type === ComponentType.Section) {
      expect(inner?.length).toBeGreaterThanOrEqual(1);
      expect(inner?.length).toBeLessThanOrEqual(3);
      expect(accessory?.type).toBe(ComponentType.Button);
    }
    if (type === ComponentType.ActionRow) expect(inner?.length).toBeLessThanOrEqual(5);
  }
}
