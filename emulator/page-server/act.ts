import { textOf } from '../json.ts';
import type { Action, ActionAnswer, ActionRefusal } from '../page/protocol.ts';
import { createAnswer } from '../people/answer.ts';
import { createPerson, type PersonHere } from '../people/person.ts';
import { ClientRefusal } from '../people/seat.ts';
import type { Channel, Message, User, World } from '../world.ts';
import { callOf, formValuesOf, Misshapen, type Sent, textAt, textsAt } from './action-fields.ts';
import { choiceView } from './places.ts';

/** Who acts, and where. */
export interface Actor {
  readonly world: World;
  readonly user: User;
  readonly channel: Channel;
}

interface Scene extends Actor {
  readonly here: PersonHere;
  readonly sent: Sent;
}

function messageAt({ world, sent }: Scene, key: string): Message {
  const message = world.messages.get(textAt(sent.fields, key));
  if (message === undefined) throw new ClientRefusal('That message is gone.');
  return message;
}

const mostFiles = 10;

function say(scene: Scene): void {
  const { here, sent } = scene;
  if (sent.uploads.size > mostFiles) throw new ClientRefusal(`A message takes at most ${mostFiles} files.`);
  here.say({
    content: textAt(sent.fields, 'content'),
    files: [...sent.uploads.values()],
    ...(textOf(sent.fields.replyTo) === undefined ? {} : { replyTo: messageAt(scene, 'replyTo') }),
  });
}

async function complete({ here, sent }: Scene): Promise<ActionAnswer> {
  const half = {
    ...callOf(sent),
    option: textAt(sent.fields, 'option'),
    typed: textAt(sent.fields, 'typed'),
  };
  const rows = await here.complete(half).catch((cause: unknown) => {
    throw new ClientRefusal('Loading options failed.', { cause });
  });
  return { choices: rows.map(choiceView) };
}

async function submit({ world, user, here, sent }: Scene): Promise<ActionAnswer> {
  const interaction = world.interactions.get(textAt(sent.fields, 'interactionId'));
  if (interaction?.userId !== user.id || interaction.acknowledgement?.modal === undefined)
    throw new ClientRefusal('That form is gone.');
  const answer = await here.submit(createAnswer(world, interaction), formValuesOf(sent));
  return { askedId: answer.interaction.id };
}

/** What only sets something going. */
type Doing = Exclude<Action['do'], 'complete' | 'submit'>;

const performers: Readonly<Record<Doing, (scene: Scene) => void>> = {
  say,
  run: ({ here, sent }) => here.run(callOf(sent)),
  press: (scene) => scene.here.press(messageAt(scene, 'messageId'), textAt(scene.sent.fields, 'customId')),
  choose: (scene) =>
    scene.here.choose(
      messageAt(scene, 'messageId'),
      textAt(scene.sent.fields, 'customId'),
      textsAt(scene.sent.fields, 'values'),
    ),
  'use-on-message': (scene) =>
    scene.here.useOnMessage(textAt(scene.sent.fields, 'command'), messageAt(scene, 'messageId')),
  'use-on-user': ({ here, sent }) =>
    here.useOnUser(textAt(sent.fields, 'command'), textAt(sent.fields, 'userId')),
};

function isDoing(name: string): name is Doing {
  return Object.hasOwn(performers, name);
}

async function perform(scene: Scene): Promise<ActionAnswer> {
  const name = textAt(scene.sent.fields, 'do');
  if (name === 'complete') return await complete(scene);
  if (name === 'submit') return await submit(scene);
  if (!isDoing(name)) throw new Misshapen(`There is no action "${name}".`);
  performers[name](scene);
  return {};
}

/**
 * Does as the person what a request asks, or says why their client does not let them. The bot's answer comes by the
 * stream, but choices come here.
 */
export async function act(actor: Actor, sent: Sent): Promise<ActionAnswer | ActionRefusal> {
  const here = createPerson(actor.world, actor.user, 'en-GB').in(actor.channel);
  try {
    return await perform({ ...actor, here, sent });
  } catch (error) {
    if (error instanceof ClientRefusal) return { error: error.message };
    throw error;
  }
}
