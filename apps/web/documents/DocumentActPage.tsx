import { useParams } from 'react-router';
import type { DocumentPage } from '#contracts/http/documents';
import { isCommandType, type CommandType } from '#domain/registry';
import { documentStream } from '#domain/stream';
import { ActForm } from '../forms/ActForm';
import { After, Frame } from '../forms/ActPage';
import { usePending } from '../http/live';
import { useDocument } from '../http/queries';
import { Failure, Loaded, PendingChanges } from '../parts/States';

/** What a form begins with: a revision from the text as it stands, the sending from those it is addressed to. */
const known: Partial<Record<CommandType, (page: DocumentPage) => Readonly<Record<string, unknown>>>> = {
  reviseDocument: ({ state: { content }, texts }) => ({
    ...content,
    opennessReason: (content?.opennessReason && texts[content.opennessReason]) ?? null,
  }),
  sealDocument: () => ({ signatureHolds: false }),
  sendDocument: ({ face }) => ({
    recipients: [...(face.recipient === null ? [] : [face.recipient]), ...face.copyTo],
  }),
};

/** An act on a document. */
export function DocumentActPage() {
  const { id = '', command = '' } = useParams();
  const stream = documentStream(id);
  const page = useDocument(id);
  const changes = usePending(stream);
  if (!isCommandType(command)) return <Failure error={new Error('unknown command')} />;
  return (
    <Loaded of={page}>
      {(read) => (
        <Frame stream={stream} type={command} name={read.face.title}>
          <PendingChanges {...changes} />
          <ActForm
            stream={stream}
            type={command}
            project={null}
            substantive={read.revision}
            preset={known[command]?.(read) ?? {}}
            after={<After stream={stream} />}
          />
        </Frame>
      )}
    </Loaded>
  );
}
