import type { ItemContent } from '../../../src/domain/records.ts';
import type { Storage } from '../../../src/storage/api.ts';
import type { ExplainRequest, Explanation } from '../../api.ts';
import { badInput } from './compare.ts';
import type { LearnSession } from './learn-session.ts';
import { nearestAnswered } from './nearest.ts';

const NEIGHBOURS = 5;

/** Why the model answers what it answers; a content that is not stored leaves no trace. */
export async function explainItem(
  storage: Storage,
  session: LearnSession,
  request: ExplainRequest,
): Promise<Explanation> {
  const { encoder, encoded, learner, labels, explainer, status } = session;
  const content = request.content ?? (await contentOf(storage, request));
  const tools = session.tools();
  const [input] = await session.inputs([content]);
  const features = await encoder.encode(encoded.encoderState, [input], tools);
  const probabilities = await learner.score(features);
  const { classIds } = labels;
  const attribution = await explainer.attribute(encoded.encoderState, input, learner.head(), tools);
  return {
    content,
    proposal: session.propose(probabilities, 0),
    classIds,
    ...attribution,
    neighbours: nearestAnswered({
      session,
      features,
      row: 0,
      count: NEIGHBOURS,
      except: session.rowOf.get(request.itemId),
    }),
    model: status.learnedUpTo,
  };
}

export async function contentOf(
  storage: Storage,
  { itemId }: Pick<ExplainRequest, 'itemId'>,
): Promise<ItemContent> {
  const item = await storage.items.get(itemId);
  if (!item) throw badInput(`The item ${itemId} is not on this device.`);
  return item.content;
}
