/** One stream is one consistency boundary: its events are numbered without gaps and judged one command at a time. */
export const streamKinds = [
  'project',
  'signoff',
  'plan',
  'wages',
  'evaluation',
  'rulebook',
  'organization',
  'document',
] as const;
export type StreamKind = (typeof streamKinds)[number];

/** `project/<id>`, `signoff/<id>`, `plan/<district>/<year>`, `wages/<projectId>/<segmentId>/<YYYY-MM>`, `evaluation/<scope>/<year>`, `rulebook/<scope>`, `organization/<bodyId>`, `document/<id>` */
export type StreamId = `${StreamKind}/${string}`;

const form =
  /^(project|signoff|plan|wages|evaluation|rulebook|organization|document)\/[A-Za-z0-9._-]+(\/[A-Za-z0-9._-]+)*$/;

export const isStreamId = (text: string): text is StreamId => form.test(text) && text.length <= 200;

export const kindOf = (stream: StreamId): StreamKind => stream.slice(0, stream.indexOf('/')) as StreamKind;

/** What follows the kind: the project's id, the body's id, … */
export const keyOf = (stream: StreamId): string => stream.slice(stream.indexOf('/') + 1);

export const projectStream = (projectId: string): StreamId => `project/${projectId}`;
export const documentStream = (documentId: string): StreamId => `document/${documentId}`;
export const organizationStream = (bodyId: string): StreamId => `organization/${bodyId}`;
export const rulebookStream = (scope: string): StreamId => `rulebook/${scope}`;
export const wagesStream = (projectId: string, segmentId: string, period: string): StreamId =>
  `wages/${projectId}/${segmentId}/${period}`;
export const planStream = (district: string, year: number): StreamId => `plan/${district}/${year}`;
export const evaluationStream = (scope: string, year: number): StreamId => `evaluation/${scope}/${year}`;
