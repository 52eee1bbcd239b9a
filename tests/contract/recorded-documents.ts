import type { SandboxDocument } from '#sandbox/document-download-api/sandbox-document.ts';

/** The address that the recorded documents were sent to. */
export const RECORDED_EMAIL_ADDRESS = 'someone@example.gov.uk';

const SERVICE_ID = 'd6aa2c68-a2d9-4437-ab19-3ae8eb202553';
const PDF_BYTES = 14_099;
const JPEG_BYTES = 16_814;

const confirmed = { emailAddress: RECORDED_EMAIL_ADDRESS };

/** The documents that the real document-download-api stored when it was recorded. */
export const recordedDocuments: readonly SandboxDocument[] = [
  stored('2bdf7e9b-de5a-427f-84e6-e1ab2ff96ede', '6kmYRjcbR_ZeIrpht5foMBhnzJ2h0d8MYHxSx4NxceQ'),
  stored(
    'dfced380-39b5-4c65-b408-135e21f49132',
    'iXDaXA_xlB4qNqHSyIXsDqfYlxt99gTb5w3rhF-zUWk',
    confirmed,
  ),
  stored('42d1e19a-0e42-4da9-9dd3-59496415197a', 'X4dcWySkzUIdX-JphipT8RHykLC9xjemW_X5r8AF9Sc', {
    ...confirmed,
    daysLeft: 14,
    filename: 'Ré sumé – 2026 “x”.PDF',
  }),
  stored(
    '3641de65-efbb-4898-ade2-49a28f784375',
    'ZLKVhl3SJnEt0KVLi08-cGysK23zgnjbIWfkHBU0VjA',
    confirmed,
  ),
  stored('f987970a-6dc5-48a4-9442-40e971dab605', 'wG28AqQHREVwKqIAFoEpSVQhfn-g3u-oBLnWfykoaPY', {
    ...confirmed,
    state: 'blocked',
  }),
  stored('a0113136-9a13-46ea-8d5a-450b8bc6a787', 'he8V-VSWHd52Ij-3zsb67bHVvw5wAqN0IqRTFcHH5xE', {
    ...confirmed,
    state: 'deleted',
  }),
  stored('902bcb55-140c-4529-af4e-0aa0e305f35b', 'EZNzjl0LrttR6WWNVRh_vVWov_Jtr_4bIJyP37Bp9nY', {
    ...confirmed,
    daysLeft: -1,
  }),
  stored('6751bc9c-c57e-4e2a-9fdd-19221d527646', '1EQTn4AWiWFNkV2oS5iY3K-VdYvt0GW1_ze21ycEwHA', {
    state: 'blocked',
  }),
  stored('545cdd81-33cf-4371-892d-ddcafa05613d', 'HoqjUxjVGjWcGtmiXgD-WJxKpxiB9iUxSSSd2QHMjfE', {
    state: 'deleted',
  }),
  stored('dcdcc04a-85c5-44a6-93d4-e2b747ef979f', 'l5Z9EmMBGvuRzD3az8dM0ya1fiSG3g5Jzl7EW9hbXH8', {
    daysLeft: -1,
  }),
  stored('c5e943bb-855f-4488-af18-4889ebf4ccd9', 'Vn-ZZH1FHrOO4fRyQLbVOiOGDeP98XqZETCZSeQT8ac', {
    daysLeft: 0,
  }),
  stored('47791525-2afb-417d-8319-38b6dfc5091a', 'LCHDOgIXnALocu03eXNqK47DEsVubHwMGLhdGaeE-E8', {
    daysLeft: null,
  }),
  stored('14133d98-e118-4755-a23f-05e13dd02c74', 'HfzU7lmIWcC6BwD5cHSNlB68DNXwxKEQ1z2OcLbTWHI', {
    trouble: 'storage-down',
  }),
  stored('f980b628-28d4-4fba-8e19-e5308f147fcc', '2GZzrsNue8nT0uuMwdZ4VDdEiHbvc8xmEPzVim_OP7o', {
    trouble: 'slow',
  }),
  stored(
    'd24bb6e7-ac71-4874-aa82-0d1dc456ed87',
    '5rZzSJ9e0FawhT1CkM8GvtKc8cBuktjgXKiwDSaGcz0',
    text('csv', 'a,b\n1,2\n'),
  ),
  stored('e5fc125f-b3c1-4a1b-a0a3-29c5b9468cfd', '5Zm5jzcDQw4Wdb7nnLmGDofZecJQT8srslTpjGgkmcg', {
    ...text('csv', 'a,b\n1,2\n'),
    filename: 'data.csv',
  }),
  stored(
    'fdc8ac2e-43df-493b-8655-525776ddb8bf',
    'e13zFFlALssbECykrWL6WepXGXj_56H1E5kGgsoBOoo',
    text('txt', 'hello there\n'),
  ),
  stored(
    '60b48d8e-062b-43f1-aeff-22fee1b83db7',
    'E2SHcZb1VtJ9WLwlhG6oMiQId5xex7lGXL8SLKglr0s',
    text('json', '{\n  "key": "value",\n  "list": [1,2,3]\n}\n'),
  ),
  stored(
    '8fceb855-adfc-4a93-b7f4-9d057278cc73',
    'u-8cAWgGBV0tEb-A1altda9CmoZklRYV_AnsYZ1kVjI',
    binary('rtf', 11_291),
  ),
  stored(
    'e02577b6-5fea-4ec6-a147-fb186d3d87c0',
    'Ay4xnlAxt--uDrgDh9Qbm6Aeo1mzqkxS5qdFk9Y43iQ',
    binary('doc', 22_528),
  ),
  stored(
    '5b308d61-31ed-4867-9d27-d8f58c79ca77',
    'BwaVUG5HumE1aCmMhWbI229KqMElnWJMbOZ17Bi_nmI',
    binary('docx', 6_131),
  ),
  stored('cd5a68ba-cc49-4e4d-a87d-845022dfc803', '_ZEoCcr3qTez_8GAvh1a3Xi8FGsSV0T2aRIDLe3d_3A', {
    ...binary('docx', PDF_BYTES),
    filename: 'x.docx',
  }),
  stored(
    '89d31676-560e-4d45-9a90-4f87dc8b6807',
    'KmnzZkvy8x-Q8eb1JTD9Yhv7HDb3ITrdN4l0pJCmXGY',
    binary('odt', 116_076),
  ),
  stored(
    'f1e18ecd-ff1a-4bbe-8366-103ad8faf988',
    'W0njKgXDgAA0PB4ZXWhjyTL6StxyOPBjuTLIFqXhl1w',
    binary('xlsx', 83_418),
  ),
  stored(
    'bc9e24bf-ba5c-474f-9fb8-3bb080b4e1b4',
    'Gfcq9CobtXad2ybBVKoyDx4LCN6Td91OIlmmpS-9OuI',
    binary('png', 21_984),
  ),
  stored(
    'c50910ad-2c16-4c6f-b930-76661938cdbc',
    'R81jymalZH7Cd8d4tM04wEii85qSQdkPcHv-Gpfs5BA',
    binary('jpeg', JPEG_BYTES),
  ),
  stored('d197fa10-bd72-451b-a810-7eda8e2164b3', '9m2SCHKIaP89Xzf8tRAUL2ShYOFRcT614YOn2fp6cFU', {
    ...binary('jpeg', JPEG_BYTES),
    filename: 'photo.jpg',
  }),
];

type File = Pick<SandboxDocument, 'extension' | 'content'>;

function stored(
  documentId: string,
  key: string,
  special: Partial<SandboxDocument> = {},
): SandboxDocument {
  return {
    serviceId: SERVICE_ID,
    documentId,
    key,
    ...binary('pdf', PDF_BYTES),
    daysLeft: 182,
    ...special,
  };
}

function text(extension: string, content: string): File {
  return { extension, content: () => Buffer.from(content) };
}

/** The recordings tell the size of these files, not what is in them. */
function binary(extension: string, bytes: number): File {
  return { extension, content: () => Buffer.alloc(bytes) };
}
