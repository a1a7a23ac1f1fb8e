import { printedDate } from '#domain/civil-date';
import { stampOf, type DocumentFace } from '#domain/document/face';
import { AnnexTable } from './AnnexTable';

/** The face of a document, set as the printed sheet is. */
export function Paper({ face }: { face: DocumentFace }) {
  const { marks, issuers, number, title, recipient, sections, annex, attachments, on, note, copyTo, checkCode } = face;
  const stamp = stampOf(face);
  return (
    <article className="paper" aria-label="公文">
      {stamp !== null && (
        <p className="stamp" data-stamp={stamp}>
          <span className="visually-hidden">{stamp}</span>
        </p>
      )}
      {face.replacedBy !== null && <p className="replaced">本文已被 {face.replacedBy} 代替</p>}
      {marks.length > 0 && <p className="marks">{marks.join('　')}</p>}
      <p className="letterhead">
        <span>
          {issuers.map((issuer) => (
            <span key={issuer}>{issuer}</span>
          ))}
        </span>
        <span>文件</span>
      </p>
      <p className="number">{face.voided || face.replacedBy !== null ? <s>{number}</s> : (number ?? '（文号待编）')}</p>
      <h2>{title}</h2>
      {recipient !== null && <p className="recipient">{recipient}：</p>}
      {sections.map(({ heading, text }, index) => (
        <section key={index}>
          {heading !== null && <h3>{heading}</h3>}
          {text.split('\n').map((line, row) => (
            <p key={row}>{line}</p>
          ))}
        </section>
      ))}
      {attachments.length > 0 && (
        <p>
          附件：
          {attachments.map((name, index) => `${attachments.length > 1 ? `${index + 1}.` : ''}${name}`).join('　')}
        </p>
      )}
      <div className="signature-block">
        {issuers.map((issuer) => (
          <p key={issuer}>
            {issuer}
            {face.sealed && <span className="seal">（印章）</span>}
          </p>
        ))}
        <p>{on === null ? '（成文日期）' : printedDate(on)}</p>
      </div>
      {note !== null && <p>（{note}）</p>}
      {annex && <AnnexTable annex={annex} />}
      {(copyTo.length > 0 || checkCode !== null) && (
        <footer>
          {copyTo.length > 0 && <p>抄送：{copyTo.join('，')}。</p>}
          {checkCode !== null && (
            <p>
              核验码：<code>{checkCode}</code>
            </p>
          )}
        </footer>
      )}
    </article>
  );
}
