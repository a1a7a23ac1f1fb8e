import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { DocumentVersion } from '#contracts/http/documents';
import { emptyState, evolve } from '#domain/decider';
import { issuersOf, textOf, type OfficialDocument } from '#domain/document/document';
import type { DocumentFace } from '#domain/document/face';
import type { Recorded } from '#domain/event';
import type { StreamState } from '#domain/state';
import type { StreamId } from '#domain/stream';
import { EventLog } from '#event-log/event-log';
import { notFound } from '../problems/problem';
import { Names } from '../reads/names';
import { faceOf, type Check } from './face';
import { PublicAddress } from './public-address';

const codeLength = 24;
const unchecked: Check = { checkCode: null, checkAddress: null };

/** A document out of its record. */
export interface Read {
  stream: StreamId;
  events: readonly Recorded[];
  state: StreamState<OfficialDocument>;
}

/** What documents said and say, version by version, as they are printed. */
@Injectable()
export class DocumentTexts {
  constructor(
    private readonly database: DataSource,
    private readonly log: EventLog,
    private readonly names: Names,
    private readonly address: PublicAddress,
  ) {}

  /** @throws ProblemError 404 where no such document was drawn up */
  async read(stream: StreamId): Promise<Read> {
    const events = await this.log.read(this.database.manager, stream);
    if (events.length === 0) throw notFound();
    const state = events.reduce<StreamState>(evolve, emptyState(stream));
    return { stream, events, state: state as StreamState<OfficialDocument> };
  }

  /** Every text it ever had, oldest first; the one that was issued bears number, seal and code. */
  async versions({ stream, events, state: { subject } }: Read): Promise<DocumentVersion[]> {
    const states = textsSet(stream, events);
    const bodies = await this.names.bodiesIn(
      states.map(({ document, event }) => [issuersOf(document), event.actor.body]),
    );
    const check = await this.checkOf(stream);
    return states.map(({ document, event }) => {
      const { version, content, filled } = document;
      const issued = subject.issued?.version === version ? subject.issued : null;
      const shown = { ...document, status: subject.status, issued, seal: issued && subject.seal };
      const issuers = issuersOf(shown).map((body) => bodies[body] ?? body);
      return {
        version,
        at: event.occurredAt,
        by: bodies[event.actor.body] ?? event.actor.body,
        digest: this.log.digest(textOf(document)),
        content: content!,
        filled,
        face: faceOf(shown, issuers, issued ? check : unchecked, replacedBy(subject, version)),
      };
    });
  }

  /** The beginning of the hash of the event that numbered it: nobody knows it beforehand, and the log alone gives it. */
  private async checkOf(stream: StreamId): Promise<Check> {
    const [row] = await this.database.query<{ code: string }[]>(
      `select left(split_part(hash, ':', 2), ${codeLength}) as code from log.event
        where stream_id = $1 and type = 'DocumentNumbered'`,
      [stream],
    );
    if (!row) return unchecked;
    const checkCode = row.code.replaceAll(/(.{4})(?=.)/g, '$1-');
    return { checkCode, checkAddress: this.address.of(`/check/${checkCode}`) };
  }

  /** The document that bears a code, written without gaps. */
  async bearing(code: string): Promise<StreamId | undefined> {
    const [found] = await this.database.query<{ stream_id: StreamId }[]>(
      `select stream_id from log.event
        where type = 'DocumentNumbered' and left(split_part(hash, ':', 2), ${codeLength}) = $1`,
      [code],
    );
    return found?.stream_id;
  }
}

/** What took the place of a version: another document's number, or the version that counts. */
function replacedBy({ issued, superseded, version: last }: OfficialDocument, version: number): string | null {
  const counts = issued?.version ?? last;
  if (version !== counts) return `第 ${counts} 版`;
  return superseded?.by ?? null;
}

/** The version that counts: what was issued, else the draft as it stands. */
export const standing = (versions: readonly DocumentVersion[], { issued }: OfficialDocument): DocumentVersion =>
  versions.find(({ version }) => version === issued?.version) ?? versions.at(-1)!;

export const faceOfVersion = (versions: readonly DocumentVersion[], version: number): DocumentFace | undefined =>
  versions.find((one) => one.version === version)?.face;

/** The document as it stood after each event that set its text anew. */
function textsSet(stream: StreamId, events: readonly Recorded[]) {
  let state = emptyState(stream);
  return events.flatMap((event) => {
    const before = (state.subject as OfficialDocument).version;
    state = evolve(state, event);
    const document = state.subject as OfficialDocument;
    return document.version > before ? [{ document, event }] : [];
  });
}
