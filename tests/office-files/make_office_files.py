"""
Makes files as offices have them, with the programs that offices use, and a list of what is in each:

    python3 make_office_files.py FOLDER [SEED]

Needs Debian's libreoffice, python3-openpyxl, python3-xlwt, python3-docx, python3-pandas, python3-reportlab, python3-xlsxwriter,
a JDK with libapache-poi-java, libitext-java and libfop-java. Knows nothing of the scanner: neither its rules nor its words.
"""
import base64
import json
import os
import quopri
import struct
import subprocess
import sys
import tempfile
import zipfile
from email.message import EmailMessage

import docx
import openpyxl
import pandas
import xlsxwriter
import xlwt
from docx.oxml import OxmlElement
from openpyxl.comments import Comment
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen import canvas
from reportlab.platypus import SimpleDocTemplate, Table

from people import Estate

HERE = os.path.dirname(os.path.abspath(__file__))
OUT = sys.argv[1]
ESTATE = Estate(int(sys.argv[2]) if len(sys.argv) > 2 else 1893)
FILES = []
CONVERT = []
WORK = tempfile.mkdtemp()


def told(name, expected, tool, habit):
    """`expected`: people, nobody, or unread (people are in it that no program can read; it is to be named)."""
    FILES.append({"name": name, "expected": expected, "tool": tool, "habit": habit})
    return os.path.join(OUT, name)


def converted(source, name, expected, habit, form=None):
    """Written by LibreOffice from another file, which is not kept itself."""
    told(name, expected, "LibreOffice", habit)
    CONVERT.append((source, name, form or name.rsplit(".", 1)[1]))


def draft(name):
    return os.path.join(WORK, name)


# --- workbooks

def book(name, expected, habit, fill, path=None):
    workbook = openpyxl.Workbook()
    fill(workbook, workbook.active)
    workbook.save(path or told(name, expected, "openpyxl", habit))


def rows(sheet, table):
    for row in table:
        sheet.append(row)


def titled(sheet, width, *titles):
    for line, title in enumerate(titles, 1):
        sheet.cell(line, 1, title)
        sheet.merge_cells(start_row=line, start_column=1, end_row=line, end_column=width)


def by_openpyxl():
    e = ESTATE

    def merged_title(_, s):
        titled(s, 5, "锦绣花园业主通讯录", "制表人：物业客服部　　制表日期：2026年5月16日")
        rows(s, [["序号", "房号", "业主姓名", "联系电话", "备注"]])
        rows(s, [[n, p["room"], p["name"], p["phone"], ""] for n, p in enumerate(e.people(24), 1)])
        s.append(["注：以上信息仅供内部使用"])
    book("业主通讯录.xlsx", "people", "标题合并两行，制表日期在第二行，末行有注", merged_title)

    def two_level(_, s):
        s.append(["房号", "合同信息", None, "业主信息", None, "租户信息", None])
        s.append([None, "编号", "签订日期", "姓名", "手机", "姓名", "手机"])
        for area in ["A1:A2", "B1:C1", "D1:E1", "F1:G1"]:
            s.merge_cells(area)
        for p, q in zip(e.people(9), e.people(9)):
            s.append([p["room"], "HT" + e.digits(6), "2026-03-01", p["name"], int(p["phone"]), q["name"], int(q["phone"])])
    book("租赁台账.xlsx", "people", "两层合并表头，电话是数字", two_level)

    book("线上缴费开通.xlsx", "people", "电话在登录账号列", lambda _, s: rows(s, [["编号", "业主名称", "登录账号", "开通日期"]] + [
        [n, p["name"], p["phone"], "2026-04-02"] for n, p in enumerate(e.people(12), 1)]))
    book("退款名单.xlsx", "people", "电话在收款账号列，支付宝", lambda _, s: rows(s, [["日期", "金额", "收款人", "收款账号"]] + [
        ["2026-04-03", 120.5, p["name"], p["phone"]] for p in e.people(8)]))
    book("会员导出.xlsx", "people", "电话在用户编号列，没有别的电话列", lambda _, s: rows(s, [["用户编号", "昵称", "积分"]] + [
        [p["phone"] + "（" + p["name"] + "）", p["name"], e.below(900)] for p in e.people(8)]))

    def comments(_, s):
        rows(s, [["房号", "面积", "状态"]])
        for n, p in enumerate(e.people(6), 2):
            rows(s, [[p["room"], p["area"], "已入住"]])
            s.cell(n, 1).comment = Comment(f"{p['name']} {p['phone']}", "前台")
    book("房态图.xlsx", "people", "姓名电话在批注", comments)

    def crowded(_, s):
        rows(s, [["房号", "家庭成员及电话"]])
        for _n in range(4):
            p, q, r = e.people(3)
            s.append([p["room"], f"{p['name']}（户主）{p['phone']}\n{q['name']}（妻）{q['phone']}；{r['name']}/子/{r['phone']}"])
    book("家庭情况.xlsx", "people", "一格几个人，换行、分号、斜杠", crowded)

    def hidden(b, s):
        s.append(["本表请勿外传"])
        t = b.create_sheet("Sheet2")
        t.sheet_state = "hidden"
        rows(t, [[p["name"], p["phone"]] for p in e.people(15)])
    book("通知.xlsx", "people", "名单在隐藏的工作表", hidden)

    def sideways(_, s):
        some = e.people(6)
        rows(s, [["编号"] + list(range(1, 7)), ["姓名"] + [p["name"] for p in some], ["手机"] + [p["phone"] for p in some]])
    book("值班业委会.xlsx", "people", "横排，一人一列", sideways)

    def late(_, s):
        for line in ["填表说明", "1. 本表由客户服务中心填写", "2. 编号由系统生成", "3. 日期格式为 2026-01-01", "4. 合同须附后",
                     "5. 金额单位：元", "6. 红色为欠费户", "7. 黄色为出租户", "8. 绿色为空置", "9. 每月五日前报送", "10. 有误请更正", None, None]:
            s.append([line])
        rows(s, [["编号", "合同", "业主", "电话"]] + [["A" + e.digits(4), "已签", p["name"], p["phone"]] for p in e.people(10)])
    book("填报表.xlsx", "people", "表头前十三行说明", late)

    def cards(_, s):
        for p in e.people(7):
            rows(s, [["合同编号", "LH" + e.digits(5), "日期", "2026-02-11"], ["业主", p["name"], "电话", p["phone"]], ["身份证", p["id"], "车牌", p["plate"]], [None]])
    book("业主卡片.xlsx", "people", "一户一块，标签在左", cards)

    def formats(_, s):
        rows(s, [["业主", "移动电话"]])
        for n, p in enumerate(e.people(6), 2):
            s.append([p["name"], int(p["phone"])])
            s.cell(n, 2).number_format = "000-0000-0000"
    book("电话格式.xlsx", "people", "数字，自定义格式", formats)

    def sections(_, s):
        for building in (1, 2, 3):
            s.append([f"{building}栋业主名单"])
            rows(s, [["合同号", "业主", "联系方式"]])
            rows(s, [["HT" + e.digits(5), p["name"], p["phone"]] for p in e.people(3)])
            s.append([None])
    book("分栋名单.xlsx", "people", "一张表几段，每段有标题和表头", sections)

    def meters_and_people(_, s):
        rows(s, [["水表编号", "读数"]] + [[e.like_phone(), e.below(900)] for _n in range(15)] + [[None], ["业主", "电话"]]
             + [[p["name"], p["phone"]] for p in e.people(5)])
    book("抄表和业主.xlsx", "people", "上半是水表，下半是业主", meters_and_people)

    book("访客登记.xlsx", "people", "日期在首列，证件号带空格", lambda _, s: rows(s, [["日期时间", "访客", "证件号码", "事由"]] + [
        ["2026-05-01 09:12", p["name"], f"{p['id'][:6]} {p['id'][6:14]} {p['id'][14:]}", "探访"] for p in e.people(5)]))
    book("老业主.xlsx", "people", "十五位旧身份证", lambda _, s: rows(s, [["编号", "姓名", "证号"]] + [
        [n, e.name(), e.old_id()] for n in range(1, 9)]))
    book("车位.xlsx", "people", "车位编号、车牌、车主两个电话", lambda _, s: rows(s, [["车位编号", "车牌", "车主", "电话1", "电话2"]] + [
        ["B1-" + e.digits(3), p["plate"], p["name"], p["phone"], e.phone()] for p in e.people(5)]))
    book("快递代收.xlsx", "people", "运单号旁有收件人手机", lambda _, s: rows(s, [["运单号", "收件人", "手机尾号", "收件电话"]] + [
        ["7" + e.digits(14), p["name"], p["phone"][-4:], p["phone"]] for p in e.people(6)]))
    book("导入模板已填.xlsx", "people", "必填星号和示例行", lambda _, s: rows(s, [["*编号（必填）", "*业主姓名（必填）", "*手机号（必填）"], ["示例：001", "张三", "13800138000"]] + [
        [n, p["name"], p["phone"]] for n, p in enumerate(e.people(7), 1)]))
    book("一列.xlsx", "people", "一列，标题里有合同和日期", lambda _, s: rows(s, [["合同到期日期提醒业主"]] + [[f"{p['room']} {p['name']} {p['phone']}"] for p in e.people(6)]))
    book("光电话.xlsx", "people", "标题有编号，下面只有电话一列", lambda _, s: rows(s, [["短信群发名单（按房屋编号排序）"]] + [[p["phone"]] for p in e.people(14)]))
    book("超链接.xlsx", "people", "姓名是 tel: 链接的公式", lambda _, s: rows(s, [["业主"]] + [[f'=HYPERLINK("tel:{p["phone"]}","{p["name"]}")'] for p in e.people(5)]))

    def number_ids(_, s):
        rows(s, [["工号", "业主姓名", "编号", "电话（86）"]])
        rows(s, [[e.digits(4), p["name"], e.digits(3), f"+86-{p['phone'][:3]}-{p['phone'][3:7]}-{p['phone'][7:]}"] for p in e.people(6)])
    book("外籍住户.xlsx", "people", "国家码，短横", number_ids)
    book("微信通讯录.xlsx", "people", "号码两边有看不见的方向符，中间有不换行空格", lambda _, s: rows(s, [["备注名", "微信号"]] + [
        [p["name"], f"\u202d{p['phone'][:3]}\u00a0{p['phone'][3:7]}\u00a0{p['phone'][7:]}\u202c"] for p in e.people(6)]))

    # what looks like people and is not
    book("水表台账.xlsx", "nobody", "表号十一位，标题合并", lambda _, s: (titled(s, 3, "2026年水表抄见联系单"), rows(s, [["表号", "上次", "本次"]] + [[e.like_phone(), e.below(900), e.below(900)] for _n in range(30)])))
    book("单列表号.xlsx", "nobody", "一列水表编号", lambda _, s: rows(s, [["水表编号"]] + [[e.like_phone()] for _n in range(20)]))
    book("价目表.xlsx", "nobody", "商品条码和价格", lambda _, s: rows(s, [["条码", "品名", "单价"]] + [["69" + e.digits(11), "灯管", e.below(90)] for _n in range(25)]))
    book("发票登记.xlsx", "nobody", "发票号码二十位，金额", lambda _, s: rows(s, [["发票号码", "开票日期", "金额"]] + [["26" + e.digits(18), "2026-05-02", e.below(99999) / 100] for _n in range(25)]))
    book("订单.xlsx", "nobody", "订单号十一位，数字", lambda _, s: rows(s, [["下单时间", "订单号", "数量"]] + [["2026-05-02 10:00", int(e.like_phone()), e.below(9)] for _n in range(25)]))
    book("排班表.xlsx", "nobody", "人名和日期，没有号码", lambda _, s: rows(s, [["姓名"] + [f"5月{n}日" for n in range(1, 15)]] + [[e.name()] + ["早"] * 14 for _n in range(6)]))
    book("供应商.xlsx", "nobody", "座机、400 电话", lambda _, s: rows(s, [["单位", "联系电话", "税号"]] + [[e.name() + "五金店", f"0771-{2 + e.below(7)}{e.digits(6)}", "9145" + e.digits(14)] for _n in range(12)] + [["电梯维保", "400-" + e.digits(3) + "-" + e.digits(4), ""]]))
    book("脱敏名单.xlsx", "nobody", "已脱敏", lambda _, s: rows(s, [["姓名", "电话", "身份证"]] + [[p["name"][0] + "**", p["phone"][:3] + "****" + p["phone"][7:], p["id"][:3] + "*" * 11 + p["id"][14:]] for p in e.people(12)]))
    book("空模板.xlsx", "nobody", "只有表头", lambda _, s: rows(s, [["编号", "姓名", "身份证号", "手机号码", "备注"]]))
    book("门禁卡.xlsx", "nobody", "卡号", lambda _, s: rows(s, [["房号", "门禁卡号", "发卡日期"]] + [[e.room(), e.like_phone(), "2026-01-09"] for _n in range(16)]))
    book("设备.xlsx", "nobody", "序列号、IMEI", lambda _, s: rows(s, [["设备", "序列号", "IMEI"]] + [["对讲机", "SN" + e.like_phone(), "86" + e.digits(13)] for _n in range(16)]))
    book("收据.xlsx", "nobody", "合并标题，收据编号", lambda _, s: (titled(s, 4, "收据登记簿（电话查询：0771-5823941）"), rows(s, [["日期", "收据编号", "房号", "金额"]] + [["2026-05-03", e.like_phone(), e.room(), e.below(3000)] for _n in range(20)])))
    book("两个人.xlsx", "nobody", "只有两个人", lambda _, s: rows(s, [["姓名", "电话"]] + [[p["name"], p["phone"]] for p in e.people(2)]))


def by_other_workbooks():
    e = ESTATE
    path = told("大屏导出.xlsx", "people", "XlsxWriter", "内联字符串，文本框里还有")
    w = xlsxwriter.Workbook(path, {"constant_memory": True})
    s = w.add_worksheet("导出")
    s.insert_textbox("H1", "紧急联系人：" + "；".join(f"{p['name']}{p['phone']}" for p in e.people(2)))
    for r, p in enumerate([{"room": "房号", "name": "业主", "phone": "编号"}] + e.people(3)):
        s.write_row(r, 0, [p["room"], p["name"] + " " + p["phone"]])
    w.close()

    def legacy(name, expected, habit, table, rich=False):
        b = xlwt.Workbook(encoding="utf-8")
        s = b.add_sheet("Sheet1")
        for r, row in enumerate(table):
            for c, cell in enumerate(row):
                if rich and isinstance(cell, str) and cell[:2] in ("14",):
                    bold = xlwt.easyfont("bold true")
                    s.write_rich_text(r, c, ((cell[:5], bold), cell[5:]))
                elif cell is not None:
                    s.write(r, c, cell)
        b.save(told(name, expected, "xlwt", habit))
    legacy("收楼登记.xls", "people", "编号、合同在前", [["编号", "合同", "业主", "手机"]] + [[n, "HT" + e.digits(4), p["name"], int(p["phone"])] for n, p in enumerate(e.people(10), 1)])
    legacy("欠费催缴.xls", "people", "标题、日期行，号码一半加粗", [["二〇二六年欠费户一览"], ["日期：2026-05-10"], ["房号", "金额", "户主", "联络"]] + [[p["room"], e.below(900), p["name"], p["phone"]] for p in e.people(8)], rich=True)
    legacy("账号.xls", "people", "收款账号是手机", [["收款账号", "户名"]] + [[p["phone"], p["name"]] for p in e.people(6)])
    legacy("电表.xls", "nobody", "电表表号", [["楼栋", "电表表号", "倍率"]] + [["1栋", int(e.like_phone()), 30] for _n in range(18)])
    legacy("资产.xls", "nobody", "资产编号", [["资产清单"], ["资产编号", "名称"]] + [[e.like_phone(), "垃圾桶"] for _n in range(12)])

    frame = pandas.DataFrame([{"房号": p["room"], "业主": p["name"], "手机": int(p["phone"]), "面积": p["area"]} for p in e.people(9)])
    frame.loc[4, "手机"] = None
    frame.to_csv(told("导出_浮点.csv", "people", "pandas", "缺一个号码，其余成了小数"), index=False)
    frame.to_csv(told("导出_索引.csv", "people", "pandas", "带行号，GBK"), encoding="gbk")
    frame.to_csv(told("导出_制表符.txt", "people", "pandas", "制表符，UTF-16"), sep="\t", encoding="utf-16", index=False)
    frame.to_excel(told("导出_数据框.xlsx", "people", "pandas", "带行号和粗表头"))
    frame.astype({"手机": "Int64"}).to_html(told("导出网页.xls", "people", "pandas", "网页存成 xls"), index=False)
    frame.to_json(told("导出.json", "people", "pandas", "JSON，汉字转义"), orient="records")
    frame.to_xml(told("导出.xml", "people", "pandas", "XML"), parser="etree")
    people = pandas.DataFrame([{"编号": n, "登录账号": float(p["phone"]), "业主名称": p["name"]} for n, p in enumerate(e.people(7))])
    people.to_csv(told("小程序用户.csv", "people", "pandas", "登录账号是小数"), index=False)
    orders = pandas.DataFrame([{"流水号": float(e.like_phone()), "金额": e.below(9999) / 100} for _n in range(20)])
    orders.to_csv(told("流水.csv", "nobody", "pandas", "流水号是小数"), index=False)
    amounts = pandas.DataFrame([{"项目": "维修资金", "余额": float(e.like_phone()) + 0.25} for _n in range(20)])
    amounts.to_csv(told("维修资金.csv", "nobody", "pandas", "大额余额"), index=False)
    pandas.DataFrame([{"event": e.digits(19), "ts": "17" + e.digits(11)} for _n in range(40)]).to_json(told("事件.json", "nobody", "pandas", "雪花号和毫秒"), orient="records")


def for_libreoffice():
    e = ESTATE

    def make(name, fill):
        book(None, None, None, fill, draft(name))
        return draft(name)
    number_first = make("n.xlsx", lambda _, s: rows(s, [["编号", "业主名称", "联系电话"]] + [[n, p["name"], p["phone"]] for n, p in enumerate(e.people(9), 1)]))
    converted(number_first, "编号在前.ods", "people", "编号第一，只有电话")
    converted(number_first, "编号在前.xls", "people", "编号第一，只有电话")
    converted(number_first, "编号在前.fods", "people", "单个 XML 的表格")
    converted(number_first, "编号在前.html", "people", "另存为网页")
    converted(number_first, "编号在前.slk", "people", "SYLK，老系统交换用")
    converted(number_first, "编号在前.dif", "people", "DIF，老系统交换用")
    converted(number_first, "编号在前.pdf", "people", "表格导出 PDF")
    numbers = make("z.xlsx", lambda _, s: (titled(s, 4, "合同台账", "日期：2026-05"), rows(s, [["合同号", "业主", "电话", "金额"]] + [["H" + e.digits(4), p["name"], int(p["phone"]), e.below(999)] for p in e.people(9)])))
    converted(numbers, "合同台账.ods", "people", "数字电话，标题合并")
    converted(numbers, "合同台账_tsv.csv", "people", "LibreOffice 的 csv")

    def note(_, s):
        rows(s, [["房号", "状态"]])
        for n, p in enumerate(e.people(5), 2):
            s.append([p["room"], "空置"])
            s.cell(n, 2).comment = Comment(f"房东 {p['name']}：{p['phone']}", "前台")
    noted = make("c.xlsx", note)
    converted(noted, "批注.ods", "people", "姓名电话在批注")
    converted(noted, "批注.xls", "people", "姓名电话在批注")
    spaced = make("s.xlsx", lambda _, s: rows(s, [["编号", None, None, "业主", None, "手机"]] + [[n, None, None, p["name"], None, p["phone"]] for n, p in enumerate(e.people(6), 1)]))
    converted(spaced, "空列.ods", "people", "空列、重复格")
    meters = make("m.xlsx", lambda _, s: (titled(s, 2, "水表联系单"), rows(s, [["水表编号", "读数"]] + [[e.like_phone(), e.below(900)] for _n in range(16)])))
    for end in ("ods", "xls", "html", "pdf"):
        converted(meters, f"水表清单.{end}", "nobody", "表号十一位")

    def document(name, fill):
        d = docx.Document()
        fill(d)
        d.save(draft(name))
        return draft(name)
    listed = document("w.docx", lambda d: word_table(d, ["编号", "业主名称", "电话"], [[str(n), p["name"], p["phone"]] for n, p in enumerate(e.people(8), 1)]))
    for end in ("odt", "doc", "rtf", "fodt"):
        converted(listed, f"名单表格.{end}", "people", "编号第一的表格")
    converted(listed, "名单表格.pdf", "people", "文档导出 PDF")
    dated = document("d.docx", lambda d: [d.add_paragraph(text) for text in ["日期：2026年5月", "合同编号　业主　电话"] + [f"HT{e.digits(3)}　{p['name']}　{p['phone']}" for p in e.people(7)]])
    converted(dated, "催缴名单.doc", "people", "首行日期，无表格")
    converted(dated, "催缴名单.odt", "people", "首行日期，无表格")
    keys = document("k.docx", lambda d: word_table(d, ["柜号", "钥匙编号"], [[str(n), e.like_phone()] for n in range(14)]))
    converted(keys, "钥匙.odt", "nobody", "钥匙编号十一位")
    converted(keys, "钥匙.doc", "nobody", "钥匙编号十一位")


def convert_all():
    groups = {}
    for source, name, form in CONVERT:
        groups.setdefault((form, os.path.splitext(source)[1]), []).append((source, name))
    filters = {"csv": "csv:Text - txt - csv (StarCalc):59,34,76,1", "fods": "fods", "html": "html"}
    for (form, _), some in groups.items():
        folder = tempfile.mkdtemp()
        out = tempfile.mkdtemp()
        for source, name in some:
            os.link(source, os.path.join(folder, os.path.splitext(name)[0] + os.path.splitext(source)[1]))
        subprocess.run(["soffice", f"-env:UserInstallation=file://{WORK}/profile", "--headless", "--convert-to", filters.get(form, form), "--outdir", out]
                       + [os.path.join(folder, name) for name in sorted(os.listdir(folder))], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        for _, name in some:
            os.replace(os.path.join(out, name), os.path.join(OUT, name))


# --- documents

def word_table(document, head, body):
    table = document.add_table(rows=1, cols=len(head))
    for cell, text in zip(table.rows[0].cells, head):
        cell.text = text
    for row in body:
        for cell, text in zip(table.add_row().cells, row):
            cell.text = text
    return table


def by_docx():
    e = ESTATE

    def write(name, expected, habit, fill):
        d = docx.Document()
        fill(d)
        d.save(told(name, expected, "python-docx", habit))
        return os.path.join(OUT, name)
    write("业主名单.docx", "people", "编号｜业主名称｜电话", lambda d: word_table(d, ["编号", "业主名称", "电话"], [[str(n), p["name"], p["phone"]] for n, p in enumerate(e.people(10), 1)]))
    write("装修备案.docx", "people", "日期、合同编号在前，标题在表外", lambda d: (d.add_heading("装修备案合同一览"), word_table(d, ["日期", "合同编号", "施工负责人", "手机"], [["5月3日", "ZX" + e.digits(4), p["name"], p["phone"]] for p in e.people(6)])))

    def merged(d):
        t = word_table(d, ["业主登记表", "", ""], [["编号", "姓名", "联系方式"]] + [[str(n), p["name"], p["phone"]] for n, p in enumerate(e.people(5))])
        t.rows[0].cells[0].merge(t.rows[0].cells[2])
    write("登记表.docx", "people", "合并表头", merged)
    write("合同附件.docx", "people", "段落，首行合同", lambda d: [d.add_paragraph(text) for text in ["合同附件一：住户名册", "编号\t姓名\t电话"] + [f"{n}\t{p['name']}\t{p['phone']}" for n, p in enumerate(e.people(6), 1)]])

    def cut(d):
        d.add_paragraph("日期 2026-05-01")
        for p in e.people(5):
            paragraph = d.add_paragraph(p["name"] + " ")
            paragraph.add_run(p["phone"][:4]).bold = True
            paragraph.add_run(p["phone"][4:])
    write("断开的号码.docx", "people", "一个号码两种字体", cut)

    def header(d):
        d.add_paragraph("值班安排见页眉")
        d.sections[0].header.paragraphs[0].text = "；".join(f"{p['name']} {p['phone']}" for p in e.people(4))
    write("页眉.docx", "people", "名单在页眉", header)

    def deleted(d):
        for p in e.people(4):
            run = d.add_paragraph()._p
            gone = OxmlElement("w:del")
            r = OxmlElement("w:r")
            t = OxmlElement("w:delText")
            t.text = f"{p['name']} {p['phone']}"
            r.append(t)
            gone.append(r)
            run.append(gone)
    write("修订.docx", "people", "已删的名单还在修订里", deleted)

    def nested(d):
        outer = d.add_table(rows=1, cols=2)
        outer.rows[0].cells[0].text = "编号"
        inner = outer.rows[0].cells[1].add_table(rows=0, cols=2)
        for p in e.people(5):
            cells = inner.add_row().cells
            cells[0].text, cells[1].text = p["name"], p["phone"]
    write("嵌套表.docx", "people", "表格里有表格", nested)
    write("通知书.docx", "nobody", "一个联系人", lambda d: [d.add_paragraph(text) for text in ["停水通知", "联系人：" + e.name() + " " + e.phone(), "报修热线 0771-5823940"]])
    write("合同条款.docx", "nobody", "条款和金额", lambda d: [d.add_paragraph(f"第{n}条 违约金 {e.below(99999)}.00 元，合同号 {e.like_phone()}") for n in range(1, 20)])
    write("报价.docx", "nobody", "物料编码", lambda d: word_table(d, ["物料编码", "单价"], [[e.like_phone(), str(e.below(90))] for _n in range(12)]))

    holder = write("附表.docx", "people", "正文里插了一个工作簿", lambda d: d.add_paragraph("名单见下方对象"))
    inner = draft("inner.xlsx")
    book(None, None, None, lambda _, s: rows(s, [[p["name"], p["phone"]] for p in e.people(6)]), inner)
    with zipfile.ZipFile(holder, "a") as z:
        z.write(inner, "word/embeddings/Microsoft_Excel_Sheet1.xlsx")


# --- PDF

def by_reportlab():
    e = ESTATE
    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))

    def table(name, expected, habit, rows_of):
        document = SimpleDocTemplate(told(name, expected, "reportlab", habit), pagesize=A4)
        document.build([Table(rows_of, style=[("FONT", (0, 0), (-1, -1), "STSong-Light", 10), ("GRID", (0, 0), (-1, -1), 0.5, "black")])])
    table("收费报表.pdf", "people", "STSong-Light，编号在前", [["编号", "业主名称", "电话"]] + [[str(n), p["name"], p["phone"]] for n, p in enumerate(e.people(20), 1)])
    table("证件报表.pdf", "people", "STSong-Light，身份证", [["日期", "姓名", "身份证号"]] + [["2026-05-01", p["name"], p["id"]] for p in e.people(12)])
    table("抄表报表.pdf", "nobody", "STSong-Light，表号", [["水表编号", "上次", "本次"]] + [[e.like_phone(), str(e.below(900)), str(e.below(900))] for _n in range(20)])
    c = canvas.Canvas(told("通讯录.pdf", "people", "reportlab", "一行一人，中西文字体相间"), pagesize=A4)
    for n, p in enumerate(e.people(9)):
        c.setFont("STSong-Light", 11)
        c.drawString(60, 780 - 20 * n, p["room"] + " " + p["name"])
        c.setFont("Helvetica", 11)
        c.drawString(220, 780 - 20 * n, p["phone"])
    c.save()
    c = canvas.Canvas(told("扫描件.pdf", "unread", "reportlab", "只有图片"), pagesize=A4)
    c.drawInlineImage(picture(), 50, 400, 300, 200)
    c.save()


def picture():
    from PIL import Image
    return Image.new("L", (300, 200), 200)


# --- mail, archives, and what systems write

def written(name, expected, tool, habit, text, encoding="utf-8"):
    with open(told(name, expected, tool, habit), "wb") as file:
        file.write(text.encode(encoding) if isinstance(text, str) else text)


def by_mail():
    e = ESTATE
    lines = "\n".join(f"{p['room']} {p['name']} {p['phone']}" for p in e.people(6))
    m = EmailMessage()
    m["Subject"], m["From"], m["To"] = "业主名单", "front@example.invalid", "office@example.invalid"
    m.set_content(lines, cte="base64")
    written("业主名单.eml", "people", "Python email", "base64 正文", m.as_bytes())
    m = EmailMessage()
    m["Subject"] = "名单"
    m.set_content("见附件")
    inner = draft("mail.xlsx")
    book(None, None, None, lambda _, s: rows(s, [["编号", "业主", "手机"]] + [[n, p["name"], p["phone"]] for n, p in enumerate(e.people(7))]), inner)
    with open(inner, "rb") as file:
        m.add_attachment(file.read(), maintype="application", subtype="vnd.ms-excel", filename="名单.xlsx")
    written("带附件.eml", "people", "Python email", "名单在附件", m.as_bytes())
    table = "<html><body><table>" + "".join(f"<tr><td>{p['name']}</td><td>{p['phone']}</td></tr>" for p in e.people(6)) + "</table></body></html>"
    m = EmailMessage()
    m["Subject"] = "转发"
    m.set_content(table, subtype="html", charset="gb18030", cte="quoted-printable")
    written("转发.eml", "people", "Python email", "quoted-printable 的网页，GB18030", m.as_bytes())
    page = quopri.encodestring(table.encode("gb18030"))
    written("网页存档.mht", "people", "by hand", "浏览器另存的单个文件", b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"xx\"\r\n\r\n--xx\r\nContent-Type: text/html; charset=\"gb2312\"\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n" + page + b"\r\n--xx--\r\n")
    m = EmailMessage()
    m["Subject"] = "月报"
    m.set_content("\n".join(f"第{n}项 {e.digits(19)}" for n in range(20)), cte="base64")
    written("月报.eml", "nobody", "Python email", "base64，流水号", m.as_bytes())

    path = told("微信文件.zip", "people", "Python zipfile", "包里有 docx 和 GBK 的 csv")
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as z:
        z.writestr("名单/一期.csv", "\r\n".join(["编号,业主,电话"] + [f"{n},{p['name']},{p['phone']}" for n, p in enumerate(e.people(6))]).encode("gbk"))
        z.writestr("说明.txt", "见表")


def by_systems():
    e = ESTATE
    b64 = base64
    some = e.people(8)
    head = b"\x03\x7e\x05\x10" + struct.pack("<IHH", len(some), 32 + 2 * 32 + 1, 1 + 10 + 11) + bytes(20)
    fields = b"".join(name.ljust(11, b"\0") + b"C" + bytes(4) + bytes([size]) + bytes(15) for name, size in ((b"XM", 10), (b"DH", 11)))
    written("OWNER.DBF", "people", "by hand", "dBase，老收费系统", head + fields + b"\r" + b"".join(b" " + p["name"].encode("gbk").ljust(10) + p["phone"].encode() for p in some) + b"\x1a")
    written("接龙.txt", "people", "by hand", "微信接龙", "#接龙\n团购登记，编号自填\n" + "\n".join(f"{n}. {p['room']} {p['name']} {p['phone']}" for n, p in enumerate(e.people(8), 1)))
    written("聊天记录.txt", "people", "by hand", "聊天导出，日期在前", "\n".join(f"2026-05-1{n} 09:1{n} {p['name']}\n我是{p['room']}的，电话{p['phone']}，麻烦登记" for n, p in enumerate(e.people(6))))
    written("手抄.txt", "people", "by hand", "点分的号码", "\n".join(f"{p['name']} {p['phone'][:3]}.{p['phone'][3:7]}.{p['phone'][7:]}" for p in e.people(6)))
    written("短横.txt", "people", "by hand", "号码分两段", "\n".join(f"{p['name']}：{p['phone'][:3]}-{p['phone'][3:]}" for p in e.people(6)))
    written("序号点.txt", "people", "by hand", "序号加点紧贴号码", "\n".join(f"{n}.{p['phone']} {p['name']}" for n, p in enumerate(e.people(6), 1)))
    written("对齐.txt", "people", "by hand", "空格对齐，编号在前", "编号      业主        电话\n" + "\n".join(f"{n:<10}{p['name']:<8}{p['phone']}" for n, p in enumerate(e.people(7), 1)), "gbk")
    written("全角.txt", "people", "by hand", "全角数字和空格", "合同　业主　电话\n" + "\n".join(f"{n}　{p['name']}　{''.join(chr(ord(d) + 0xfee0) for d in p['phone'])}" for n, p in enumerate(e.people(5), 1)))
    written("一行.csv", "people", "by hand", "一行一切", ",".join(f"{p['name']},{p['phone']}" for p in e.people(5)))
    written("多行格.csv", "people", "by hand", "引号里换行和逗号", "编号,户主及电话,日期\r\n" + "".join(f"{n},\"{p['name']},\n{p['phone']}\",2026-05-01\r\n" for n, p in enumerate(e.people(6), 1)))
    written("sep.csv", "people", "by hand", "首行 sep=", "sep=;\r\n编号;业主;手机\r\n" + "".join(f"{n};{p['name']};=\"{p['phone']}\"\r\n" for n, p in enumerate(e.people(6), 1)))
    written("竖线.txt", "people", "by hand", "Markdown 表格", "| 编号 | 业主 | 电话 |\n|---|---|---|\n" + "\n".join(f"| {n} | {p['name']} | {p['phone']} |" for n, p in enumerate(e.people(6), 1)))
    written("备份.sql", "people", "by hand", "数据库导出", "\n".join(f"INSERT INTO `owner` (`id`,`account`,`idcard`) VALUES ({n},'{p['phone']}','{p['id']}');" for n, p in enumerate(e.people(8), 1)))
    written("通讯录.vcf", "people", "by hand", "手机通讯录", "".join(f"BEGIN:VCARD\r\nVERSION:2.1\r\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:;{quopri.encodestring(p['name'].encode()).decode()}\r\nTEL;CELL:{p['phone'][:3]}-{p['phone'][3:7]}-{p['phone'][7:]}\r\nEND:VCARD\r\n" for p in e.people(5)))
    cells = "".join(f"<tr><td>{n}</td><td>{p['name']}</td><td style='mso-number-format:\"\\@\"'>{p['phone']}</td></tr>" for n, p in enumerate(e.people(9), 1))
    written("系统导出.xls", "people", "by hand", "JSP 写的网页，GBK，一行", f"<table border=1><tr><th>编号</th><th>业主</th><th>电话</th></tr>{cells}</table>", "gbk")
    data = "".join(f'<Row><Cell><Data ss:Type="Number">{n}</Data></Cell><Cell><Data ss:Type="String">{p["name"]}</Data></Cell><Cell><Data ss:Type="Number">{p["phone"]}</Data></Cell></Row>' for n, p in enumerate(e.people(9), 1))
    written("报表系统.xls", "people", "by hand", "2003 XML 表格", f'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="1"><Table><Row><Cell><Data ss:Type="String">编号</Data></Cell><Cell><Data ss:Type="String">业主</Data></Cell><Cell><Data ss:Type="String">联系</Data></Cell></Row>{data}</Table></Worksheet></Workbook>')
    written("网页里的图.html", "nobody", "by hand", "网页，长数字在地址里", f"<html><body><img src='data:image/png;base64,{b64.b64encode(bytes(range(256))).decode()}'><a href='/o?id={e.like_phone()}'>订单</a><p>{e.digits(19)}</p></body></html>")
    written("巡更.log", "nobody", "by hand", "日志", "\n".join(f"2026-05-0{1 + n % 9} 10:00:0{n % 10} point={e.digits(10)} ts=17{e.digits(11)} ok" for n in range(60)))
    written("坐标.csv", "nobody", "by hand", "经纬度", "编号,经度,纬度\n" + "\n".join(f"{n},108.{e.digits(11)},22.{e.digits(11)}" for n in range(30)))
    written("快递单.csv", "nobody", "by hand", "运单号", "运单号,重量\n" + "\n".join(f"{e.like_phone()},{e.below(9)}" for _n in range(25)))
    written("数量日期.txt", "nobody", "by hand", "数量旁是日期", "\n".join(f"领用 1{3 + e.below(7)}{e.below(10)} 2026050{1 + n % 9} 灯泡" for n in range(20)))
    written("版本.txt", "nobody", "by hand", "版本和地址", "\n".join(f"192.168.{e.below(255)}.{e.below(255)} v1.{e.digits(4)}.{e.digits(4)}" for n in range(20)))
    written("发票明细.txt", "nobody", "by hand", "发票号在文字里", "\n".join(f"发票号码：{e.like_phone()}，金额{e.below(900)}.00元，订单编号为{e.like_phone()}" for _n in range(20)))
    written("电话费.csv", "nobody", "by hand", "QQ 号", "QQ号,群\n" + "\n".join(f"{e.like_phone()},业主群" for _n in range(12)))


def by_java():
    source = os.path.join(HERE, "MakeOfficeFiles.java")
    jars = ":".join(f"/usr/share/java/{name}.jar" for name in ["poi", "itext", "fop", "fop-core", "fop-util", "fop-events", "commons-collections4", "commons-compress", "commons-math3", "commons-io", "commons-logging", "xmlbeans", "xmlgraphics-commons", "batik-all", "fontbox2", "commons-codec", "bcprov"])
    e = ESTATE
    lines = [f"{p['name']}\t{p['phone']}" for p in e.people(60)] + [f"#\t{e.like_phone()}" for _n in range(20)]
    with open(draft("people.txt"), "w", encoding="utf-8") as file:
        file.write("\n".join(lines))
    subprocess.run(["javac", "-nowarn", "-encoding", "UTF-8", "-cp", jars, "-d", WORK, source], check=True)
    done = subprocess.run(["java", "-Dfile.encoding=UTF-8", "-Dface=" + os.path.join(HERE, "../../node_modules/@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf"), "-cp", WORK + ":" + jars, "MakeOfficeFiles", OUT, draft("people.txt")], check=True, stdout=subprocess.PIPE)
    for line in done.stdout.decode().splitlines():
        if line.count("\t") == 3:
            told(*line.split("\t"))


def by_account():
    """What an export calls a number of an account is the phone that people signed in with; or it is a number that a machine dealt out."""
    e = Estate(ESTATE.below(10**9))
    book("会员.xlsx", "people", "电话在编号列", lambda _, s: rows(s, [["编号", "姓名", "积分"]] + [[p["phone"], p["name"], e.below(900)] for p in e.people(9)]))
    book("缴费.xlsx", "people", "电话在户号列，是数字", lambda _, s: rows(s, [["户号", "户主", "房号"]] + [[int(p["phone"]), p["name"], p["room"]] for p in e.people(12)]))
    book("小程序.xlsx", "people", "电话在客户编码列，有重复", lambda _, s: rows(s, [["下单时间", "客户编码", "商品"]] + [["2026-05-03 10:21", p["phone"], "桶装水"] for p in e.people(7) for _n in range(2)]))
    written("用户.csv", "people", "by hand", "电话在用户代码列", "用户代码,昵称\r\n" + "".join(f"{p['phone']},{p['name']}\r\n" for p in e.people(8)), "gbk")
    written("members.csv", "people", "by hand", "电话在 user_id 列", "user_id,points\n" + "".join(f"{p['phone']},{e.below(900)}\n" for p in e.people(8)))
    book("报修.xlsx", "nobody", "编号是日期和流水", lambda _, s: rows(s, [["编号", "事项", "状态"]] + [[f"{e.below(6) + 14}{1 + e.below(12):02}{1 + e.below(28):02}{e.digits(5)}", "漏水", "已修"] for _n in range(16)]))
    book("用水.xlsx", "nobody", "户号是片区和序号", lambda _, s: rows(s, [["户号", "上次", "本次"]] + [[f"1380027{e.digits(4)}", e.below(900), e.below(900)] for _n in range(25)]))
    book("物资.xlsx", "nobody", "编码长短不一", lambda _, s: rows(s, [["编码", "名称"]] + [[e.like_phone() if n % 3 == 0 else e.digits(8 + e.below(5)), "灯管"] for n in range(24)]))


os.makedirs(OUT, exist_ok=True)
by_openpyxl()
by_other_workbooks()
for_libreoffice()
by_docx()
by_reportlab()
by_mail()
by_systems()
convert_all()
by_java()
by_account()
with open(os.path.join(OUT, "files.json"), "w", encoding="utf-8") as file:
    file.write("[\n" + ",\n".join(json.dumps(one, ensure_ascii=False) for one in FILES) + "\n]\n")
print(len(FILES), "files,", sum(one["expected"] == "people" for one in FILES), "with people")
