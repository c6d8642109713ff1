/** Where the invented content of a data file comes from, for the answers of the fake bridge. */
export const FAKE_SOURCE = {
  title: '公开资料',
  titleEn: 'Public sources',
  version: '2026-11-29',
  grade: 'S',
  at: null,
  checked: false,
} as const;

/** The same of the inventory, whose lines have several. */
export const FAKE_INVENTORY_SOURCE = {
  version: '2026-11-29',
  checked: false,
  sources: [
    { title: '《个人信息保护法》', titleEn: 'Personal Information Protection Law', grade: 'P' as const },
    { title: '通常做法', titleEn: 'Common practice', grade: 'I' as const },
  ],
};
