import { z } from 'zod';

/**
 * Who acts: a person by reference, holding a post of a body. A worker acts as a person alone (`post: 'worker'`, `body: ''`);
 * timers and the relay act as `system`. `recordedBy` names the record keeper who entered a past act (补录) for the one who did it.
 */
export const actorSchema = z.strictObject({
  person: z.string().min(1).max(64),
  body: z.string().max(64),
  post: z.string().min(1).max(64),
  recordedBy: z.string().max(64).optional(),
});
export type Actor = z.infer<typeof actorSchema>;

export const systemActor: Actor = { person: 'system', body: 'system', post: 'system' };
export const isSystem = (actor: Actor): boolean => actor.post === 'system';
export const isWorker = (actor: Actor): boolean => actor.post === 'worker';
