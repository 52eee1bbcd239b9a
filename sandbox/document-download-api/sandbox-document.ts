/** Where a document is stored: two UUIDs in lower case. */
export interface DocumentPlace {
  readonly serviceId: string;
  readonly documentId: string;
}

/** A document as document-download-api stores it. */
export interface SandboxDocument extends DocumentPlace {
  /** 32 bytes as unpadded base64url. */
  readonly key: string;
  /** Without a dot. */
  readonly extension: string;
  /** Made when it is asked for: big files cost nothing until then. */
  readonly content: () => Buffer;
  /** As the service gave it. */
  readonly filename?: string;
  /** Who may open it; everybody with the link when absent. In lower case. */
  readonly emailAddress?: string;
  /** 0 on its last day, negative once expired, null where the storage does not tell. */
  readonly daysLeft: number | null;
  readonly state?: 'deleted' | 'blocked';
  /** The storage behind the API fails or is too slow for this document, or the API itself breaks. */
  readonly trouble?: 'storage-down' | 'slow' | 'broken';
  /** Answers as older versions of the API did. */
  readonly olderApi?: OlderApi;
}

/**
 * What older versions of the API answered: to `check` of an expired document null or a date in the
 * past, without the fields that came later, and 403 to a wrong key.
 */
export type OlderApi = 'null-document' | 'past-date' | 'fewer-fields' | 'forbidden-key';
