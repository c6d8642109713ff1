/** An import as its screens are to show it: a sheet that is remembered and one of which no header is known, a plan with rows of every kind, and imports of before. */
import type { PersonId, PlanId } from '../../contract/ids.ts';
import type { ImportPlan, ImportRun, PlanRow, WorkbookSheet } from '../../contract/import/views.ts';
import { type AnsweringVault, changeReply } from './recorded-bridge.ts';

const NO_SHEET: WorkbookSheet = {
  name: '填写说明',
  headerRow: null,
  dataRows: 6,
  otherRows: 0,
  remembered: false,
  headRows: 0,
  place: { estate: '', building: '', unit: '' },
  placeFrom: null,
  estates: [],
  lines: { count: 0, first: [] },
  sameAs: null,
  asks: ['rooms'],
  columns: [],
  firstRows: [
    { row: 1, cells: ['填***'] },
    { row: 2, cells: ['一***', '手***'] },
  ],
};

const NAMELESS: WorkbookSheet = {
  ...NO_SHEET,
  headerRow: 0,
  firstRows: [],
  columns: [0, 1, 27].map((index) => ({ index, header: '', target: null, sure: false, sample: '一***' })),
};

const sheetOf = (remembered: boolean): WorkbookSheet => ({
  name: '业主',
  headerRow: 3,
  dataRows: 418,
  otherRows: 5,
  remembered,
  headRows: 1,
  place: { estate: '', building: '', unit: '' },
  placeFrom: null,
  estates: [],
  lines: { count: 0, first: [] },
  sameAs: null,
  asks: [],
  firstRows: [],
  columns: [
    { index: 0, header: '楼号', target: 'building', sure: true, sample: '3栋' },
    { index: 1, header: '单元', target: 'unit', sure: true, sample: '2' },
    { index: 2, header: '房间', target: 'room', sure: true, sample: '1801' },
    { index: 3, header: '业主名称', target: 'name', sure: true, sample: '张**' },
    { index: 4, header: '手机号', target: 'phone', sure: true, sample: '141****0231' },
    { index: 5, header: '身份证号', target: 'idNumber', sure: true, sample: '4****************X' },
    { index: 6, header: '总层数', target: null, sure: true, sample: '28' },
    { index: 7, header: '备注', target: 'remark', sure: true, sample: '******' },
  ],
});

function inventPlan(): ImportPlan {
  const rows = Array.from({ length: 212 }, (_, index): PlanRow => {
    const rejected = index >= 200;
    return {
      sheet: '业主',
      row: index + 4,
      outcome: rejected ? 'rejected' : index % 9 === 4 ? 'changed' : index % 40 === 8 ? 'same' : 'new',
      nameMask: rejected && index % 2 === 0 ? '' : '张**',
      roomLabel:
        index === 1 ? '1栋 1单元 101' : `${1 + (index % 6)}栋 ${1 + (index % 3)}单元 ${1 + (index % 28)}01`,
      phoneMask: '141****0231',
      reason: rejected ? (index % 2 === 0 ? 'no-name' : 'room-not-understood') : null,
      vehicles:
        index === 1
          ? [
              { plateMask: '桂M***45', brand: '五菱', colour: '白', vehicleKind: '小型轿车' },
              { plateMask: '桂M***45', brand: null, colour: null, vehicleKind: null },
            ]
          : [],
      spaces:
        index === 1
          ? [
              {
                code: 'B1-021',
                carPark: '地下一层',
                spaceKind: 'leased' as const,
                plateMask: '桂M***45',
                from: '2026-01-05',
                until: null,
              },
            ]
          : [],
      relation: 'owner' as const,
      values: [{ field: 'phone' as const, mask: '141****0231' }],
      cells: [{ column: 0, text: '韦**' }],
      notes: index % 7 === 3 ? ['number-cell', 'full-width'] : index % 11 === 5 ? ['placeholder-phone'] : [],
    };
  });
  const about = { nameMask: '韦**', roomLabel: '4栋 1单元 401', phoneMask: '141****0417' };
  const questions = [
    {
      question: 30,
      kind: 'other-phone' as const,
      sheet: '业主',
      row: 34,
      ...about,
      options: [{ personId: 4 as PersonId, sheet: null, row: null, ...about, phoneMask: '141****0999' }],
    },
    {
      question: 31,
      kind: 'other-id' as const,
      sheet: '业主',
      row: 35,
      ...about,
      options: [{ personId: 4 as PersonId, sheet: null, row: null, ...about }],
    },
    {
      question: 32,
      kind: 'several' as const,
      sheet: '业主',
      row: 36,
      ...about,
      options: [
        { personId: 4 as PersonId, sheet: null, row: null, ...about },
        { personId: null, sheet: '业主', row: 34, ...about, roomLabel: '5栋 2单元 501' },
      ],
    },
  ];
  return {
    planId: '2'.padStart(32, '0') as PlanId,
    fileName: '业主台账 2025.xlsx',
    counts: {
      rows: 421,
      new: 391,
      changed: 12,
      same: 3,
      ambiguous: 3,
      rejected: 12,
      rooms: 402,
      vehicles: 318,
      spaces: 264,
      flagged: 2,
      newPeople: 391,
      changedPeople: 12,
      newRooms: 402,
    },
    missing: {
      count: 1,
      rows: [{ personId: 4 as PersonId, nameMask: '韦**', roomLabel: '4栋 1单元 401' }],
    },
    stops: [],
    flags: [
      { sheet: '业主', row: 9, column: 5, why: 'id-check-digit' },
      { sheet: '业主', row: 12, column: 4, why: 'phone-not-valid' },
    ],
    rows,
    questions,
  };
}

const RUNS: readonly ImportRun[] = (() => {
  const run = {
    staffName: '韦晓棠',
    cosignerName: '覃 主管',
    rows: 418,
    created: 391,
    changed: 12,
    rejected: 12,
    undoneAt: null,
    undoneBy: null,
    canUndo: true,
  };
  return [
    {
      ...run,
      importId: 3,
      at: Date.UTC(2026, 9, 14, 2),
      fileName: '车位登记 2026.xlsx',
      rows: 96,
      created: 0,
      changed: 88,
      rejected: 5,
    },
    { ...run, importId: 2, at: Date.UTC(2026, 9, 12, 6), fileName: '业主台账 2025.xlsx' },
    {
      ...run,
      importId: 1,
      at: Date.UTC(2026, 8, 30, 3),
      fileName: '业主台账（旧）.xls',
      undoneAt: Date.UTC(2026, 8, 30, 4),
      undoneBy: '覃 主管',
      canUndo: false,
    },
  ];
})();

/** Has `vault` answer the steps of an import with it; a run that is undone is listed so from then on. */
export function answerImport(vault: AnsweringVault): void {
  let runs = [...RUNS];
  const plan = inventPlan();
  changeReply(vault, 'import.open', () => ({
    fileName: plan.fileName,
    sheets: [sheetOf(true), NO_SHEET],
    kept: null,
  }));
  changeReply(vault, 'import.sheet', (_, { headerRow, sheet }) => ({
    ...(headerRow === 0 ? NAMELESS : sheetOf(false)),
    name: sheet,
    headerRow,
  }));
  changeReply(vault, 'import.forgetLayout', () => sheetOf(false));
  changeReply(vault, 'import.preview', () => plan);
  changeReply(vault, 'import.apply', (reply) => ({ ...reply, rows: 418, created: 391 }));
  changeReply(vault, 'import.saveRejects', () => ({ rows: 12 }));
  changeReply(vault, 'import.list', () => ({ runs, more: false }));
  changeReply(vault, 'import.checkUndo', (reply, { importId }) => ({ ...reply, importId, edited: 2 }));
  changeReply(vault, 'import.undo', (reply, { importId }) => {
    const undone = { canUndo: false, undoneAt: Date.now(), undoneBy: 'Super One' };
    runs = runs.map((run) => (run.importId === importId ? { ...run, ...undone } : run));
    return { ...reply, removed: 391 };
  });
}
