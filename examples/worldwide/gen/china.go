package main

import (
	"fmt"
	"time"

	"golang.org/x/text/encoding/simplifiedchinese"
)

// china writes the export of CN: GB18030, 年月日, a column for the currency, and status codes that know only going on, won and lost.
// What is more is said in the reason; a customer who fell silent cannot be said at all.
func china(l *ledger) []*sheet {
	const deals, history = "CN/deals.csv", "CN/history.csv"
	b := newBook(86, market{
		stages: []stage{prospect, contact, qualified, solution, offer, negotiation, commitment},
		pace:   85, luck: 105, mute: true, rate: 83, round: 100,
	}, 10, chineseCustomers(), func(n int) string { return fmt.Sprintf("SJ%06d", 250000+n) })
	b.reopen(l, history, 1, lost, won)
	b.regress(l, history, 3)
	b.instantWin(l, history, 2)
	b.passThrough(l, history, 2)
	b.closeAt(l, history, "won at 03:30 on 1 April in Shanghai", "belongs to the quarter: it is still March in Berlin", time.Date(2026, 4, 1, 3, 30, 0, 0, time.UTC))
	b.credit(l, deals, 1)
	b.unpriced(l, deals, 5)
	b.voidEntries(l, deals, 2)
	b.rename(l, deals, "customer name that a spreadsheet would run", "+虚构设备有限公司!A1")
	b.rename(l, deals, "customer name with the delimiter in it", "示例集团,华南分公司")
	d, h := chineseDeals(deals, b), chineseHistory(history, b)
	chineseFaults(l, b, d, h)
	b.silence(l, history)
	return []*sheet{d, h}
}

func chineseWords() words {
	return words{
		stages:   [stages]string{"线索", "初步接触", "需求确认", "方案设计", "报价", "商务谈判", "合同审批"},
		outcomes: [outcomes]string{open: "1", won: "2", lost: "3", noDecision: "3", disqualified: "3", void: "3"},
		causes:   [causes]string{"", "价格", "竞争对手", "技术不符", "时机", "无预算", "无需求", "客户关系", "响应慢", "合同条款", "其他"},
		products: [products]string{"驱动系统", "传感器", "软件", "维保服务", "备件"},
		segments: [segments]string{"工业", "基础设施", "政府"},
	}
}

// chineseReason says what the status code cannot: why, and that it was no loss at all.
func chineseReason(s step) string {
	switch s.outcome {
	case noDecision:
		return "项目搁置"
	case disqualified:
		return "主动放弃"
	case void:
		return "重复商机"
	}
	return chineseWords().causes[s.cause]
}

func chineseCustomers() []account {
	forms := []string{"有限公司", "股份有限公司", "厂"}
	return customers(3000, []string{"虚构", "示例", "样本", "范例", "某某"},
		[]string{"机械", "纺织", "化工", "水务", "包装", "食品", "造纸", "地铁"},
		func(first, second string, i int) string { return first + second + forms[i%len(forms)] })
}

func chineseSheet(path string, header ...string) *sheet {
	return &sheet{path: path, comma: ",", newline: "\r\n", encoding: simplifiedchinese.GB18030, header: header}
}

const (
	chineseDay    = "2006年01月02日"
	chineseMinute = "2006年01月02日 15:04"
)

func chineseDeals(path string, b *book) *sheet {
	s, w := chineseSheet(path, "商机编号", "客户名称", "集团客户代码", "负责人", "产品线", "客户类型", "阶段", "状态", "丢单原因", "币种", "预计金额",
		"预计成交日期", "创建时间"), chineseWords()
	for _, d := range b.deals {
		value, end := "", d.last()
		if d.priced {
			value = yuan(d.amount)
		}
		s.add(d.id, d.id, d.account.name, d.account.key, chineseOwner(d), w.products[d.product], w.segments[d.segment], w.stages[end.stage],
			w.outcomes[end.outcome], chineseReason(end), "CNY", value, d.expected.Format(chineseDay), d.created.Format(chineseMinute))
	}
	return s
}

func chineseHistory(path string, b *book) *sheet {
	s, w := chineseSheet(path, "商机编号", "变更时间", "阶段", "状态", "丢单原因", "操作人"), chineseWords()
	for _, e := range b.chronicle() {
		s.add(e.deal.id, e.deal.id, e.at.Format(chineseMinute), w.stages[e.stage], w.outcomes[e.outcome], chineseReason(e.step), chineseOwner(e.deal))
	}
	return s
}

func yuan(fen int64) string {
	if fen < 0 {
		return "-¥" + grouped(-fen, 3, ",", ".")
	}
	return "¥" + grouped(fen, 3, ",", ".")
}

func chineseOwner(d *deal) string { return fmt.Sprintf("销售%02d", d.owner) }

func chineseFaults(l *ledger, b *book, d, h *sheet) {
	h.spoil(l, "stage that no rule knows (试用)", "event kept, unmapped", "阶段", "试用", -1, b.pick(2, openDeal))
	nine := b.pick(1, openDeal)
	d.spoil(l, "status code that no rule knows (9)", "deal kept, status unknown", "状态", "9", 0, nine)
	h.spoil(l, "status code that no rule knows (9)", "event kept, the status before it goes on", "状态", "9", -1, nine)
	d.spoil(l, "impossible date (2026年02月30日)", "cell empty", "预计成交日期", "2026年02月30日", 0, b.pick(1, openDeal))
	d.spoil(l, "two-digit year (26年03月05日)", "cell empty: which century?", "预计成交日期", "26年03月05日", 0, b.pick(1, openDeal))
	d.spoil(l, "blank creation", "kept; exists from its first event", "创建时间", "", 0, b.pick(1, openDeal))
	d.spoil(l, "amount with two currency marks", "cell empty", "预计金额", "¥120,000.00 $", 0, b.pick(1, openDeal))
	abroad := b.pick(1, early(won))
	d.spoil(l, "amount in a currency without rate (HKD)", "kept; counted, not priced", "币种", "HKD", 0, abroad)
	d.rows[d.find(abroad[0].id, 0)].cells[d.column("预计金额")] = "HK$120,000.00"
	d.repeat(l, 0, b.pick(1, anyDeal))
	bad := b.pick(1, openDeal)
	d.spoil(l, "a byte that is not GB18030", "row refused, and the history with it", "客户名称", "虚构"+badByte+"有限公司", 0, bad)
	h.spoil(l, "a byte that is not GB18030", "event refused", "操作人", "销售"+badByte, 0, b.pick(1, openDeal))
	stranger := "SJ249731"
	h.add(stranger, stranger, "2026年01月20日 09:12", "报价", "1", "", "销售04")
	l.note(h.path, "event of a deal that is not in deals.csv", "event refused", stranger)
}
