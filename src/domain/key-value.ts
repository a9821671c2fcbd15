/** Small state by key, in its own namespace: settings, cooldowns, conversations. Values are JSON. */
export interface KeyValue<T> {
  get(key: string): Promise<T | undefined>;
  /** `ttlMs`, when given, is above 0. */
  set(key: string, value: T, ttlMs?: number): Promise<void>;
  delete(key: string): Promise<boolean>;
}
