import { refusal } from '../../api-error.ts';
import { dmChannel } from '../../build-world.ts';
import { guildPermissions, isThread, rightToWrite } from '../../permissions.ts';
import { fieldAt, readForm } from '../../validate/form.ts';
import { readText } from '../../validate/read.ts';
import { channelView, guildView, memberView, rolesView, userView } from '../../views.ts';
import type { World } from '../../world.ts';
import { channelFor, guildFor, requireOwnApplication, requireRight } from '../access.ts';
import { type ApiAnswer, type ApiRequest, noContent, ok, param, type Route } from '../request.ts';

/** Applications, users, guilds, channels: what a bot looks up. */

function applicationView(world: World) {
  return {
    id: world.applicationId,
    name: world.bot.username,
    icon: null,
    description: '',
    bot_public: true,
    bot_require_code_grant: false,
    verify_key: '0'.repeat(64),
    type: null,
    flags: 0,
    flags_new: '0',
    redirect_uris: [],
    interactions_endpoint_url: null,
    role_connections_verification_url: null,
    explicit_content_filter: 0,
    eligible_oauth2_scopes: [],
    approximate_user_install_count: 0,
    approximate_user_authorization_count: 0,
    owner: userView(world.bot),
    team: null,
    bot: userView(world.bot),
    approximate_guild_count: world.guilds.size,
  };
}

function gatewayView(world: World) {
  return {
    url: world.origin.replace('http:', 'ws:'),
    shards: 1,
    // A small bot may start one shard in five seconds; here shards need not wait for each other.
    session_start_limit: { total: 1000, remaining: 1000, reset_after: 0, max_concurrency: 16 },
  };
}

function user(request: ApiRequest): ApiAnswer {
  const found = request.world.users.get(param(request, 'userId'));
  if (found === undefined) throw refusal('unknownUser');
  return ok(userView(found));
}

function openDm(request: ApiRequest): ApiAnswer {
  const { world } = request;
  const recipientId = readForm(request.body, (root) =>
    readText(fieldAt(root, 'recipient_id'), { required: true }),
  );
  const recipient = world.users.get(recipientId ?? '');
  if (recipient === undefined) throw refusal('unknownUser');
  if (recipient.isBot) throw refusal('cannotDm');
  return ok(channelView(world, dmChannel(world, recipient.id)));
}

function guild(request: ApiRequest): ApiAnswer {
  const found = guildFor(request.world, param(request, 'guildId'));
  const count = found.members.size;
  const counts = { approximate_member_count: count, approximate_presence_count: count };
  return ok({ ...guildView(found), ...(request.query.get('with_counts') === 'true' ? counts : {}) });
}

function ownGuilds({ world }: ApiRequest): ApiAnswer {
  const guilds = [...world.guilds.values()].filter(({ members }) => members.has(world.bot.id));
  return ok(
    guilds.map((one) => ({
      id: one.id,
      name: one.name,
      icon: null,
      banner: null,
      owner: one.ownerId === world.bot.id,
      permissions: guildPermissions(one, world.bot.id).toString(),
      features: [],
    })),
  );
}

function guildChannels(request: ApiRequest): ApiAnswer {
  const { world } = request;
  const guild = guildFor(world, param(request, 'guildId'));
  const channels = [...world.channels.values()].filter(
    (channel) => channel.guildId === guild.id && !isThread(channel),
  );
  return ok(channels.map((channel) => channelView(world, channel)));
}

function member(request: ApiRequest): ApiAnswer {
  const { world } = request;
  const guild = guildFor(world, param(request, 'guildId'));
  const found = memberView(world, guild, param(request, 'userId'));
  if (found === undefined) throw refusal('unknownMember');
  return ok(found);
}

function typing(request: ApiRequest): ApiAnswer {
  const channel = channelFor(request.world, param(request, 'channelId'));
  requireRight(request.world, channel, rightToWrite(channel));
  request.world.tell({ type: 'typing', channelId: channel.id });
  return noContent;
}

const me = ({ world }: ApiRequest): ApiAnswer => ok(applicationView(world));

export const placeRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/gateway',
    isOpen: true,
    handle: ({ world }) => ok({ url: gatewayView(world).url }),
  },
  { method: 'GET', path: '/gateway/bot', handle: ({ world }) => ok(gatewayView(world)) },
  { method: 'GET', path: '/oauth2/applications/@me', handle: me },
  { method: 'GET', path: '/applications/@me', handle: me },
  {
    method: 'GET',
    path: '/applications/:applicationId/emojis',
    handle: (request) => {
      requireOwnApplication(request.world, param(request, 'applicationId'));
      return ok({ items: [] });
    },
  },
  {
    method: 'GET',
    path: '/users/@me',
    handle: ({ world }) =>
      ok({ ...userView(world.bot), verified: true, mfa_enabled: true, locale: 'en-GB', email: null }),
  },
  { method: 'POST', path: '/users/@me/channels', handle: openDm },
  { method: 'GET', path: '/users/:userId', handle: user },
  { method: 'GET', path: '/users/@me/guilds', handle: ownGuilds },
  { method: 'GET', path: '/guilds/:guildId', handle: guild },
  { method: 'GET', path: '/guilds/:guildId/channels', handle: guildChannels },
  {
    method: 'GET',
    path: '/guilds/:guildId/roles',
    handle: (request) => ok(rolesView(guildFor(request.world, param(request, 'guildId')))),
  },
  { method: 'GET', path: '/guilds/:guildId/members/:userId', handle: member },
  {
    method: 'GET',
    path: '/channels/:channelId',
    handle: (request) =>
      ok(channelView(request.world, channelFor(request.world, param(request, 'channelId')))),
  },
  { method: 'POST', path: '/channels/:channelId/typing', handle: typing },
];
