import type { z } from 'zod';
import type { Actor } from './actor';
import type { BaseFacts, FactName, FactValues } from './facts';
import type { Stage } from './lifecycle';
import type { Role } from './organization/roles';
import type { StreamId, StreamKind } from './stream';

/** What the registry knows of a command. API routes, forms, labels and the CLI are made from it. */
export interface CommandDefinition {
  stream: StreamKind;
  stage: Stage | 'cross';
  /** through the stream's workflow, or straight to the recorder: crowds, and streams no workflow drives */
  via: 'workflow' | 'direct';
  /** the paragraph of the opinion this act carries out */
  clause: string;
  who: readonly Role[];
  /** of those, only the body that employs workers of the segment @rule R-TEAM-03 */
  byEmployer?: true;
  /** facts beyond the stream that its rules look at, read in the recording transaction */
  reads: readonly FactName[];
  schema: z.ZodType<object>;
  /** begins its stream */
  creates?: true;
  /** heard from another stream: by hand it is entered from papers alone */
  heard?: true;
  /** leaves its stage: its checks are the stage's gates */
  leaves?: true;
  /** rests on what was read: a substantive change since is refused as stale */
  restsOnRevision?: true;
}

/** Keeps the literal types of a definition. */
export const command = <const D extends CommandDefinition>(definition: D): D => definition;

export type CommandMap = Record<string, CommandDefinition>;
export type DataOf<D extends CommandDefinition> = z.output<D['schema']>;

/** What a countersigned decision rests on: a finished sign-off; on papers from before the system, the post's own authority. */
export type Basis = { post: string } | { signoff: string; headHash: string };

/** Rules that a sign-off lets one act pass by. */
export interface Overridden {
  override: string;
  matter: string;
  rules: readonly string[];
}

/** A command on its way to the recorder. */
export interface Command<T extends string = string, D = unknown> {
  /** idempotency key, unique in its stream */
  id: string;
  stream: StreamId;
  type: T;
  data: D;
  /** instant of the act; all rules are judged by it */
  at: string;
  actor: Actor;
  /** last substantive revision the decision rests on */
  readRevision?: number;
  basis?: Basis;
  /** reasons given for warnings, by rule id; free text, stored sealed */
  reasons?: Readonly<Record<string, string>>;
  /** entered afterwards from papers (补录) */
  backfilled?: boolean;
  /** set while it is judged, from the record: what the act may pass by */
  overridden?: Overridden;
}
export type CommandOf<M extends CommandMap, K extends keyof M & string> = Command<K, DataOf<M[K]>>;
export type FactsOf<D extends CommandDefinition> = BaseFacts & Pick<FactValues, D['reads'][number]>;
