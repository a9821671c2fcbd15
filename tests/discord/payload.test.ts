import { ButtonStyle, ComponentType, MessageFlags } from 'discord-api-types/v10';
import { describe, expect, it } from 'vitest';
import { payloadOf } from '../../src/discord/payload.ts';
import { heading, role, rule, small, text } from '../../src/render/pieces.ts';

describe('a reply as Discord takes it', () => {
  const buttons = {
    kind: 'buttons',
    buttons: [
      { label: 'Share', press: 'summary:share:x' },
      { label: 'Open', url: 'https://a.example/' },
    ],
  } as const;

  it('is one container whose lines are joined to few texts', () => {
    const { components } = payloadOf({
      blocks: [heading('Title'), text('one'), text('two'), rule, text('three'), buttons],
    });
    expect(components[0].components).toEqual([
      { type: ComponentType.TextDisplay, content: '### Title\none\ntwo' },
      { type: ComponentType.Separator, divider: true, spacing: 1 },
      { type: ComponentType.TextDisplay, content: 'three' },
      {
        type: ComponentType.ActionRow,
        components: [
          {
            type: ComponentType.Button,
            style: ButtonStyle.Secondary,
            label: 'Share',
            custom_id: 'summary:share:x',
          },
          { type: ComponentType.Button, style: ButtonStyle.Link, label: 'Open', url: 'https://a.example/' },
        ],
      },
    ]);
  });

  it('mentions nobody, whatever it says', () => {
    const { allowedMentions, flags } = payloadOf({ blocks: [text('@everyone')] });
    expect(allowedMentions).toEqual({ parse: [], repliedUser: false });
    expect(flags).toBe(MessageFlags.IsComponentsV2);
  });

  it('names a role where it is told to, and nowhere in words from outside', () => {
    const { allowedMentions, components } = payloadOf({ blocks: [text('For ', role('77'), ' and <@&88>')] });
    expect(allowedMentions).toEqual({ parse: [], repliedUser: false });
    expect(components[0].components).toEqual([
      { type: ComponentType.TextDisplay, content: 'For <@&77> and \\<\\@&88>' },
    ]);
  });

  it('is a section where lines have a button at their side, all of them in one text', () => {
    const { components } = payloadOf({
      blocks: [
        text('before'),
        {
          kind: 'section',
          lines: [text('one'), small('two')],
          button: { label: 'Open', press: 'summary:open:x' },
        },
        text('after'),
      ],
    });
    expect(components[0].components).toEqual([
      { type: ComponentType.TextDisplay, content: 'before' },
      {
        type: ComponentType.Section,
        components: [{ type: ComponentType.TextDisplay, content: 'one\n-# two' }],
        accessory: {
          type: ComponentType.Button,
          style: ButtonStyle.Secondary,
          label: 'Open',
          custom_id: 'summary:open:x',
        },
      },
      { type: ComponentType.TextDisplay, content: 'after' },
    ]);
  });

  it('shows a picture in a gallery, from a file that goes along, with its words', () => {
    const file = { name: 'chart.png', bytes: new TextEncoder().encode('png') };
    const { components, files } = payloadOf({
      blocks: [text('one'), { kind: 'picture', file, alt: 'Bar chart. 4: berths', shows: [] }],
    });
    expect(components[0].components).toEqual([
      { type: ComponentType.TextDisplay, content: 'one' },
      {
        type: ComponentType.MediaGallery,
        items: [{ media: { url: 'attachment://chart.png' }, description: 'Bar chart. 4: berths' }],
      },
    ]);
    expect(files.map(({ name, attachment }) => [name, attachment.toString()])).toEqual([
      ['chart.png', 'png'],
    ]);
  });

  it('carries files', () => {
    const { files } = payloadOf({
      blocks: [],
      files: [{ name: 'a.txt', bytes: new TextEncoder().encode('abc') }],
    });
    expect(files.map(({ name, attachment }) => [name, attachment.toString()])).toEqual([['a.txt', 'abc']]);
  });

  it('names each file in a component, without which such a message does not show it', () => {
    const { components, files } = payloadOf({
      blocks: [text('two feeds')],
      files: [{ name: 'feeds.opml', bytes: new Uint8Array([60]) }],
    });
    expect(components[0].components.at(-1)).toEqual({
      type: ComponentType.File,
      file: { url: 'attachment://feeds.opml' },
    });
    expect(files).toEqual([{ name: 'feeds.opml', attachment: Buffer.from('<') }]);
  });
});
