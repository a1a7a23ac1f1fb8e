import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { CheckAnswer, CheckedFiles } from '#contracts/http/documents';
import type { DocumentFace } from '#domain/document/face';
import { digestOf } from '#event-log/chain';
import { verifyStream } from '#event-log/verify';
import { renderDocument } from '#pdf/official-document';
import { notFound } from '../problems/problem';
import { DocumentTexts, standing } from './document-texts';

/** What anyone may ask of a document whose code they hold. */
@Injectable()
export class ChecksReader {
  /** printing takes a second; what was issued is printed alike each time */
  private readonly printed = new Map<string, string>();

  constructor(
    private readonly database: DataSource,
    private readonly texts: DocumentTexts,
  ) {}

  /** A document by its check code, its own face alone; a code that is none gets an answer of the same form. */
  async checked(code: string): Promise<CheckAnswer> {
    const found = await this.issued(code);
    if (!found) return { document: null };
    const { stream, state, version } = found;
    const { face, digest, content } = version;
    const { ok } = await verifyStream(this.database.manager, stream);
    return {
      document: {
        number: face.number!,
        title: face.title,
        issuers: face.issuers,
        on: face.on!,
        digest,
        file: state.subject.seal?.file ?? null,
        voided: face.voided,
        replacedBy: face.replacedBy,
        agrees: ok,
        face: content.openness === 'open' ? face : null,
      },
    };
  }

  /** Digests of the files under which it went out: sealed elsewhere, and printed here before and after the seal. @throws ProblemError 404 */
  async files(code: string): Promise<CheckedFiles> {
    const found = await this.issued(code);
    if (!found) throw notFound();
    const { state, version } = found;
    const { face } = version;
    const inForce = { ...face, voided: false, replacedBy: null };
    const printings = [
      { ...inForce, sealed: false },
      ...(face.sealed ? [inForce] : []),
      ...(face.voided || face.replacedBy !== null ? [face] : []),
    ];
    const printed: string[] = [];
    for (const printing of printings) printed.push(await this.digestOf(printing));
    return { sealed: state.subject.seal?.file ?? null, printed };
  }

  private async issued(code: string) {
    const stream = await this.texts.bearing(code);
    if (!stream) return undefined;
    const read = await this.texts.read(stream);
    return { ...read, version: standing(await this.texts.versions(read), read.state.subject) };
  }

  private async digestOf(face: DocumentFace): Promise<string> {
    const key = digestOf('sha256', JSON.stringify(face));
    const known = this.printed.get(key);
    if (known) return known;
    if (this.printed.size > 1000) this.printed.clear();
    const digest = digestOf('sm3', await renderDocument(face));
    this.printed.set(key, digest);
    return digest;
  }
}
