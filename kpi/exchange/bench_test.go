package exchange_test

import (
	"bytes"
	"fmt"
	"io"
	"math/rand"
	"testing"

	"github.com/koine-go/koine/funnel"
	"github.com/koine-go/koine/kpi/exchange"
)

// BenchmarkRead is the cost of a line, of which four in five are events.
func BenchmarkRead(b *testing.B) {
	var in bytes.Buffer
	const deals = 20_000
	for i := range deals {
		fmt.Fprintf(&in, `{"record":"deal","id":"D%07d","region":"EMEA","selling_entity":"DE","owner_id":"r%d","team":"t1","segment":"mid",`+
			`"product_group":"pumps","source":"partner","size_band":"L","complexity":3,"created_at":"2026-01-05T09:00:00Z",`+
			`"amount":{"amount":"%d.50","currency":"EUR"},"expected_close_date":"2026-03-10","probability":"0.5","decision_status":"won"}`+"\n",
			i, i%50, i*7)
		for k, stage := range []string{"prospect", "qualified", "offer", "negotiation"} {
			fmt.Fprintf(&in, `{"record":"stage_event","id":"E%07d-%d","deal_id":"D%07d","at":"2026-0%d-05T09:00:00Z","seq":%d,`+
				`"local_stage_code":"L-%s","stage":"%s","decision_status":"open"}`+"\n", i, k, i, k+1, k, stage, stage)
		}
	}
	b.SetBytes(int64(in.Len()))
	b.ReportAllocs()
	for b.Loop() {
		r, err := exchange.Read(bytes.NewReader(in.Bytes()), funnel.V1(), 0)
		if err != nil || r.Kept() != 5*deals {
			b.Fatal(err, r.Faults)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*5*deals), "ns/line")
}

// BenchmarkWriteRecords is the cost of a line of deals and their events.
func BenchmarkWriteRecords(b *testing.B) {
	r := &exchange.Records{}
	for i := range 500 {
		r.Deals = append(r.Deals, maker{rand.New(rand.NewSource(int64(i)))}.deal(fmt.Sprintf("D%04d", i)))
	}
	lines := bytes.Count(write(b, r), []byte("\n"))
	b.ReportAllocs()
	for b.Loop() {
		if err := exchange.WriteRecords(io.Discard, r); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*lines), "ns/line")
}
