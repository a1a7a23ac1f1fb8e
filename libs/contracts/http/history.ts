import type { Recorded } from '#domain/event';

/** An event as auditors see it: the envelope, exactly the bytes hashed, the chain. */
export interface AuditEvent extends Recorded {
  eventId: string;
  ordinal: number;
  schemaVersion: number;
  /** canonical JSON of the envelope, exactly what is hashed */
  body: string;
  prevHash: string;
  hash: string;
  leaf: number | null;
}

export interface RefusalRow {
  at: string;
  commandId: string;
  type: string;
  actor: { body: string; post: string; person: string };
  rules: readonly string[];
  afterVersion: number;
}

/** `GET /api/streams/<kind>/<key…>/events` (history) – all events of a stream, with refusals among them. */
export interface History {
  stream: string;
  events: readonly AuditEvent[];
  refusals: readonly RefusalRow[];
  bodies: Readonly<Record<string, string>>;
  /** names of the posts of those bodies, by `<bodyId>/<postId>` */
  posts: Readonly<Record<string, string>>;
  texts: Readonly<Record<string, string>>;
  /** titles of deputies, of those they acted for and of those appointed, by reference */
  people: Readonly<Record<string, string>>;
  /** names of the projects mentioned */
  projects: Readonly<Record<string, string>>;
}

/** `GET /api/streams/<kind>/<key…>/verify` */
export interface Verification {
  stream: string;
  checked: number;
  ok: boolean;
  /** first wrong position and what is wrong with it */
  fault: { version: number; kind: string; detail: string } | null;
  steps: readonly { name: string; ok: boolean; detail: string }[];
  algorithm: string;
}

/** SSE `GET /api/changes?stream=`: `event: changed`, data of this form. */
export interface Changed {
  stream: string;
  version: number;
  types: readonly string[];
}
