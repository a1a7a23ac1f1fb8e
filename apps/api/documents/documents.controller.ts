import { Controller, Get, Param, Query, Req, Res, StreamableFile } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { CheckAnswer, CheckedFiles, DocumentPage, DocumentRow } from '#contracts/http/documents';
import type { StreamId } from '#domain/stream';
import { Access } from '../access/access';
import { Clock } from '../auth/clock';
import { RateLimit } from '../auth/rate-limit';
import { Open, Who } from '../auth/session.guard';
import type { Session } from '../auth/sessions';
import { streamAt, streamFrom } from '../commands/places';
import { notFound } from '../problems/problem';
import { ChecksReader } from './checks.reader';
import { DocumentsReader } from './documents.reader';

const listQuery = z.strictObject({ subject: z.string().max(200) });
const printQuery = z.strictObject({ version: z.coerce.number().int().min(1).max(10_000).optional() });
type Address = Readonly<Record<string, string>>;

/** Codes tried, an address and minute: a person checks a few papers, a machine would guess. */
const checksPerMinute = 30;

@Controller()
export class DocumentsController {
  private readonly rate: RateLimit;

  constructor(
    private readonly access: Access,
    private readonly checks: ChecksReader,
    private readonly documents: DocumentsReader,
    clock: Clock,
  ) {
    this.rate = new RateLimit(clock, checksPerMinute);
  }

  @Get('documents')
  async list(
    @Query({ schema: listQuery }) { subject }: z.infer<typeof listQuery>,
    @Who() session: Session,
  ): Promise<DocumentRow[]> {
    return this.documents.about(await this.visible(session, streamFrom(subject)));
  }

  @Get('documents/:id')
  async page(@Param() address: Address, @Who() session: Session): Promise<DocumentPage> {
    return this.documents.page(await this.visible(session, streamAt('document', address)), session);
  }

  @Get('documents/:id/pdf')
  async pdf(
    @Param() address: Address,
    @Query({ schema: printQuery }) { version }: z.infer<typeof printQuery>,
    @Who() session: Session,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const stream = await this.visible(session, streamAt('document', address));
    void reply.header('cache-control', 'private, no-store');
    return new StreamableFile(await this.documents.printed(stream, version), {
      type: 'application/pdf',
      disposition: 'inline; filename="document.pdf"',
    });
  }

  /** Open to anyone: groups of the code may be parted by anything. */
  @Open()
  @Get('check/:code')
  check(@Param() address: Address, @Req() request: FastifyRequest): Promise<CheckAnswer> {
    return this.checks.checked(this.codeIn(address, request));
  }

  /** To hold a file against. */
  @Open()
  @Get('check/:code/files')
  files(@Param() address: Address, @Req() request: FastifyRequest): Promise<CheckedFiles> {
    return this.checks.files(this.codeIn(address, request));
  }

  private codeIn({ code = '' }: Address, { ip }: FastifyRequest): string {
    this.rate.count(ip, '查验过于频繁，请稍后再试');
    return code.toLowerCase().replaceAll(/[^0-9a-f]/g, '');
  }

  private async visible(session: Session, stream: StreamId): Promise<StreamId> {
    if (!(await this.access.maySee(session, stream))) throw notFound();
    return stream;
  }
}
