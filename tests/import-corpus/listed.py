"""
Lists of one plain table, a line each: heading=kind:form, in the order of their columns; group>heading where heads have two rows.
Kinds: e estate, b building, u unit, r room, R and B room in the sheet's building, w the whole room, n name, N all names, t phone,
T all phones, i ID number, I all ID numbers, k relation in the words for owner, co-owner, family and tenant, s sex, a area, f floor,
p plate (of how many in ten), x parking space, d moved in, D handed over, m remarks, # 0 1 P W a number, - what has no place.
"""
from book import SEED, Cell, Sheet, book, by_person, by_room
from columns import (area, building, dated, floor, id_number, ids, in_han, name, names, number, number_of_row, phone, phones, place, plain, plate, relation,
                     remarks, sex, unit, whole, wide)
SHOWN = {"": lambda value: value, "int": int, "float": lambda value: value + ".0", "wide": wide, "lower": str.lower}
WHOLE = {"wide": lambda r: wide(f"{r.building}-{r.unit}-{r.room}"), "han": lambda r: f"{in_han(int(r.building))}栋{in_han(int(r.unit))}单元{r.room}"}

OTHER = {
    "b": "楼栋 栋号 楼号 幢号 楼栋号 楼栋名称 楼座", "u": "单元 单元号 单元名称 所属单元", "r": "房号 房间号 室号 房间 门牌号 房屋号码", "w": "房号 房屋 房屋编号 房屋地址 房产简称 门牌 房间", "a": "建筑面积 面积 房屋面积 面积(㎡)",
    "n": "业主姓名 业主名称 业主 户主 户主姓名 产权人 姓名 住户姓名", "t": "电话 联系电话 手机号 手机号码 联系方式 移动电话 业主电话", "i": "身份证号 身份证号码 证件号码 证件号 身份证", "m": "备注 说明 备注说明", "p": "车牌号 车牌 车牌号码", "s": "性别",
    "d": "入住日期 入住时间", "D": "收楼日期 收房日期 交房时间 交房日期 入伙日期", "e": "小区 小区名称 项目名称", "k": "与业主关系 人员类型 业主类型 身份 住户身份",
}
def otherwise(w, columns):
    """Other headings, in another order; what numbers the rows stays where it is."""
    renamed = [(w.random.choice(OTHER[kind].split()) if kind in OTHER and ">" not in text else text, (kind, form)) for text, (kind, form) in columns]
    first = [one for one in renamed if one[1][0] in "#0"]
    rest = [one for one in renamed if one[1][0] not in "#0"]
    return first + (rest if any(">" in text for text, _ in rest) else w.random.sample(rest, len(rest)))
def column(w, kind, form, tells_relation):
    shown = SHOWN.get(form, SHOWN[""])
    makers = {
        "e": lambda: place(form or "{e}", "estate"), "b": lambda: building(form or "{b}"), "u": lambda: unit(form or "{u}"), "r": lambda: number(form or "{r}"),
        "w": lambda: whole(WHOLE.get(form) or form or "{b}-{u}-{r}"),
        "n": lambda: name(tells_relation), "N": lambda: names(form or "、"), "t": lambda: phone(shown), "T": lambda: phones(form or "、"),
        "i": lambda: id_number(shown), "I": lambda: ids(form or "、"), "s": sex, "a": area, "f": floor, "m": lambda: remarks(int(form or 5)),
        "k": lambda: relation(dict(zip(("owner", "co-owner", "family", "tenant"), form.split(",")))), "p": lambda: plate(share=int(form or 10)),
        "x": lambda: lambda row: Cell(form.format(n=row.n), row.person.fact("space", form.format(n=row.n))),
        "d": lambda: dated("movedIn", w, form.split(",")), "D": lambda: dated("deliveredOn", w, form.split(","), of="room"),
        "#": lambda: number_of_row, "0": lambda: lambda row: row.n - 1, "-": lambda: plain(form), "1": lambda: plain(lambda row: f"{form}{row.n:04}"),
        "R": lambda: number(form, "building", "room"), "B": lambda: number(form, "building", "unit", "room"), "P": lambda: plain(lambda row: form.format(b=row.room.building, u=row.room.unit, r=row.room.room)),
        "W": lambda: plain(lambda row: form + w.digits(9)),
    }
    return makers[kind]()

def listed(file, tool, habits, spec, sheet="Sheet1", title=None, rows=by_room, head=True, said=None, homes=None, sheets=None, **estate):
    """`homes`: a function of the world; else those of `World.homes` by the other arguments. `sheets`: one for each building, by its name."""
    @book(file, tool, *habits.split(" "))
    def fill(b, w):
        columns = [(one.split("=", 1)[0], (one.split("=", 1)[1] + ":").split(":", 1)) for one in spec.split(" | ")]
        columns = otherwise(w, columns) if SEED and head else columns
        tells = all(kind != "k" for _, (kind, _) in columns)
        for name, house in (sheets or {sheet: None}).items():
            s = Sheet(name, heads=(), **(said or ({"building": house} if house else {})))
            b.append(s)
            if title is not None:
                s.title(title.format(name), len(columns))
            made = homes(w) if homes else w.homes(**{"count": 36, **estate, **({"buildings": (house,)} if house else {})})
            shown = [(tuple(text.split(">")) if ">" in text else text, column(w, kind, form.rstrip(":") if kind not in "NT" else form[:-1], tells)) for text, (kind, form) in columns]
            s.table(shown, rows(made), head=head)
phases = lambda *names, **more: lambda w: [home for estate in names for home in w.homes(**{"estate": estate, **more})]

# --- exports and templates of systems

listed("业主分栋导出.xlsx", "openpyxl", "导出 序号、楼栋、单元、房屋", "序号=# | 楼栋=b | 单元=u | 房屋=r | 业主名称=n | 业主电话=t", "业主信息", count=48)
listed("小区业主导出.xlsx", "XlsxWriter", "导出 昵称和真实姓名 年龄", "小区名字=e | 楼栋名=b:{b}栋 | 单元名=u:{u}单元 | 房间名=r | 昵称=1:用户 | 真实姓名=n | 性别=s | 年龄=-:36 | 身份证=i | 电话=t | 业主类型=k:业主,共有人,家属,租客",
       "sheet0", rows=by_person, count=26, estate="翠湖苑", family=3, tenants=2)
listed("居民信息.xls", "Apache POI", "模板 数据从第三行 苑/期/区 户籍", "姓名=n | 手机号=t | 性别=s | 身份证号=i | 苑/期/区=e | 幢=b | 单元=u | 室号=r | 身份=k:业主,业主,家属,租客 | 有效期=-:长期 | 入住时间=d:dashes | 民族=-:汉族 | 政治面貌=- | 户口类型=-:非农",
       "居民", "居民信息登记表（请勿修改表头）", by_person, homes=lambda w: w.homes(12, estate="一期", family=3) + w.homes(12, estate="二期", tenants=3))
listed("房屋业主列表.xlsx", "openpyxl", "导出 几个业主、电话、证件号用逗号，顺序相同 号楼 字母单元", "小区=e | 楼栋=b:{b}号楼 | 单元=u:{u}单元 | 房号=r | 业主姓名=N:, | 手机号=T:, | 身份证号码=I:, | 建筑面积=a | 物业类型=-:住宅 | 房屋编号=P:{b}-{u}-{r}",
       "houses", count=30, units=("A", "B"), estate="江畔名邸", co=4)
listed("收费房产.csv", "csv", "导出 UTF-8 一人一行，房号重复 单元写全", "小区=e | 楼栋=b:{b}栋 | 单元=u:{u}单元 | 房号=r | 面积=a | 物业类型=-:住宅 | 业主姓名=n | 业主手机号=t | 证件号=i | 业主类型=k:业主,共有人,家属,租客 | 单价=-:1.8 | 收费年份=-:2026 | 计费周期=-:年",
       "房产", rows=by_person, count=24, estate="金桂园", co=3, family=3)
listed("标签联系人.xlsx", "openpyxl", "导出 标签列 电话在前", "姓名=n | 电话=t | 标签=k:业主,业主,家属,租户 | 小区名称=e | 楼栋=b:{b}幢 | 单元=u | 房号=r | 备注=-", "联系人", rows=by_person, count=26, estate="云山诗意", family=3, tenants=2)
listed("房屋资料导入.xlsx", "LibreOffice", "模板 房屋编号作主键 日期YYYY-MM-DD", "房屋编号=w | 业主姓名=n | 手机号码=t | 建筑面积=a | 入住日期=d:dashes | 备注=-")
listed("房屋列表带ID.xls", "Apache POI", "导出 ID列 表头带括号说明", "小区ID=-:7 | 楼栋ID=1:8 | 单元ID=1:9 | 房号=P:{r} | 建筑面积=a | 物业类型(高层、洋房、别墅、联排、商铺)=-:高层 | 房屋编号=w | 业主姓名=N:, | 业主电话=T:, | 业主身份证号=I:, | 小程序绑定人(0：未绑定，1：已绑定)=-:0",
       "物业房屋", co=2)
listed("房间筛选结果.xls", "xlwt", "导出 业主和手机两列", "小区=e | 楼栋=b:{b}栋 | 单元=u:{u}单元 | 房号=r | 面积=a | 业主=n | 手机=t", "房间筛选结果导出", estate="海棠湾")
listed("业主筛选结果.csv", "csv GBK", "导出 业主在前 积分", "业主=n | 手机=t | 小区=e | 楼栋=b:{b}栋 | 单元=u | 房号=r | 积分=-:120 | 注册时间=-:2025-01-02 10:20:30 | 状态=-:已审核", estate="海棠湾", count=30)
listed("固定车位.xlsx", "openpyxl", "导出 绑定车牌 占用状态", "停车场=-:地下车库 | 区域=-:A区 | 车位号=x:A{n:03} | 业主姓名=n | 电话=t | 绑定车牌=p | 房号=w:{b}栋{u}单元{r} | 占用状态0未占用1已占用=-:0", "固定车位", count=30)
listed("楼栋房号账单.xlsx", "XlsxWriter", "导出 楼栋房号一列 账单", "业主姓名=n | 楼栋房号=w:{b}栋{u}单元{r} | 费用类型=-:物业费 | 金额=-:388.5 | 所属月份=-:2026-03 | 状态=-:未缴", "账单", count=30)
listed("物业账单导入.xlsx", "openpyxl", "模板 计费起止日期不是租期", "楼栋号=b | 单元号=u | 房号=r | 业主姓名=n | 联系电话=t | 费用类型=-:物业费 | 计费起始日期=-:2026-01-01 | 计费截止日期=-:2026-03-31 | 应收金额=-:388.5 | 缴费截止日期=-:2026-04-15 | 备注=-", "账单", count=30)
listed("业主投票名单.xlsx", "openpyxl", "导出 认证状态 投票时间", "序号=# | 房号=w:{b}幢{u}单元{r}室 | 业主姓名=n | 手机号=t | 建筑面积(㎡)=a | 认证状态=-:已认证 | 投票状态=-:已投 | 投票时间=-:2026-04-01 09:00:00 | 投票方式=-:纸质", "投票")
listed("客户档案范本.xlsx", "LibreOffice", "模板 客户 资产 占用", "客户名称=n | 证件号码=i | 移动电话=t | 项目=e | 楼栋=b:{b}号楼 | 单元=u | 房屋=r | 客户类型=-:个人 | 占用开始时间=d:dashes | 占用截止时间=-", "客户数据", estate="碧水湾")
listed("水务户表.csv", "csv", "导出 水表号像手机 用户编号", "用户编号=1:20260 | 用户名称=n | 用水地址=w:{b}栋{u}单元{r} | 联系手机=t | 水表编号=W:15 | 表底数=-:218 | 用水性质=-:居民", count=30)

# --- lists of offices

listed("业主清册.xls", "LibreOffice", "名单 没有表头 坐落在句子里 权利人几个", "a=# | b=N:、 | c=w:青山区和平路18号锦绣花园{b}幢{r} | d=I:、 | e=-:住宅 | f=a", head=False, count=24, units=("",), co=3)
listed("六栋业主名册.xlsx", "openpyxl", "名单 楼栋只在标题里 表名是Sheet1", "序号=# | 房号=R:{r} | 姓名=n | 联系电话=t | 备注=m", title="锦绣花园6栋业主名册", said={"building": "6"}, count=40, buildings=("6",), units=("",), floors=20)
listed("座房号名单.csv", "csv GBK", "名单 A座902 GBK", "房号=w:{b}座{r} | 业主=n | 电话=t", buildings=("A", "B", "C"), units=("",))
listed("幢室名单.csv", "csv", "名单 3幢401室 住户姓名", "门牌=w:{b}幢{r}室 | 住户姓名=n | 联系电话=t | 备注=m", count=40, units=("",))
listed("区号房号.xlsx", "LibreOffice", "名单 A区3栋501在一格", "房屋地址=w:{e}{b}栋{r} | 业主=n | 手机=t | 身份证=i", "业主", homes=phases("A区", "B区", count=18, buildings=("1", "3"), units=("",)))
listed("业主空格隔开.xlsx", "openpyxl", "名单 几个业主用空格 电话换行", "房号=w | 业主=N:  | 电话=T:\n", "业主", co=4)
listed("全角名单.xlsx", "openpyxl", "名单 全角数字和字母", "房号=w:wide | 业主姓名=n | 手机号码=t:wide | 身份证号=i:wide | 面积=a", "业主", count=40)
listed("WPS名单.et", "xlwt", "名单 .et旧格式", "楼栋=b:{b}栋 | 单元=u:{u}单元 | 房号=r | 业主=n | 手机=t | 身份证号=i", "业主")
listed("WPS新名单.et", "openpyxl", "名单 .et新格式 标题合并", "房号=w | 业主姓名=n | 联系电话=t | 身份证号=i | 备注=m", "业主", "翠湖苑业主信息表")
listed("WPS另存.et", "LibreOffice", "名单 .et旧格式 日期格", "房号=w:{b}号楼{r} | 户主=n | 联系电话=t | 入伙日期=D:cell", "Sheet1", units=("",), count=30)
listed("开放格式.ods", "odfpy", "名单 .ods 标题合并 日期格", "楼栋=b:{b}栋 | 单元=u:{u}单元 | 房号=r | 业主姓名=n | 电话=t | 入住日期=d:cell", "业主", "业主登记表")
listed("数据框导出.xlsx", "pandas", "导出 行号在第一列，没有表头", "=0 | 楼栋=b:{b}栋 | 房号=r | 业主=n | 手机=t:int | 面积=a", units=("",))
listed("中英文表头.xlsx", "XlsxWriter", "导出 表头中英文", "楼栋 Building=b | 单元 Unit=u | 房号 Room=r | 姓名 Name=n | 电话 Tel=t | 证件号 ID No.=i | 车牌 Plate=p:6", "Owners")
listed("房号点零.csv", "csv", "名单 房号成了501.0 电话成了小数", "楼栋=b | 房号=r:{r}.0 | 业主姓名=n | 手机号=t:float", units=("",))
listed("过户记录.xls", "Apache POI", "名单 水表电表号像手机", "户号=1:66 | 房号=w | 户名=n | 电话=t | 水表号=W:15 | 电表号=W:18 | 备注=m:4", "户表", count=40)
listed("欠费导出.xls", "Apache POI", "导出 欠费 金额列", "费用编号=1:9 | 房号=w | 业主=n | 业主电话=t | 面积=a | 费用项=-:物业费 | 开始时间=-:2025-01-01 | 结束时间=-:2025-12-31 | 欠费时长（天）=-:365 | 欠费时长（月）=-:12 | 欠费金额=-:1936.4", "欠费信息", count=40)
listed("房主信息.xlsx", "openpyxl", "名单 房主、室号 #", "栋=b:{b}# | 室号=r | 房主=n | 联系方式=t | 证件=i | 交房时间=D:dots", units=("",), count=40)
listed("楼座名单.xls", "xlwt", "名单 楼座、门牌号 3号楼", "楼座=b:{b}号楼 | 单元号=u:{u} | 门牌号=r | 产权人=n | 手机号=t | 产权面积=a", count=40)
listed("弄号室.xlsx", "openpyxl", "名单 弄、号、室", "门牌=w:{b}号{r}室 | 业主=n | 联系电话=t | 身份证=i", title="梅陇路88弄业主联系表", units=("",), count=40, floors=6)
listed("组团楼号.xlsx", "XlsxWriter", "名单 组团 同样的楼号", "组团=e | 楼号=b:{b} | 房间号=r | 户主姓名=n | 户主电话=t", homes=phases("东苑", "西苑", count=18, buildings=("1", "2"), units=("",)))
listed("汉字楼栋.xlsx", "openpyxl", "名单 一栋二栋 汉字数字", "楼栋单元房号=w:han | 业主=n | 电话=t", buildings=("1", "2", "11"))
listed("家庭住址.xls", "LibreOffice", "名单 住址有小区名", "编号=# | 户主=n | 家庭住址=w:幸福里小区{b}栋{u}单元{r}室 | 电话=t | 人口=-:3 | 备注=m:6", title="幸福里小区住户登记册")
listed("证件先行.xlsx", "openpyxl", "名单 证件号在第一列 房号在末列", "身份证号码=i | 姓名=n | 性别=s | 电话=t | 车牌=p:5 | 房号=w:{b}-{u}-{r}", rows=by_person, co=2)

# --- one more of each that was met: a sheet for each building, 楼号房号 in one column, codes and text files

listed("五栋六栋.xlsx", "openpyxl", "名单 每栋一张表，汉字楼号 户主", "序号=# | 房号=R:{r} | 户主=n | 手机号=t | 证件号码=i | 备注=m", sheets={"一栋": "1", "五栋": "5", "十二栋": "12"}, units=("",), count=24)
listed("各幢业主.xls", "LibreOffice", "名单 每幢一张表，表名有括号 单元在房号里", "房号=B:{u}-{r} | 房主=n | 联系电话=t | 面积=a", sheets={"3幢（高层）": "3", "7幢（洋房）": "7"}, count=28)
listed("各号楼住户.xlsx", "XlsxWriter", "名单 每号楼一张表 标题与表名同 一户几行", "门牌=B:{u}单元{r} | 姓名=n | 身份=k:业主,业主,家属,租客 | 电话=t | 身份证=i", title="{}住户登记表", sheets={"2号楼": "2", "9号楼": "9"}, rows=by_person, count=18, family=4, tenants=2)
listed("小区各栋.ods", "LibreOffice", "名单 .ods 表名有小区名", "单元=u:{u}单元 | 房间=B:{r} | 业主姓名=n | 手机=t", sheets={"锦绣花园1栋": "1", "锦绣花园2栋": "2"}, count=24)
listed("楼房号总表.xls", "xlwt", "名单 楼号房号一列 两层表头 标题", "序号=# | 楼号房号=w:{b}栋{r} | 住户资料>户主姓名=N: | 住户资料>身份证=I:、 | 住户资料>电话=T:/ | 收房>日期=D:words,dots | 备注=m:7", title="住户情况总表", units=("",), count=80, floors=14, co=2)
listed("井号房号.xlsx", "openpyxl", "名单 3#501 标题", "楼号房号=w:{b}#{r} | 业主=n | 手机号码=t | 入住日期=d:slashes,words,cell", title="业主入住登记", units=("",), count=60, floors=12)
listed("住户类别.xls", "Apache POI", "名单 类别带括号 一人一行", "房号=w:{b}-{u}-{r} | 姓名=n | 类别=k:业主（自住）,共有人（配偶）,家属（同住）,租户（长租） | 身份证号=i | 手机=t", rows=by_person, count=50, co=1, family=3, tenants=3)
listed("导出无标记.csv", "csv UTF-8", "导出 UTF-8没有标记", "楼栋=b:{b}栋 | 单元=u | 房号=r | 姓名=n | 手机号=t | 证件号=i")
listed("Unicode文本.csv", "csv UTF-16", "导出 UTF-16 制表符", "房号=w | 业主=n | 电话=t | 面积=a")

# --- names, rooms and buildings that look like something else
def named(*others, every=3, **more):
    def homes(w):
        made = w.homes(**{"count": 36, **more})
        for home, other in zip(made[::every], others):
            home.members[0][0].name = other
        return made
    return homes
listed("少数民族与外籍.xlsx", "openpyxl", "名单 名字有间隔号 英文名有空格 复姓", "房号=w | 业主姓名=n | 证件号=i | 电话=t", homes=named("阿不都·热合曼", "John Smith", "欧阳文海", "古丽·买买提", "Maria Garcia Lopez", "司马红", "迪丽·艾山", "上官志国"))
listed("单位业主.xls", "xlwt", "名单 公司、银行、政府作业主", "房号=w | 产权单位（人）=n | 联系电话=t | 面积=a", homes=named("宏远房地产开发有限公司", "市房产管理局", "建兴银行青山支行", "红星超市（个体）", "华海贸易公司"))
listed("跳层房号.xlsx", "XlsxWriter", "名单 12A层 没有4层", "栋号=b:{b}座 | 房号=r | 业主=n | 电话=t | 证件号=i", homes=lambda w: [w.home(w.room(house, "", f"{level}0{n}")) for house in ("A", "B") for level in ("3", "3A", "5", "12", "12A", "15A") for n in (1, 2, 3)])
listed("甲乙栋名单.csv", "csv GBK", "名单 甲栋乙栋 紫薇楼", "楼名=b:{b}栋 | 房号=r | 业主=n | 电话=t", homes=lambda w: w.homes(30, buildings=("甲", "乙", "紫薇"), units=("",)))
