/** `GET /api/files?of=<stream>` – a file that a stream's record names and that is here, to be opened by who sees that stream. */
export interface NamedFile {
  /** `sm3:<64 hex>` of its bytes */
  digest: string;
  /** by its content: `pdf`, `docx`, `jpg` … */
  kind: string;
  bytes: number;
  /** it bears an electronic signature that covers it whole */
  signed: boolean;
}
