import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import type { Changed } from '#contracts/http/history';
import { isStreamId, type StreamId } from '#domain/stream';
import { Access } from '../access/access';
import { Open } from '../auth/session.guard';
import { secretOf } from '../auth/cookie';
import { type Asking, type Session, Sessions } from '../auth/sessions';
import { notLoggedIn } from '../problems/problem';
import { Changes } from './changes';

const changesQuery = z.strictObject({ stream: z.string().max(200).optional() });
const heartbeatMs = 20_000;
const rememberMs = 60_000;

@Controller('changes')
export class ChangesController {
  constructor(
    private readonly changes: Changes,
    private readonly sessions: Sessions,
    private readonly access: Access,
  ) {}

  /** Server-sent events: what changed in the streams this person may see. It ends with the session. */
  @Open()
  @Get()
  async follow(
    @Req() request: Asking,
    @Query({ schema: changesQuery }) { stream }: z.infer<typeof changesQuery>,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const secret = secretOf(request);
    const session = secret && (await this.sessions.find(secret, { touch: false }));
    if (!secret || !session) throw notLoggedIn();
    reply.hijack();
    const { raw } = reply;
    // Gone while the session was looked up: its close was told before anybody listened, and nothing would ever let go.
    if (raw.destroyed) return;
    raw.writeHead(200, {
      ...reply.getHeaders(),
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    } as Record<string, string>);
    raw.write('retry: 2000\n: open\n\n');
    const sight = new Sight(session, this.access);
    const stop = this.changes.hear(
      (change) => {
        if (stream === undefined || change.stream === stream) void this.push(change, sight, raw);
      },
      () => raw.end(),
    );
    const heartbeat = setInterval(() => void this.beat(secret, raw), heartbeatMs);
    raw.on('close', () => {
      clearInterval(heartbeat);
      stop();
    });
  }

  private async push(change: Changed, sight: Sight, raw: FastifyReply['raw']): Promise<void> {
    const visible = isStreamId(change.stream) && (await sight.of(change.stream).catch(() => false));
    if (visible && !raw.writableEnded) raw.write(`event: changed\ndata: ${JSON.stringify(change)}\n\n`);
  }

  private async beat(secret: string, raw: FastifyReply['raw']): Promise<void> {
    const alive = await this.sessions.find(secret, { touch: false }).catch(() => undefined);
    if (alive) raw.write(': still here\n\n');
    else raw.end();
  }
}

/** What someone may hear of, remembered for a while: a busy stream is asked about once. */
class Sight {
  private readonly known = new Map<StreamId, { until: number; visible: Promise<boolean> }>();

  constructor(
    private readonly session: Session,
    private readonly access: Access,
  ) {}

  of(stream: StreamId): Promise<boolean> {
    const now = Date.now();
    const known = this.known.get(stream);
    if (known && known.until > now) return known.visible;
    if (this.known.size > 1_000) this.known.clear();
    const visible = this.access.mayHear(this.session, stream);
    this.known.set(stream, { until: now + rememberMs, visible });
    return visible;
  }
}
