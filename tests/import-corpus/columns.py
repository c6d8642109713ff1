"""What stands in the columns of a list: each function makes one that puts down a cell of a row and says what it is."""
from datetime import date

from book import Cell

WORDS = {"owner": "业主", "co-owner": "共有人", "family": "家属", "tenant": "租客"}
ALSO = {"已入住": ["lived-in", "已入住"], "空置": ["vacant", "空置", "空闲"], "出租": ["let", "出租", "已出租"], "未售": ["unsold", "未售"], "装修中": ["renovating", "装修中"]}

def kind(relation):
    return "co-owner" if isinstance(relation, list) else relation

def plain(value):
    """What nobody keeps: a value, or a function of the row."""
    return value if callable(value) else lambda row: value

def number_of_row(row):
    return row.n

def place(form, *parts, once=None):
    """`form`: a text with {b} {u} {r} {e}, or a function of the room."""
    def what(row):
        room = row.room
        text = form(room) if callable(form) else form.format(b=room.building, u=room.unit, r=room.room, e=room.estate)
        return Cell(text, *room.parts(*parts))
    what.once = once
    return what

def building(form="{b}栋", once=None):
    return place(form, "building", once=once)

def unit(form="{u}单元", once=None):
    return place(form, "unit", once=once)

def number(form="{r}", *also, once=None):
    return place(form, "room", *also, once=once)

def whole(form, once=None):
    return place(form, once=once)

def name(tells_relation=True, vacant="", form="{}"):
    def what(row):
        if row.person is None:
            return vacant
        p = row.person
        return Cell(form.format(p.name), p.fact("name", p.name), p.fact("relation", row.relation, row.room) if tells_relation else None)
    return what

def names(separator="、", vacant="", tells_relation=True):
    """Everybody of the row in one cell."""
    def what(row):
        facts = [fact for p, relation in row.people for fact in (p.fact("name", p.name), p.fact("relation", relation, row.room))]
        return Cell(separator.join(p.name for p, _ in row.people) or vacant, *[fact for fact in facts if tells_relation or fact[1] == "name"])
    return what

def relation(words=WORDS):
    def what(row):
        if row.person is None:
            return ""
        word = words[kind(row.relation)]
        return Cell(word(row) if callable(word) else word, row.person.fact("relation", row.relation, row.room))
    return what

def field(of, show=lambda value: value, none=""):
    """A field of the row's person: what the vault is to hold, and how the cell shows it."""
    key, get = of if isinstance(of, tuple) else (of, lambda p: getattr(p, of))

    def what(row):
        value = get(row.person) if row.person is not None else None
        return none if value is None else Cell(show(value), row.person.fact(key, str(value)))
    return what

def phone(show=lambda value: value, none=""):
    return field("phone", show, none)

def phones(separator="、"):
    """Of everybody of the row, in the order of their names."""
    return lambda row: Cell(separator.join(p.phone for p, _ in row.people), *[p.fact("phone", p.phone) for p, _ in row.people])

def id_number(show=lambda value: value, none=""):
    return field(("idNumber", lambda p: p.id), show, none)

def ids(separator="、"):
    return lambda row: Cell(separator.join(p.id for p, _ in row.people), *[p.fact("idNumber", p.id) for p, _ in row.people])

def sex(words=("男", "女")):
    return lambda row: "" if row.person is None else Cell(words[row.person.female], row.person.fact("sex", "female" if row.person.female else "male"))

def plate(none="", share=10):
    """Where `share` in ten have a car."""
    return lambda row: none if row.person is None or int(row.person.phone[-1]) >= share else Cell(row.person.plate, row.person.fact("plate", row.person.plate))

def of_room(key, get, show=lambda value: value, once=None):
    def what(row):
        value = get(row.room)
        return "" if value in (None, "") else Cell(show(value), row.room.fact(key, f"{value:g}" if isinstance(value, float) else str(value)))
    what.once = once
    return what

def area(show=lambda value: value, once=None):
    return of_room("area", lambda room: room.area, show, once)

def layout(once=None):
    return of_room("layout", lambda room: room.layout, once=once)

def floor(show=lambda value: value, once=None):
    return of_room("floor", lambda room: room.floor, show, once)

def status(words, once=None):
    """`words`: a function of the row."""
    def what(row):
        word = words(row)
        return Cell(word, row.room.fact("status", ALSO.get(word, word))) if word else ""
    what.once = once
    return what

# --- dates

def formatted(form):
    def show(day):
        cell = Cell(day)
        cell.format = form
        return cell
    return show


HAN = "〇一二三四五六七八九"

def in_han(n):
    tens, ones = divmod(n, 10)
    return ("" if tens == 0 else "十" if tens == 1 else HAN[tens] + "十") + (HAN[ones] if ones else "")


DATES = {
    "cell": lambda d: d,
    "cell in words": formatted("yyyy\"年\"m\"月\"d\"日\""),
    "dashes": lambda d: d.isoformat(),
    "slashes": lambda d: f"{d.year}/{d.month}/{d.day}",
    "dots": lambda d: f"{d.year}.{d.month}.{d.day}",
    "eight digits": lambda d: d.strftime("%Y%m%d"),
    "words": lambda d: f"{d.year}年{d.month}月{d.day}日",
    "serial": lambda d: (d - date(1899, 12, 30)).days,
    "with a time": lambda d: d.isoformat() + " 00:00:00",
    "han": lambda d: "".join(HAN[int(digit)] for digit in str(d.year)) + f"年{in_han(d.month)}月{in_han(d.day)}日",
    "number": lambda d: int(d.strftime("%Y%m%d")),
}

def shown(day, form):
    return DATES[form](day)

def dated(key, w, forms, of="person", first=2008, last=2023):
    """A day of the row's person and home, or of its room, in each of the forms in turn."""
    def what(row):
        if of == "person" and row.person is None:
            return ""
        day = w.past(first, last)
        value = shown(day, forms[row.n % len(forms)])
        cell = value if isinstance(value, Cell) else Cell(value)
        cell.facts = [row.room.fact(key, day.isoformat()) if of == "room" else row.person.fact(key, day.isoformat(), row.room)]
        return cell
    return what

# --- spelling

def wide(text):
    """Full-width."""
    return "".join(chr(ord(sign) + 0xFEE0) if "!" <= sign <= "~" else sign for sign in str(text))

def grouped(text):
    return f"{text[:3]} {text[3:7]} {text[7:]}"

def dashed(text):
    return f"{text[:3]}-{text[3:7]}-{text[7:]}"

# --- remarks

def remark(row, text):
    return Cell(text, row.person.fact("remark", text))


REMARKS = ["钥匙在前台", "电话打不通", "老人独居，上门先打电话", "门铃坏", "养大型犬"]

def remarks(every=5):
    return lambda row: remark(row, REMARKS[row.n % len(REMARKS)]) if row.person and row.n % every == 0 else ""
