"""The texts that tests run on: one short report made here, the specimens of the checkout, and the real reports where there are any."""

import json
import os
from decimal import Decimal
from pathlib import Path
from typing import Any

from extractor.writers.exact import report_json
from schemas import Report

Record = dict[str, Any]

ROOT = Path(__file__).parent.parent
SHARED = Path(os.environ.get("FAZHI_SHARED", ROOT.parent / "shared")).resolve()

# One line end of each kind, headings at three levels, a list under one verb, a breakdown, a change, a range, a target, a zero and a repeat.
REPORT = """\
索引号：000000000/2023-00017    发布日期：2023-01-19
发文字号：林泽水发〔2023〕6号

林泽县水务局2022年度法治政府建设工作报告

县人民政府：
  2022年，我局认真落实《法治政府建设实施纲要(2021—2025年)》，现将有关情况报告如下：

一、2022年工作情况
（一）规范行政执法。全年检查取水口1,086处次、采砂场23家次，立案查处水事违法案件17件，罚款23.4万元，其中砂石类9件、取水类8件。
（二）优化营商环境
1.压减时限。受理许可申请约640件，办结率100%，平均用时3—5个工作日，比上年缩短40%以上。
2.“一网通办”。近1.2万人次在线办理，较2021年增加3 210人次。
（三）化解纠纷。截至11月23日，调解水事纠纷两起，没有发生行政诉讼案件。

二、存在的问题
执法人员仅12人，持证率98.5%，12345热线转来的21件来件中还有3件未办结。

三、2023年工作打算
计划培训执法人员不少于40学时，检查取水口1200处次以上。

                                        林泽县水务局
                                        2023年1月16日

— 1 —
主办单位：林泽县人民政府　　网站标识码：0000000000　　电话：0000-12345678
"""


def specimens() -> list[Path]:
    """The reports that come with the checkout."""
    return sorted((ROOT / "seeds").glob("*.txt"))


def real_reports() -> list[Path]:
    """The real reports with gold records; empty where the shared folder is not there."""
    return sorted((SHARED / "seeds").glob("*.txt"))


def as_written(report: Report) -> Record:
    """A report as whoever reads the JSON gets it, numbers with all their digits."""
    record: Record = json.loads(report_json(report), parse_float=Decimal)
    return record
