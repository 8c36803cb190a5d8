#!/usr/bin/env python3
"""Tính lại một bản công bố từ quy-tac-….json và các tệp CSV cùng thư mục: điểm, thang điểm, chỉ số, xếp loại, hạng, thay đổi.
In OK và thoát với mã 0, hoặc kể từng ô khác và thoát với mã 1. Chỉ cần Python 3, không dùng mạng."""
import csv, json, re, sys
from collections import Counter
from fractions import Fraction
from pathlib import Path

HERE, SCALE = Path(__file__).resolve().parent, ("appraisal", "survey")  # điểm cộng, điểm trừ nằm ngoài thang điểm
PARTS = {"appraisal": "appraisal_score", "survey": "survey_score", "bonus": "bonus", "penalty": "penalty"}
checked, differing, notes, figures = 0, [], [], {}

def rows_of(name):  # dấu ' đứng đầu để bảng tính không coi ô là công thức; nó không thuộc về ô
    with open(HERE / name, encoding="utf-8-sig", newline="") as file:
        return [{key: re.sub(r"^'(?=[=+@\t\r\n-])", "", cell or "") for key, cell in row.items()} for row in csv.DictReader(file)]

def number(cell):  # phân số: không phép tính nào tự làm tròn
    return Fraction(cell) if re.fullmatch(r"-?\d+(\.\d+)?", cell) else None

def rounded(value, places):  # một lần ở cuối, nửa đơn vị thì làm tròn ra xa số 0
    whole = int(abs(value) * 10 ** places + Fraction(1, 2))
    return Fraction(whole if value >= 0 else -whole, 10 ** places)

def text(value):
    return "trống" if value in (None, "") else value if isinstance(value, str) else f"{float(value):.12g}"

def check(file, place, column, cell, value):
    """So một ô đã công bố với giá trị tính lại (None: ô phải trống) và với chính số ấy trong so-lieu-dai, nếu có."""
    global checked
    checked, again = checked + 1, figures.get((file, place, column), cell)
    same = cell == (value or "") if value is None or isinstance(value, str) else number(cell) == value
    if not same or cell != again:
        differing.append(f"KHÁC: tệp {file}, {place}, cột {column}: công bố {text(cell)}, tính lại {text(value)}" + f", so-lieu-dai ghi {text(again)}" * (cell != again))

def check_rows(file, found, expected):  # không thiếu, không thừa, không lặp dòng nào
    found, expected = Counter(found), Counter(expected)
    for key in expected | found:
        check(file, key, "(số dòng)", str(found[key]), expected[key])

def points_by_rule(leaf, score):
    """Điểm theo cách chấm và số liệu kèm theo; None khi người chấm cho điểm trực tiếp hoặc không kèm số liệu."""
    rule = json.loads(leaf["rule"], parse_float=Fraction) if leaf["rule"].startswith("{") else {"kind": "direct"}
    kind, most, penalty = rule["kind"], number(leaf["max_score"]), leaf["component"] == "penalty"
    done, due, said = number(score["achieved"]), number(score["required"]), score.get("statement", "")
    if "statements" in rule:  # một mức, hoặc các nội dung cộng dồn
        points, rest = 0, "" if said == "không nội dung nào" else said
        for level in rule["statements"]:
            if rest == level["statement"] or kind == "cumulative" and rest.startswith(level["statement"] + "; "):
                points, rest = points + (level["points"] or 0), rest[len(level["statement"]) + 2:]
        return min(points, most) if said and not rest else None
    if kind == "direct" or done is None or due is None and ("nothingArose" in rule or kind == "survey" and not rule["likertTop"]):
        return None
    if kind in ("count", "deduction"):
        points = done * rule["value"] if kind == "count" or penalty else most - done * rule["value"]
    elif rule.get("likertTop"):
        points = (done - 1) * most / (rule["likertTop"] - 1)
    elif due == 0:  # không phát sinh: 0 trên 0
        return 0 if penalty and "nothingArose" in rule else {"full": most, "zero": 0}.get(rule.get("nothingArose"))
    elif kind == "tiers":
        share, sign = 100 * done / due, -1 if rule["fewerIsBetter"] else 1
        points = next((t["points"] for t in rule["tiers"] if sign * share > sign * t["limit"] or share == t["limit"] and not t["strict"]), 0)
    else:  # tỷ lệ, có sàn, trần, chuẩn; tỷ lệ có trọng số và điều tra thì đến 100
        share = 100 * done / due
        points = 0 if share < (rule.get("floor") or 0) else most if share >= rule.get("cap", 100) else share * most / rule.get("norm", 100)
    return min(max(points, 0), most)

def sums_of_leaves(files, units, decimals):
    """Cộng từ tiêu chí lên: {đơn vị: {phần điểm: tổng, "scale": thang điểm, "zero": có tiêu chí 0 điểm}}."""
    sums, nodes, scores = {unit: {"scale": 0, "zero": False} for unit in units}, rows_of(files["criteria"]), rows_of(files["scores"])
    leaves = {row["code"]: row for row in nodes if row["scored"] == "true"}
    for at, node in enumerate(nodes):  # điểm tối đa của lĩnh vực, tiêu chí là tổng các tiêu chí được chấm bên dưới
        end = next((i for i in range(at + 1, len(nodes)) if int(nodes[i]["depth"]) <= int(node["depth"])), len(nodes))
        below = [row for row in nodes[at + 1:end] if row["code"] in leaves and (row["component"] in SCALE or node["component"] not in SCALE)]
        check(files["criteria"], node["code"], "max_score", node["max_score"], sum(number(row["max_score"]) for row in below or [node]))
    check_rows(files["scores"], [f"{row['unit_code']} {row['criterion_code']}" for row in scores], [f"{unit} {code}" for unit in units for code in leaves])
    for score in (row for row in scores if row["unit_code"] in sums and row["criterion_code"] in leaves):
        leaf, own, value = leaves[score["criterion_code"]], sums[score["unit_code"]], None
        if score["status"] != "notApplicable":  # không áp dụng thì ra khỏi cả điểm và thang điểm
            value, most, part = points_by_rule(leaf, score), number(leaf["max_score"]), leaf["component"]
            value = rounded(min(max(number(score["points"]) or 0, 0), most) if value is None else value, decimals)
            own[part] = own.get(part, 0) + value
            if part in SCALE:
                own["scale"], own["zero"] = own["scale"] + most, own["zero"] or value == 0
        check(files["scores"], f"{score['unit_code']} {score['criterion_code']}", "points", score["points"], value)
    return sums

def places(index, numbering, decisions):
    """Hạng trong một danh sách {đơn vị: chỉ số chưa làm tròn} và có đồng hạng không; Hội đồng đã định thứ tự thì theo Hội đồng."""
    keys = {}
    for unit in index:
        same = {other for other in index if index[other] == index[unit]}
        order = next((each["units"] for each in decisions if len(same) > 1 and same <= set(each["units"])), None)
        keys[unit] = -index[unit], order.index(unit) if order else 0
    every = list(keys.values())
    if numbering == "sequence":  # bằng nhau thì theo thứ tự trong tệp
        return {unit: (at + 1, "false") for at, unit in enumerate(sorted(keys, key=keys.get))}
    return {unit: (1 + sum(key < own for key in (set(every) if numbering == "dense" else every)), str(every.count(own) > 1).lower()) for unit, own in keys.items()}

def result(row, own, group, before):
    """Các ô của một đơn vị tính lại từ các phần điểm và thang điểm; và chỉ số chưa làm tròn, dùng để xếp hạng."""
    how, printed, rating, agrees = group["calculation"], number(row["published_index"]), None, None
    parts = {part: own[part] if how.get(part + "Ceiling") is None else min(own[part], how[part + "Ceiling"]) for part in PARTS if own.get(part) is not None}
    total = number(row["total_score"]) if group["fromPrint"] else sum(parts.values()) - 2 * parts.get("penalty", 0) if parts else None
    exact = 100 * max(0, total if how["indexMayExceed100"] else min(total, own["scale"])) / own["scale"] if own["scale"] and total is not None else None
    index = None if exact is None else rounded(exact, group["indexDecimals"])
    official = index if printed is None else printed
    if group["ratings"] and official is not None:
        rated = official if index is None else exact if how["rateExactIndex"] else index
        reached = next((band for band in group["ratings"] if rated >= band["lowerLimit"]), group["ratings"][-1])
        caps = [cap["highestBand"] for cap in group["ratingConditions"] if (own.get("zero") if cap["kind"] == "criterionAtZero"
                else f"không quá {cap['highestBand']}: {cap['text']}: " in row.get("rating_reason", ""))]  # việc đã ghi nhận: theo lý do công bố
        rating = min([reached] + [band for band in group["ratings"] if band["label"] in caps], key=lambda band: band["lowerLimit"])["label"]
    if index is not None and printed is not None:  # số in có thể được tính từ điểm chưa làm tròn: cột consistency ghi mức độ khớp
        agrees = "exact" if index == printed else "inconsistent" if row["consistency"] == "inconsistent" else "withinRounding"
        notes.extend([f"Lưu ý: {row['unit_code']}: chỉ số in {text(printed)}, tính lại {text(index)}; cột consistency ghi {agrees}."] * (index != printed))
    change = None if before is None or official is None else rounded(official - before, group["indexDecimals"])
    return {**{PARTS[part]: parts.get(part) for part in PARTS}, "total_score": total, "scale": own["scale"], "index": index,
            "published_index": printed, "consistency": agrees, "rating": rating, "change": change}, official if exact is None else exact

def recompute(group):
    file, ranking, index, ranks = group["files"]["results"], group["ranking"], {}, {}
    rows, units = rows_of(file), {unit["unit"]: unit for unit in group["units"]}
    check_rows(file, [row["unit_code"] for row in rows], list(units))
    rows = {row["unit_code"]: row for row in rows if row["unit_code"] in units}
    sums = sums_of_leaves(group["files"], rows, group["scoreDecimals"]) if group["files"]["scores"] else {
        unit: {part: number(row[column]) for part, column in {**PARTS, "scale": "scale"}.items()} for unit, row in rows.items()}
    for unit, row in rows.items():
        cells, exact = result(row, sums[unit], group, units[unit]["indexBefore"])
        index.update({unit: exact} if units[unit]["ranked"] and exact is not None else {})
        for column, value in {**cells, "ranking_list": units[unit]["rankingList"]}.items():
            check(file, unit, column, row[column], value)
    for name in {unit["rankingList"] for unit in group["units"]}:
        ranks.update(places({unit: index[unit] for unit in index if units[unit]["rankingList"] == name}, ranking["numbering"], group["calculation"]["tieDecisions"]))
    whole = places(index, ranking["numbering"], group["calculation"]["tieDecisions"]) if ranking["wholePlaces"] else {}
    for unit, row in rows.items():
        for column, value in zip(("rank", "tied", "whole_rank"), (*ranks.get(unit, (None, None)), whole.get(unit, (None,))[0])):
            check(file, unit, column, row.get(column, ""), value)

rules = json.loads(next(HERE.glob("quy-tac-*.json")).read_text("utf-8"), parse_float=Fraction)
files = {group["group"]: group["files"] for group in rules["groups"]}
for row in rows_of(rules["figures"]):
    unit, code, measure = row["unit_code"], row["criterion_code"], row["measure"]
    table, place = ("criteria", code) if measure == "maxScore" else ("scores", f"{unit} {code}") if code else ("results", unit)
    figures[files[row["group"]][table], place, re.sub("([A-Z])", r"_\1", measure).lower()] = row["value"]
for group in rules["groups"]:
    recompute(group)
last = f"KHÁC: {len(differing)} trong {checked} ô." if differing else f"OK: đã tính lại {checked} ô, không ô nào khác."
sys.stdout.buffer.write("\n".join([*rules["takenAsPublished"], *notes, *differing, last, ""]).encode("utf-8"))  # cả khi màn hình không dùng UTF-8
sys.exit(1 if differing else 0)
