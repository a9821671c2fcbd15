import {
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandChannelOption,
  ApplicationCommandOptionType,
  ChannelType,
} from 'discord-api-types/v10';

const {
  String: text,
  Boolean: yesNo,
  Integer: number,
  Channel: channel,
  Role: role,
} = ApplicationCommandOptionType;

/** Where a digest can be posted. */
const channelTypes: APIApplicationCommandChannelOption['channel_types'] = [
  ChannelType.GuildText,
  ChannelType.GuildAnnouncement,
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
  ChannelType.AnnouncementThread,
  ChannelType.GuildForum,
];

const where: APIApplicationCommandBasicOption = {
  type: channel,
  name: 'channel',
  description: 'Where it is posted',
  channel_types: channelTypes,
};

const when: APIApplicationCommandBasicOption = {
  type: text,
  name: 'time',
  description: 'Local time or times, e.g. 08:00, 8am and 6pm, every 4 hours from 8 to 20',
  max_length: 400,
};

/** What may be left out, both of a new digest and of a change. */
const choices: readonly APIApplicationCommandBasicOption[] = [
  {
    type: text,
    name: 'timezone',
    description: 'A city’s time zone, e.g. Europe/London; UTC when left out',
    autocomplete: true,
    max_length: 60,
  },
  {
    type: text,
    name: 'days',
    description: 'daily (as usual), weekdays, or days such as mon, wed, fri',
    max_length: 60,
  },
  {
    type: text,
    name: 'topics',
    description: 'Only these topics, parted by commas',
    autocomplete: true,
    max_length: 1000,
  },
  {
    type: text,
    name: 'sources',
    description: 'Only stories that these publishers tell, parted by commas',
    autocomplete: true,
    max_length: 1000,
  },
  {
    type: text,
    name: 'words',
    description: 'Only stories with these words; a minus keeps stories out: ferry, "night train", -football',
    max_length: 1500,
  },
  {
    type: number,
    name: 'stories',
    description: 'How many stories at most, 5 as usual',
    min_value: 1,
    max_value: 7,
  },
  {
    type: text,
    name: 'style',
    description: 'Cards (as usual), lines of headlines, or headlines with their cards in a thread',
    choices: [
      { name: 'cards', value: 'cards' },
      { name: 'lines', value: 'lines' },
      { name: 'threads', value: 'threads' },
    ],
  },
  { type: role, name: 'mention', description: 'The one role that each post notifies' },
  {
    type: yesNo,
    name: 'publish',
    description: 'In an announcement channel: publish each post to the channels that follow it',
  },
  { type: yesNo, name: 'chart', description: 'One chart, where a story’s figures can be compared' },
  { type: yesNo, name: 'skip-empty', description: 'Post nothing when nothing is new (as usual)' },
  { type: text, name: 'name', description: 'What the digest is called', max_length: 60 },
];

const required = (option: APIApplicationCommandBasicOption): APIApplicationCommandBasicOption => ({
  ...option,
  required: true,
});

export const addOptions: readonly APIApplicationCommandBasicOption[] = [
  required(where),
  required(when),
  ...choices,
];

/** All of the same, and how to end what no other choice replaces. */
export const editOptions: readonly APIApplicationCommandBasicOption[] = [
  where,
  when,
  ...choices,
  { type: yesNo, name: 'no-mention', description: 'Notify no role any more' },
];
