/** Words of what a scan for leftover files has not read, for screens and for the inspection pack. */
import type { SweepPlace, UnreadReason } from '../sweep/lists.ts';
import type { Words } from './wording.ts';

export const SWEEP_PLACE_WORDS: Words<SweepPlace> = {
  desktop: ['桌面', 'Desktop'],
  documents: ['文档', 'Documents'],
  downloads: ['下载', 'Downloads'],
  wechat: ['微信', 'WeChat'],
  wecom: ['企业微信', 'WeCom'],
  qq: ['QQ', 'QQ'],
  dingtalk: ['钉钉', 'DingTalk'],
  'wps-drive': ['WPS 云盘', 'WPS drive'],
  'office-backup': ['办公软件备份', 'Office backups'],
  bin: ['回收站', 'Recycle bin'],
  picked: ['添加的文件夹', 'Added folder'],
  drive: ['外接盘和其他盘', 'Other drive'],
  source: ['原文件所在文件夹', 'Folder of the file'],
  recent: ['最近打开的列表', 'Recent lists'],
};

export const UNREAD_WORDS: Words<UnreadReason> = {
  locked: ['有密码，没有读', 'Has a password; not read'],
  'too-large': ['太大，没有读完', 'Too large; not read to the end'],
  'too-slow': ['读得太久，没有读完', 'Took too long; not read to the end'],
  stopped: ['读到它时扫描程序停了，没有读完', 'Stopped the scanner; not read to the end'],
  'no-text': [
    '有图片，或读不出的文字或格式，没有读',
    'Holds pictures, or text or a format that cannot be read; not read',
  ],
  nested: ['压缩包里还有压缩包，没有读', 'Holds another archive; not read'],
  damaged: ['已损坏，没有读完', 'Damaged; not read to the end'],
  'no-access': ['没有权限读', 'No permission to read'],
  changed: ['扫描时正在被修改', 'Was being changed meanwhile'],
  'list-full': ['文件太多，没有列完', 'Too many files; not listed to the end'],
  'too-deep': ['文件夹套得太深，没有列完', 'Folders lie too deep; not listed to the end'],
  'not-there': ['找不到这个文件夹', 'This folder cannot be found'],
};
