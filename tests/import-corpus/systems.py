"""Workbooks of property systems, in the layouts of their published templates and exports."""
from datetime import date

from book import Cell, Home, Row, Sheet, book, by_person, by_room
from columns import (DATES, area, building, dated, field, floor, id_number, ids, kind, layout, name, names, number, number_of_row, phone, phones,
                     place, plain, plate, relation, sex, status, unit, whole)

def add(b, name, *more, **said):
    b.append(Sheet(name, *more, **said))
    return b[-1]

def legend(s, lines, row=6, column=19):
    for at, (code, word) in enumerate(lines):
        s.put(row + at, column, code)
        s.put(row + at, column + 1, word)

CODES = {"owner": "1001", "co-owner": "1001", "family": "1002", "tenant": "1003"}
MICRO = ["楼号", "单元", "房间", "楼层", "总层数", "是否有电梯", "房屋类型", "房屋户型", "建筑面积", "室内面积", "租金", "房屋状态", "业主名称", "性别", "手机号", "身份证号", "业主类型"]

def micro_columns(id_column=None, phone_column=None):
    return list(zip(MICRO, [
        building("{b}"), unit("{u}"), number(), floor(int), plain(9), plain("是"), plain("110"), layout(), area(), plain(""), plain("0"),
        status(lambda row: "已入住" if row.person else "空置"), name(False), sex(), phone_column or phone(), id_column or id_number(), relation(CODES)]))

@book("房产导入模板.xlsx", "openpyxl", "模板", "图例在数据旁", "商铺的单元是 0", "代码作关系", "几个业主同一个示例证件号")
def micro_sample(b, w):
    """Five owners under the template's own sample number: nobody can say whose it is."""
    s = add(b, "资产信息")
    homes = [Home(w.room(str(1 + n // 4), str(1 + n % 2), f"{1 + n}01")) for n in range(8)]
    people = [w.person() for _ in range(5)]
    for home, p in zip(homes, people + people[:3]):
        home.members = [(p, "owner")]
    sample = w.id_number()
    s.table(micro_columns(lambda row: Cell(sample, row.person.fact("idNumber", None))), by_room(homes))
    legend(s, [("业主类型", ""), ("1001", "业主"), ("1002", "家庭成员"), ("1003", "租客")])

@book("房产导入_已填.xlsx", "openpyxl", "模板", "图例在数据旁", "代码作关系", "一人一行")
def micro_filled(b, w):
    s = add(b, "资产信息")
    s.table(micro_columns(), by_person(w.homes(36, family=4, tenants=2, vacant=1)))
    legend(s, [("业主类型", ""), ("1001", "业主"), ("1002", "家庭成员"), ("1003", "租客"), ("房屋状态", ""), ("2001", "已入住")])

@book("房产导入_未知号码.xls", "xlwt", "模板", "不知道的电话都填同一个")
def micro_filler(b, w):
    s = add(b, "资产信息")
    filler = lambda row: Cell("13800000000", row.person.fact("phone", None)) if row.n % 6 == 0 else phone()(row)
    s.table(micro_columns(phone_column=filler), by_room(w.homes(30)))

@book("单户导入.xlsx", "XlsxWriter", "模板", "校验位不对")
def single_room(b, w):
    s = add(b, "Sheet1")
    wrong = lambda p: p.id[:17] + ("0" if p.id[17] != "0" else "1")
    number_column = lambda row: Cell(wrong(row.person), row.person.fact("idNumber", wrong(row.person), None, True))
    s.table(micro_columns(number_column), by_room([w.home(w.room("2", "1", "301"))]))

@book("社区资料导入.xlsx", "openpyxl", "模板", "几张表用业主编号相连", "车位表", "费用表")
def joined_sheets(b, w):
    homes = w.homes(32, buildings=("1", "2"))
    for home in homes[30:]:
        home.members = homes[0].members
    s = add(b, "楼栋单元", False)
    s.table([("楼栋编号", plain(lambda row: row.room.building)), ("单元编号", plain(lambda row: row.room.unit)), ("总层数", plain(9))], by_room([homes[0], homes[-1]]))
    s = add(b, "业主信息")
    codes = {home.members[0][0].key: f"Y{n:03}" for n, home in enumerate(homes[:30], 1)}
    coded = plain(lambda row: codes[row.person.key])
    s.table([("编号", number_of_row), ("业主名称", name(False)), ("性别", sex()), ("手机号", phone()), ("身份证号", id_number()), ("业主编号", coded)], by_room(homes[:30]))
    s = add(b, "费用设置", False)
    s.line("费用编号", "费用类型", "收费项目", "单价")
    s.line("F1", "物业费", "住宅物业费", 1.8)
    s = add(b, "房屋信息")
    owned = lambda row: Cell(codes[row.person.key], row.person.fact("relation", "owner", row.room))
    s.table([("房屋编号", number()), ("楼栋编号", building("{b}")), ("单元编号", unit("{u}")), ("房屋楼层", floor(int)), ("房屋户型", layout()), ("建筑面积", area()),
             ("业主编号", owned), ("房屋费用", plain("F1")), ("费用开始时间", plain("2023-01-01"))], by_room(homes))
    s = add(b, "车位信息")
    space = lambda row: Cell(f"B{row.n:03}", row.person.fact("space", f"B{row.n:03}"))
    s.table([("停车场编号", plain("1")), ("车位编码", space), ("业主编号", coded), ("车牌号", plate()), ("开始时间", dated_space(w, "spaceFrom", 2021)), ("结束时间", dated_space(w, "spaceUntil", 2027))],
            by_room(homes[:9]))

def dated_space(w, key, year):
    def what(row):
        day = date(year, 1 + w.below(12), 1 + w.below(28)).isoformat()
        return Cell(day, row.person.fact(key, day))
    return what

@book("月租车导出.xlsx", "openpyxl", "导出", "车辆、成员车辆、有效期、车位")
def cars_export(b, w):
    s = add(b, "车辆信息")
    space = lambda row: Cell(f"地下-{row.n:03}", row.person.fact("space", f"地下-{row.n:03}"))
    def until(row):
        day = w.past(2026, 2028).isoformat()
        return Cell(day, row.person.fact("spaceUntil", day))
    s.table([("车牌号", plate()), ("成员车辆", plain("主车辆")), ("房屋号", whole("{b}-{u}-{r}")), ("车牌类型", plain("月租车")), ("业主", name()), ("手机号", phone()), ("车位", space),
             ("有效期", until), ("状态", plain("正常")), ("备注", plain(""))], by_room(w.homes(30)))

@book("住户导入.xlsx", "openpyxl", "模板", "必填在括号里", "住户身份", "出生日期、入住日期")
def members(b, w):
    s = add(b, "住户信息")
    born = lambda row: Cell(f"{row.person.id[6:10]}-{row.person.id[10:12]}-{row.person.id[12:14]}", row.person.fact("birthday", f"{row.person.id[6:10]}-{row.person.id[10:12]}-{row.person.id[12:14]}"))
    s.table([("住户姓名(必填)", name(False)), ("住户身份(必填)", relation({"owner": "业主", "co-owner": "业主", "family": "亲属", "tenant": "租户"})), ("手机号码(必填)", phone()),
             ("所属楼宇(必填)", building("{b}栋")), ("所属单元(必填)", unit("{u}单元")), ("房屋号码(必填)", number()), ("出生日期", born), ("入住日期", dated("movedIn", w, ["dashes"])),
             ("入住原因", plain("购房")), ("性别", sex()), ("业主卡号", plain("")), ("单位", plain(""))], by_person(w.homes(24, family=4, tenants=2)))

@book("业主家属导入.xlsx", "openpyxl", "模板", "标题合并在第一行", "家属另一张表", "微信和邮箱")
def family_sheet(b, w):
    homes = w.homes(24, family=6)
    s = add(b, "业主")
    s.title("业主信息导入表", 7)
    chat = field(("wechat", lambda p: "wx_" + p.id[12:17]))
    s.table([("姓名", name()), ("身份证号", id_number()), ("联系电话", phone()), ("房屋编号", whole("{b}-{u}-{r}")), ("微信", chat), ("QQ", plain("")),
             ("电子邮箱", field(("email", lambda p: f"{p.id[12:17]}@example.com")))], by_room(homes))
    t = add(b, "家属")
    t.title("家属信息导入表", 7)
    words = {"family": lambda row: "妻" if row.person.female else "子"}
    members = [Row(home, [member]) for home in homes for member in home.members if member[1] == "family"]
    t.table([("所属业主", plain(lambda row: row.home.members[0][0].name)), ("与业主关系", relation(words)), ("家属性别", sex()), ("所属房屋", whole("{b}-{u}-{r}")), ("家属姓名", name(False)),
             ("家属身份证号", id_number()), ("家属手机号", phone())], members)

@book("业户导入模板.xlsx", "openpyxl", "模板", "示例行", "注意事项表", "备用手机号", "车位号、车牌号")
def hints(b, w):
    s = add(b, "业户导入模板")
    second = lambda row: second_phone(w, row) if row.n % 3 == 0 else ""
    space = lambda row: Cell(f"A{row.n:03}", row.person.fact("space", f"A{row.n:03}")) if row.n % 2 else ""
    columns = [("小区名称(必填)", place("{e}", "estate")), ("楼栋名称", building("{b}栋")), ("单元号", unit("{u}")), ("房间号(必填)", number()), ("房屋面积(必填)", area()), ("姓名(必填)", name()),
               ("手机号(必填)", phone()), ("身份证号", id_number()), ("备用手机号", second), ("车位号", space), ("车牌号", lambda row: plate()(row) if row.n % 2 else ""),
               ("缴费项目(必填)", plain("物业费")), ("费用开始时间", plain("2024-01-01"))]
    s.head([head for head, _ in columns])
    s.line(*("示例:" + text for text in ["幸福小区", "1栋", "1", "101", "89.5", "张三", "13800000000", "", "", "A001", "粤B12345", "物业费", "2024-01-01"]))
    s.table(columns, by_room(w.homes(30, estate="锦绣花园")), head=False)
    t = add(b, "注意事项", False)
    for line in ["1. 红色为必填", "2. 第二行为示例，请勿删除", "3. 手机号为 11 位"]:
        t.line(line)

def second_phone(w, row):
    extra = w.phone()
    row.person.phones.append(extra)
    return Cell(extra, row.person.fact("phone", extra))

@book("实有人口登记.xls", "xlwt", "模板", "没有房号", "星号必填")
def police(b, w):
    s = add(b, "Sheet1")
    homes = [Home(w.room("", "", "", text="无"), [(w.person(), "owner")]) for _ in range(20)]
    s.table([("姓名*", name(False)), ("身份证号码*", id_number()), ("电话号码*", phone()), ("居住时间*", plain("20240301")), ("居住事由*", plain("务工")), ("居住处所*", plain("租赁房屋")),
             ("与户主关系*", plain("99-非亲属")), ("拟居住期限*", plain("一年以上")), ("备注", plain(""))], by_room(homes))

GRID = ["姓名", "身份证号", "性别", "联系电话", "微信", "现住小区/建筑", "现住详细门牌", "所属网格", "与其他人员关系", "人员类型", "人户关系", "户编号", "户号", "民族", "政治面貌", "文化程度", "婚姻状况", "是否低保", "备注"]

@book("网格人员导出.xlsx", "openpyxl", "导出", "第二行是填写提示", "几个电话用分号", "很多列")
def grid(b, w):
    s = add(b, "人员")
    several = lambda row: Cell(f"{row.person.phone};{(extra := w.phone())}", row.person.fact("phone", row.person.phone), row.person.fact("phone", extra)) if row.n % 4 == 0 else phone()(row)
    s.head(GRID)
    s.line("必填", "18位", "男/女", "多个用;分隔", "", "从列表选择", "如1栋1单元101", "", "本人/配偶/子女", "业主/家属/租户", "户在人在/人在户不在", *[""] * 8)
    words = {"owner": "业主", "co-owner": "业主", "family": "家属", "tenant": "租户"}
    what = [name(False), id_number(), sex(), several, plain(""), place("{e}", "estate"), whole("{b}栋{u}单元{r}"), plain("第三网格"), plain(lambda row: "本人" if row.first else "其他"), relation(words), plain("户在人在"),
            plain(lambda row: f"H{row.room.key[1:]}"), plain(""), plain("汉族"), plain("群众"), plain(""), plain(""), plain("否"), plain("")]
    s.table(list(zip(GRID, what)), by_person(w.homes(26, estate="和平里小区", family=4, tenants=2)), head=False)

@book("房屋导出.csv", "csv GBK", "导出", "GBK", "几个人写在一格：姓名|电话|证件号|关系")
def people_in_a_cell(b, w):
    s = add(b, "房屋")
    told = lambda home, relation: [Cell("；".join(f"{p.name}|{p.phone}|{p.id}|{'配偶' if relation == 'family' else '租户'}" for p in home.of(relation)),
                                        *[fact for p in home.of(relation) for fact in (p.fact("name", p.name), p.fact("phone", p.phone), p.fact("idNumber", p.id), p.fact("relation", relation, home.room))])][0]
    s.table([("栋编号", building("{b}")), ("单元", unit("{u}")), ("房号", number()), ("建筑面积", area()), ("车位号", plain("")), ("业主姓名", name()), ("业主电话", phone()), ("业主证件号", id_number()), ("业主性别", sex()),
             ("业主工作单位", plain("")), ("家庭成员", lambda row: told(row.home, "family")), ("租户", lambda row: told(row.home, "tenant")), ("车辆", plate(share=5)), ("备注", plain(""))], by_room(w.homes(30, family=4, tenants=2)))

def of_tenant(what):
    """The same of the home's tenant, in the owner's row."""
    return lambda row: "" if not row.home.of("tenant") else what(Row(row.home, [(row.home.of("tenant")[0], "tenant")]))

def lease(w, key, first, last, form="dashes"):
    what = dated(key, w, [form], first=first, last=last)
    return of_tenant(what)

@book("商户住户模板.xlsx", "openpyxl", "模板", "业主租户同一行", "租期", "商铺", "面积带单位")
def tenants_beside(b, w):
    s = add(b, "房间")
    homes = w.homes(24, tenants=6) + [w.home(w.room("", "", "", text=f"商铺{n}"), tenants=1) for n in range(1, 9)]
    shop = lambda room: room.text or room.room
    s.table([("楼栋", lambda row: building()(row) if row.room.building else ""), ("单元/座", lambda row: unit()(row) if row.room.unit else ""), ("铺位号/房号", number(shop)), ("楼层", lambda row: floor()(row)),
             ("房间类型", plain(lambda row: "商铺" if row.room.text else "住宅")), ("面积㎡", area()), ("物业费单价", plain(2.5)), ("业主姓名", name()), ("业主电话", phone()), ("身份证号", id_number()),
             ("租户姓名", of_tenant(name())), ("租户电话", of_tenant(phone())), ("租户身份证号", of_tenant(id_number())), ("合同开始日期", lease(w, "leaseFrom", 2022, 2024)), ("合同结束日期", lease(w, "leaseUntil", 2026, 2029)),
             ("缴费周期", plain("季度")), ("店铺名称", plain("")), ("备注", plain(""))], by_room(homes))

@book("门禁人员.xlsx", "openpyxl", "导出", "房屋信息在一格", "车辆信息在一格")
def door_people(b, w):
    s = add(b, "人员信息")
    car = lambda row: "" if row.n % 3 else Cell(f"{row.person.plate}（白色 小型车）", row.person.fact("plate", row.person.plate))
    s.table([("小区名称", place("{e}", "estate")), ("姓名", name(False)), ("手机号", phone()), ("身份证号", id_number()), ("人员类型", relation({"owner": "业主", "co-owner": "业主", "family": "家属", "tenant": "租客"})), ("户籍类型", plain("常住")),
             ("门禁卡号", plain(lambda row: f"0{row.n:07}")), ("房屋信息", whole("{b}栋/{u}单元/{r}")), ("车辆信息", car)], by_person(w.homes(24, estate="翠湖苑", family=3, tenants=2)))

@book("业主档案导入.xlsx", "openpyxl", "模板", "证件类型", "紧急联系人", "交房时间", "房屋坐落")
def archive(b, w):
    s = add(b, "业主档案")
    calm = lambda row: Cell(f"{(n := w.unique_name())}", row.person.fact("emergency", n))
    call = lambda row: Cell(f"{(n := w.phone())}", row.person.fact("emergency", n))
    s.table([("楼栋", building("{b}栋")), ("单元", unit("{u}单元")), ("房号", number()), ("房屋属性", plain("住宅")), ("房屋面积", area()), ("业主姓名", name(False)), ("性别", sex()), ("业主手机号", phone()),
             ("证件类型", lambda row: Cell("身份证", row.person.fact("idType", "resident-id"))), ("证件号码", id_number()), ("与户主关系", relation({"owner": "本人", "co-owner": "配偶", "family": "子女", "tenant": "租客"})),
             ("政治面貌", plain("")), ("紧急联系人", calm), ("紧急联系人电话", call), ("交房时间", dated("deliveredOn", w, ["dashes"], of="room"))], by_room(w.homes(30)))

@book("房间业主模板.xlsx", "openpyxl", "模板", "星号在前", "编号列隐藏")
def hidden_ids(b, w):
    s = add(b, "房间业主")
    s.table([("*房号", number()), ("*业主姓名", name()), ("*手机号码", phone()), ("*身份证号", id_number()), ("紧急联系人", plain("")), ("联系人电话", plain("")), ("*楼栋ID", plain(lambda row: f"8800{row.room.building}")),
             ("*楼栋名称", building("{b}栋")), ("*房间ID", plain(lambda row: f"99{row.n:04}")), ("*房间名称", plain(lambda row: row.room.room))], by_room(w.homes(30, units=("",))))
    s.hidden = [7, 9]

@book("按类型分表.xlsx", "openpyxl", "模板", "每类物业一张表", "填写说明", "份额", "商铺", "车位")
def by_kind(b, w):
    heads = ["楼栋号", "单元号", "房号", "业主姓名", "业主证件号", "业主电话", "关系类型", "份额", "起始日期", "终止日期", "状态"]
    def columns(number_column, has_unit=True):
        share = lambda row: Cell("50%", row.person.fact("share", "50%", row.room)) if len(row.home.members) > 1 else ""
        return list(zip(heads, [building("{b}") if has_unit else plain(""), unit("{u}") if has_unit else plain(""), number_column, name(False), id_number(), phone(), relation({"owner": "产权人", "co-owner": "共有人"}), share, dated("movedIn", w, ["dashes"]), plain(""), plain("在册")]))
    s = add(b, "住宅")
    s.table(columns(number()), by_person(w.homes(20, co=4)))
    t = add(b, "商铺")
    t.table(columns(number(lambda room: room.text), False), by_person([w.home(w.room(text=f"商铺{n:02}")) for n in range(1, 9)]))
    t = add(b, "填写说明", False)
    for line in ["带*为必填", "关系类型：产权人、共有人", "份额填百分比"]:
        t.line(line)

@book("各栋业主.xlsx", "openpyxl", "导出", "每张表都读", "房号空着是上一户的另一个业主", "楼栋加房号")
def blank_is_further(b, w):
    for house in ("1", "2"):
        s = add(b, f"第{house}张")
        s.table([("房号", number("{b}-{r}", "building", "room", once="first")), ("姓名", name()), ("面积", area(once="first")), ("电话号码", phone())], by_person(w.homes(16, buildings=(house,), units=("",), co=4)))

WIDE = ["项目编号", "项目名称", "区域", "楼栋编号", "楼栋名称", "楼栋属性", "单元编号", "单元名称", "楼层", "房号", "房产编号", "房产简称", "房产类型", "产权性质", "建筑面积", "计费面积", "套内面积", "收费标准", "入伙日期", "收房日期", "入住日期",
        "业主客户类型", "业主客户名称", "业主类型", "业主性别", "业主联系电话", "业主固定电话", "业主邮箱", "业主证件类型", "业主证件号码", "业主国籍/地区", "业主民族", "业主出生日期", "备注"]

@book("房产客户全量导出.xlsx", "XlsxWriter", "导出", "三十几列", "几个日期", "套内面积", "房产简称重复房号")
def very_wide(b, w):
    s = add(b, "房产资料")
    day = lambda key, of: dated(key, w, ["dashes"], of)
    inner = lambda row: Cell(round(row.room.area * .8, 2), row.room.fact("innerArea", str(round(row.room.area * .8, 2))))
    what = {"项目名称": place("{e}", "estate"), "楼栋名称": building("{b}栋"), "单元名称": unit("{u}单元"), "楼层": floor(), "房号": number(), "房产简称": plain(lambda row: f"{row.room.building}-{row.room.unit}-{row.room.room}"), "建筑面积": area(),
            "套内面积": inner, "收房日期": day("deliveredOn", "room"), "入住日期": day("movedIn", "person"), "业主客户名称": name(), "业主性别": sex(), "业主联系电话": phone(), "业主证件号码": id_number(), "项目编号": plain("P01"), "业主客户类型": plain("个人"),
            "房产编号": plain(lambda row: f"P01{row.n:05}"), "业主国籍/地区": plain("中国"), "业主民族": plain("汉族"), "房产类型": plain("住宅")}
    s.table([(head, what.get(head, plain(""))) for head in WIDE], by_room(w.homes(24, estate="滨江壹号")))

@book("社区电话本.xls", "xlwt", "名单", "标题合并在第一行", "每个社区一张表", "汇总表", "家庭地址", "电话1 到电话3")
def phone_lists(b, w):
    every = []
    for at, place_name in enumerate(["东湖社区", "西湖社区"]):
        homes = w.homes(20, buildings=(str(at + 1), str(at + 5)))
        every += homes
        s = add(b, place_name)
        s.title(f"{place_name}住户联系电话表", 9)
        second = lambda row: second_phone(w, row) if row.n % 4 == 0 else ""
        s.table([("序号", number_of_row), ("户主姓名", name()), ("家庭地址", whole("{b}栋{u}单元{r}室")), ("电话1", phone()), ("电话2", second), ("电话3", plain("")), ("分包人", plain("刘主任")), ("社区", plain(place_name)), ("备注", plain(""))], by_room(homes))
    t = add(b, "汇总", False)
    t.title("各社区户数汇总", 3)
    t.line("社区", "户数", "备注")
    t.line("东湖社区", 20, "")
    t.line("西湖社区", 20, "")

@book("流动人口台账.xlsx", "openpyxl", "导出", "现居住地", "户籍所在地", "出生年月", "与户主关系")
def floating(b, w):
    s = add(b, "实有人口")
    home_place = field(("address", lambda p: f"广西某县第{p.id[15:17]}村"))
    s.table([("序号", number_of_row), ("所属街道", plain("东风街道")), ("所属社区", plain("东湖社区")), ("所属网格", plain("二网格")), ("姓名", name(False)), ("证件类型", plain("居民身份证")), ("证件号码", id_number()), ("人口类型", plain("流动")), ("性别", sex()),
             ("民族", plain("汉")), ("出生年月", plain(lambda row: row.person.id[6:10] + "-" + row.person.id[10:12])), ("现居住地", whole("{b}栋{u}单元{r}")), ("与户主关系", relation({"owner": "户主", "co-owner": "配偶", "family": "子女", "tenant": "承租人"})),
             ("户籍所在地", home_place), ("联系方式", phone()), ("职业", plain(""))], by_person(w.homes(24, family=4, tenants=3)))

@book("状态英文.csv", "csv", "模板", "状态用英文", "面积带平方米")
def english_states(b, w):
    s = add(b, "房屋")
    def state(row):
        return Cell("OCCUPIED" if row.person else "VACANT", row.room.fact("status", ["lived-in", "OCCUPIED"] if row.person else ["vacant", "VACANT"]))
    s.table([("业主姓名", name()), ("楼栋号", building("{b}")), ("单元号", unit("{u}")), ("房间号", number()), ("电话", phone()), ("面积(㎡)", area()), ("入住日期(yyyy-MM-dd)", dated("movedIn", w, ["dashes"])),
             ("状态(OCCUPIED/VACANT)", state)], by_room(w.homes(30, vacant=2)))

@book("车位业主.xlsx", "openpyxl", "导出", "车位一行一个", "车位类型")
def spaces(b, w):
    s = add(b, "车位")
    code = lambda row: Cell(f"负一层{row.n:03}", row.person.fact("space", f"负一层{row.n:03}"))
    s.table([("车位号", code), ("车位类型", plain("产权")), ("房号", whole("{b}-{u}-{r}")), ("业主姓名", name()), ("业主电话", phone()), ("车牌", plate(share=7)), ("使用状态", plain("自用"))], by_room(w.homes(30)))
