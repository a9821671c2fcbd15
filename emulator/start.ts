import { once } from 'node:events';
import { createServer } from 'node:http';
import { WebSocketServer } from 'ws';
import { addChannel, addGuild, type FirstWorld, furnish } from './build-world.ts';
import { createGateway, type GatewayControls } from './gateway/gateway.ts';
import { createPageServer } from './page-server/page-server.ts';
import { createPerson, type Person } from './people/person.ts';
import { createFaultBox, type FaultBox } from './rest/faults.ts';
import { createLimits, type LimitReport, type LimitSettings } from './rest/limits.ts';
import { createRequestListener } from './rest/server.ts';
import { nextEvent } from './until.ts';
import { type Channel, createWorld, type User, type World, type WorldEvent } from './world.ts';

export interface EmulatorSettings {
  /** 0: a free one. */
  readonly port?: number;
  readonly host?: string;
  /** Milliseconds; decides ids, times of messages and when interactions expire. */
  readonly now?: () => number;
  readonly botName?: string;
  readonly heartbeatMs?: number;
  /** How much the bot may ask in a time; without them as much as it likes. */
  readonly limits?: LimitSettings;
  /** How long an enforced nonce is remembered; Discord says "the past few minutes". */
  readonly nonceWindowMs?: number;
  /** How many messages of an announcement channel may be published in an hour; people tell of ten. */
  readonly publishingsPerHour?: number;
  /** Whether the page for people is served at the root. */
  readonly page?: boolean;
}

export interface Emulator {
  readonly world: World;
  /** The guild, the channels and the people that are there from the start. */
  readonly first: FirstWorld;
  /** What a client is given as the address of the API. */
  readonly url: string;
  readonly token: string;
  readonly faults: FaultBox;
  readonly gateway: GatewayControls;
  /** What came of the bot's requests so far, and how many were too many. */
  limitReport(): LimitReport;
  /** Another guild with the bot in it, and its text channels. */
  addGuild(name: string, channelNames: readonly string[]): readonly Channel[];
  person(user: User, locale?: string): Person;
  /** The next event of a type, from the moment of the call. */
  next: <T extends WorldEvent['type']>(type: T, withinMs?: number) => ReturnType<typeof nextEvent<T>>;
  /** Cuts every connection and gives the port back. */
  close(): Promise<void>;
}

/** Starts a small Discord on loopback: REST, gateway and files at one port. */
export async function startEmulator(settings: EmulatorSettings = {}): Promise<Emulator> {
  const {
    port = 0,
    host = '127.0.0.1',
    now = Date.now,
    botName = 'Newsbot',
    heartbeatMs = 41_250,
  } = settings;
  const limits = createLimits(settings.limits);
  const { nonceWindowMs = 3 * 60_000, publishingsPerHour = 10 } = settings;
  const world = createWorld({ now, botName, nonceWindowMs, publishingsPerHour });
  const faults = createFaultBox();
  const gateway = createGateway(world, heartbeatMs);
  const page = settings.page === true ? createPageServer(world) : undefined;
  const server = createServer(createRequestListener({ world, faults, limits }, page));
  const sockets = new WebSocketServer({ noServer: true });
  server.on('upgrade', (request, socket, head) => {
    const { searchParams } = new URL(request.url ?? '/', world.origin);
    sockets.handleUpgrade(request, socket, head, (opened) => gateway.accept(opened, searchParams));
  });
  server.listen(port, host);
  await once(server, 'listening');
  const address = server.address();
  const usedPort = typeof address === 'object' && address !== null ? address.port : port;
  world.origin = `http://${host.includes(':') ? `[${host}]` : host}:${usedPort}`;
  const first = furnish(world);
  return {
    world,
    first,
    url: `${world.origin}/api`,
    token: world.token,
    faults,
    gateway: gateway.controls,
    limitReport: limits.report,
    addGuild(name, channelNames) {
      const guild = addGuild(world, name, first.admin.id);
      return channelNames.map((channelName) => addChannel(world, guild, channelName));
    },
    person: (user, locale = 'en-GB') => createPerson(world, user, locale),
    next: (type, withinMs) => nextEvent(world, type, withinMs),
    async close() {
      page?.close();
      gateway.close();
      sockets.close();
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}
