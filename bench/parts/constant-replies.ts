import { type Askable, asks, type Here } from './asks.ts';

type Message = Awaited<ReturnType<ReturnType<Here['run']>['reply']>>;

/** A reply that the bot once made, as a handler says it that does nothing else. */
export interface ConstantReply {
  readonly defer?: { readonly flags: number };
  readonly payload: { readonly components: unknown; readonly flags: number };
  /** Bytes in base64. */
  readonly files: readonly { readonly name: string; readonly base64: string }[];
  readonly choices: readonly unknown[];
}

const ephemeralFlag = 1 << 6;
const componentsV2Flag = 1 << 15;
const deferMessage = 5;

/** What Discord has put in is taken out again: the numbers of components, the addresses of files. */
function asSent(value: unknown, files: ReadonlyMap<unknown, string>): unknown {
  if (Array.isArray(value)) return value.map((part) => asSent(part, files));
  if (typeof value !== 'object' || value === null) return value;
  const name = 'attachment_id' in value ? files.get(value.attachment_id) : undefined;
  if (name !== undefined) return { url: `attachment://${name}` };
  const entries = Object.entries(value).filter(([key]) => key !== 'id');
  return Object.fromEntries(entries.map(([key, part]) => [key, asSent(part, files)]));
}

async function readFiles({ attachments }: Message): Promise<ConstantReply['files']> {
  const files = [];
  for (const { filename, url } of attachments) {
    const bytes = Buffer.from(await (await fetch(url)).arrayBuffer());
    files.push({ name: filename, base64: bytes.toString('base64') });
  }
  return files;
}

/** Asks the bot each command once and writes down how it answered, by the command's name. */
export async function recordReplies(
  here: Here,
  story: Askable,
): Promise<Readonly<Record<string, ConstantReply>>> {
  const recorded: Record<string, ConstantReply> = {};
  for (const make of [asks.summary, asks.figures, asks.latest, asks.help]) {
    const { call } = make(story, 0);
    const answer = here.run(call);
    const { type } = await answer.acknowledged();
    const message = await answer.reply();
    const names = new Map<unknown, string>(message.attachments.map(({ id, filename }) => [id, filename]));
    const ephemeral = message.flags & ephemeralFlag;
    const form = message.flags & componentsV2Flag;
    const isDeferred = type === deferMessage;
    recorded[call.name] = {
      ...(isDeferred ? { defer: { flags: ephemeral } } : {}),
      payload: {
        components: asSent(message.components, names),
        flags: isDeferred ? form : form | ephemeral,
      },
      files: await readFiles(message),
      choices: [],
    };
  }
  const choices = await here.complete(asks.autocomplete(story, 0).half);
  return { ...recorded, autocomplete: { payload: { components: [], flags: 0 }, files: [], choices } };
}
