package mapping

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/koine-go/koine/funnel"
)

// region is one way to write an export: what the benchmarks and laws need of a country's habits.
type region struct {
	key, locale, zone, currency, delimiter string
	order                                  string
	head                                   [8]string // id, owner, product, segment, amount, stage, status, created
	stages                                 [5]string // prospect, qualified, offer, won, lost
	statuses                               [3]string // open, won, lost
	amount                                 func(cents int) string
	time                                   func(y, mo, d, h, mi int) string
}

func regions() []region {
	return []region{
		{"DE", "de-DE", "Europe/Berlin", "EUR", ";", "", [8]string{"Vorgangs-ID", "Betreuer", "Produkt", "Segment", "Auftragswert", "Phase", "Status", "Angelegt am"},
			[5]string{"Neuer Lead", "Qualifiziert", "Angebot erstellt", "Gewonnen", "Verloren"}, [3]string{"O", "G", "V"},
			func(c int) string { return grouped(c, ".", ",", 3) + " €" },
			func(y, mo, d, h, mi int) string { return fmt.Sprintf("%02d.%02d.%d %02d:%02d", d, mo, y, h, mi) }},
		{"IN", "en-IN", "Asia/Kolkata", "INR", ",", "dmy", [8]string{"Opportunity ID", "Owner", "Product", "Segment", "Deal Value", "Stage", "Status", "Created On"},
			[5]string{"Enquiry", "SQL", "Techno-Commercial Offer", "PO Received", "Regretted"}, [3]string{"OPEN", "WON", "LOST"},
			func(c int) string { return `"₹` + grouped(c, ",", ".", 2) + `"` },
			func(y, mo, d, h, mi int) string { return fmt.Sprintf("%02d-%02d-%d %02d:%02d", d, mo, y, h, mi) }},
		{"CN", "zh-CN", "Asia/Shanghai", "CNY", ",", "", [8]string{"商机编号", "负责人", "产品", "客户类型", "成交金额", "阶段", "状态", "创建时间"},
			[5]string{"线索", "已认定", "方案报价", "赢单", "输单"}, [3]string{"1", "2", "3"},
			func(c int) string { return `"¥` + grouped(c, ",", ".", 3) + `"` },
			func(y, mo, d, h, mi int) string { return fmt.Sprintf("%d年%02d月%02d日 %02d:%02d", y, mo, d, h, mi) }},
		{"US", "en-US", "America/New_York", "USD", ",", "", [8]string{"Opportunity ID", "Owner", "Product", "Segment", "Amount", "Stage", "Status", "Created Date"},
			[5]string{"Prospecting", "Needs Analysis", "Proposal/Price Quote", "Closed Won", "Closed Lost"}, [3]string{"Open", "Won", "Lost"},
			func(c int) string { return `"$` + grouped(c, ",", ".", 3) + `"` },
			func(y, mo, d, h, mi int) string {
				return fmt.Sprintf("%02d/%02d/%d %02d:%02d %s", mo, d, y, (h+11)%12+1, mi, [...]string{"AM", "PM"}[h/12])
			}},
		{"SE", "sv-SE", "Europe/Stockholm", "SEK", ";", "", [8]string{"Affärs-ID", "Säljare", "Produkt", "Segment", "Belopp", "Fas", "Status", "Skapad"},
			[5]string{"Lead", "Kvalificerad", "Offert skickad", "Vunnen affär", "Förlorad"}, [3]string{"P", "V", "F"},
			func(c int) string { return grouped(c, "\u00a0", ",", 3) + "\u00a0kr" },
			func(y, mo, d, h, mi int) string { return fmt.Sprintf("%d-%02d-%02d %02d:%02d", y, mo, d, h, mi) }},
	}
}

// grouped writes cents with a separator after every size digits beyond the first three.
func grouped(cents int, group, decimal string, size int) string {
	s := strconv.Itoa(cents / 100)
	out := s[max(0, len(s)-3):]
	for s = s[:max(0, len(s)-3)]; s != ""; s = s[:max(0, len(s)-size)] {
		out = s[max(0, len(s)-size):] + group + out
	}
	return out + decimal + fmt.Sprintf("%02d", cents%100)
}

// profile returns the region's profile as TOML.
func (r region) profile() string {
	order := ""
	if r.order != "" {
		order = `, order = "` + r.order + `"`
	}
	q := func(s string) string { return strconv.Quote(s) }
	var b strings.Builder
	fmt.Fprintf(&b, "name = %q\nversion = \"1\"\nsource_scheme = %q\nselling_entity = %q\nregion = %q\nlocale = %q\nzone = %q\ncurrency = %q\n",
		r.key, r.key+"-crm", r.key, r.key, r.locale, r.zone, r.currency)
	fmt.Fprintf(&b, "[deals]\ndelimiter = %q\n[deals.fields]\n", r.delimiter)
	for i, f := range []string{"id", "owner_id", "product_group", "segment", "amount", "stage_label", "status_code"} {
		fmt.Fprintf(&b, "%s = { column = %s }\n", f, q(r.head[i]))
	}
	fmt.Fprintf(&b, "created_at = { column = %s%s }\n", q(r.head[7]), order)
	fmt.Fprintf(&b, "[history.fields]\ndeal_id = { column = %s }\nat = { column = %s%s }\nstage_label = { column = %s }\n", q(r.head[0]), q(r.head[7]), order, q(r.head[5]))
	rule := func(when, set string) { fmt.Fprintf(&b, "[[rules]]\nwhen = { %s }\nset = { %s }\n", when, set) }
	for i, stage := range []string{"prospect", "qualified", "offer"} {
		rule("stage_label = ["+q(r.stages[i])+"]", "stage = "+q(stage))
	}
	for i, status := range []string{"open", "won", "lost"} {
		rule("status_code = ["+q(r.statuses[i])+"]", "status = "+q(status))
		if i > 0 {
			rule("stage_label = ["+q(r.stages[2+i])+`], status_code = [""]`, "status = "+q(status))
		}
	}
	return b.String()
}

// set returns the region's compiled profile.
func (r region) set(t testing.TB) *Set {
	t.Helper()
	p, err := ReadProfile(r.key+".toml", strings.NewReader(r.profile()), time.LoadLocation)
	if err != nil {
		t.Fatal(err)
	}
	s, err := Compile(p, funnel.V1())
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// export writes n deals and about three events for each, in the order of the ids.
func (r region) export(n int) (deals, history []byte) {
	rng := rand.New(rand.NewPCG(1, 2))
	var d, h bytes.Buffer
	d.WriteString(strings.Join(r.head[:], r.delimiter) + "\n")
	h.WriteString(strings.Join([]string{r.head[0], r.head[7], r.head[5]}, r.delimiter) + "\n")
	for i := range n {
		id := fmt.Sprintf("%s-0065%08d", r.key, i)
		when := func(k int) string {
			return r.time(2025+k/2, 1+rng.IntN(12), 1+rng.IntN(28), 4+rng.IntN(18), rng.IntN(60))
		}
		last := rng.IntN(5)
		row := []string{id, r.key + "-rep-" + strconv.Itoa(rng.IntN(60)), "Product " + strconv.Itoa(rng.IntN(12)), "Segment " + strconv.Itoa(rng.IntN(4)),
			r.amount(rng.IntN(1e8)), r.stages[last], r.statuses[max(0, last-2)], when(0)}
		d.WriteString(strings.Join(row, r.delimiter) + "\n")
		for k := range 1 + rng.IntN(4) {
			h.WriteString(strings.Join([]string{id, when(k), r.stages[min(k, 4)]}, r.delimiter) + "\n")
		}
	}
	return d.Bytes(), h.Bytes()
}
