import type { Component } from '../../emulator/component.ts';
import type { MessageView, UserView } from '../../emulator/page/protocol.ts';

/** Messages of every look, written for the drawing of them. */

export const people = {
  robin: { id: '1000000000000000001', username: 'robin', global_name: 'Robin', bot: false },
  avery: { id: '1000000000000000002', username: 'avery', global_name: 'Avery', bot: false },
  bot: { id: '1000000000000000003', username: 'Standfirst', global_name: null, bot: true },
} as const satisfies Record<string, UserView>;

/** The moment at which the messages are looked at. */
export const lookedAt = Date.UTC(2026, 10, 19, 14, 5, 30);

const componentsV2 = 1 << 15;
const strangers = 'https://pictures.example';

interface Draft extends Partial<MessageView> {
  readonly id: string;
}

function message(draft: Draft): MessageView {
  return {
    type: 0,
    channel_id: '2000000000000000001',
    author: people.bot,
    content: '',
    embeds: [],
    components: [],
    attachments: [],
    flags: 0,
    timestamp: new Date(lookedAt - 60_000).toISOString(),
    edited_timestamp: null,
    isEphemeral: false,
    isThinking: false,
    mayDismiss: false,
    isPing: false,
    ...draft,
  };
}

let lastComponent = 0;

function component(type: number, rest: Partial<Component> = {}): Component {
  lastComponent += 1;
  return { ...rest, type, id: lastComponent };
}

const text = (content: string) => component(10, { content });
const button = (label: string, style: number, rest: Partial<Component> = {}) =>
  component(2, { label, style, ...(style === 5 ? {} : { custom_id: label }), ...rest });
const row = (...components: readonly Component[]) => component(1, { components });
const item = (url: string, description?: string, spoiler = false) => ({
  media: { url },
  spoiler,
  ...(description === undefined ? {} : { description }),
});

const marked = [
  '# The harbour',
  '## What was said',
  '### Who said it',
  '-# read at noon',
  '**bold** *slanted* __under__ ~~struck~~ ||the ferry sank|| `code`',
  '> first line',
  '> second line',
  '- pier',
  '  - crane',
  'in order:',
  '7. seventh',
  '8. eighth',
  '```js',
  'let tide = "<b>high</b>";',
  '```',
  'See [the tide table](<https://tides.example/today>) or https://tides.example/all.',
  `<@${people.robin.id}> and <@9> in <#2000000000000000001> and <#9>, </summary:3000000000000000001>, :fire:`,
  `at <t:${lookedAt / 1000 - 3600}:t>, <t:${lookedAt / 1000 - 3}:R>`,
].join('\n');

const tricks = [
  '<script>window.broken = 1</script><img src=x onerror="window.broken = 2">',
  '[click](javascript:window.broken=3) [**b**](<https://a.example/"onmouseover="window.broken=4>)',
  '<iframe src="https://strangers.example"></iframe> </article></li>',
].join('\n');

const options = ['World', 'Science', 'Sport'].map((label) => ({ label, value: label.toLowerCase() }));

/** All of the second version's components. */
const container = component(17, {
  accent_color: 0x2b_8a_3e,
  components: [
    text('### [Ferry runs again](<https://gazette.example/ferry>)\n-# The Gazette · 3 of 14 sentences'),
    component(9, {
      components: [text('**Said**'), text('> “We sail at noon.”')],
      accessory: button('Open', 5, { url: 'https://gazette.example/ferry' }),
    }),
    component(9, {
      components: [text('A section with a picture')],
      accessory: component(11, item(`${strangers}/thumb.png`, 'A thumbnail of a pier')),
    }),
    component(14, { divider: true, spacing: 1 }),
    component(14, { divider: false, spacing: 2 }),
    row(
      button('Primary', 1),
      button('Secondary', 2, { emoji: { name: '🔔' } }),
      button('Success', 3),
      button('Danger', 4),
      button('Off', 2, { disabled: true }),
    ),
    row(component(3, { custom_id: 'topic', placeholder: 'Choose a topic', options, max_values: 2 })),
  ],
});

const embed = {
  title: 'Tide **table**',
  url: 'https://tides.example',
  description: 'High at *nine*. <script>window.broken = 5</script>',
  color: 0xe6_7e_22,
  author: { name: 'Harbour office', url: 'https://harbour.example' },
  fields: [
    { name: 'Morning', value: '4.1 m', inline: true },
    { name: 'Evening', value: '3.9 m', inline: true },
    { name: 'Note', value: 'Springs on **Friday**', inline: false },
  ],
  footer: { text: 'Measured at the pier' },
  timestamp: '2026-11-19T08:00:00.000Z',
  image: { url: `${strangers}/chart.png` },
};

/** `picture` is the address of a picture that the page may load. */
export function sampleMessages(picture: string): readonly MessageView[] {
  const file = { id: '4', filename: 'plan.txt', size: 2048, url: picture.replace(/[^/]+$/, 'plan.txt') };
  const asked = message({
    id: '10',
    author: people.robin,
    content: '@everyone **is** the ferry running? ||No||',
  });
  return [
    message({
      id: '11',
      author: people.robin,
      content: marked,
      edited_timestamp: '2026-11-19T14:05:00.000Z',
    }),
    message({ id: '12', author: people.avery, content: tricks }),
    message({ id: '13', author: people.avery, content: 'It is.', referenced_message: asked }),
    message({ id: '14', content: 'Gone', referenced_message: null }),
    message({
      id: '15',
      flags: componentsV2,
      components: [container],
      usedCommand: { user: people.robin, label: '/summary' },
    }),
    message({ id: '16', embeds: [embed] }),
    message({
      id: '17',
      content: '👍🎉',
      attachments: [
        {
          id: '3',
          filename: 'pier.png',
          size: 70,
          url: picture,
          content_type: 'image/png',
          description: 'The pier',
        },
        file,
        { ...file, id: '5', filename: 'SPOILER_end.txt', size: 10 },
      ],
    }),
    message({ id: '18', isEphemeral: true, mayDismiss: true, content: 'For you alone' }),
    message({
      id: '19',
      isThinking: true,
      isEphemeral: true,
      mayDismiss: true,
      usedCommand: { user: people.robin, label: '/quotes' },
    }),
    message({ id: '20', components: [row(button('Share', 1), button('Other', 2))], content: 'Waiting' }),
    message({ id: '21', components: [row(button('Try', 1))], content: 'Failed' }),
    message({
      id: '22',
      flags: componentsV2,
      components: [
        component(12, {
          items: [
            item(picture, 'A pier at dusk'),
            item(`${strangers}/two.png`, 'A crane'),
            item(`${strangers}/three.png`, undefined, true),
          ],
        }),
        component(13, { file: { url: file.url }, name: 'plan.txt', size: 2048, spoiler: false }),
        component(17, { spoiler: true, accent_color: null, components: [text('Under the veil')] }),
      ],
    }),
  ];
}
