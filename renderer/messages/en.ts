/** Every word on the screen, in English; the same keys as the Chinese, or it does not compile. */
import type { Messages } from './zh-CN.ts';

export const en: Messages = {
  product: 'Resident Vault',
  common: {
    close: 'Close', cancel: 'Cancel', back: 'Back', next: 'Next', again: 'Try again', save: 'Save', loading: 'One moment…', none: 'None',
    lock: 'Lock', remove: 'Remove', undo: 'Undo',
  },
  language: { 'zh-CN': '中文', en: 'English' },
  theme: { system: 'Like the system', light: 'Light', dark: 'Dark' },
  roles: { receptionist: 'Receptionist', supervisor: 'Supervisor', admin: 'Admin' },
  relations: { owner: 'Owner', 'co-owner': 'Co-owner', family: 'Family', tenant: 'Tenant', temporary: 'Temporary' },
  kinds: { person: 'Person', company: 'Company' },
  sexes: { male: 'Male', female: 'Female', unknown: 'Not given' },
  idTypes: {
    'resident-id': 'Resident ID card', 'residence-permit': 'Residence permit (HK, Macau, Taiwan)', 'permanent-residence': 'Permanent residence card', passport: 'Passport',
    'company-code': 'Company code (USCC)', other: 'Other document',
  },
  fields: {
    name: 'Name', sex: 'Sex', phone: 'Phone', email: 'Email', wechat: 'WeChat', address: 'Address', emergency: 'Emergency contact', remark: 'Remark',
    idNumber: 'ID number', birthday: 'Birthday', bankCard: 'Bank card', plate: 'Plate', note: 'Counter note',
    guardian: 'Guardian', certificate: 'Title certificate', contractor: 'Contractor', contractorPhone: 'Contractor phone', foreman: 'Foreman', petLicence: 'Pet licence',
  },
  details: {
    room: 'Room', relation: 'Relation to the room', share: 'Share', from: 'From', until: 'Until', brand: 'Brand', colour: 'Colour', vehicleKind: 'Type of vehicle', carPark: 'Car park', code: 'Space number',
    spaceKind: 'Kind of space', deposit: 'Deposit', breed: 'Breed', vaccinatedOn: 'Vaccinated on', purpose: 'Purpose', basis: 'Basis', noticeVersion: 'Version of the notice', givenOn: 'Notice given on',
    consentedOn: 'Consented on', withdrawnOn: 'Withdrawn on', floor: 'Floor', totalFloors: 'Floors', lift: 'Lift', layout: 'Layout', area: 'Built area', innerArea: 'Inner area',
    sharedArea: 'Shared area', usage: 'Use of the room', status: 'State of the room', deliveredOn: 'Handed over on',
  },
  recordKinds: {
    occupancy: 'Occupancy', lease: 'Lease', vehicle: 'Vehicle', space: 'Parking space', renovation: 'Renovation', pet: 'Pet', notice: 'Notice and consent',
  },
  roomStatuses: {
    unsold: 'Not sold', 'handed-over': 'Handed over', 'not-lived-in': 'Not lived in yet', renovating: 'Being renovated', renovated: 'Renovated', 'lived-in': 'Lived in', let: 'Let', vacant: 'Vacant',
  },
  spaceKinds: { owned: 'Owned', leased: 'Leased', temporary: 'Temporary' },
  purposes: {
    service: 'Property service', fees: 'Fees', parking: 'Parking', access: 'Doors and cards', renovation: 'Renovation', notices: 'Keeping in touch', marketing: 'Marketing', other: 'Another purpose',
  },
  bases: { consent: 'Consent', contract: 'Contract', 'legal-duty': 'Legal duty', emergency: 'Emergency', public: 'Public already' },
  roomParts: {
    estate: 'Estate', building: 'Building', unit: 'Unit', room: 'Room', roomText: 'Room (all in one)', floor: 'Floor', layout: 'Layout', area: 'Area', status: 'Room status',
  },
  carParts: {
    brand: 'Brand', colour: 'Colour', vehicleKind: 'Type of vehicle', carPark: 'Car park', spaceCode: 'Space number', spaceKind: 'Kind of space', spaceFrom: 'Space from', spaceUntil: 'Space until',
  },
  reasons: {
    repair: 'Repair', fees: 'Fees', handover: 'Handover', renovation: 'Renovation', parking: 'Parking', transfer: 'Transfer, lease', 'moving-out': 'Moving out',
    'door-card': 'Door card, keys', parcel: 'Parcel', visitor: 'Visitor', 'blocking-car': 'Blocking car', emergency: 'Emergency', authority: 'Police, street office',
    'subject-request': 'Own request', correction: 'Correction', other: 'Other',
  },
  pinProblems: {
    'too-short': 'Too short. Receptionists need 6 digits, supervisors and admins 8 characters.', 'digits-only': 'A receptionist\'s PIN is digits only.',
    'too-common': 'Too common: it would be among the first guesses.', run: 'No runs such as 123456.', repeat: 'No repeats such as 112211.',
    'looks-like-year': 'It looks like a year.', 'looks-like-birthday': 'It looks like a birthday.', 'like-name': 'Too close to the name.', 'same-as-other': 'It is the same as another PIN.', 'same-as-before': 'It is the PIN you have now.',
  },
  searchKinds: { room: 'Room', name: 'Name', phone: 'Phone', plate: 'Plate' },
  rejectReasons: {
    'no-name': 'No name', 'no-room': 'No room', 'room-not-understood': 'Room not understood', 'name-too-long': 'Name too long', 'name-not-valid': 'Not a name',
    'phone-not-valid': 'Phone not valid', 'id-not-valid': 'ID number not valid', 'value-too-long': 'Text too long', 'repeated-row': 'Repeats an earlier row',
    'co-owners-unclear': 'Several owners in one cell, and it is unclear whose the phones or IDs are', 'owner-not-found': 'Owner not found', 'left-out': 'Not settled who it is', 'became-unclear': 'The records changed since the preview, and it is unclear who it is',
    'pinyin-not-valid': 'Reading of the name not valid: one syllable for each character',
  },
  rowNotes: {
    'full-width': 'Full-width digits put right', 'placeholder-phone': 'Placeholder phone, taken as none', 'placeholder-id': 'Placeholder ID, taken as none', 'id-check-digit': 'ID check digit does not fit',
    'id-cut': 'ID cut off by the spreadsheet', 'old-id': 'Old 15-digit ID, to be confirmed with the holder', 'card-check-digit': 'Bank card whose check digit does not fit', 'number-cell': 'Number stored as a number', 'merged-cell': 'From a merged cell', 'birthday-not-valid': 'Birthday not valid, left out', 'guardian-needed': 'Under 14, and the sheet names no guardian: add one',
    'several-phones': 'Several phones in one cell', 'phone-kept-as-is': 'Phone kept as it is', 'plate-kept-as-is': 'Plate kept as it is',
    'car-detail-unclear': 'Vehicle or space details that belong to no plate or space number, left out', 'car-detail-in-remark': 'A vehicle or space cell too long or like a number, sealed with the remark',
    'space-kind-assumed': 'Not said whether the space is owned or leased: with days it is taken as leased, else as owned', 'space-date-not-valid': 'Date of the space not valid, left out',
    'room-carried': 'Room taken from the row above', 'co-owners-split': 'Several owners in one cell, parted', 'relation-in-name': 'Relation taken out of the name', 'phone-in-remark': 'Phone in the remark, sealed with it',
    'id-in-remark': 'ID number in the remark; enter it in its own field', 'by-owner-code': 'Name filled in by the owner\'s code', 'owner-not-found': 'Nobody has this owner\'s code; the room alone is taken',
  },
  outcomes: { new: 'New', changed: 'Changed', same: 'Same', ambiguous: 'To ask', rejected: 'Rejected' },
  verifyKinds: { phone: 'Whole phone', 'phone-hidden': 'Hidden digits', name: 'Full name', 'id-number': 'ID number' },
  alarms: {
    restored: 'These records were restored from a backup and know nothing of what was done between. Unless you know of this restore, do not acknowledge it: ask the admin first.', 'head-differs': 'The end of the log differs from what this computer remembers.', 'older-store': 'The records are older than this computer remembers; an earlier file may have been put back.',
    'slot-differs': 'The ways in differ from the roster.', 'epoch-differs': 'The keys are of another period.', 'roster-differs': 'The roster of staff differs from what this computer remembers.',
  },
  logActions: {
    'set-up': 'Set up', 'sign-in': 'Signed in', 'sign-in-failed': 'Sign-in failed', locked: 'Locked', search: 'Searched', open: 'Opened a record', verify: 'Verified', reveal: 'Revealed a field',
    'open-full': 'Opened in full', 'pin-failed': 'Wrong PIN', add: 'Added', edit: 'Edited', 'import-preview': 'Previewed an import', import: 'Imported', 'import-undo': 'Undid an import', 'import-rejects': 'Saved rows not taken', 'import-dispose': 'Disposed of the file', 'import-layout': 'Forgot a column mapping', 'log-read': 'Read the log',
    'log-verify': 'Checked the log', refused: 'Refused', alarm: 'Alarm', acknowledge: 'Alarm acknowledged',
    note: 'Counter note', 'room-check': 'Room asked for', 'break-glass': 'Opened in an emergency', 'glass-seen': 'Emergency acknowledged',
    end: 'Ended', remove: 'Removed', confirm: 'Confirmed as right', restore: 'Put an old value back', merge: 'Merged two records', 'merge-undo': 'Undid a merge', 'open-room': 'Opened a room', 'replaced-list': 'Listed old values',
    'room-patterns': 'Changed room notations', 'search-id': 'Searched by ID number', 'new-day': 'Came to its end', extract: 'Extract for an authority',
    'pin-change': 'Changed their PIN', 'staff-add': 'Added to the staff', 'staff-role': 'Changed role', 'staff-reset': 'PIN reset', 'staff-name': 'Changed name', 'staff-leave': 'Left the staff', 'staff-suspend': 'Shut out, not there', 'slot-open': 'Way in opened again', handover: 'Handed over', recovery: 'Recovered by the sheet',
    policy: 'Changed the policy',
    'rotation-begun': 'Began to rotate a key', rotation: 'Rotated a key',
    backup: 'Backup', 'backup-settings': 'Changed backup settings', 'backup-test': 'Tried a backup out', 'backup-restore': 'Restored a backup',
  },
  policy: {
    mask: {
      name: 'Names', phone: 'Phones', email: 'Emails', wechat: 'WeChat ids', address: 'Addresses', 'contact-person': 'Contacts', 'id-number': 'ID numbers', birthday: 'Birthdays', plate: 'Plates', 'bank-card': 'Bank cards',
    },
    field: { bankCard: 'Keeping bank cards' },
    title: 'Masks', lead: 'How much the counter can see. A mask can be stricter than usual, never weaker. Under each stands how many values its form still allows; what has no fixed form is not counted.', readOnly: 'An admin signs in to change them.', saved: 'Changed. Every stored mask follows it.',
    hidden: 'All hidden', on: 'On', off: 'Off', left: '{{number}} possible', alike: '{{least}}–{{most}} alike here', uncounted: 'not counted', extra: 'Kept as well',
    notes: {
      name: 'Counted among the people kept here: how many look the same, of the rarest mask and of the commonest. Where it is 1, somebody can be told by it; hide all where that is a worry. Names of companies stay in clear.', phone: 'Local number segments make it fewer in fact; where a guess is a worry, choose 1******1234. With phones all hidden, nobody is found by phone.',
      'id-number': 'Counted with sex, year of birth and region known.', birthday: 'ID numbers are counted by themselves.', plate: 'Plates are searched as before; the screen shows less of them.', 'contact-person': 'The name and phone in it follow their own masks too; how many that leaves hangs on what was written, so there is no number.',
      email: 'What stands before the @ has no fixed length, so there is no number; a domain of a firm or a family may say whose it is: hide all where that is a worry.', address: 'Addresses have no fixed form, so there is no number; shown to the city, all homes of a city are left.',
    },
    fieldNotes: { bankCard: 'Hardly ever needed; not keeping them is safest. Turned off, no new ones are taken; those kept stay sealed and can be removed.' },
    history: 'History', noHistory: 'Never changed: the usual masks.', columns: { time: 'Time', who: 'By', what: 'What', change: 'Change', masks: 'Masks redone', words: 'Why' },
    apply: {
      title: 'Confirm the change', tightens: 'It takes effect at once; stored masks are made stricter without opening any value.', loosens: 'To show more than now, masks are made anew from the values: a supervisor has to be here with their PIN.', words: 'Why (at least 4 characters)',
      submit: 'Change', discard: 'Keep as it was', saving: 'Making masks anew…', cancel: 'Cancel, change nothing', secondsLeft: 'about {{time}} left',
    },
  },
  backup: {
    menu: 'Backups', log: { restored: 'from {{name}}; the log before ended at {{seq}}, {{hash}}', bytes: '{{value}} bytes', rows: '{{value}} rows', 'let-go': 'old ones let go: {{value}}', hour: 'daily at {{value}}:00', scheduled: 'by itself', 'by-hand': 'by hand', begun: 'begun' },
    title: 'Backups', lead: 'If the computer breaks or is lost, a backup brings the records back. Each has a key of its own; away from this computer only the recovery sheet opens it.', make: 'Back up now', change: 'Place and time…', chooseFirst: 'Choose where…', making: 'Backing up', cancelMake: 'Cancel this backup',
    made: 'Made, opened again and checked: {{count}} rows.', letGo: 'Old ones let go: {{count}}.', never: 'None yet', neverTested: 'Never', testGood: 'good', testBad: 'not usable', daily: 'Daily at {{hour}}:00', byHand: 'By hand only', free: '{{free}} free, {{needed}} needed',
    first: 'No place for backups is chosen yet. Best is a drive or USB stick of its own, locked away after use.', kept: 'What restores took the place of still lies on this computer: {{names}}.',
    facts: { last: 'Last backup', tested: 'Last tried out', schedule: 'By itself', folder: 'Where' },
    warn: {
      overdue: 'No backup for more than a day and a half. Plug in the drive and choose "Back up now".', sameDisk: 'Backups lie on the disk of the records: if it breaks, both are gone. Choose a drive or USB stick instead.', gone: 'The folder for backups is not there. Plug in the drive, or choose another folder.', failed: 'The backup of {{time}} was not made. Check the drive, then choose "Back up now".',
    },
    footer: { never: 'No backup', overdue: 'Backup overdue', 'same-disk': 'Backup on same disk' },
    phases: { copying: 'Copying', checking: 'Opening and checking', writing: 'Writing' },
    states: { ok: 'Whole', damaged: 'Damaged', 'other-vault': 'Of another vault', newer: 'Made by a newer version' },
    opensBy: { pin: 'with a PIN', sheet: 'with the sheet' },
    columns: { when: 'Made', size: 'Size', state: 'State', opens: 'Opens', actions: 'Do' }, list: { title: 'Backups there are', elsewhere: 'Backups in "{{folder}}"', here: 'Back to the usual place', other: 'Look in another folder…', none: 'There is no backup here yet.', notThere: 'This folder is not there.' },
    settings: { title: 'Where backups go, and when', lead: 'Choose a drive that is used for nothing else. While somebody is signed in it is made at its hour; one that was missed follows the next sign-in.', pick: 'Choose a folder…', none: 'None chosen yet', daily: 'Back up every day', hour: 'At', oClock: '{{hour}}:00' },
    tryOut: 'Try out…', testOf: 'Try out {{name}}', restoreOf: 'Restore {{name}}', needsSheet: 'A PIN does not open this one: it takes the recovery sheet of its time.',
    test: { title: 'Try out {{name}}', lead: 'It is opened and checked row by row as a restore does it; the records of today stay.', start: 'Try it', running: 'Trying it out', cancel: 'Stop', good: 'The backup of {{time}} is good: {{tables}} tables, {{rows}} rows, all as they were.' },
    restore: {
      button: 'Restore…', title: 'Restore a backup', rail: 'Steps of a restore', steps: { open: 'Open it', look: 'See what happens', run: 'Restore', done: 'Done' }, leave: 'Leave, restore nothing', openTitle: 'Open the backup of {{time}}', openLead: 'First it is opened, to see what would become of the records. Nothing changes yet.', look: 'Open it', lookTitle: 'What a restore does',
      ages: { older: 'The backup is older: {{count}} entries of work done since will be gone from the records.', same: 'The backup is as new as the records: nothing was done since.', newer: 'The backup is newer than the records of today.', apart: 'Backup and records each hold what the other does not; it cannot be restored like this. Recover with the sheet.' },
      facts: { made: 'Made', people: 'Residents', space: 'Disk', nowThen: '{{present}} now, {{backup}} afterwards' },
      points: { records: 'Residents, rooms and records go back to the moment of the backup.', staff: 'Staff and their PINs stay as they are; nobody who left comes back.', kept: 'The records of today are kept beside it, never overwritten.', log: 'The log goes on from the backup in a new segment, with who restored it and why.', supervisor: 'It locks afterwards; work goes on once a supervisor has signed in and acknowledged it.' },
      noRoom: 'There is not enough room on the disk. Make room first.', olderKeys: 'The keys of sealed values have changed since. A supervisor has to be here: the values of the backup are sealed anew to the keys of today.', words: 'Why (at least 4 characters; it goes into the log)', start: 'Restore', running: 'Restoring', cancel: 'Cancel, change nothing', doneTitle: 'Restored to {{time}}', doneKept: 'The records of before lie in "{{name}}".', doneNext: 'Lock now; a supervisor signs in and acknowledges it.', lockNow: 'Lock',
    },
  },
  repair: {
    open: 'Restore a backup…', title: 'Restore a backup', lead: 'The records are damaged. The newest whole backup is looked for; an admin\'s PIN puts it in their place. The damaged file is kept aside as it is.', looking: 'Looking for a whole backup…', found: 'Newest whole backup: {{time}}', none: 'There is no whole backup in "{{folder}}".', noFolder: 'Where backups lie is not known. Plug in the drive and choose the folder.',
    pick: 'Look in another folder…', leave: 'Back', words: 'What happened (at least 4 characters)', pin: 'Admin\'s PIN', start: 'Restore this backup', doneNext: 'A supervisor signs in and acknowledges it before work goes on.',
    doneTheft: 'Where the ceremony after a theft had been begun, and nobody had a new PIN or was shut out yet, this backup may not know that it was begun, and the program cannot tell. If so, an admin and a supervisor begin it again under "Keys".', back: 'Sign in',
  },
  lockReasons: {
    key: 'by key', handover: 'handed over', idle: 'nobody there', hidden: 'window put away', 'os-lock': 'system locked', suspend: 'computer asleep', 'user-switch': 'user switched', shutdown: 'quit or shut down', 'session-limit': 'session over', 'vault-request': 'by the program', 'renderer-gone': 'page ended', 'long-work-over': 'long task over its time', 'change-unfinished': 'change of keys not finished',
  },
  valueNotes: { 'old-id': 'Widened from 15 digits; confirm with the holder', 'card-check-digit': 'Check digit does not fit; check the card' },
  logOutcomes: { done: 'Done', refused: 'Refused', match: 'Match', 'no-match': 'No match', failed: 'Failed' },
  logProblems: {
    changed: 'an entry was changed', missing: 'an entry is missing', inserted: 'an entry was put in', truncated: 'the end was cut off', 'anchor-differs': 'the end differs from what this computer remembers',
  },
  tasks: {
    repair: { name: 'Repair, complaint', say: 'Ask for room, surname and what is broken; call back on the number on record only.' },
    fees: { name: 'Fees', say: 'Room, surname and the end of the plate will do; no phone, no ID.' },
    handover: { name: 'Handing over a flat', say: 'The owner in person, the supervisor beside you; compare with the document line by line.' },
    renovation: { name: 'Renovation', say: 'Verify the owner in person first; a tenant needs the owner to agree.' },
    parking: { name: 'Parking, space', say: 'Verify the owner in person first, then compare the plate.' },
    transfer: { name: 'Transfer, tenancy', say: 'Verify both parties; look at the ID number once, with the supervisor.' },
    'moving-out': { name: 'Moving-out pass', say: 'Call the owner on the number on record; without their yes nothing leaves.' },
    'door-card': { name: 'Door card, keys', say: 'Hand over after a match only; otherwise ask the owner to come.' },
    parcel: { name: 'Parcel', say: 'Let the visitor speak first; hand over after a match only.' },
    visitor: { name: 'Visitor', say: 'Say only whether the room is there and lived in; the visitor calls the host themselves.' },
    'blocking-car': { name: 'Blocking car', say: 'We call the driver ourselves; the number is not given to the visitor.' },
    emergency: { name: 'Emergency contact', say: 'For water, fire or illness only. The supervisor sees each field that is opened.' },
    authority: { name: 'Police, street office', say: 'See the badge and the document, give its number as the ticket; the supervisor is there; only what it asks for.' },
    'subject-request': { name: 'Access, correction, deletion', say: 'Verify that it is the person; the supervisor is there.' },
  },
  verifiedParties: { nobody: 'Nobody to verify', visitor: 'Verify the visitor', owner: 'Verify the owner', both: 'Verify both parties', 'owner-by-phone': 'Ask the owner by phone' },
  unsaid: { name: 'name', phone: 'phone', room: 'room', 'at-home': 'whether they are in', 'id-number': 'ID number', 'other-party': 'anybody else\'s data' },
  noteOutcomes: {
    done: 'Done', 'passed-on': 'Passed on', 'handed-over': 'Handed over', called: 'Called', consented: 'Owner agreed', refused: 'Not agreed', 'no-answer': 'No answer', 'not-verified': 'No match', 'let-in': 'Let in', 'not-let-in': 'Not let in',
  },
  roomAnswers: { 'lived-in': 'The room is there and lived in', empty: 'The room is there, nobody on record', unknown: 'There is no such room', several: 'More than one; ask for all of it' },
  errors: {
    'bad-request': { what: 'This step did not work.', todo: 'Try again; if it still fails, lock and sign in anew.' },
    'unknown-route': { what: 'This step did not work.', todo: 'Two parts of the program are of different versions. Quit and open it again.' },
    'too-large': { what: 'What was entered is too long.', todo: 'Shorten it and save again.' },
    internal: { what: 'Something went wrong inside the program; this step was not done.', todo: 'No record was changed. Try again; if it still fails, quit and open it again.' },
    locked: { what: 'The vault is locked.', todo: 'Please sign in again.' },
    'not-allowed': { what: 'Your role may not do this.', todo: 'Ask a supervisor or an admin.' },
    'session-expired': { what: 'This session reached its limit and the vault locked.', todo: 'Please sign in again.' },
    'needs-supervisor': { what: 'This step needs a supervisor at the desk.', todo: 'The supervisor chooses their own name and types their own PIN.' },
    'vault-exists': { what: 'There is a vault on this computer already.', todo: 'Another cannot be made over it. Sign in to the one that exists.' },
    'no-vault': { what: 'There is no vault on this computer yet.', todo: 'Set one up first.' },
    'theft-order': { what: 'It is not the turn of this step, or it has been done.', todo: 'Open "Vault keys" and go on with the ceremony after a theft from there.' },
    'sheet-not-begun': { what: 'No new sheet has been made, or it was cancelled.', todo: 'Start again from the first step.' },
    'setup-not-begun': { what: 'Set-up has not begun, or was cancelled.', todo: 'Start again from the first step.' },
    'sheet-mismatch': { what: 'What was typed does not agree with the recovery sheet.', todo: 'Type it again from the paper; capitals do not matter.' },
    'sheet-slip': { what: 'A line of the recovery sheet was not copied right.', todo: 'Look at that line and type it again from the paper.' },
    'sheet-not-ours': { what: 'This recovery sheet does not open this vault.', todo: 'It may be another estate\'s, or a newer one has taken its place. Find the latest sheet.' },
    'recovery-not-begun': { what: 'Recovery has not begun, or was cancelled.', todo: 'Begin again with the recovery sheet.' },
    'wrong-pin': { what: 'The PIN is wrong.', todo: 'Please type it again.' },
    'wrong-pin-either': { what: 'One of the two PINs is wrong.', todo: 'Which one stays unsaid, for safety. Both please type again.' },
    'must-wait': { what: 'Too many wrong tries; it cannot be tried yet.', todo: 'Wait a little. The time counts only while the program is open.' },
    'slot-closed': { what: 'This person\'s way in is closed.', todo: 'An admin and a supervisor have to open it together.' },
    'pin-too-weak': { what: 'This PIN is too easy to guess.', todo: 'Choose another.' },
    'unknown-slot': { what: 'This person cannot be found.', todo: 'Go back to the lock screen and choose the name again.' },
    'own-emergency': { what: 'It was you who opened this.', todo: 'Another supervisor has to acknowledge it.' },
    'name-taken': { what: 'Somebody goes by this name already.', todo: 'If it is the same person in another role, choose "Somebody of the list"; if not, add what tells them apart, such as "Wei Zhang (nights)".' },
    'staff-full': { what: 'There is no room for more people.', todo: 'Let those who have left leave here as well.' },
    'last-of-role': { what: 'This is the last admin or the last supervisor.', todo: 'Add who takes their place first, then try again.' },
    'not-yourself': { what: 'Nobody does this for themselves.', todo: 'Change your own PIN with "Change PIN"; another admin sees to your role and your leaving.' },
    'needs-second-admin': { what: 'An admin is added by two admins, or by one and the recovery sheet.', todo: 'Ask the other admin to come, or take the recovery sheet out of the safe.' },
    'needs-root': { what: 'They were there at set-up: another of those, or the recovery sheet, has to release them.', todo: 'Ask the other admin or supervisor of set-up to come, or take the recovery sheet out of the safe.' },
    'same-person': { what: 'Co-signing takes a second person.', todo: 'Choose another supervisor, who types their own PIN.' },
    'keychain-locked': { what: 'The system\'s keychain is locked.', todo: 'Once it is unlocked, choose "Try again".' },
    'keychain-no-service': { what: 'This computer has no keychain service.', todo: 'The device secret is kept in the system\'s keychain alone; without it the vault cannot be opened.' },
    'keychain-no-bus': { what: 'The program cannot reach the system\'s keychain.', todo: 'The program was not opened from a desktop session, or the session bus is not running.' },
    'keychain-item-missing': { what: 'The keychain does not hold this vault\'s device secret.', todo: 'The vault cannot be opened without it. The records are still there: do not delete the folder.' },
    'keychain-other-user': { what: 'The vault was made by another user of this computer.', todo: 'Its device secret is in that user\'s keychain.' },
    'keychain-write-failed': { what: 'The keychain could not be written; this step was not done.', todo: 'Check that the keychain is unlocked and try again.' },
    'header-damaged': { what: 'The vault\'s header file is damaged.', todo: 'Nothing was changed. Mend it by one of the ways below, or restore a backup.' },
    'header-forged': { what: 'The vault\'s header file was not written by this computer.', todo: 'Somebody may have replaced it. Type no PIN and tell the admin at once.' },
    'header-missing': { what: 'The vault\'s header file is missing.', todo: 'The program makes no new one in its place. Put the file back, or restore a backup.' },
    'header-newer': { what: 'The vault was written by a newer version.', todo: 'Open it with the newer program.' },
    'wrong-computer': { what: 'This vault belongs to another computer.', todo: 'Its device secret is in that computer.' },
    'store-missing': { what: 'The file with the records is missing.', todo: 'The program makes no empty one. Put the file back, or restore a backup.' },
    'store-damaged': { what: 'The file with the records is damaged.', todo: 'The program has not touched it. Stop using it and restore a backup.' },
    'store-wrong-key': { what: 'This key does not open the records.', todo: 'The file may have been replaced. Tell the admin and compare with a backup.' },
    'store-newer': { what: 'The records were written by a newer version.', todo: 'Open them with the newer program.' },
    'store-mismatch': { what: 'The records and the header do not belong together.', todo: 'Perhaps only half was restored. A supervisor should look into it.' },
    'store-read-only': { what: 'The store is damaged: it can only be looked at.', todo: 'Without a log nothing is shown in clear, and nothing is written, so that no more is spoiled. Have an admin restore the newest backup.' },
    'engine-missing': { what: 'A part that reads the encrypted records is missing.', todo: 'Install the program again.' },
    'disk-full': { what: 'The disk is full; this step was not saved.', todo: 'What was there is intact. Make room and try again.' },
    'disk-error': { what: 'The disk could not be read or written; this step was not saved.', todo: 'What was there is unchanged. Check the disk and try again.' },
    'not-found': { what: 'This record cannot be found.', todo: 'It may just have changed. Search again.' },
    'changed-meanwhile': { what: 'This record was changed a moment ago.', todo: 'Open it again, look, then edit.' },
    'invalid-value': { what: 'Something entered is not right.', todo: 'Check it and save again.' },
    'room-not-understood': { what: 'The room is not understood.', todo: 'Write it like 3-2-1801 or 3栋2单元1801.' },
    'nothing-sealed': { what: 'There is nothing in this field.', todo: 'There is nothing to show.' },
    'field-off': { what: 'This field is not in use here.', todo: 'If it has to be kept, an admin turns it on first, on the page Masks.' },
    'placeholder-value': { what: 'This is a made-up number.', todo: 'Leave the field empty if the number is not known.' },
    'already-there': { what: 'This is in the records already.', todo: 'Look at the one that is there, and change it if need be.' },
    'guardian-needed': { what: 'The resident is under 14 and needs a guardian.', todo: 'Fill in the guardian: somebody in the records, or a name and phone. Notices and consent go to the guardian.' },
    'ids-differ': { what: 'The two records have different ID numbers.', todo: 'Find out first whether they are one person; if they are, confirm the merge.' },
    'verify-shown-characters': { what: 'Only digits that the screen hides can be checked.', todo: 'Type the digits behind the stars, as the visitor says them.' },
    'verify-closed': { what: 'Three wrong answers: this record is closed to checking.', todo: 'Come back later, or ask a supervisor.' },
    'verify-nothing-to-compare': { what: 'The record has nothing to compare with.', todo: 'Check another way.' },
    'log-unavailable': { what: 'The log could not be written, so nothing was done.', todo: 'No entry, nothing shown. Check the disk and the keychain, then try again.' },
    rotating: { what: 'A key is being rotated: people can be searched for, nothing opened or changed.', todo: 'Do it when that is done, usually within a minute.' },
    'change-unfinished': { what: 'The change of keys counts, but could not be written to its end.', todo: 'From now on the new PIN and the new recovery sheet count, not the ones before. See that there is room on the disk, then sign in: the rest is done by itself.' },
    'log-broken': { what: 'The log does not hold together.', todo: 'A supervisor should check it under "Log" and tell the admin.' },
    'workbook-unreadable': { what: 'This spreadsheet cannot be read.', todo: 'Open it in the spreadsheet program, save it as .xlsx and import that.' },
    'workbook-empty': { what: 'The spreadsheet has no data.', todo: 'Choose another file.' },
    'workbook-too-large': { what: 'The spreadsheet is too large.', todo: 'Split it and import the parts one by one.' },
    'workbook-no-columns': { what: 'There is no table in it to import.', todo: 'Make sure there is a header row (such as "业主名称" and "房号") with residents below it, then import again.' },
    'workbook-encrypted': { what: 'The spreadsheet has a password.', todo: 'Remove it in the spreadsheet program, save, and import again.' },
    'plan-gone': { what: 'The preview has expired.', todo: 'Preview again, then confirm.' },
    cancelled: { what: 'Cancelled.', todo: 'Nothing was written.' },
    busy: { what: 'Another long task is running.', todo: 'Wait until it is done.' },
    'no-rejects': { what: 'There are no rows to save.', todo: 'Every row was taken.' },
    'file-not-written': { what: 'The spreadsheet was not saved.', todo: 'Choose another place, or close the program that uses the file, and save again.' },
    'file-changed': { what: 'This file has been changed since it was read, or is another one by now.', todo: 'It was left alone. Open it, look, and deal with it yourself.' },
    'file-not-removed': { what: 'The original file was not removed.', todo: 'Close the program that uses it (a spreadsheet program, say) and try again.' },
    'backup-no-folder': { what: 'The folder for backups cannot be opened.', todo: 'Plug in the drive; if backups now go elsewhere, choose the folder again.' },
    'backup-damaged': { what: 'This backup is damaged.', todo: 'The program has not used it. Choose another one, and check the drive that it lies on.' },
    'backup-newer': { what: 'This backup was made by a newer version.', todo: 'Open it with the newer program.' },
    'backup-other-vault': { what: 'This backup is of another vault.', todo: 'Choose one of this vault.' },
    'backup-wrong-sheet': { what: 'This backup was not made under this recovery sheet.', todo: 'Take out the sheet that counted when the backup was made.' },
    'backup-needs-sheet': { what: 'Your PIN does not open this backup here.', todo: 'It was made on another computer, or keys have changed since. Take out the recovery sheet.' },
    'backup-older-staff': { what: 'Staff have changed since this backup was made.', todo: 'The present records do not open, so nobody can tell who they are now. Recover with the sheet.' },
    'backup-older-keys': { what: 'The keys of sealed values have changed since this backup was made, and nobody here has those of then.', todo: 'Nothing has changed. Have a supervisor here and type the recovery sheet of then, or choose a backup made since.' },
    'import-undone': { what: 'This import has been undone already.', todo: 'There is nothing left to do.' },
    'import-too-old': { what: 'This import was made by an earlier version, which did not keep what undoing it takes.', todo: 'Correct the records one by one.' },
  },
  failure: {
    role: 'It is the PIN of: {{role}}.', wait: 'Try again in {{wait}}.', freeTries: 'Wrong tries before a wait: {{tries}}.', field: 'It is this one: {{field}}.', hiddenDigits: 'It is the {{digits}} digits in the middle.',
    pinyin: 'It is this one: how the name is read. One syllable for each character, parted by spaces.', reasonWords: 'Say why in a few words.', ticketNeeded: 'Give the number of the document.', sheetLine: 'It is line {{line}}.',
  },
  duration: { seconds: '{{seconds}} s', wholeMinutes: '{{minutes}} min', minutes: '{{minutes}} min {{seconds}} s', hours: '{{hours}} h {{minutes}} min' },

  pin: { own: 'Your PIN', of: { supervisor: 'Supervisor\'s PIN', admin: 'Admin\'s PIN' }, choose: { supervisor: 'Choose a supervisor', admin: 'Choose an admin' } },

  trouble: {
    title: 'The vault cannot be opened', keychain: 'The system\'s keychain', files: 'The vault\'s files', computer: 'This computer', recover: 'Recover with the sheet…', usePrevious: 'Use the header before',
    previous: 'The header from before the last change is there, whole, and written by this computer. It can be used instead: the damaged one is kept under another name, a supervisor acknowledges it at the next sign-in, and the last change (of a PIN, say) has to be made again.', safe: 'No record was changed, and the program makes no new vault over an old one.',
    technical: 'The line for a technician', unreachable: { what: 'The part of the program that keeps the records does not answer.', todo: 'Choose "Try again"; if it still fails, quit and open it again.' },
  },

  keychainHelp: {
    title: 'What to do', commands: 'For whoever looks after the computer, in a terminal',
    'keychain-locked': {
      linux: 'Log out of the computer and in again with its password: the keyring usually opens with it.\nIf not, open "Passwords and Keys", right-click "Login", choose "Unlock", and type the computer\'s password.\nCome back here and press "Try again".',
      mac: 'Open "Keychain Access", choose "login", click the lock, and type the computer\'s password.\nCome back here and press "Try again".', windows: 'Sign out of Windows and in again with the password.\nCome back here and press "Try again".',
    },
    'keychain-no-service': {
      linux: 'This computer has no keyring installed, or it is not running. Install GNOME Keyring (or KWallet).\nLog out and in again with the password, so that it opens with the session.\nCome back here and press "Try again". The keys are never put in a plain file instead.',
      mac: 'Open "Keychain Access" and see whether the "login" keychain is there; if not, have it made anew.\nCome back here and press "Try again".', windows: 'Have the "Credential Manager" service started.\nCome back here and press "Try again".',
    },
    'keychain-no-bus': {
      linux: 'Sit down at the computer, log in to its desktop, and open the application from there; a remote shell or sudo will not do.\nIf you are at the desktop already, have the session bus installed, log out and in again.\nCome back here and press "Try again".',
      mac: 'Log in to the desktop and open the application from there.\nCome back here and press "Try again".', windows: 'Log in to the desktop and open the application from there.\nCome back here and press "Try again".',
    },
    'keychain-item-missing': {
      linux: 'If the login password was reset, the system reinstalled or the keyring cleared, first see whether the old keyring can be brought back, then press "Try again".\nIf it cannot, take the recovery sheet from the safe and press "Recover with the sheet". An admin and a supervisor have to be there.',
      mac: 'If the system was reinstalled or the keychain reset, first see whether the old keychain can be brought back, then press "Try again".\nIf it cannot, take the recovery sheet from the safe and press "Recover with the sheet". An admin and a supervisor have to be there.',
      windows: 'If Windows was reinstalled or the account changed, first see whether the old account can be used, then press "Try again".\nIf it cannot, take the recovery sheet from the safe and press "Recover with the sheet". An admin and a supervisor have to be there.',
    },
    'keychain-other-user': {
      linux: 'Log out, log in as the user who set the vault up, and open the application there.\nIf that user is gone, take the recovery sheet and press "Recover with the sheet".', mac: 'Log out, log in as the user who set the vault up, and open the application there.\nIf that user is gone, take the recovery sheet and press "Recover with the sheet".',
      windows: 'Sign out, sign in as the user who set the vault up, and open the application there.\nIf that user is gone, take the recovery sheet and press "Recover with the sheet".',
    },
    'wrong-computer': {
      linux: 'If the other computer still works, open the vault there.\nTo move it here, take the recovery sheet and press "Recover with the sheet". Use only this one afterwards: the two are never merged.', mac: 'If the other computer still works, open the vault there.\nTo move it here, take the recovery sheet and press "Recover with the sheet". Use only this one afterwards: the two are never merged.',
      windows: 'If the other computer still works, open the vault there.\nTo move it here, take the recovery sheet and press "Recover with the sheet". Use only this one afterwards: the two are never merged.',
    },
  },

  sheetInput: { title: 'The four lines of the recovery sheet; capitals do not matter', right: 'copied right', slip: 'Something in this line is not as on the paper. Look again.' },

  recovery: {
    rail: 'Steps of the recovery', cancel: 'Cancel the recovery', finish: 'Finish the recovery', and: ', ',
    steps: { what: 'What will happen', backup: 'The backup', sheet: 'The sheet', compare: 'Fingerprint', people: 'Who is here', pins: 'New PINs', 'new-sheet': 'New sheet', prove: 'Prove it', done: 'Done' },
    what: {
      title: 'Open the vault with the recovery sheet', lead: 'About ten minutes. For another computer, a lost keychain, the only admin\'s forgotten PIN, or when all supervisors are gone.', start: 'Begin',
      easier: 'If it is only a receptionist or one colleague who forgot a PIN, this is not needed: an admin signs in and resets it with a supervisor on the staff page.',
      points: {
        needs: 'You need the latest recovery sheet from the safe, and a printer.', people: 'At least one admin and one supervisor have to be here and type new PINs. Whoever is not here has no way in until an admin gives them one again.',
        anew: 'All keys are made anew, and there is a new recovery sheet; the old sheet and the old PINs no longer open the vault.', safe: 'Nothing is changed before the new sheet is proved. The files that were there are kept beside it, never overwritten.',
      },
    },
    backup: {
      whatTitle: 'Bring a vault back from a backup', whatLead: 'About ten minutes. Where the old computer is broken or gone, a backup and the recovery sheet from the safe are enough to go on with on this one.', safe: 'Until the new sheet is proved it can be cancelled, and nothing stays on this computer. The backup is read, never changed.',
      title: 'Find the backup', lead: 'Plug in the backup drive and choose the folder with the backups: each is a folder whose name begins with RV-.', pick: 'Choose a folder…', none: 'There is no backup in {{folder}}. Choose the folder in which the folders beginning with RV- lie.', which: 'Which one', next: 'Use this one',
    },
    sheet: { title: 'Type the recovery sheet', lead: 'Type the four lines from the paper; a full line goes on to the next by itself. With a scanner: click the first line and scan the QR code.', warn: 'Let nobody watch while you type.', open: 'Open', opening: 'Opening the store…' },
    compare: {
      title: 'Compare the fingerprint', lead: 'Hold the paper beside the screen and compare group by group. Only if it is the same is this the vault that the paper belongs to.', people: 'Roster', count: '{{count}} people', computer: 'This computer', known: 'knows the vault; its key and its log go on', unknown: 'does not know the vault; a new device key will be written',
      same: 'The same as on paper', differs: 'Not the same', stop: 'Stop here. What lies here is not the vault of this paper; it may have been exchanged. Nothing was changed. Tell whoever is responsible in the company.',
    },
    people: {
      title: 'Who is here now', lead: 'Everybody who is here types a new PIN. At least one admin and one supervisor.', add: 'Add somebody who is here', addRole: 'New {{role}}', newcomer: 'Name of the new {{role}}', absent: 'Not here: {{count}}. They have no way in until admin and supervisor give them one again.',
      why: { 'no-admin': 'An admin is still missing.', 'no-supervisor': 'A supervisor is still missing.', 'no-name': 'A name is still missing.', 'too-many': 'At most 12 at once; the others later.' },
    },
    pins: { title: 'New PIN of {{name}}', lead: '{{role}} · {{at}} of {{count}}.' },
    done: {
      title: 'Recovered', lead: '{{names}} can sign in with their new PINs.', sheet: 'Lock the new recovery sheet away. Make a fresh backup before you cut the old one up: away from this computer, earlier backups open to the old sheet alone.', absent: '{{names}} cannot sign in yet: an admin gives them a new way in on the staff page.',
      kept: 'The files that were there are in "{{folder}}" in the vault\'s folder, still encrypted, and the old sheet still opens them; once nothing is missed, have them deleted.', signIn: 'To the sign-in',
    },
  },

  runtime: { notForRealData: 'This runtime is for practice only. Enter no real records.', practice: 'Practice only', osLockNotWatched: 'The vault does not lock with the system\'s screen lock here. Press Ctrl+L before you leave.' },

  setup: {
    rail: 'Steps of set-up',
    steps: { welcome: 'Start', admin: 'Admin', supervisor: 'Supervisor', receptionist: 'Receptionist', keys: 'Make the keys', sheet: 'Recovery sheet', prove: 'Check the sheet' },
    welcome: {
      title: 'Set up a vault for your estate', lead: 'About ten minutes. The admin, the supervisor and one receptionist each type their own PIN, and you need a printer or a USB stick.',
      points: {
        sealed: 'Residents\' phones and ID numbers are encrypted; nobody opens them without their own PIN.', reason: 'Each look takes a reason and goes into a log that cannot be changed.',
        sheet: 'At the end you print a recovery sheet and lock it in a safe. If the computer breaks, only the sheet helps.',
      },
      estate: 'Name of the estate', estateHint: 'Shown on the lock screen.', start: 'Start', fromBackup: 'Another computer? Bring the vault back from a backup…',
    },
    admin: { title: 'Admin', lead: 'Looks after staff, rules and backups. An admin opens no resident\'s phone or ID number.' },
    supervisor: {
      title: 'Supervisor', lead: 'Opens every field, co-signs for the reception, imports spreadsheets.', same: 'The supervisor is also the admin',
      sameWarn: 'One person in both roles means one check fewer. It is allowed, and the evidence will say so. The roles still take two PINs.',
    },
    receptionist: { title: 'First receptionist', lead: 'Searches and verifies at the counter; sees one contact field at a time, with a PIN and a reason.' },
    person: {
      name: 'Name', pin: 'PIN', confirm: 'The same again', differs: 'The two are not the same.', good: 'This PIN will do.', handOver: 'Hand the keyboard to the person concerned.',
      pinHint: { receptionist: '6 digits or more; no birthdays, no runs.', supervisor: '8 characters or more; a few unrelated words are good.', admin: '8 characters or more; a few unrelated words are good.' },
    },
    keys: { title: 'Making the keys', lead: 'One set for each person; it takes a few seconds. Keep the computer on.', review: 'About to be made', make: 'Make the keys', again: 'Go back and change' },
    sheet: {
      title: 'Recovery sheet', lead: 'Print it and lock it in a safe. If the computer breaks or all PINs are forgotten, only this opens the records.', warn: 'What is shown now is the key. Let nobody else see it, take no photo.',
      print: 'Print', save: 'Save as PDF', saved: 'Saved as {{file}}. Print it, then delete the file.', printed: 'Sent to the printer. Make sure the paper came out.',
      fingerprint: 'Fingerprint', paperTitle: 'Recovery sheet', paperUse: 'Keep in a safe. Who holds this paper holds the key to all records. Do not copy, photograph or store it on a computer.', date: 'Made on', signature: 'Custodian\'s signature',
      next: 'The paper is put away, next', notYet: 'Print it or save it as PDF first.', handwrite: 'No printer: copied by hand',
      line: 'Line {{line}}', qr: 'QR code of the recovery sheet', qrUse: 'For a scanner, instead of typing, when the vault is recovered. The code is the same as the text above: no photographs either.',
    },
    prove: { title: 'Check the sheet', lead: 'The screen no longer shows it. Type these two groups from the paper.', group: 'Line {{line}}, group {{group}}', finish: 'Finish set-up', showAgain: 'Show the sheet again' },
    cancel: 'Cancel set-up',
  },

  readOnly: { banner: 'The store is damaged: people can be searched for and masks looked at, nothing revealed, verified or changed. The damaged file was not touched; have an admin restore the newest backup.', repair: 'Lock and restore a backup' },

  lock: {
    who: 'Choose your name', wrongTries: 'Wrong PINs since you last signed in: {{count}}. If that was not you, tell the admin.', unlock: 'Open the vault', opening: 'Opening…',
    wait: 'Again in {{wait}}', closed: 'Closed', closedTodo: 'An admin and a supervisor have to open it together.', language: 'Language', understood: 'Understood', forgot: 'Forgot a PIN, recovery sheet…',
  },

  alarm: {
    title: 'Something does not agree', lead: 'The vault differs from what this computer remembers. Nothing can be done until a supervisor acknowledges it.', words: 'The supervisor\'s explanation', wordsHint: 'For example: restored from yesterday\'s backup. At least 4 characters.',
    acknowledge: 'Acknowledge and go on', callSupervisor: 'Lock, and let a supervisor sign in to acknowledge it.',
    again: 'Should this come back at every sign-in, lock and choose "{{forgot}}" on the lock screen: the recovery sheet gives everybody who is there a new PIN and ends it.',
  },

  counter: {
    search: 'Find a resident', placeholder: 'Room, name, pinyin, phone, last four, plate', kinds: '3-2-1801 · 张三 · zs · last four · 桂M12345',
    results: 'Results', former: '{{relation}}, moved out', moreOf: 'More of these', nextFifty: 'Show the next 50', goesOn: 'There are more: {{key}} shows the next 50', allKinds: 'All kinds', number: 'Number mode', emptyTitle: 'Just type to search', emptyLead: '↑↓ to choose, Enter to open.', nothing: 'Nothing found', nothingTodo: 'Try it another way: room, initials, the last four of the phone, the plate.',
    nobody: 'Open a resident', nobodyLead: 'Choose one on the left and press Enter. Verify the visitor first, then see whether anything has to be shown.', found: 'Found: {{count}}', examples: {
      room: '3-2-1801 or 3栋2单元1801', name: '张三, 张s, zs, zhangs', phone: 'last four or the whole number', plate: '桂M12345, m123',
    },
    staff: 'Staff', keys: 'Vault keys', menu: 'Menu', roomPatterns: 'Room notations', log: 'Log', policy: 'Masks', import: 'Import', add: 'Add resident', help: 'Keys', settings: 'Settings', signedIn: 'Signed in',
    idle: 'Locks in {{seconds}} s', idleWarning: 'Locks in {{seconds}} s; what is not saved is lost.', stay: 'Stay', expiring: 'This session ends and locks at {{time}}.',
  },

  keysPage: {
    title: 'Vault keys', lead: 'How old each key is, when it is due and when it was rotated. A rotation changes nobody\'s PIN and loses no record.', readOnly: 'An admin signs in to rotate the store key or the key of this computer.', rail: 'Steps of the rotation',
    names: { 'store-key': 'Store key', 'tier-keys': 'Field keys', 'device-secret': 'Key of this computer', 'recovery-sheet': 'Recovery sheet' },
    what: {
      'store-key': 'Opens the file with all records. It is kept nowhere by itself: everybody, and the sheet, has it sealed to them.', 'tier-keys': 'Open phones and ID numbers: one for contacts, one for identity, held by those who may.',
      'device-secret': 'Lies in this computer\'s keychain. Without it a copy of the folder gives nothing to guess a PIN at.', 'recovery-sheet': 'The paper in the safe. When the computer or its keychain is gone, nothing else helps.',
    },
    touches: {
      'store-key': 'A rotation writes all {{size}} of the store anew and seals the key for {{people}} people and the sheet.', 'tier-keys': 'A rotation seals {{values}} values anew, and grants the keys to {{holders}} people and the sheet.',
      'device-secret': 'A rotation wraps the ways in of {{people}} people anew and replaces one item of the keychain.', 'recovery-sheet': 'A rotation makes a new sheet; the old one opens no more.',
    },
    age: 'Days in use', days: '{{number}}', last: 'Last rotated', never: 'Never', due: 'Due by', soon: 'Days left: {{number}}', over: 'Days over: {{number}}. Rotate it soon.', rotate: 'Rotate…',
    record: 'Record ({{number}})', noRecord: 'No rotation yet.', ends: { done: 'Rotated', cancelled: 'Cancelled, not rotated', failed: 'Not rotated.', interrupted: 'Broken off, not rotated' },
    steps: { plan: 'What will happen', needs: 'What is needed', work: 'Under way', sheet: 'The new sheet', prove: 'Prove it', result: 'What happened' },
    phases: { resealing: 'Opening each value and sealing it under the new key', copying: 'Writing a new store under the new key', comparing: 'Comparing it with the old one, row by row', checking: 'Checking the new file', switching: 'Switching to the new key' },
    leave: 'Leave it', next: 'Next', back: 'Back', technical: 'For technicians', starting: 'Beginning…', left: 'about {{time}} left', cancel: 'Cancel, rotate nothing', cancelling: 'Cancelling…',
    cancelled: 'Cancelled. The key is the one before, and no record has changed.', notMade: 'The key was not rotated. The one before is in use, and no record has changed.', toList: 'To the keys', compared: 'Compared row by row: {{rows}} rows in {{tables}} tables, every one the same.', resealed: '{{values}} values were sealed anew. The old keys open none of them.',
      unreadable: '{{number}} more could not be opened and stay as they are: they were damaged or tampered with before. Compare them with a backup.',
    room: { enough: 'Enough room on the disk: {{needed}} needed, {{free}} free.', short: 'Not enough room on the disk: {{needed}} needed, {{free}} free. Please make room first.', again: 'Look again' },
    theft: {
      title: 'After a theft: rotate everything', name: 'All keys (after a theft)', what: 'For when folder and keychain may have been copied: a new PIN for everybody, then all three keys. An admin and a supervisor do it together.', open: 'Begin…', unfinished: 'The ceremony after a theft is not finished: {{left}} of {{of}} steps are left.',
      resume: 'Go on', byAdmin: 'An admin signs in and goes on, with a supervisor.', record: 'Record ({{number}})', ends: { done: 'Finished', unfinished: 'Not finished yet' }, rail: 'Steps after a theft', stop: 'Stop here for now',
      steps: { begin: 'What will happen', people: 'New PINs for all', 'tier-keys': 'Field keys', 'store-key': 'Store key', 'device-secret': 'Key of this computer', end: 'The end' },
      plan: {
        first: 'Everybody who is here sets a new PIN, one after another. The old PINs end at once.', second: 'Whoever is not here is shut out. When they are back, an admin and a supervisor give them a new PIN.', third: 'Then the field keys, the store key and the key of this computer are rotated, each said before it is done.',
        keeps: 'You can stop in between. After a lock, a restart or a power cut it goes on from the step that was not done; until it is finished every screen says so in red. The recovery sheet stays good.',
        copied: 'What was copied cannot be taken back: whoever guesses a PIN of that time sees the records of that time. Once all is rotated, that copy and the old PINs open nothing of today.',
        technical: 'The beginning enters the head of the roster into the log. Whether somebody has other keys is read from the roster, whether a key was rotated from later entries of the log; nothing else remembers the progress. Who is not there is a "suspend" entry of the roster, signed by both.',
      },
      needs: { pair: 'An admin and a supervisor, here all the time, each with their own PIN at every step.', people: '{{people}} people of the list, each of whom types a new PIN; whoever is not here is shut out.', minutes: 'About {{minutes}} minutes. The desk waits meanwhile, and the computer stays on.' },
      begin: 'Begin',
      people: { lead: 'Everybody comes to the desk and types a new PIN. For who cannot come today choose "Not here".', renew: 'New PIN', away: 'Not here', states: { old: 'Not yet', renewed: 'New PIN set', 'shut-out': 'Shut out' } },
      renewOf: 'A new PIN for {{name}}', renewHint: 'Under "Who is here" they may choose themselves, with their old PIN, for the last time.', own: 'Your own first: the old PIN, then a new one.',
      awayOf: '{{name}} is not here', awayLead: '{{name}} is shut out now; their old PIN opens nothing. When they are back, a reset of the PIN on the staff page lets them in again.', shutOut: 'Shut out', next: 'Next',
      end: 'Everybody and all three keys are done. One entry in the log ends it.', finish: 'Finish', done: 'Everything is rotated. The copy of before opens nothing of today.', later: 'Without a way in until their PIN is reset on the staff page: {{names}}',
      after: 'Backups of before still open with the recovery sheet. Where somebody may have seen the sheet as well, rotate it next.',
    },
    'store-key': {
      title: 'Rotate the store key',
      plan: {
        first: 'The whole store ({{size}}) is written into a new file under a new key. The old file stays as it is.', second: 'Every row is compared, and the new key is sealed for {{people}} people and the recovery sheet.', third: 'The new file takes over, and the old one is removed.',
        keeps: 'Meanwhile people can be searched for, nothing opened or changed. It can be cancelled until the switch, and after a power cut everything is as before. Nobody changes a PIN; the sheet stays good.',
        technical: 'SQLCipher writes the new file under a random 256-bit key; it is reopened, checked for integrity and compared by primary key in every column. File and folder are synced; the rename of header.json is the switch.',
      },
      needs: { first: 'The PIN of the admin who is signed in.', second: 'The computer stays on until it is done; whoever needs it waits a moment.' },
      begin: 'Rotate now', working: 'The idle lock waits until it is done. Locking by hand cancels it.', made: 'The store key was rotated.', after: 'What was copied before still opens to its PIN and this computer\'s key of that time; nothing that changes from now on does. Older backups open with the sheet as before.',
    },
    'tier-keys': {
      title: 'Rotate the field keys',
      plan: {
        first: 'Two new keys are made, one for contacts and one for identity, issued by a supervisor and an admin together.', second: 'Each of the {{values}} sealed values is opened and sealed under its new key.', third: 'The new keys go to {{holders}} people and the sheet; the old ones open nothing any more.',
        keeps: 'The desk waits meanwhile. You can cancel at any time; cancelled or cut off, nothing has been rotated. Nobody changes a PIN, and the sheet stays as it is.',
        technical: 'New X25519 pairs and match keys enter the roster under both signatures. In one transaction every value is opened and sealed anew with HPKE, match tags are made anew, and grants, batches and tags of before are deleted; then the journal is emptied.',
      },
      needs: { first: 'A supervisor and an admin, each with their own PIN.', second: 'Do not switch the computer off meanwhile. Whoever needs the desk waits.' },
      begin: 'Rotate now', working: 'Please wait. The desk does not lock by itself meanwhile; locking it cancels.', made: 'The field keys are rotated.', after: 'What somebody who has left still holds opens nothing of today. A copy of the records that was taken before stays open to the PINs of that time.',
    },
    'recovery-sheet': {
      title: 'A new recovery sheet',
      plan: {
        first: 'A new sheet is made, to be printed or saved as a PDF.', second: 'Two groups are typed back from the new paper, and a supervisor and an admin confirm it.', third: 'The new sheet counts, and the old one no longer opens the vault.',
        keeps: 'Until it is confirmed nothing has changed and the old sheet counts; you can leave at any time. Nobody changes a PIN.',
        technical: 'A new 256-bit secret gives a pair to receive and a pair to sign; a "recovery" entry in the roster carries both signatures. The recovery slot and both grants are made anew, and the log goes on in a segment sealed to the new sheet. Where the old sheet is typed in, its secret is sealed to the new one in header.json.',
      },
      begin: 'Change to this sheet', made: 'The recovery sheet is changed.', after: 'Lock the new one in the safe. The old one still opens the backups made under it: unless the new one opens them too, keep it until those backups are gone, then destroy it.',
      keepsOld: 'The new sheet opens earlier backups as well', typeOld: 'Type the old sheet, line by line.',
    },
    'device-secret': {
      title: 'Rotate the key of this computer',
      plan: {
        first: 'A new key is put into the keychain, beside the old one.', second: 'The ways in of {{people}} people get a new outer layer, for which nobody\'s PIN is needed.', third: 'The new one takes over, is read back, and the old one leaves the keychain.',
        keeps: 'It takes seconds. After a power cut one of the two always opens. Nobody changes a PIN, the sheet stays good, the store is not touched.',
        technical: 'Only the outer wraps and the MAC of header.json are made anew; its rename is the switch. Then limiter.json goes under the new MAC key, and the old item of the keychain is deleted last.',
      },
      needs: { first: 'The PIN of the admin who is signed in.', second: 'The system\'s keychain is open, as it is while somebody is signed in to the computer.' },
      begin: 'Rotate now', working: 'This takes seconds.', made: 'The key of this computer was rotated.', after: 'A keychain that was copied before is no use for this folder any more. One that was copied with the folder of its time still lets its PINs be guessed: where you suspect that, change the PINs too.',
    },
  },

  roomPatterns: {
    title: 'Room notations', lead: 'How this estate writes its rooms. Search, editing and import read rooms by it; the usual notations need not be listed.', list: 'Patterns', pattern: 'Pattern {{number}}', add: 'Another pattern',
    places: { 期: 'phase', 区: 'area', 栋: 'building', 单元: 'unit', 层: 'floor (not kept)', 房: 'room' },
    width: 'Where numbers touch, say how many digits: 03021801 is {栋2}{单元2}{房4}. Every pattern needs {栋} and {房}.',
    trial: 'Try it', example: 'A room as it is written', exampleHint: 'To see which room it is taken for.', reads: 'Read as', usually: '(read as {{label}} until now)', conflict: 'These have been read as another room:', conflictOf: '{{text}} was {{usual}} and will be {{now}}',
    noneMoved: 'Rooms on record looked at: {{looked}}. None changes.', moved: 'Rooms on record looked at: {{looked}}. Read anew: {{count}}', kept: 'Rooms that would become the same as another: {{count}}. They stay as they are; please check them by hand.',
    saveTitle: 'Save the patterns', saveLead: 'The rooms on record are read anew at once. Without a pattern they are read as they were before it.', discard: 'Leave as it was', done: 'Saved. Rooms read anew: {{count}}', doneKept: 'Rooms left as they were, since another has that name: {{count}}. Please check whether they are the same.',
  },
  patternProblems: {
    unclosed: 'The braces do not match.', 'unknown-place': 'In braces stand 期, 区, 栋, 单元, 层 or 房 only, with a number of digits from 1 to 9 if needed.', 'no-building': '{栋} is missing.', 'no-room': '{房} is missing.', 'repeated-place': 'The same place stands there twice.',
    'touching-places': 'Numbers that touch cannot be told apart: put something between them, or say how many digits.', 'too-long': 'Too long: 40 characters at most.', 'repeated-pattern': 'An earlier pattern reads the same.', 'changes-labels': 'It would read texts like 3栋2单元1801 as another room, so it cannot be used.',
  },

  idSearch: {
    title: 'Search by ID number', lead: 'Only the whole number finds anybody. It takes a supervisor\'s PIN and is logged, without the number.', find: 'Search', finding: 'Searching…', none: 'Nobody is on record with this ID number.', partly: 'The number is not complete: it has 18 characters, an old one 15.', notAdmin: 'An admin cannot search by ID number; ask the reception or a supervisor.',
  },

  visitorView: {
    title: 'Visitor view', ask: 'Which home is yours?', several: 'The whole room number, please', on: 'Visitor view', off: 'Leave visitor view', setting: 'Visitor view: shows only the room and the answer to a check, for a screen that visitors see',
  },

  person: {
    panel: 'Resident', noRoom: 'No room on record', tiers: { task: 'For this task', basic: 'Basics', contact: 'Contact', identity: 'Identity' },
    tierNotes: { task: 'the rest is below', basic: 'PIN to show', contact: 'PIN and reason', identity: 'supervisor' }, reveal: 'Reveal', verify: 'Verify visitor', full: 'Open in full', edit: 'Edit',
    confirm: 'Mark as verified', confirmedOn: 'verified {{date}}', confirmDoes: 'Checked today and still right', notValid: 'Format is not right; correct it when you can', updated: 'Updated {{date}}', coSign: 'co-sign', hide: 'Hide', nothing: 'Nothing else on record.', company: 'Company',
  },

  reveal: {
    title: 'Reveal: {{field}}', reason: 'Why', words: 'In words', wordsHint: '"{{reason}}" needs a few words.', ticket: 'Ticket (optional)', document: 'Number of the document', show: 'Reveal', showing: 'Opening…',
    value: '{{field}}, in clear', secondsLeft: 'Shown for {{seconds}} more seconds', coSignTitle: 'Supervisor co-signs', coSignLead: 'Identity fields take a supervisor at the desk, with their own PIN.', aboutTo: 'It will be on the screen: make sure nobody else can see it.',
    extractTitle: 'Extract for an authority', extractLead: 'Only the chosen fields are shown, for 60 seconds; each is logged.', extractShow: 'Show the chosen fields', extractFields: 'What the document asks for', authority: 'Which authority', purpose: 'What for',
    fullTitle: 'Open the full record', fullLead: 'Every field of this resident is shown for 60 seconds; each is logged.', fullShow: 'Open in full', fullShown: 'The record is shown',
  },

  verify: {
    title: 'What does the visitor say?', lead: 'Type what they say. The answer is yes or no; nothing of the record is shown.', kind: 'What to check', said: 'The visitor says', saidHints: {
      phone: 'the whole number', 'phone-hidden': 'the digits behind the stars', name: 'the full name, exactly', 'id-number': 'the whole ID number; takes a supervisor\'s PIN',
    },
    check: 'Check', checking: 'Checking…', match: 'Match', noMatch: 'No match', triesLeft: 'Tries left: {{tries}}', closed: 'Three wrong answers: no more checks on this record for fifteen minutes.', another: 'Check another', reason: 'Reason: {{reason}}.',
  },

  edit: {
    addTitle: 'Add a resident', editTitle: 'Edit the record', kind: 'Kind', name: 'Name', nameNew: 'New name', nameKeep: 'It is {{mask}} now; leave empty to keep it.', pinyin: 'How it is read (optional)', pinyinHint: 'Where it is not read as usual: a syllable a character, like shan xiong xin', pinyinKept: 'A reading is on record. Type another to replace it; a new name needs its reading again.', pinyinDrop: 'Drop the reading',  sex: 'Sex', idType: 'ID document',
    room: 'Room', roomHint: 'Like 3-2-1801 or 3栋2单元1801', relation: 'Relation to the room', addRoom: 'Another room', plate: 'Plate', addPlate: 'Add a plate',
    replace: 'Replace', newValue: 'New: {{field}}', contactName: '{{field}}, name', contactPhone: '{{field}}, phone', kept: 'What was there stays sealed for 30 days; a supervisor can put it back.',
    why: 'Reason', whyMissing: 'Choose a reason; with "Other", add a few words.', proof: 'Saving takes your PIN', whyNeeded: 'Replacing what is sealed takes a reason and your PIN.', identityNeeds: 'Identity fields take a supervisor\'s co-signature.', nameMissing: 'Fill in the name.', nothingChanged: 'Nothing has changed.', saving: 'Saving…', saved: 'Saved.',
    lostAtLock: 'What is not saved is lost when the vault locks.', sealedTitle: 'Kept sealed', openTitle: 'Searchable at the counter', birthdayHint: 'Like 1990-01-31',
  },

  intake: {
    title: 'Import a spreadsheet', rail: 'Steps of the import', steps: { file: 'Choose a file', columns: 'Columns', preview: 'Preview', write: 'Write', result: 'Result' },
    file: {
      title: 'Choose a spreadsheet', lead: '.xlsx, .xls or .csv. It is only read for now; nothing is written.', need: 'You need the file and a supervisor at the desk, who types their PIN for the preview and again to write.', pick: 'Choose a file…', reading: 'Reading…',
    },
    columns: {
      title: 'What each column is', lead: 'Say what each column is imported as. The samples are masked.', guessed: 'Guessed by the header; please check.', notGuessed: 'None of these columns is known; please choose for each.', sheet: 'Sheet', use: 'Import this sheet', rows: 'Rows: {{count}}', header: 'Header', sample: 'Sample', target: 'Is', skip: 'Leave out', noHeader: 'No header was recognised. To import this sheet, choose the row that is its header, then say what each column is. Where the first row is a resident already, choose no header.', noRow: 'No header', useNoRow: 'There is no header: the first row is a resident', letter: 'Column {{letter}}', firstRows: 'The first rows of the sheet, masked', useRow: 'Row {{row}} is the header', headerRow: 'Header in', chooseRow: 'Choose a row', otherRows: 'Titles and instructions, not imported: {{count}} rows', remembered: 'Filled in as last time.', forget: 'Forget, guess anew', ownerCode: 'Owner\'s code (links the sheets)',
      needs: 'Each sheet takes a room (or building and room), or a name with a phone, an ID number or an owner\'s code.', targetGroups: { person: 'Resident', room: 'Room', car: 'Vehicle and space' }, relation: 'Relation to the room', idType: 'Kind of ID', pinyin: 'How the name is read', supervisor: 'The preview takes a supervisor\'s PIN', preview: 'Preview', previewing: 'Comparing…',
      targetOf: '"{{header}}" is',
    },
    preview: {
      title: 'What it will become', lead: 'Nothing is written yet. Look it over, then confirm.', counts: { rows: 'Rows', new: 'New', changed: 'Changed', same: 'Same', ambiguous: 'To ask', rejected: 'Rejected', rooms: 'Rooms', vehicles: 'Vehicles', spaces: 'Spaces' }, list: 'Row by row', row: 'Row {{row}}', confirm: 'Writing takes the supervisor\'s PIN once more',
      write: 'Write {{count}} rows', nothing: 'There is nothing to write.', partly: 'This is a part of them; all will be written.', all: 'All',
    },
    progress: {
      title: 'Writing', lead: 'You can cancel: then not one row is written.', phases: { reading: 'Reading', checking: 'Comparing', writing: 'Writing', finishing: 'Finishing', undoing: 'Undoing' }, of: '{{done}} of {{total}} rows', left: 'About {{time}} left', unknown: 'Estimating', cancel: 'Cancel, write nothing', cancelling: 'Cancelling…',
    },
    result: {
      title: 'Import done', created: 'People created: {{count}}', changed: 'People changed: {{count}}', same: 'Rows already on record: {{count}}', rejected: 'Rows rejected: {{count}}', reasons: 'Rejected rows',
      counter: 'Back to the counter', another: 'Import another',
    },
    questions: {
      lead: 'The names of these rows fit somebody, other things do not, and the program will not guess. Settle each row, or all the rest at once.', rest: 'All the rest', same: 'Same person', other: 'Somebody else', 'leave-out': 'Leave out', colon: ': ', inRecords: 'on record', inRow: 'row {{row}} of this file',
      differs: { phone: 'another phone', idNumber: 'another ID number' }, open: 'Not settled yet: {{count}}.', unlisted: 'Not listed: {{count}}; "All the rest" counts for them, but one that fits several people is left out.', keys: 'Press 1 for the same person, 2 for somebody else, 3 to leave out.', needed: 'Rows to settle before anything is written: {{count}}',
    },
    rejects: {
      title: 'Correct and import again', lead: 'Save the rejected rows as a spreadsheet with the reason beside each. Correct it and import it; what is already here is not doubled.', holds: 'The spreadsheet is in clear, with names, phones and ID numbers. Keep it where nobody else can take it, and dispose of it once it is imported.', choose: 'Choose where to save…', elsewhere: 'Another place…',
      proof: 'Saving "{{file}}" takes a supervisor\'s PIN', save: 'Save the spreadsheet', saving: 'Saving…', saved: 'Rows saved: {{count}}, in {{file}}',
    },
    original: {
      there: 'The spreadsheet "{{file}}" is still there, in clear', can: 'The program can overwrite it with random bytes and delete it, past the bin. On a hard disk, what was overwritten does not come back.',
      cannot: 'On an SSD or a USB stick, on a disk with snapshots or a network drive, the new bytes may land elsewhere and the old ones stay, out of any program\'s reach; only disk encryption covers that.', copies: 'Copies in chats, in mail, on USB sticks and in backups are yours to delete.',
      dispose: 'Dispose of the spreadsheet…', confirm: 'Overwrite and delete it for good', keep: 'Keep it for now', busy: 'Overwriting…', gone: '"{{file}}" was overwritten and deleted.', named: 'The file has another name (a hard link) elsewhere: the name is still there, its content is gone.',
    },
    leave: 'Leave the import',
  },

  undo: { edited: 'Edited by somebody since: {{count}}', notListed: 'Not listed: {{count}}', keepEdited: 'Keep what was edited' },

  imports: {
    title: 'Earlier imports', lead: 'An import can be undone: what it added goes, what it changed returns, every other record stays as it is.', columns: { when: 'Time', who: 'Staff', file: 'File', rows: 'Rows', created: 'New', changed: 'Changed', rejected: 'Rejected', state: 'Undo' },
    undoneBy: 'Undone by {{name}}, {{time}}', tooOld: 'Made by an earlier version; cannot be undone', undo: 'Undo…', undoOf: 'Undo "{{file}}"', empty: 'No spreadsheet has been imported yet.', undoTitle: 'Undo "{{file}}"', willRemove: 'People it added go: {{count}}', willRestore: 'People it changed return to what they were: {{count}}',
    willFree: 'Rooms it added go where nobody else uses them (added: {{count}})', gone: 'Old values deleted for good after 30 days: {{count}}. They cannot return, so the present ones stay', nothing: 'This import changed no record; undoing it only makes a note of it.', what: { created: 'Added person', changed: 'Changed person', room: 'Room' },
    proof: 'Undoing takes a supervisor\'s PIN', confirm: 'Undo this import', running: 'Undoing', cancel: 'Cancel, change nothing', undone: 'Undone. People removed: {{removed}}, rooms removed: {{rooms}}, people returned to what they were: {{restored}}.', kept: 'Left as edited: {{count}}.',
  },

  log: {
    sheet: 'recovery sheet', roomNote: 'note of the room', newDay: 'ended {{ended}}; {{gone}} values kept for 30 days removed', patterns: 'Patterns: {{patterns}}, rooms read anew: {{moved}}, left: {{kept}}', title: 'Log', and: ', ', lead: 'Every sign-in, search, check, reveal and change is here and cannot be altered.', verify: 'Check the log', verifying: 'Checking…', good: 'All entries hold together: {{count}}.', bad: 'From entry {{seq}} on: {{problem}}.', badNowhere: 'Not in order: {{problem}}.', head: 'Fingerprint of the end',
    columns: { seq: 'No.', time: 'Time', who: 'Who', action: 'What', person: 'Resident', field: 'Fields', reason: 'Why', outcome: 'Outcome' }, older: 'Earlier entries', empty: 'No entries yet.', back: 'Back to the counter', with: 'with {{name}}', ticket: 'ticket {{ticket}}', end: 'This is the first entry.',
  },

  help: {
    title: 'Keys', groups: { find: 'Finding', person: 'A resident', all: 'Any time' }, keys: {
      type: 'Just type to search',
      number: 'A digit or # first: searches by number, and the number stays nowhere else',
      arrows: 'Choose a result',
      enter: 'Open it',
      narrow: 'More rooms, names, phones or plates, again for the next 50; all kinds with 0',
      task: 'Choose a task',
      verify: 'Verify the visitor',
      reveal: 'Reveal a field (the first phone unless another is chosen)',
      note: 'Note what was done',
      escape: 'Hide, go back',
      add: 'Add a resident',
      rooms: 'Find a room',
      import: 'Import a spreadsheet',
      privacy: 'Visitor view: only what the visitor may see',
      handover: 'hand over: this shift on a sheet, and who takes over',
      lock: 'Lock now',
      zoomIn: 'Larger',
      zoomOut: 'Smaller',
      zoomReset: 'The usual size',
      help: 'Show these keys',
    },
  },

  records: {
    nothing: 'No occupancy, vehicle or other record yet.', add: 'Add a record', addTitle: 'Add: {{kind}}', editTitle: 'Edit: {{kind}}', over: 'Over: {{count}}', optional: '{{label}} (optional)', dayHint: 'Like 2026-01-31',
    wrong: { needed: 'This has to be filled in.', day: 'Write it like 2026-01-31.', number: 'A number, with at most two decimals.' }, deposit: 'deposit ¥{{deposit}}', vaccinated: 'vaccinated {{day}}', given: 'notice given {{day}}', consented: 'consented {{day}}', withdrawn: 'withdrawn {{day}}',
    end: 'End it…', withdraw: 'Withdraw consent…', remove: 'Entered by mistake…', endsOn: 'Over from', withdrawnOn: 'Withdrawn on', removeLead: 'Only for what was entered by mistake: it is not kept, and its sealed values go with it. For what is really over, end it instead.',
    ways: { save: 'Save', end: 'End it', remove: 'Remove it' },
  },
  merge: {
    title: 'Merge duplicates', choose: 'Find the other record with the search box above and press Enter on it.', lead: 'The rooms, vehicles, other records and contacts of the one that goes move to the one that stays; what finds no place is kept sealed for 30 days.', stays: 'Stays', goes: 'Goes into it', swap: 'Swap the two', mayDiffer: 'The ID numbers differ, and it is one person all the same', submit: 'Merge', merging: 'Merging…',
    earlier: 'Merged into this record within 30 days', when: 'by {{name}}, {{at}}; can be undone until {{until}}', undo: 'Undo…', undoTitle: 'Undo the merge · {{name}}', undoLead: 'Both records become what they were before: each has its own records, phones, ID number and notes again. What was added since stays with this one.', undoSubmit: 'Undo the merge', undoing: 'Undoing…',
    logged: { gone: 'merged into resident {{id}}', into: 'resident {{id}} merged into this one', apart: 'resident {{id}} is apart again; left as edited: {{kept}}', back: 'apart from resident {{id}} again' }, ownFacts: 'Name, sex and the like',
  },
  guardian: { how: 'The guardian is', linked: 'In the records', words: 'Not in the records: name and phone', room: 'Room where the guardian lives', find: 'Find', nobody: 'Nobody is recorded in such a room.', whichRoom: 'Which room', who: 'Lives in {{room}}', open: 'Open the guardian\'s record', minor: 'A guardian is recorded for this resident: notices and consent go to the guardian.' },
  replaced: {
    title: 'Replaced values', lead: 'Sealed values that were replaced or removed are kept for 30 days. One goes back unseen; what stands there now is kept in its turn.', none: 'Nothing was replaced within 30 days.', when: 'replaced {{replaced}}, kept until {{until}}', restore: 'Put back',
  },
  room: {
    title: 'Rooms', panel: 'Room', none: 'Open a room', noneLead: 'Write its number on the left and choose one.', people: 'Lives here now', before: 'Lived here before: {{count}}', nobody: 'Nobody is recorded here now.', morePeople: 'There are many; these are the first 200.', facts: 'The room', area: '{{area}} m²',
    yesNo: { yes: 'Yes', no: 'No' }, editTitle: 'Edit the room', statusText: 'The spreadsheet said "{{words}}".', find: 'Find a room', findLead: 'Rooms are found whether somebody lives there or not.', livedIn: 'lived in', notLivedIn: 'nobody recorded', more: 'There are more: write the whole number.', unknown: 'There is no such room.', add: 'Add the room "{{text}}"',
  },

  staff: {
    title: 'Staff', lead: 'Who can open the vault. Adding, leaving, another role, a forgotten PIN: all of it is done here, and each says first who has to be there.', you: '(you)', never: 'Never signed in',
    columns: { name: 'Name', role: 'Role', since: 'Since', last: 'Last sign-in', state: 'State', actions: 'Actions' },
    flags: { closed: 'Way in closed', waiting: 'Has to wait {{wait}}', dormant: 'Not here for 90 days', twoRoles: 'Two roles', last: 'The last one', suspended: 'Was not there, shut out' },
    actions: { add: 'Add somebody', role: 'Change role', reset: 'Reset PIN', rename: 'Rename', leave: 'Leaves', open: 'Open again' },
    titles: { add: 'Add somebody', role: 'Another role for {{name}}', reset: 'A new PIN for {{name}}', rename: 'Another name for {{name}}', leave: '{{name}} leaves', open: 'Open again for {{name}}' },
    rail: 'Steps', steps: { what: 'What will happen', proof: 'Everybody\'s PIN', done: 'Done' }, cancel: 'Cancel', toList: 'Back to the staff',
    points: {
      'add-receptionist': 'A receptionist searches and verifies, and opens one contact field at a time with PIN and reason; no ID numbers.', 'add-supervisor': 'A supervisor opens every field, co-signs, imports and acknowledges alarms.', 'add-admin': 'An admin looks after staff, policy, keys and backups, and opens nobody\'s phone or ID number.',
      ownPin: 'The new PIN is typed by its owner, here and now. Nobody else looks or writes it down.', role: 'Another role is other keys: the old PIN ends at once, and the new role has a new one.', reset: 'A forgotten PIN cannot be found again: there are new keys, and a new PIN.', resetOpens: 'A wait or a closed way in ends with it.',
      rename: 'The lock screen and the log use the new name at once. The PIN stays.', leave: 'The way in, the place in the roster and the keys of {{name}} are gone at once. They cannot sign in any more.', leaveKeys: 'The keys that they have used are to be changed within 24 hours; until then every screen says so in red.', leaveLog: 'What they have done stays in the log, under their name.',
      open: 'Too many wrong PINs: the way in waits or is closed. If {{name}} knows the PIN, it is opened here.', openForgot: 'If not, use "Reset PIN".',
    },
    who: 'Who', somebodyNew: 'Somebody new', sameAs: 'Somebody of the list: {{name}}', nameHint: 'As the lock screen shows it. If two have one name, add what tells them apart.', newName: 'New name',
    twoRolesWarn: 'One person in two roles watches themselves. It is allowed, and noted in the list and in the evidence. Each role has a PIN of its own.', leaveTwoRoles: 'They have another role as well, which is a second leave.',
    need: { title: 'Who has to be there', newcomer: 'The new person, who types their own PIN', owner: 'The person, who types their own new PIN', supervisor: 'A supervisor with their PIN', admin: 'Another admin with their PIN', root: 'Another admin or supervisor of set-up with their PIN', orSheet: '(or the recovery sheet)', you: 'You, an admin, with your PIN' },
    part: { owner: '{{name}}', supervisor: 'Supervisor', admin: 'The other admin', root: 'Another of set-up', you: 'You, the admin' },
    second: { who: 'Who is here', choose: 'Choose', pin: 'Their PIN', sheet: 'The recovery sheet', nobody: 'There is no other supervisor now: this cannot be done.' },
    submit: { add: 'Add', role: 'Change role', reset: 'Reset PIN', rename: 'Rename', leave: '{{name}} leaves', open: 'Open again' },
    done: { add: '{{name}} is added ({{role}}) and can sign in now.', role: '{{name}} is now: {{role}}. The new PIN counts.', reset: 'The PIN of {{name}} is reset; the old one ends.', rename: 'The name is now {{became}}.', leave: '{{name}} has left; their way in is gone.', open: 'The way in of {{name}} is open again, with the PIN as before.' },
    doneTwoRoles: 'The lock screen has two ways in by this name: choose by the role.', doneKeys: 'Within 24 hours, change the store key and the keys of both tiers.',
  },
  due: { theft: 'Theft: {{left}} steps left', theftTell: 'A theft is suspected and not all keys are rotated yet. Tell an admin and a supervisor.', today: 'Change keys by {{time}}', tomorrow: 'Change keys by {{time}} tomorrow', over: 'Key change overdue', tell: 'Somebody has left, and the keys that they used have to be changed. Tell an admin.', go: 'Change them now' },
  changePin: { title: 'Change PIN', lead: 'The old PIN ends at once. Nobody else notices.', before: 'Your PIN now', submit: 'Change PIN', done: 'Your PIN is changed. Sign in with the new one next time.', open: 'Change my PIN…' },
  shift: {
    title: 'Handover', lead: 'What you did in this shift. Let the next person read it, then choose them; the screen locks at once, and they type their own PIN.', button: 'Hand over', next: 'Who takes over', nobody: 'There is nobody to take over.', print: 'Print the shift sheet', printed: 'Sent to the printer.', paper: 'Shift sheet',
    of: '{{name}} · {{role}}', span: '{{from}} to {{until}}', counts: { searches: 'Searches', opened: 'Records and rooms opened', verified: 'Verified', revealed: 'Revealed', emergencies: 'Emergencies', changed: 'Entered and changed', wrongPins: 'Wrong PINs' }, copies: 'Printed copies still out',
    reveals: 'What was revealed', noReveals: 'Nothing was revealed in this shift.', moreReveals: 'The last {{count}}; the log has the others.', columns: { seq: 'Entry', at: 'Time', field: 'What', reason: 'Reason' },
    head: 'The end of the log', headWhy: 'Print it, or write number and fingerprint into the shift book: should somebody change the log, the paper is what counts.', headSeq: 'Entry {{seq}}', signature: { from: 'Handed over by', to: 'Taken over by' },
  },

  unsaved: { title: 'Not saved yet', lead: 'What you have filled in is lost if you leave now.', stay: 'Go on filling in', discard: 'Leave without saving' },

  task: {
    title: 'What is to be done?', find: 'A number or first letters: 3, par', none: 'No such task. Try another word.', button: 'Task', strip: 'In hand: {{task}}', end: 'Leave the task', unsaid: 'Not said: {{what}}', and: ', ', plate: 'Plate: 桂M12345, m123',
    steps: { find: 'Find the resident', plate: 'Find by plate', room: 'Ask for the room', verify: 'Verify', 'verify-other': 'Verify the other', call: 'Show the phone, call', open: 'Reveal', full: 'Open in full', extract: 'Show what is asked', glass: 'Open for emergency', note: 'Note' },
  },
  note: {
    title: 'Counter note', list: 'Done at the counter', add: 'Add a note', none: 'Nothing yet.', older: 'Earlier ones', read: 'Read', task: 'What was done', choose: 'Choose', outcome: 'Outcome', room: 'Which room', words: 'In words (optional)', wordsHint: 'Kept encrypted; reading takes PIN and reason.', save: 'Save the note',
  },
  glass: {
    title: 'Open for an emergency', lead: 'The emergency contact and all phones at once, for 60 seconds; each is logged, and the supervisor will see it.', words: 'What has happened', wordsHint: 'For example: water from the 12th floor, owner away. At least 4 characters.', open: 'Open now', shown: 'The emergency contacts are shown',
    count: 'Emergencies: {{count}}', page: 'Opened in emergencies', pageLead: 'Read each, ask, then acknowledge; that is logged too.', none: 'Nothing to acknowledge.', found: 'What you found out', foundHint: 'For example: asked the shift, there was a leak. At least 4 characters.', acknowledge: 'Acknowledge', acknowledgeOf: 'Acknowledge what {{name}} opened',
    yourOwn: { another: 'You opened this yourself; another supervisor has to acknowledge it.', 'you-alone': 'You opened this yourself. There is no other supervisor, so you may acknowledge it; the log says that it was you.' },
    seenBefore: 'Acknowledged', seenBy: '{{name}}, {{time}}: {{words}}',
  },
  roomCheck: { title: 'Which room does the visitor ask for?', room: 'Room', ask: 'Check the room' },

  settings: {
    title: 'Settings', language: 'Language', theme: 'Appearance', zoom: 'Size', idle: 'Locks by itself after', idleSeconds: '{{seconds}} s', version: 'Version {{version}}', kept: 'Changes apply at once.',
  },
};
