import { z } from 'zod';

/**
 * For whom a deputy acts: the holder (null where the post was vacant), the delegation with its window of civil dates, and the
 * deputy's own post. The actor's `body` and `post` are then the ones acted from. @rule R-OA-13
 */
const onBehalfOf = z.strictObject({
  person: z.string().min(1).max(64).nullable(),
  delegation: z.string().min(1).max(100),
  from: z.string().length(10),
  to: z.string().length(10),
  own: z.strictObject({ body: z.string().min(1).max(64), post: z.string().min(1).max(64) }),
});
export type OnBehalfOf = z.infer<typeof onBehalfOf>;

/**
 * Who acts: a person by reference, holding a post of a body. A worker acts as a person alone (`post: 'worker'`, `body: ''`);
 * timers and the relay act as `system`. `recordedBy` names the record keeper who entered a past act (补录) for the one who did it.
 */
export const actorSchema = z.strictObject({
  person: z.string().min(1).max(64),
  body: z.string().max(64),
  post: z.string().min(1).max(64),
  recordedBy: z.string().max(64).optional(),
  onBehalfOf: onBehalfOf.optional(),
});
export type Actor = z.infer<typeof actorSchema>;

export const systemActor: Actor = { person: 'system', body: 'system', post: 'system' };
export const isSystem = (actor: Actor): boolean => actor.post === 'system';
export const isWorker = (actor: Actor): boolean => actor.post === 'worker';
