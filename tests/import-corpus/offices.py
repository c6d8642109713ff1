"""The lists that offices keep, with their habits."""
from book import Cell, Home, Row, Sheet, book, by_person, by_room
from columns import (DATES, area, building, dashed, dated, field, floor, grouped, id_number, ids, in_han, layout, name, names, number, number_of_row, phone,
                     phones, place, plain, plate, relation, remark, remarks, sex, shown, status, unit, whole, wide)
from systems import add, lease, of_tenant, second_phone

FAMILY = {"owner": "户主", "co-owner": "配偶", "family": lambda row: "女儿" if row.person.female else "儿子", "tenant": "承租人"}

def cut(p):
    return Cell(p.id[:17], p.fact("idNumber", None))

def masked(p):
    return Cell(p.id[:6] + "********" + p.id[14:], p.fact("idNumber", None))

def floated(p):
    return Cell(float(p.id[:15] + "000"), p.fact("idNumber", None))  # as a spreadsheet keeps eighteen digits

def some_ids(spoil, every):
    return lambda row: "" if row.person is None else spoil(row.person) if row.n % every == 0 else id_number()(row)

def note_of_tenant(w, row, form="出租，租客{name} {phone}"):
    p = w.person()
    return Cell(form.format(name=p.name, phone=p.phone), p.fact("name", p.name), p.fact("phone", p.phone), p.fact("relation", "tenant", row.room))


# --- three lists as they were met: title and two heads with notes; a sheet for each building; masked numbers, relations and leases

@book("业主档案总表.xlsx", "openpyxl", "名单", "标题，两层表头", "楼号房号一列", "备注里有租客", "空置房", "两个业主一格", "日期用文字", "证件号缺一位")
def own_first(b, w):
    s = add(b, "总表")
    s.title("金桂花园业主档案总表（2026年5月）", 9)
    homes = w.homes(150, buildings=("1", "2", "3", "5", "6"), floors=16, co=0)
    for at in range(6):
        homes[20 + at * 21].members = []
    for at in range(8):
        homes[11 + at * 17].members.append((w.person(), ["co-owner", "owner"]))
    joined_phones = lambda row: phones("/")(row) if row.people else ""
    def joined_ids(row):
        return "" if not row.people else ids("、")(row) if len(row.people) > 1 else some_ids(cut, 10)(row)
    def note(row):
        if row.person is None:
            return "空置"
        return note_of_tenant(w, row) if row.n % 23 == 5 else remarks(9)(row)
    s.table([("序号", number_of_row), ("楼号房号", whole("{b}-{u}-{r}")), ("面积", area()), (("业主信息", "姓名"), names("、")), (("业主信息", "身份证号码"), joined_ids), (("业主信息", "联系电话"), joined_phones),
             (("入住情况", "入住时间"), dated("movedIn", w, ["words", "dots"])), (("入住情况", "车牌"), plate(share=6)), ("备注", note)], by_room(homes))

@book("分楼户主名册.xlsx", "openpyxl", "名单", "每栋一张表", "户主", "同一户第二个业主房号空着", "各栋房号相同")
def own_second(b, w):
    for house in ("1", "2", "3", "5", "6"):
        s = add(b, f"{house}栋", building=house)
        homes = w.homes(27, buildings=(house,), units=("",), floors=14)
        for at in range(3):
            homes[at * 9].members.append((w.person(), ["co-owner", "owner"]))
        s.table([("序号", number_of_row), ("房号", number("{r}", "building", "room", once="first")), ("户主", name()), ("身份证", id_number()), ("电话", phone()), ("车牌", plate(share=4))], by_person(homes))

@book("住户登记表.xls", "xlwt", "名单", "类别带括号", "证件号打星号", "租期两列", "与户主关系")
def own_third(b, w):
    s = add(b, "Sheet1")
    homes = w.homes(62, family=3, tenants=3)
    words = {"owner": lambda row: "业主（出租）" if row.home.of("tenant") else "业主", "co-owner": "业主", "family": "家属", "tenant": "租户"}
    starts = dated("leaseFrom", w, ["slashes"], first=2023, last=2025)
    ends = dated("leaseUntil", w, ["slashes"], first=2026, last=2029)
    s.table([("房号", whole("{b}-{u}-{r}")), ("姓名", name(False)), ("类别", relation(words)), ("证件号码", some_ids(masked, 9)), ("电话", phone()), ("起租日", lambda row: starts(row) if row.relation == "tenant" else ""),
             ("到期日", lambda row: ends(row) if row.relation == "tenant" else "")], by_person(homes))

# --- heads and titles

@book("收楼一览表.xlsx", "openpyxl", "名单", "三层表头", "标题两行", "制表日期")
def three_heads(b, w):
    s = add(b, "收楼")
    s.title("锦绣花园二期收楼情况一览表", 9)
    s.title("制表：客服部　　日期：2026年5月16日　　单位：平方米", 9)
    s.table([("序号", number_of_row), (("房屋", "位置", "栋"), building("{b}")), (("房屋", "位置", "房号"), number()), (("房屋", "面积", "建筑面积"), area()), (("业主", "基本情况", "姓名"), name()), (("业主", "基本情况", "证件号码"), id_number()),
             (("业主", "联系方式", "手机"), phone()), (("收楼", "收楼", "日期"), dated("deliveredOn", w, ["cell"], of="room")), ("备注", remarks())], by_room(w.homes(40, units=("",))))

@book("租赁管理台账.xlsx", "openpyxl", "名单", "两层表头，业主和租户各一组", "合并表头")
def two_groups(b, w):
    s = add(b, "租赁")
    s.table([("房号", whole("{b}栋{u}单元{r}")), (("业主信息", "姓名"), name()), (("业主信息", "电话"), phone()), (("租户信息", "姓名"), of_tenant(name())), (("租户信息", "电话"), of_tenant(phone())), (("租户信息", "身份证号"), of_tenant(id_number())),
             (("租赁合同", "开始"), lease(w, "leaseFrom", 2023, 2025)), (("租赁合同", "结束"), lease(w, "leaseUntil", 2026, 2029))], by_room(w.homes(30, tenants=7)))

@book("物业服务中心名单.xlsx", "openpyxl", "名单", "说明在表头前", "表头后有填写说明行", "合计行", "末行有注")
def instructions(b, w):
    s = add(b, "名单")
    for text in ["说明：", "1. 本表由客户服务中心填写", "2. 房号格式：栋-单元-房号", ""]:
        s.line(text)
    s.table([("编号", number_of_row), ("房号", whole("{b}-{u}-{r}")), ("业主", name()), ("电话", phone()), ("建筑面积", area())], by_room(w.homes(36)))
    s.line("合计", "36户", "", "", 3650.5)
    s.line("注：以上信息仅供内部使用，不得外传")
    s.line("制表人：刘主任", "", "审核人：")

@book("分段业主名单.xlsx", "openpyxl", "名单", "每栋一段，段有标题和表头", "段间空行")
def sections_with_heads(b, w):
    s = add(b, "名单")
    for house in ("1", "2", "3"):
        s.line(f"{house}栋业主名单")
        s.table([("房号", number("{u}-{r}", "building", "unit", "room")), ("姓名", name()), ("联系方式", phone())], by_room(w.homes(16, buildings=(house,))))
        s.next += 1

@book("单元分段名单.xls", "xlwt", "名单", "每单元一行作段名", "表头只有一次")
def sections_of_units(b, w):
    s = add(b, "住户")
    s.head(["房号", "姓名", "电话", "车牌号"])
    for house in ("7", "8"):
        for part in ("1", "2"):
            s.title(f"{house}栋{part}单元", 4)
            s.table([("", number("{r}", "building", "unit", "room")), ("", name()), ("", phone()), ("", plate(share=5))], by_room(w.homes(14, buildings=(house,), units=(part,))), head=False)

# --- buildings, units and rooms

@book("合并楼栋单元.xlsx", "openpyxl", "名单", "楼栋、单元竖向合并", "房号是数字")
def merged_buildings(b, w):
    s = add(b, "业主")
    s.head(["栋号", "单元", "房号", "业主姓名", "手机号码", "身份证号码"])
    s.says(1, "building")
    s.says(2, "unit")
    for house in ("1", "2", "3"):
        top = s.next
        for part in ("1", "2"):
            first = s.next
            homes = w.homes(7, buildings=(house,), units=(part,))
            said = lambda row: Cell(int(row.room.room), *row.room.parts("building", "unit", "room"))
            s.table([("", plain("")), ("", plain("")), ("", said), ("", name()), ("", phone(int)), ("", id_number())], by_room(homes), head=False)
            s.put(first, 2, f"{part}单元", (s.next - 1, 2))
        s.put(top, 1, f"{house}栋", (s.next - 1, 1))

@book("一户多人合并.xlsx", "openpyxl", "名单", "一户几行，房号竖向合并", "与户主关系")
def merged_families(b, w):
    s = add(b, "住户")
    s.table([("房号", whole("{b}栋{u}单元{r}", once="merged")), ("面积", area(once="merged")), ("姓名", name(False)), ("与户主关系", relation(FAMILY)), ("身份证号", id_number()), ("电话", phone())], by_person(w.homes(24, family=7, tenants=1)))

@book("一户多人空白.xls", "LibreOffice", "名单", "一户几行，房号只在第一行", "家庭成员没有电话")
def blank_families(b, w):
    s = add(b, "家庭")
    s.table([("楼栋", building("{b}号楼", once="first")), ("房间", number("{r}", once="first")), ("家庭成员", name(False)), ("关系", relation(FAMILY)), ("手机", lambda row: phone()(row) if row.first else "")], by_person(w.homes(26, units=("",), family=7)))

@book("各单元一张表.xlsx", "XlsxWriter", "名单", "每单元一张表，表名 5-1")
def sheet_a_unit(b, w):
    for part in ("1", "2", "3"):
        s = add(b, f"5栋{part}单元", building="5", unit=part)
        s.table([("房号", number("{r}", "building", "unit", "room")), ("业主", name()), ("联系电话", phone()), ("面积", area())], by_room(w.homes(16, buildings=("5",), units=(part,))))

@book("各座名册.xls", "Apache POI", "名单", "每座一张表，表里有标题", "A座 B座")
def towers(b, w):
    for tower in ("A", "B"):
        s = add(b, f"{tower}座", building=tower)
        s.title(f"时代公寓{tower}座业主名册", 5)
        s.table([("序号", number_of_row), ("房号", number("{r}", "building", "room")), ("业主姓名", name()), ("移动电话", phone()), ("证件号", id_number())], by_room(w.homes(28, buildings=(tower,), units=("",), floors=18)))

@book("分期名单.xlsx", "openpyxl", "名单", "一期二期同样的栋号", "期号一列")
def phases(b, w):
    s = add(b, "业主")
    homes = [home for phase in ("一期", "二期", "三期") for home in w.homes(14, buildings=("1", "2"), estate=phase)]
    s.table([("期", place("{e}", "estate")), ("栋", building("{b}栋")), ("单元", unit("{u}单元")), ("房号", number()), ("业主姓名", name()), ("电话", phone())], by_room(homes))

@book("别墅业主.xlsx", "openpyxl", "名单", "别墅", "一户两个电话")
def villas(b, w):
    s = add(b, "别墅")
    homes = [w.home(w.room(text=f"别墅{n}号"), co) for n, co in zip(range(1, 25), [1, 2] * 12)]
    s.table([("房号", whole(lambda room: room.text)), ("业主", names("、")), ("电话", phones("、")), ("面积", area())], by_room(homes))

@book("商铺租户.xls", "xlwt", "名单", "商铺", "公司业主", "经营户")
def shops(b, w):
    s = add(b, "商铺")
    homes = [Home(w.room(text=f"商铺S{n:02}"), [(w.person(w.unique_name() + "商贸有限公司") if n % 3 == 0 else w.person(), "owner"), (w.person(), "tenant")]) for n in range(1, 25)]
    s.table([("商铺号", whole(lambda room: room.text)), ("产权人", name()), ("产权人电话", phone()), ("经营户", of_tenant(name())), ("经营户电话", of_tenant(phone())), ("面积", area())], by_room(homes))

@book("车位台账.xlsx", "openpyxl", "名单", "车位一行一个，房号旁", "几个车牌一格", "起止日期")
def parking(b, w):
    s = add(b, "车位")
    code = lambda row: Cell(f"B1-{row.n:03}", row.person.fact("space", f"B1-{row.n:03}"))
    def plates(row):
        other = w.plate()
        return Cell(f"{row.person.plate}、{other}", row.person.fact("plate", row.person.plate), row.person.fact("plate", other)) if row.n % 4 == 0 else plate()(row)
    def day(key, year):
        return lambda row: (lambda d: Cell(d.isoformat(), row.person.fact(key, d.isoformat())))(w.past(year, year + 1))
    s.table([("车位编号", code), ("车牌", plates), ("车主", name()), ("联系电话", phone()), ("房号", whole("{b}-{u}-{r}")), ("起始日期", day("spaceFrom", 2024)), ("到期日期", day("spaceUntil", 2027))], by_room(w.homes(32)))

@book("新旧单元号.xlsx", "openpyxl", "名单", "原单元号、新单元号", "栋号的表头空着", "斜杠表示没有", "备注一到四")
def ledger(b, w):
    s = add(b, "住宅")
    s.title("和平里小区住宅业主台账", 12)
    s.line("单位：平方米")
    def members(row):
        some = row.home.of("family")
        return Cell("、".join(p.name for p in some), *[fact for p in some for fact in (p.fact("name", p.name), p.fact("relation", "family", row.room))]) if some else "/"
    old = plain(lambda row: f"{row.room.building}-{int(row.room.room) + 1000}")
    s.table([("序号", number_of_row), ("", building("{b}栋")), ("原单元号", old), ("新单元号", number()), ("收楼情况", plain("已收楼")), ("业主姓名", names("、")), ("收楼日期", dated("deliveredOn", w, ["dots", "words"], of="room")), ("备注2业主、住户联系电话", phones("；")),
             ("备注3业主身份证号码", ids("；")), ("备注4家庭成员名单", members), ("车牌", plate(none="/", share=3)), ("建筑面积（㎡）", area())], by_room(w.homes(40, units=("",), co=4, family=3)))
    t = add(b, "商铺")
    t.title("商铺", 4)
    t.table([("序号", number_of_row), ("商铺号", whole(lambda room: room.text)), ("业主姓名", name()), ("联系电话", phone())], by_room([w.home(w.room(text=f"铺{n}")) for n in range(1, 11)]))

@book("并排通讯录.xlsx", "openpyxl", "名单", "三组并排", "表头重复三次")
def side_by_side(b, w):
    s = add(b, "通讯录")
    s.title("业主通讯录", 12)
    head = ["序号", "栋号", "房号", "业主姓名"]
    s.head(head * 3)
    homes = w.homes(45, units=("",))
    top = s.next
    for at, home in enumerate(homes):
        row = Row(home, home.members)
        left = (at // 15) * 4
        for column, cell in enumerate([at + 1, building("{b}栋")(row), number()(row), name()(row)], 1):
            s.put(top + at % 15, left + column, cell)

# --- people

@book("姓名中间空格.xls", "LibreOffice", "名单", "两字姓名中间有空格", "全角空格")
def spread_names(b, w):
    s = add(b, "业主")
    def spread(row):
        p, sign = row.person, "　" if row.n % 2 else "  "
        return Cell(sign.join(p.name) if len(p.name) == 2 else p.name, p.fact("name", p.name), p.fact("relation", "owner", row.room))
    s.table([("栋", building("{b}栋")), ("单元", unit("{u}单元")), ("房号", number()), ("姓　名", spread), ("电　话", phone())], by_room(w.homes(40)))

@book("备注有租客.xlsx", "openpyxl", "名单", "备注里的租客有电话", "写法几种")
def tenants_in_notes(b, w):
    s = add(b, "业主")
    forms = ["租客：{name}，电话{phone}", "现租给{name} {phone}", "{name}（租户）{phone}", "已出租，承租人{name}{phone}"]
    s.table([("房号", whole("{b}-{u}-{r}")), ("业主姓名", name()), ("联系电话", phone()), ("备注", lambda row: note_of_tenant(w, row, forms[row.n % 4]) if row.n % 5 == 0 else remarks(7)(row))], by_room(w.homes(60)))

@book("电话几种写法.xlsx", "openpyxl", "名单", "手机加座机", "空格和短横", "姓名和电话同格：姓名：电话")
def phone_forms(b, w):
    s = add(b, "业主")
    def forms(row):
        p = row.person
        line = f"0771-{2 + w.below(7)}{w.digits(6)}"
        return [lambda: Cell(p.phone, p.fact("phone", p.phone)), lambda: Cell(grouped(p.phone), p.fact("phone", p.phone)), lambda: Cell(dashed(p.phone), p.fact("phone", p.phone)), lambda: Cell(int(p.phone), p.fact("phone", p.phone)),
                lambda: Cell(f"{p.phone}/{line}", p.fact("phone", p.phone), p.fact("phone", line)), lambda: Cell(f"+86 {p.phone}", p.fact("phone", p.phone)), lambda: Cell(wide(p.phone), p.fact("phone", p.phone))][row.n % 7]()
    s.table([("房号", whole("{b}-{u}-{r}")), ("姓名", name()), ("电话", forms)], by_room(w.homes(56)))

@book("电话带姓名.xls", "xlwt", "名单", "电话格里是 姓名：电话；姓名：电话", "证件号格里是 姓名：证件号")
def named_phones(b, w):
    s = add(b, "业主")
    told = lambda key, get: lambda row: Cell("；".join(f"{p.name}：{get(p)}" for p, _ in row.people), *[p.fact(key, get(p)) for p, _ in row.people])
    s.table([("房号", whole("{b}-{r}")), ("业主", names("、")), ("业主电话", told("phone", lambda p: p.phone)), ("业主身份证号码", told("idNumber", lambda p: p.id))], by_room(w.homes(32, units=("",), co=5)))

@book("证件号各样.xlsx", "openpyxl", "名单", "十五位", "校验位不对", "打星号", "缺一位", "小写 x", "空格")
def id_forms(b, w):
    s = add(b, "业主")
    def forms(row):
        p = row.person
        old = p.id[:6] + p.id[8:17]
        wrong = p.id[:17] + ("0" if p.id[17] != "0" else "1")
        return [lambda: id_number()(row), lambda: Cell(old, p.fact("idNumber", old)), lambda: id_number()(row), lambda: Cell(wrong, p.fact("idNumber", wrong, None, True)), lambda: masked(p), lambda: id_number(str.lower)(row), lambda: cut(p),
                lambda: id_number(lambda v: f"{v[:6]} {v[6:14]} {v[14:]}")(row), lambda: id_number(wide)(row), lambda: id_number()(row)][row.n % 10]()
    s.table([("房号", whole("{b}-{u}-{r}")), ("业主姓名", name()), ("身份证号码", forms), ("手机", phone())], by_room(w.homes(60)))

@book("证件号成数字.xls", "xlwt", "名单", "证件号成了数字，后三位丢了")
def id_numbers(b, w):
    s = add(b, "业主")
    s.table([("房号", whole("{b}-{u}-{r}")), ("业主姓名", name()), ("身份证号", some_ids(floated, 2)), ("手机", phone(int))], by_room(w.homes(40)))

@book("同名与同号.xlsx", "openpyxl", "名单", "两户同名", "一人两套房", "夫妻同一电话", "一个证件号两个名字")
def who_is_whom(b, w):
    s = add(b, "业主")
    homes = w.homes(48)
    owner = lambda at: homes[at].members[0][0]
    owner(5).name = owner(30).name                       # two people of one name
    homes[20].members = homes[4].members                 # one person with two homes
    homes[33].members = homes[12].members
    homes[8].members.append((w.person(), ["co-owner", "owner"]))
    homes[8].members[1][0].phone = owner(8).phone        # husband and wife
    shared = owner(40).id
    number_column = lambda row: Cell(shared, row.person.fact("idNumber", None)) if row.person in (owner(40), owner(41)) else id_number()(row)
    s.table([("房号", whole("{b}-{u}-{r}")), ("业主姓名", name()), ("证件号码", number_column), ("联系电话", phone())], by_person(homes))

@book("家庭成员名单.xlsx", "openpyxl", "名单", "家庭成员只有名字，顿号", "人口数")
def members_listed(b, w):
    s = add(b, "家庭")
    def members(row):
        some = row.home.of("family")
        return Cell("、".join(p.name for p in some), *[fact for p in some for fact in (p.fact("name", p.name), p.fact("relation", "family", row.room))]) if some else ""
    s.table([("栋号", building("{b}栋")), ("房号", number()), ("户主姓名", name()), ("户主电话", phone()), ("家庭成员", members), ("人口", plain(lambda row: len(row.home.members)))], by_room(w.homes(40, units=("",), family=6)))

@book("空置房.xlsx", "openpyxl", "名单", "空置房写 空置、未售、斜杠", "状态列")
def vacant(b, w):
    s = add(b, "房态")
    homes = w.homes(60, vacant=3)
    word = lambda row: ["空置", "", "/"][row.n % 3]
    state = status(lambda row: "已入住" if row.person else "空置")
    s.table([("楼栋", building("{b}栋")), ("单元", unit("{u}单元")), ("房号", number()), ("建筑面积", area()), ("户型", layout()), ("房屋状态", state), ("业主姓名", lambda row: name()(row) if row.person else word(row)), ("联系电话", phone())], by_room(homes))

@book("业主一业主二.xlsx", "XlsxWriter", "名单", "两个业主两列", "同样的表头两次")
def two_owner_columns(b, w):
    s = add(b, "业主")
    nth = lambda at, what: lambda row: what(Row(row.home, [row.people[at]])) if len(row.people) > at else ""
    s.table([("房号", whole("{b}栋{u}单元{r}室")), ("业主1姓名", nth(0, name())), ("业主1电话", nth(0, phone())), ("业主2姓名", nth(1, name())), ("业主2电话", nth(1, phone()))], by_room(w.homes(36, co=5)))

@book("紧急联系.xlsx", "openpyxl", "名单", "紧急联系人和电话", "性别", "入住时间")
def emergency(b, w):
    s = add(b, "业主")
    def calm(row):
        n = w.unique_name()
        return Cell(n, row.person.fact("emergency", n))
    def call(row):
        n = w.phone()
        return Cell(n, row.person.fact("emergency", n))
    s.table([("房号", whole("{b}-{u}-{r}")), ("姓名", name()), ("性别", sex()), ("电话", phone()), ("紧急联系人", calm), ("紧急联系电话", call), ("入住时间", dated("movedIn", w, ["dots"]))], by_room(w.homes(36)))

@book("类别与出租.xlsx", "openpyxl", "名单", "业主（出租）、业主（自住）、租客（合租）")
def bracketed(b, w):
    s = add(b, "人员")
    words = {"owner": lambda row: "业主（出租）" if row.home.of("tenant") else "业主（自住）", "co-owner": "共有产权人", "family": "业主家属", "tenant": "租客（合租）"}
    s.table([("房号", whole("{b}-{u}-{r}")), ("姓名", name(False)), ("类别", relation(words)), ("联系电话", phone()), ("证件号", id_number())], by_person(w.homes(36, co=2, family=2, tenants=4)))

@book("租期一格.xlsx", "openpyxl", "名单", "租期写在一格：2024.10.1-2027.9.30")
def lease_in_a_cell(b, w):
    s = add(b, "租户")
    def term(row):
        first, last = w.past(2023, 2025), w.past(2026, 2029)
        p = row.person
        return Cell(f"{DATES['dots'](first)}-{DATES['dots'](last)}", p.fact("leaseFrom", first.isoformat(), row.room), p.fact("leaseUntil", last.isoformat(), row.room))
    homes = w.homes(30, tenants=10)
    s.table([("房号", whole("{b}-{u}-{r}")), ("承租人", name()), ("联系电话", phone()), ("身份证号", id_number()), ("租赁期限", term)], [Row(home, [(home.of("tenant")[0], "tenant")]) for home in homes])

# --- dates, signs, programs

@book("日期各样.xlsx", "openpyxl", "名单", "日期十种写法", "入住日期")
def date_forms(b, w):
    s = add(b, "业主")
    forms = ["cell", "cell in words", "dashes", "slashes", "dots", "eight digits", "words", "serial", "with a time", "han", "number"]
    s.table([("房号", whole("{b}-{u}-{r}")), ("业主姓名", name()), ("电话", phone()), ("入住日期", dated("movedIn", w, forms))], by_room(w.homes(66, floors=12)))

@book("日期各样.xls", "xlwt", "名单", "日期格和文字混用", "收房日期")
def old_date_forms(b, w):
    s = add(b, "业主")
    s.table([("房号", whole("{b}-{u}-{r}")), ("业主姓名", name()), ("电话", phone()), ("收房日期", dated("deliveredOn", w, ["cell", "dots", "words", "slashes"], of="room"))], by_room(w.homes(44)))

@book("另存开放格式.ods", "LibreOffice", "名单", ".ods", "每栋一张表", "家庭几行")
def saved_open_document(b, w):
    for house in ("1", "2"):
        s = add(b, f"{house}号楼", building=house)
        s.table([("房号", number("{u}-{r}", "building", "unit", "room", once="merged")), ("姓名", name(False)), ("与户主关系", relation(FAMILY)), ("电话", phone()), ("身份证号", id_number())], by_person(w.homes(14, buildings=(house,), family=5)))

@book("空行空表.xlsx", "openpyxl", "名单", "空表 Sheet2 Sheet3", "行间空行", "隐藏列")
def empty_rows(b, w):
    s = add(b, "Sheet1")
    columns = [("房号", whole("{b}-{u}-{r}")), ("业主", name()), ("电话", phone()), ("档案袋", plain("有"))]
    s.head([head for head, _ in columns])
    for home in w.homes(36):
        s.table(columns, by_room([home]), head=False)
        s.next += w.below(2)
    s.hidden = [4]
    add(b, "Sheet2", False)
    add(b, "Sheet3", False)

@book("业主卡片.xlsx", "openpyxl", "名单", "一户一块，标签在左")
def cards(b, w):
    s = add(b, "卡片")
    for home in w.homes(20):
        row = Row(home, home.members)
        s.line("房号", whole("{b}-{u}-{r}")(row), "业主", name()(row))
        s.line("电话", phone()(row), "身份证", id_number()(row))
        s.next += 1

@book("联系方式栏.xlsx", "openpyxl", "名单", "姓名和电话同一格", "没有电话列")
def name_and_phone(b, w):
    s = add(b, "业主")
    both = lambda row: (lambda p: Cell(f"{p.name} {p.phone}", p.fact("name", p.name), p.fact("relation", "owner", row.room), p.fact("phone", p.phone)))(row.person)
    s.table([("房号", whole("{b}栋{r}")), ("业主及联系电话", both), ("面积", area())], by_room(w.homes(36, units=("",))))

# --- odd mixtures
RANKS = {True: ["妻", "女", "母"], False: ["夫", "子", "父"]}

@book("户主妻子一格.xlsx", "openpyxl", "名单", "一格几个人，称谓在前：妻 子")
def ranks(b, w):
    s = add(b, "住户")
    def all_of(row):
        (owner, _), *others = row.home.members
        said = [f"{RANKS[p.female][at % 3]}{p.name}" for at, (p, _) in enumerate(others)]
        return Cell(" ".join([owner.name, *said]), *[fact for p, relation in row.home.members for fact in (p.fact("name", p.name), p.fact("relation", relation, row.room))])
    s.table([("房号", whole("{b}-{u}-{r}")), ("户主及家庭成员", all_of), ("户主电话", phone())], by_room(w.homes(36, family=6)))

@book("打印分页名册.xls", "LibreOffice", "名单", "每页重复表头", "页脚 第几页")
def pages(b, w):
    s = add(b, "名册")
    columns = [("房号", whole("{b}栋{u}单元{r}")), ("业主姓名", name()), ("联系电话", phone()), ("面积", area())]
    homes = w.homes(45)
    for page in range(3):
        s.table(columns, by_room(homes[page * 15:page * 15 + 15]))
        s.line("", "", f"第 {page + 1} 页 共 3 页")

@book("业主租户两张表.xlsx", "openpyxl", "名单", "一张表里上下两个表，表头不同")
def stacked(b, w):
    s = add(b, "名单")
    homes = w.homes(30, tenants=5)
    s.line("一、业主")
    s.table([("房号", whole("{b}-{u}-{r}")), ("业主", name()), ("电话", phone()), ("面积", area())], by_room(homes))
    s.next += 2
    s.line("二、租户")
    s.table([("房号", whole("{b}-{u}-{r}")), ("租户姓名", name()), ("租户电话", phone()), ("身份证号", id_number())], [Row(home, [(home.of("tenant")[0], "tenant")]) for home in homes if home.of("tenant")])

@book("业主与车辆.xlsx", "XlsxWriter", "名单", "车辆另一张表，用房号和姓名相连")
def cars_apart(b, w):
    homes = w.homes(36)
    add(b, "业主").table([("房号", whole("{b}-{u}-{r}")), ("业主", name()), ("电话", phone()), ("身份证号", id_number())], by_room(homes))
    owner = lambda row: Cell(row.person.name, row.person.fact("name", row.person.name))
    add(b, "车辆").table([("序号", number_of_row), ("车牌号", plate()), ("车主", owner), ("房号", whole("{b}-{u}-{r}"))], by_room(homes[::2]))

@book("一格两套房.xlsx", "openpyxl", "名单", "房号格里两套房：501、502", "护照和港澳证件", "姓名后有括号和记号")
def two_rooms(b, w):
    s = add(b, "业主")
    homes = w.homes(36, buildings=("1", "2"), units=("",))
    def rooms(row):
        if row.n % 6:
            return whole("{b}栋{r}")(row)
        other = w.room(row.room.building, "", str(int(row.room.room) + 10))
        return Cell(f"{row.room.building}栋{row.room.room}、{other.room}", *row.room.parts(), *other.parts(), row.person.fact("relation", "owner", other))
    def signed(row):
        p, sign = row.person, ["", "（已故）", "*", "（委托）"][row.n % 4]
        return Cell(p.name + sign, p.fact("name", [p.name, p.name + sign]), p.fact("relation", "owner", row.room))
    def papers(row):
        other = [None, f"EI{w.digits(7)}", None, f"M{w.digits(7)}(1)"][row.n % 4]
        return id_number()(row) if other is None else Cell(other, row.person.fact("idNumber", other))
    s.table([("房号", rooms), ("姓名", signed), ("证件号码", papers), ("电话", phone())], by_room(homes))

@book("同上.xlsx", "openpyxl", "名单", "电话写 同上", "重复的行")
def ditto(b, w):
    s = add(b, "住户")
    homes = w.homes(30, family=6)
    same = lambda row: phone()(row) if row.first else Cell("同上", row.person.fact("phone", row.home.members[0][0].phone))
    s.table([("房号", whole("{b}-{u}-{r}")), ("姓名", name(False)), ("关系", relation(FAMILY)), ("电话", same)], by_person(homes) + by_person(homes[3:6]))

@book("楼号井号表名.xls", "xlwt", "名单", "表名 1# 2#楼", "表从 C4 开始", "楼层一列")
def hashes(b, w):
    for house, title in (("1", "1#"), ("2", "2#楼"), ("12", "12#")):
        s = add(b, title, building=house)
        s.next = 4
        skip = ("", plain(""))
        s.table([skip, skip, ("楼层", floor(lambda v: v + "层")), ("房号", number("{r}", "building", "room")), ("业主", name()), ("电话", phone())], by_room(w.homes(16, buildings=(house,), units=("",), floors=17)))

@book("楼栋只写一次.xlsx", "LibreOffice", "名单", "楼栋、单元只在第一行，下面空着", "面积写在房号后")
def once_a_building(b, w):
    s = add(b, "业主")
    rows = by_room(w.homes(40))
    for at, row in enumerate(rows):
        row.first = at == 0 or (rows[at - 1].room.building, rows[at - 1].room.unit) != (row.room.building, row.room.unit)
    once = lambda what: lambda row: what(row) if row.first else ""
    number_and_area = lambda row: Cell(f"{row.room.room}（{row.room.area:g}㎡）", *row.room.parts("building", "unit", "room"), row.room.fact("area", f"{row.room.area:g}"))
    s.table([("楼栋", once(plain(lambda row: f"{row.room.building}栋"))), ("单元", once(plain(lambda row: f"{row.room.unit}单元"))), ("房号及面积", number_and_area), ("业主", name()), ("联系电话", phone())], rows)
    s.says(1, "building")
    s.says(2, "unit")

@book("收费明细.xlsx", "pandas", "导出", "一户几行，每行一笔费用", "金额、单据号")
def fees(b, w):
    s = add(b, "费用")
    rows = [Row(home, home.members, at == 0) for home in w.homes(24) for at in range(3)]
    item = lambda row: ["物业费", "水费", "停车费"][row.n % 3]
    s.table([("", lambda row: row.n - 1), ("单据号", plain(lambda row: f"SJ{row.n:06}")), ("房号", whole("{b}-{u}-{r}")), ("客户名称", name()), ("移动电话", phone()), ("费用项目", plain(item)), ("应收金额", plain(128.5)), ("收费日期", plain("2026-03-05"))], rows)

@book("不全的日期电话.xlsx", "openpyxl", "名单", "日期只有年月、不详", "电话写 无、空号、停机，座机没有区号")
def incomplete(b, w):
    s = add(b, "业主")
    def day(row):
        when = w.past()
        part = [f"{when.year}年{when.month}月", None, str(when.year)][row.n // 3 % 3]
        return dated("movedIn", w, ["dots"])(row) if row.n % 3 else Cell(part, row.person.fact("movedIn", None, row.room)) if part else "不详"
    def call(row):
        local = f"{2 + w.below(7)}{w.digits(6)}"
        return [phone()(row), phone()(row), phone()(row), ["无", "空号", "停机"][row.n % 3], Cell(local, row.person.fact("phone", local))][row.n % 5]
    s.table([("房号", whole("{b}-{u}-{r}")), ("业主", name()), ("联系电话", call), ("入住日期", day)], by_room(w.homes(45)))

# --- the same list a month later

def june_homes(w):
    return w.homes(40, co=2)

MONTHLY = [("房号", whole("{b}-{u}-{r}")), ("业主姓名", name()), ("证件号码", id_number()), ("联系电话", phone()), ("车牌", plate(share=5))]

@book("六月名单.xlsx", "openpyxl", "名单", "一个月后再来一次")
def june(b, w):
    add(b, "业主").table(MONTHLY, by_person(june_homes(w)))

@book("七月名单.xlsx", "openpyxl", "名单", "换了业主、换了电话、少了几行、多了几行", "别人的证件号写在新人名下", after="六月名单.xlsx")
def july(b, w):
    homes = june_homes(w)
    for at in (3, 17):
        homes[at].members = [(w.person(), "owner")]
    for at in (5, 21, 30):
        homes[at].members[0][0].phone = w.phone()
    clash = w.person()
    homes[12].members = [(clash, "owner")]
    taken = homes[25].members[0][0].id
    number_column = lambda row: Cell(taken, clash.fact("idNumber", None)) if row.person is clash else id_number()(row)
    columns = MONTHLY[:2] + [("证件号码", number_column)] + MONTHLY[3:]
    add(b, "业主").table(columns, by_person(homes[:8] + homes[10:] + [w.home(w.room("9", "1", "101"))]))
