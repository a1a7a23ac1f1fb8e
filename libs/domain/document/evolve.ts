import type { Evolvers } from '../event';
import type { OfficialDocument } from './document';
import type { DocumentEvents } from './messages';

export const evolveDocument: Evolvers<OfficialDocument, DocumentEvents> = {
  DocumentDrafted: (document, { data, actor }) => ({
    ...document,
    ...data,
    list: data.list ?? null,
    drawnBy: actor.body,
    status: 'draft',
    version: 1,
  }),
  DocumentRevised: (document, { data: { content, filled, list = null } }) => ({
    ...document,
    content,
    filled,
    list,
    version: document.version + 1,
  }),
  DocumentNumbered: (document, { data }) => ({ ...document, status: 'numbered', issued: data }),
  DocumentSealed: (document, { data: { seal, file, on } }) => ({
    ...document,
    status: 'sealed',
    seal: { kind: seal, file, on },
  }),
  DocumentSent: (document) => ({ ...document, status: 'sent' }),
  DocumentArchived: (document) => ({ ...document, status: 'archived' }),
  DocumentSuperseded: (document, { data }) => ({ ...document, status: 'superseded', superseded: data }),
  DocumentRevoked: (document) => ({ ...document, status: 'revoked' }),
};
