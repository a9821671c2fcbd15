/** Discord's numbers of the gateway's messages. */
export const opcode = {
  dispatch: 0,
  heartbeat: 1,
  identify: 2,
  presenceUpdate: 3,
  voiceStateUpdate: 4,
  resume: 6,
  reconnect: 7,
  requestGuildMembers: 8,
  invalidSession: 9,
  hello: 10,
  heartbeatAck: 11,
} as const;

/** Why Discord closes a connection. */
export const closeCode = {
  unknownOpcode: 4001,
  decodeError: 4002,
  notAuthenticated: 4003,
  authenticationFailed: 4004,
  alreadyAuthenticated: 4005,
  invalidSequence: 4007,
  invalidShard: 4010,
  invalidVersion: 4012,
  invalidIntents: 4013,
  disallowedIntents: 4014,
} as const;

/** The intents that decide what the emulator sends. */
export const intent = {
  guilds: 1 << 0,
  guildMessages: 1 << 9,
  guildTyping: 1 << 11,
  directMessages: 1 << 12,
  directTyping: 1 << 14,
} as const;

/** Every intent there is: up to auto moderation's execution and the two kinds of polls. */
export const knownIntents = (1 << 17) - 1 + (1 << 20) + (1 << 21) + (1 << 24) + (1 << 25);

/** Members, presences and message content: only for bots that Discord has let. */
export const privilegedIntents = (1 << 1) | (1 << 8) | (1 << 15);
