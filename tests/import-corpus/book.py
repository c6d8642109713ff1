"""
A workbook as it grows, and what is true of it: every cell is put down together with what it says of whom. Written by the programs
that offices use. Knows nothing of the importer.
"""
import csv
import gzip
import json
import os
import subprocess
import sys
import tempfile
import zlib
from datetime import date

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "../office-files"))
from people import WEIGHTS, Estate

BOOKS = []
# Of another corpus: other people, and in listed workbooks other headings in another order.
SEED = sys.argv[3] if len(sys.argv) > 3 else ""

class Cell:
    """What stands in a cell, and facts: (whose, field, value, room, flag)."""

    def __init__(self, value, *facts):
        self.value = value
        self.facts = [fact for fact in facts if fact is not None]

class Person:
    def __init__(self, key, world):
        self.key, self.name, self.phone, self.id = key, world.unique_name(), world.phone(), world.id_number()
        self.phones, self.female = [self.phone], int(self.id[16]) % 2 == 0
        self.plate, self.sure = world.plate(), True

    def fact(self, field, value, room=None, flag=False):
        return (self.key, field, value, room.key if room else "", flag)

class Room:
    def __init__(self, key, building, unit, room, estate="", text=None):
        self.key, self.building, self.unit, self.room, self.estate, self.text = key, building, unit, room, estate, text
        self.area, self.layout, self.status = None, None, None

    @property
    def floor(self):
        return str(int(self.room[:-2])) if self.room[:-2].isdigit() else ""

    def fact(self, field, value):
        return (self.key, field, value, "", False)

    def parts(self, *names):
        """Facts of its address, all from one cell."""
        if self.text is not None:
            return []
        return [self.fact(name, getattr(self, name)) for name in names or ("estate", "building", "unit", "room") if getattr(self, name)]

class Home:
    """A room and who belongs to it: (person, relation), the owner first; none where it is vacant."""

    def __init__(self, room, members=()):
        self.room, self.members = room, list(members)

    def of(self, *relations):
        return [person for person, relation in self.members if relation in relations]

class World(Estate):
    """Rooms and people of one workbook, the same for the same name."""

    def __init__(self, name):
        super().__init__(zlib.crc32((name + SEED).encode()))
        self.rooms, self.people, self.names = {}, {}, set()

    def unique_name(self):
        while True:
            name = self.name()
            if name not in self.names and len(set(name)) == len(name):
                self.names.add(name)
                return name

    def person(self, name=None):
        person = Person(f"p{len(self.people) + 1}", self)
        person.name = name or person.name
        self.people[person.key] = person
        return person

    def room(self, building="", unit="", room="", estate="", text=None):
        made = Room(f"r{len(self.rooms) + 1}", building, unit, room, estate, text)
        made.area = round(58 + self.random.random() * 90, 2)
        made.layout = self.random.choice(["两室一厅", "三室两厅", "三室一厅", "四室两厅"])
        self.rooms[made.key] = made
        return made

    def home(self, room, owners=1, family=0, tenants=0):
        members = [(self.person(), "owner" if n == 0 else ["co-owner", "owner"]) for n in range(owners)]
        members += [(self.person(), "family") for _ in range(family)] + [(self.person(), "tenant") for _ in range(tenants)]
        return Home(room, members)

    def homes(self, count, buildings=("1", "2", "3"), units=("1", "2"), floors=9, each=2, estate="", vacant=0, family=0, tenants=0, co=0):
        """`vacant`, `family`, `tenants`, `co`: of how many in ten homes that is so."""
        made = []
        places = [(b, u, f"{f}{n:02}") for b in buildings for u in units for f in range(1, floors + 1) for n in range(1, each + 1)]
        step = max(1, len(places) // count)
        for b, u, r in places[::step][:count]:
            room = self.room(b, u, r, estate)
            if self.below(10) < vacant:
                made.append(Home(room))
                continue
            some = lambda share: 1 if self.below(10) < share else 0
            made.append(self.home(room, 1 + some(co), some(family) * (1 + self.below(2)), some(tenants)))
        return made

    def past(self, first=2008, last=2023):
        return date(first + self.below(last - first), 1 + self.below(12), 1 + self.below(28))

class Sheet:
    def __init__(self, name, residents=True, heads=(), **said):
        self.name, self.residents, self.heads, self.said = name, residents, list(heads), said
        self.grid, self.merges, self.formats, self.hidden, self.facts, self.columns = {}, [], {}, [], [], {}
        self.next = 1

    def put(self, row, column, value, merge=None):
        """1-based. `merge`: to which row and column."""
        cell = value if isinstance(value, Cell) else Cell(value)
        if cell.value is not None and cell.value != "":
            self.grid[row, column] = cell.value
            if isinstance(cell.value, date):
                self.formats[row, column] = getattr(cell, "format", "yyyy-mm-dd")
        for of, field, said, room, flag in cell.facts:
            self.facts.append([f"{letters(column)}{row}", of, field, said] + ([room] if room or flag else []) + (["flag"] if flag else []))
            self.columns.setdefault(column, set()).add(field)
        if merge is not None and merge != (row, column):
            self.merges.append((row, column, *merge))

    def line(self, *values):
        for column, value in enumerate(values, 1):
            self.put(self.next, column, value)
        self.next += 1
        return self.next - 1

    def says(self, column, *fields):
        """What a column says whose cells stand for several rows."""
        self.columns.setdefault(column, set()).update(fields)

    def title(self, text, width):
        self.put(self.next, 1, text, (self.next, width))
        self.next += 1

    def head(self, heads):
        """One row of headings, or several where a heading is a tuple: those above, merged as far as they are alike."""
        depth = max(len(head) if isinstance(head, tuple) else 1 for head in heads)
        levels = [head if isinstance(head, tuple) else (head,) * depth for head in heads]
        levels = [head + (head[-1],) * (depth - len(head)) for head in levels]
        taken = set()
        for level in range(depth):
            for at, head in enumerate(levels):
                if (level, at) in taken:
                    continue
                right = at
                while right + 1 < len(levels) and levels[right + 1][:level + 1] == head[:level + 1] and len(set(head)) > 1 and level + 1 < depth:
                    right += 1
                down = level
                while down + 1 < depth and all(one[down + 1] == head[level] for one in levels[at:right + 1]):
                    down += 1
                taken |= {(l, c) for l in range(level, down + 1) for c in range(at, right + 1)}
                self.put(self.next + level, at + 1, head[level], (self.next + down, right + 1) if depth > 1 else None)
        self.heads += list(range(self.next, self.next + depth))
        self.next += depth

    def table(self, columns, rows, head=True):
        """`columns`: (heading, what of a row). A column made `once` is put down at the first row of a home, merged over the others where it says so."""
        if head:
            self.head([column[0] for column in columns])
        for n, row in enumerate(rows, 1):
            row.n = n
            for at, (_, what) in enumerate(columns, 1):
                if getattr(what, "once", None) and not row.first:
                    continue
                merge = (self.next + row.span - 1, at) if getattr(what, "once", None) == "merged" else None
                self.put(self.next, at, what(row), merge)
            self.next += 1

class Row:
    """One row: a home, the people of it that stand here, whether it is the home's first and over how many rows it goes."""

    def __init__(self, home, people, first=True, span=1):
        self.home, self.room, self.people, self.first, self.span, self.n = home, home.room, people, first, span, 0

    @property
    def person(self):
        return self.people[0][0] if self.people else None

    @property
    def relation(self):
        return self.people[0][1] if self.people else None

def by_person(homes):
    return [Row(home, [member], at == 0, len(home.members)) for home in homes for at, member in enumerate(home.members)] \
        if all(home.members for home in homes) else [row for home in homes for row in (by_person([home]) if home.members else [Row(home, [])])]

def by_room(homes):
    return [Row(home, [member for member in home.members if member[1] == "owner" or member[1] == ["co-owner", "owner"]]) for home in homes]

def letters(column):
    return (letters((column - 1) // 26) if column > 26 else "") + chr(65 + (column - 1) % 26)

def book(file, tool, *habits, after=None):
    """Of a function that fills `b`, a list of sheets, with the help of `w`, a world; that of the workbook that it comes after."""
    def keep(fill):
        BOOKS.append((file, tool, habits, after, fill))
        return fill
    return keep

def truth_of(file, tool, habits, after, sheets, world):
    plain = file.endswith(".csv")
    name = lambda sheet: "" if plain else sheet.name
    used = {fact[1] for sheet in sheets for fact in sheet.facts} | {fact[4] for sheet in sheets for fact in sheet.facts if len(fact) > 4 and fact[4]}
    show = lambda value: json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    rooms = {key: room.text if room.text is not None else [room.estate, room.building, room.unit, room.room] for key, room in world.rooms.items() if key in used}
    people = {key: person.name for key, person in world.people.items() if key in used}
    of_sheets = [{"sheet": name(sheet), "residents": sheet.residents, "heads": sheet.heads, **sheet.said} for sheet in sheets]
    columns = [{"sheet": name(sheet), "column": letters(at), "fields": sorted(fields)} for sheet in sheets for at, fields in sorted(sheet.columns.items())]
    values = ",\n".join(f"{show(name(sheet))}:[\n" + ",\n".join(map(show, sheet.facts)) + "]" for sheet in sheets if sheet.facts)
    head = f'"file":{show(file)},"madeBy":{show(tool)},"habits":{show(list(habits))},' + (f'"after":{show(after)},' if after else "") + f'\n"rooms":{show(rooms)},\n"people":{show(people)},\n'
    return "{" + head + f'"values":{{{values}}},\n"answers":{{"sheets":{show(of_sheets)},\n"columns":{show(columns)}}}}}\n'

# --- programs

def by_openpyxl(sheets, path):
    import openpyxl
    workbook = openpyxl.Workbook()
    workbook.remove(workbook.active)
    for sheet in sheets:
        made = workbook.create_sheet(sheet.name)
        for (row, column), value in sheet.grid.items():
            cell = made.cell(row, column, value)
            cell.number_format = sheet.formats.get((row, column), cell.number_format)
        for top, left, bottom, right in sheet.merges:
            made.merge_cells(start_row=top, start_column=left, end_row=bottom, end_column=right)
        for column in sheet.hidden:
            made.column_dimensions[letters(column)].hidden = True
    # .et of WPS is the same archive under another name.
    workbook.save(path)

def by_xlsxwriter(sheets, path):
    import xlsxwriter
    workbook = xlsxwriter.Workbook(path)
    for sheet in sheets:
        made = workbook.add_worksheet(sheet.name)
        style = lambda place: workbook.add_format({"num_format": sheet.formats[place]}) if place in sheet.formats else None
        for top, left, bottom, right in sheet.merges:
            made.merge_range(top - 1, left - 1, bottom - 1, right - 1, "")
        for place, value in sheet.grid.items():
            row, column = place[0] - 1, place[1] - 1
            made.write_datetime(row, column, value, style(place)) if isinstance(value, date) else made.write(row, column, value, style(place))
    workbook.close()

def by_xlwt(sheets, path):
    import xlwt
    workbook = xlwt.Workbook(encoding="utf-8")
    for sheet in sheets:
        made = workbook.add_sheet(sheet.name, cell_overwrite_ok=True)
        for top, left, bottom, right in sheet.merges:
            made.merge(top - 1, bottom - 1, left - 1, right - 1)
        for (row, column), value in sheet.grid.items():
            style = xlwt.easyxf(num_format_str=sheet.formats[row, column]) if (row, column) in sheet.formats else xlwt.Style.default_style
            made.write(row - 1, column - 1, value, style)
    # xlwt knows its file by its stream and not by its name.
    with open(path, "wb") as out:
        workbook.save(out)

def size(sheet):
    return max(row for row, _ in sheet.grid), max(column for _, column in sheet.grid)

def rows_of(sheet):
    height, width = size(sheet)
    return [[sheet.grid.get((row, column)) for column in range(1, width + 1)] for row in range(1, height + 1)]

def by_pandas(sheets, path):
    """With the index that pandas writes as its first column: the sheet must have it."""
    import pandas
    with pandas.ExcelWriter(path, engine="openpyxl") as out:
        for sheet in sheets:
            head, *rows = rows_of(sheet)
            pandas.DataFrame([row[1:] for row in rows], columns=head[1:]).to_excel(out, sheet_name=sheet.name)

def by_csv(encoding, delimiter=","):
    def write(sheets, path):
        with open(path, "w", encoding=encoding, newline="") as out:
            csv.writer(out, delimiter=delimiter).writerows([["" if value is None else value for value in row] for row in rows_of(sheets[0])])
    return write

def by_odfpy(sheets, path):
    from odf.opendocument import OpenDocumentSpreadsheet
    from odf.table import CoveredTableCell, Table, TableCell, TableRow
    from odf.text import P
    document = OpenDocumentSpreadsheet()
    for sheet in sheets:
        made = Table(name=sheet.name)
        covered = {(r, c) for top, left, bottom, right in sheet.merges for r in range(top, bottom + 1) for c in range(left, right + 1) if (r, c) != (top, left)}
        spans = {(top, left): (bottom - top + 1, right - left + 1) for top, left, bottom, right in sheet.merges}
        for r, row in enumerate(rows_of(sheet), 1):
            line = TableRow()
            for c, value in enumerate(row, 1):
                more = dict(zip(("numberrowsspanned", "numbercolumnsspanned"), spans[r, c])) if (r, c) in spans else {}
                if (r, c) in covered:
                    line.addElement(CoveredTableCell())
                    continue
                if isinstance(value, (int, float)):
                    cell = TableCell(valuetype="float", value=value, **more)
                elif isinstance(value, date):
                    cell = TableCell(valuetype="date", datevalue=value.isoformat(), **more)
                else:
                    cell = TableCell(valuetype="string", **more) if value else TableCell(**more)
                if value not in (None, ""):
                    cell.addElement(P(text=str(value)))
                line.addElement(cell)
            made.addElement(line)
        document.spreadsheet.addElement(made)
    document.save(path)

def by_poi(sheets, path):
    """HSSF of Apache POI, told cell by cell."""
    lines = []
    for sheet in sheets:
        lines.append("S\t" + sheet.name)
        lines += [f"{'N' if isinstance(value, (int, float)) else 'T'}\t{row - 1}\t{column - 1}\t{value}" for (row, column), value in sheet.grid.items()]
        lines += ["M\t" + "\t".join(str(one - 1) for one in (top, bottom, left, right)) for top, left, bottom, right in sheet.merges]
    jars = ":".join(f"/usr/share/java/{name}.jar" for name in ["poi", "commons-codec", "commons-collections4", "commons-math3"])
    source = os.path.join(os.path.dirname(os.path.abspath(__file__)), "WriteByPoi.java")
    subprocess.run(["java", "-Dfile.encoding=UTF-8", "-cp", jars, source, path], input="\n".join(lines).encode(), check=True)

CONVERT = []

def by_libreoffice(sheets, path):
    draft = os.path.join(tempfile.mkdtemp(), os.path.splitext(os.path.basename(path))[0] + ".xlsx")
    by_openpyxl(sheets, draft)
    CONVERT.append((draft, path))

def convert_all():
    profile = tempfile.mkdtemp()
    for form in sorted({os.path.splitext(path)[1][1:] for _, path in CONVERT}):
        some = [(draft, path) for draft, path in CONVERT if path.endswith("." + form)]
        out = tempfile.mkdtemp()
        target = {"et": "xls"}.get(form, form)
        subprocess.run(["soffice", f"-env:UserInstallation=file://{profile}", "--headless", "--convert-to", target, "--outdir", out]
                       + [draft for draft, _ in some], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        for draft, path in some:
            os.replace(os.path.join(out, os.path.splitext(os.path.basename(draft))[0] + "." + target), path)

TOOLS = {
    "openpyxl": by_openpyxl, "XlsxWriter": by_xlsxwriter, "xlwt": by_xlwt, "pandas": by_pandas, "csv": by_csv("utf-8-sig"), "csv GBK": by_csv("gbk"), "csv UTF-8": by_csv("utf-8"), "csv UTF-16": by_csv("utf-16", "\t"),
    "odfpy": by_odfpy, "Apache POI": by_poi, "LibreOffice": by_libreoffice,
}

def make_all(folder, only=""):
    os.makedirs(folder, exist_ok=True)
    for file, tool, habits, after, fill in BOOKS:
        if only not in file:
            continue
        sheets, world = [], World(after or file)
        fill(sheets, world)
        path = os.path.join(folder, file)
        truth = truth_of(file, tool, habits, after, sheets, world)
        # What says the same stays as it is: each program writes the hour into its file.
        packed = path + ".truth.json.gz"
        if os.path.exists(path) and os.path.exists(packed) and gzip.open(packed, "rt", encoding="utf-8").read() == truth:
            continue
        TOOLS[tool](sheets, path)
        with open(packed, "wb") as out:
            out.write(gzip.compress(truth.encode("utf-8"), mtime=0))
    convert_all()
    print(len(BOOKS), "workbooks")
