import { Body, Controller, Get, Param, Put, Query, Res, StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import type { NamedFile } from '#contracts/http/files';
import { civilDateOf } from '#domain/calendar';
import { defaultParameters, parametersOn } from '#domain/rulebook/parameters';
import { digestOfFile, filesNamedBy, FileVault, findFiles, type StoredFile } from '#persons/file-vault';
import { Access } from '../access/access';
import { Clock } from '../auth/clock';
import { Who } from '../auth/session.guard';
import type { Session } from '../auth/sessions';
import { streamFrom } from '../commands/places';
import { forbidden, malformed, notFound } from '../problems/problem';
import { contentOf, kinds, mediaTypes } from './content';

const ofStream = z.strictObject({ of: z.string().max(200) });

const refused = (message: string) => malformed([{ field: 'file', message }], '文件没有收下');

/** Files that the record names by their digest: sent before the act that names them, and seen by who sees that record. */
@Controller('files')
export class FilesController {
  constructor(
    private readonly access: Access,
    private readonly database: DataSource,
    private readonly files: FileVault,
    private readonly clock: Clock,
  ) {}

  /** Sent again it is the same file: the address is the digest of its content. */
  @Put(':digest')
  async keep(@Param('digest') digest: string, @Body() body: unknown, @Who() session: Session): Promise<StoredFile> {
    if (session.posts.length === 0) throw forbidden('您没有在任的岗位');
    if (!Buffer.isBuffer(body) || body.length === 0) throw refused('文件是空的，请选择有内容的文件');
    const at = this.clock.iso();
    const most = parametersOn(defaultParameters, civilDateOf(at))['attachment.maxMegabytes'] ?? 20;
    if (body.length > most * 1024 * 1024) throw refused(`文件不能超过 ${most} MB，请压缩或分成几份再上传`);
    if (digestOfFile(body) !== digest) throw refused('文件没有传完整，或传输中有变化，请重新上传');
    const content = await contentOf(body);
    if (!content)
      throw refused(`只收 ${Object.values(kinds).join('、')}，请转换格式后再上传（按内容判断，改扩展名没有用）`);
    return this.files.keep(this.database.manager, body, content, at);
  }

  /** Those a stream's record names and that are here: a digest alone may stand for a paper that never came in. */
  @Get()
  async namedBy(
    @Query({ schema: ofStream }) { of }: z.infer<typeof ofStream>,
    @Who() session: Session,
  ): Promise<readonly NamedFile[]> {
    const stream = streamFrom(of);
    if (!(await this.access.maySee(session, stream))) throw notFound();
    return filesNamedBy(this.database.manager, stream);
  }

  @Get(':digest')
  async open(
    @Param('digest') digest: string,
    @Query({ schema: ofStream }) { of }: z.infer<typeof ofStream>,
    @Who() session: Session,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const stream = streamFrom(of);
    if (!(await this.access.maySee(session, stream)) || !(await this.named(stream, digest))) throw notFound();
    const { [digest]: file } = await findFiles(this.database.manager, [digest]);
    const bytes = file && (await this.files.open(this.database.manager, digest));
    if (!bytes) throw notFound();
    void reply.header('cache-control', 'private, no-store');
    return new StreamableFile(bytes, {
      type: mediaTypes[file.kind]!,
      disposition: `attachment; filename="attachment.${file.kind}"`,
    });
  }

  /** The rights of a file are those of the record that names it. */
  private async named(stream: string, digest: string): Promise<boolean> {
    if (!/^(sm3|sha256):[0-9a-f]{64}$/.test(digest)) return false;
    const [row] = await this.database.query<{ some: boolean }[]>(
      'select exists (select from log.event where stream_id = $1 and position($2 in body) > 0) as some',
      [stream, digest],
    );
    return row!.some;
  }
}
