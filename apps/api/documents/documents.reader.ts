import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { DocumentPage, DocumentRow } from '#contracts/http/documents';
import { actsOf } from '#domain/document/acts';
import { isOfPlan } from '#domain/document/content';
import type { OfficialDocument } from '#domain/document/document';
import type { DocumentEvents } from '#domain/document/messages';
import { wayOf } from '#domain/document/way';
import type { Recorded } from '#domain/event';
import { agreedIn, type Matter } from '#domain/signoff/matter';
import { actsNow } from '#domain/plan/acts';
import type { Plan } from '#domain/plan/plan';
import { issuingActs } from '#domain/signoff/matter-acts';
import { keyOf, kindOf, type StreamId } from '#domain/stream';
import { EventLog } from '#event-log/event-log';
import { districtName } from '#labels/zh/districts';
import { renderDocument } from '#pdf/official-document';
import { Clock } from '../auth/clock';
import type { Session } from '../auth/sessions';
import { notFound } from '../problems/problem';
import { DutyRows } from '../reads/duty-rows';
import { Names } from '../reads/names';
import { relevantCommands } from '../reads/relevant-commands';
import { DocumentTexts, faceOfVersion, standing } from './document-texts';

/** Documents as they stand and stood, and printed. */
@Injectable()
export class DocumentsReader {
  constructor(
    private readonly database: DataSource,
    private readonly log: EventLog,
    private readonly names: Names,
    private readonly texts: DocumentTexts,
    private readonly duties: DutyRows,
    private readonly clock: Clock,
  ) {}

  /** Documents about a subject, the last first. */
  about(subject: StreamId): Promise<DocumentRow[]> {
    return this.database.query<DocumentRow[]>(
      `select document_id as id, document.kind, status, coalesce(body.name, organ) as organ, title, number,
              to_char(issued_on, 'YYYY-MM-DD') as "issuedOn", document.version
         from read.document document left join read.body body on body.body_id = document.organ
        where subject = $1 order by updated_at desc, document_id`,
      [subject],
    );
  }

  /** @throws ProblemError 404 where no such document was drawn up */
  async page(stream: StreamId, session: Session): Promise<DocumentPage> {
    const read = await this.texts.read(stream);
    const { events, state } = read;
    const document = state.subject;
    const versions = await this.texts.versions(read);
    const { face, content } = standing(versions, document);
    const matters = await this.mattersOf(document);
    const way = wayOf(document, events, leading(document, matters)?.matter ?? null);
    const agreed = new Set(matters.flatMap(({ matter }) => agreedIn(matter)));
    const voiding = dataOf(events, 'DocumentRevoked')?.reason;
    const texts = await this.names.textsIn(JSON.stringify([content, voiding]));
    return {
      stream,
      revision: state.substantive,
      state: document,
      face,
      way,
      versions,
      issuers: face.issuers,
      coSigners: content.coSigners.map((body) => ({ body, agreed: agreed.has(body) })),
      subjectName: await this.subjectName(document),
      matters: matters.map(({ stream: id, matter: { title, status } }) => ({ stream: id, title, status })),
      sent: dataOf(events, 'DocumentSent') ?? null,
      fileNumber: dataOf(events, 'DocumentArchived')?.fileNumber ?? null,
      voidReason: (voiding && texts[voiding]) ?? null,
      checkCode: face.checkCode,
      issuedBy: await this.issuedBy(document),
      commands: relevantCommands(state, session, (type, { body }) =>
        (actsOf(document, body) as readonly string[]).includes(type),
      ),
      duties: await this.duties.ofState(state, this.clock.iso()),
      bodies: await this.names.bodiesIn([document, way]),
      people: await this.names.officials(way.flatMap(({ by }) => by.flatMap(({ person }) => person ?? []))),
      texts,
    };
  }

  /** The document printed: the text that was issued, or a version of the draft. @throws ProblemError 404 */
  async printed(stream: StreamId, version?: number): Promise<Buffer> {
    const read = await this.texts.read(stream);
    const versions = await this.texts.versions(read);
    const face = faceOfVersion(versions, version ?? standing(versions, read.state.subject).version);
    if (!face) throw notFound();
    return renderDocument(face);
  }

  /** The sign-offs that would issue it or did, the last first. */
  private async mattersOf({ id, kind, subject }: OfficialDocument): Promise<{ stream: StreamId; matter: Matter }[]> {
    const rows = await this.database.query<{ stream: StreamId }[]>(
      `select stream_id as stream from read.matter
        where subject = $1 and act = any($2) order by started_at desc, stream_id`,
      [subject, issuingActs[kind]],
    );
    const found = rows.map(async ({ stream }) => {
      const { subject: matter } = await this.log.state(this.database.manager, stream);
      return { stream, matter: matter as Matter };
    });
    return (await Promise.all(found)).filter(({ matter }) => documentIn(matter) === id);
  }

  /** A plan goes out with its approval, a change of it with the change. */
  private async issuedBy({ kind, subject }: OfficialDocument): Promise<DocumentPage['issuedBy']> {
    const acts: DocumentPage['issuedBy'] = issuingActs[kind];
    if (!isOfPlan(kind) || subject === '') return acts;
    const plan = (await this.log.state(this.database.manager, subject)).subject as Plan;
    const now = new Set<string>(actsNow(plan));
    return acts.filter((act) => now.has(act));
  }

  private async subjectName({ subject, district }: OfficialDocument): Promise<string> {
    if (subject === '') return '';
    const key = keyOf(subject);
    if (kindOf(subject) === 'plan') return `${districtName(district)} ${key.split('/')[1]} 年度计划`;
    return (await this.names.projects([key]))[key] ?? key;
  }
}

const documentIn = ({ act }: Matter): string | undefined => (act?.data as { document?: string } | undefined)?.document;

/** The sign-off it was issued by, or the one it is in. */
const leading = ({ issued }: OfficialDocument, matters: readonly { stream: StreamId; matter: Matter }[]) =>
  matters.find(({ stream, matter: { status } }) =>
    issued ? stream === issued.matter : status === 'open' || status === 'agreed',
  );

const dataOf = <T extends keyof DocumentEvents>(events: readonly Recorded[], type: T): DocumentEvents[T] | undefined =>
  events.findLast((event) => event.type === type)?.data as DocumentEvents[T] | undefined;
