/** Limits on showing residents' data, the same on the screen and in main. Without schemas. */

/** How long a copied value stays in the clipboard, in seconds. */
export const COPIED_SECONDS = 15;

/** Its actions, as log and papers call them. */
export const PEOPLE_ACTION_WORDS = {
  search: ['查找', 'Searched'],
  'search-id': ['按证件号查找', 'Searched by ID number'],
  open: ['打开档案', 'Opened a record'],
  'open-room': ['打开房屋', 'Opened a room'],
  verify: ['核实身份', 'Verified'],
  reveal: ['显示一项', 'Revealed a field'],
  copy: ['复制内容', 'Copied'],
  'open-full': ['查看完整档案', 'Viewed full record'],
  extract: ['按来文提供', 'Extract for an authority'],
  add: ['添加', 'Added'],
  edit: ['修改', 'Edited'],
  end: ['终止', 'Ended'],
  remove: ['删除登记', 'Removed'],
  confirm: ['核实无误', 'Marked as verified'],
  restore: ['恢复历史资料', 'Restored a replaced value'],
  'replaced-list': ['查看历史资料', 'Viewed replaced values'],
  merge: ['合并档案', 'Merged two records'],
  'merge-undo': ['撤销合并', 'Undid a merge'],
  'room-patterns': ['修改房号格式', 'Changed room number formats'],
} as const;
