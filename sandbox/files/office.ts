import { makeZip } from './zip.ts';

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const OOXML = 'http://schemas.openxmlformats.org';
const MAIN_TYPES = 'application/vnd.openxmlformats-officedocument';
const ODF = 'urn:oasis:names:tc:opendocument:xmlns';

/** A Word document of one paragraph. */
export function makeDocx(text: string): Buffer {
  const namespace = `${OOXML}/wordprocessingml/2006/main`;
  return makeZip({
    '[Content_Types].xml': contentTypes({
      '/word/document.xml': `${MAIN_TYPES}.wordprocessingml.document.main+xml`,
    }),
    '_rels/.rels': relationships('officeDocument', 'word/document.xml'),
    'word/document.xml': `${XML}<w:document xmlns:w="${namespace}"><w:body><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:body></w:document>`,
  });
}

/** A spreadsheet of one cell. */
export function makeXlsx(text: string): Buffer {
  const namespace = `${OOXML}/spreadsheetml/2006/main`;
  const cell = `<c r="A1" t="inlineStr"><is><t>${text}</t></is></c>`;
  return makeZip({
    '[Content_Types].xml': contentTypes({
      '/xl/workbook.xml': `${MAIN_TYPES}.spreadsheetml.sheet.main+xml`,
      '/xl/worksheets/sheet1.xml': `${MAIN_TYPES}.spreadsheetml.worksheet+xml`,
    }),
    '_rels/.rels': relationships('officeDocument', 'xl/workbook.xml'),
    'xl/_rels/workbook.xml.rels': relationships('worksheet', 'worksheets/sheet1.xml'),
    'xl/workbook.xml': `${XML}<workbook xmlns="${namespace}" xmlns:r="${OOXML}/officeDocument/2006/relationships"><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/worksheets/sheet1.xml': `${XML}<worksheet xmlns="${namespace}"><sheetData><row r="1">${cell}</row></sheetData></worksheet>`,
  });
}

/** An OpenDocument text of one paragraph. The type has to be the first file. */
export function makeOdt(text: string): Buffer {
  const type = 'application/vnd.oasis.opendocument.text';
  return makeZip({
    mimetype: type,
    'content.xml': `${XML}<office:document-content xmlns:office="${ODF}:office:1.0" xmlns:text="${ODF}:text:1.0" office:version="1.2"><office:body><office:text><text:p>${text}</text:p></office:text></office:body></office:document-content>`,
    'META-INF/manifest.xml': `${XML}<manifest:manifest xmlns:manifest="${ODF}:manifest:1.0" manifest:version="1.2"><manifest:file-entry manifest:full-path="/" manifest:media-type="${type}"/><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>`,
  });
}

function contentTypes(parts: Readonly<Record<string, string>>): string {
  const overrides = Object.entries(parts).map(
    ([name, type]) => `<Override PartName="${name}" ContentType="${type}"/>`,
  );
  const relationshipsType = 'application/vnd.openxmlformats-package.relationships+xml';
  return `${XML}<Types xmlns="${OOXML}/package/2006/content-types"><Default Extension="rels" ContentType="${relationshipsType}"/>${overrides.join('')}</Types>`;
}

function relationships(kind: string, target: string): string {
  const type = `${OOXML}/officeDocument/2006/relationships/${kind}`;
  return `${XML}<Relationships xmlns="${OOXML}/package/2006/relationships"><Relationship Id="rId1" Type="${type}" Target="${target}"/></Relationships>`;
}
