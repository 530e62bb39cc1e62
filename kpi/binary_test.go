package kpi_test

import (
	"crypto/sha256"
	"errors"
	"strconv"
	"strings"
	"testing"

	"github.com/koine-go/koine/funnel"
	"github.com/koine-go/koine/kpi"
)

func itoa(n int) string { return strconv.Itoa(n) }

func binaryReport(list []*funnel.Deal) *kpi.Report {
	return report(quarter(), kpi.By(kpi.Region(), kpi.MonthCreated()), list, kpi.HitRateNarrow(), kpi.WonValue(), kpi.MedianWonDealSize(),
		kpi.CycleTimeWon(funnel.Qualified, kpi.CountHold), kpi.TimeInStage(funnel.Offered, kpi.PerDeal), kpi.StageDropOff(funnel.Offered),
		kpi.LossCauseShare(kpi.CauseOrGroup{Cause: funnel.Pricing}))
}

// refused checks that a form is refused in this way, and that the report is as before.
func refused(t *testing.T, name string, form []byte, kind error) {
	t.Helper()
	r := binaryReport(golden()[:4])
	before := binaryOf(r)
	err := r.MergeBinary(form)
	var where *kpi.Error
	if !errors.Is(err, kind) || !errors.As(err, &where) {
		t.Errorf("%s: got %v, want %v", name, err, kind)
	}
	if binaryOf(r) != before {
		t.Errorf("%s: refused, and changed the report all the same", name)
	}
}

func TestUnmarshalRefusesPrefixes(t *testing.T) {
	form := []byte(binaryOf(binaryReport(golden())))
	for n := range form {
		refused(t, "the first "+itoa(n)+" bytes", form[:n], kpi.ErrForm)
		if t.Failed() {
			break
		}
	}
	refused(t, "a byte more", append(form, 0), kpi.ErrForm)
}

func TestUnmarshalRefusesAlterations(t *testing.T) {
	form := []byte(binaryOf(binaryReport(golden())))
	for i := range form {
		altered := []byte(string(form))
		altered[i] ^= 1 << (i % 8)
		refused(t, "altered at byte "+itoa(i), altered, kpi.ErrForm)
		if t.Failed() {
			break
		}
	}
}

func TestUnmarshalRefusesAnotherQuestion(t *testing.T) {
	v := quarter()
	v.Period = funnel.MustPeriod("2026-04-01..2026-07-01")
	refused(t, "another period", []byte(binaryOf(report(v, nil, golden(), kpi.WonCount()))), kpi.ErrMerge)
}

// sealed gives a forged body the hash that belongs to it: what is left are the checks of the body itself.
func sealed(body []byte) []byte {
	hash := sha256.Sum256(body)
	return append(body[:len(body):len(body)], hash[:]...)
}

// A body cut short is refused wherever it is cut, also when its hash is right.
func TestUnmarshalRefusesSealedPrefixes(t *testing.T) {
	form := []byte(binaryOf(binaryReport(golden())))
	body := form[:len(form)-sha256.Size]
	for n := range body {
		refused(t, "the first "+itoa(n)+" bytes, sealed", sealed(body[:n]), kpi.ErrForm)
		if t.Failed() {
			break
		}
	}
	refused(t, "a byte more, sealed", sealed(append(body[:len(body):len(body)], 0)), kpi.ErrForm)
}

// A sealed body is either refused, leaving the report as it was, or it is the one form of what it says: there are no two forms of one report.
func TestUnmarshalSealedAlterations(t *testing.T) {
	form := []byte(binaryOf(binaryReport(golden())))
	body := form[:len(form)-sha256.Size]
	for i := range body {
		for _, b := range []byte{0, 0xff, body[i] + 1, body[i] ^ 0x80} {
			altered := []byte(string(body))
			altered[i] = b
			if problem := readsWhole(sealed(altered)); problem != "" {
				t.Fatalf("byte %d as %#x: %s", i, b, problem)
			}
		}
	}
}

// readsWhole tells what is wrong with how a form is read, empty if nothing is.
func readsWhole(form []byte) string {
	r := binaryReport(nil)
	before := binaryOf(r)
	err := r.MergeBinary(form)
	after := binaryOf(r)
	switch {
	case err != nil && !errors.Is(err, kpi.ErrForm) && !errors.Is(err, kpi.ErrMerge):
		return "another kind of error: " + err.Error()
	case err != nil && after != before:
		return "refused, and changed the report all the same"
	case err == nil && after != string(form):
		return "accepted, and written otherwise"
	}
	return ""
}

// A malformed body is refused at the byte where the group begins that cannot be read, or where what is too much does.
func TestUnmarshalTellsWhere(t *testing.T) {
	form := []byte(binaryOf(binaryReport(golden())))
	body := form[:len(form)-sha256.Size]
	for _, c := range []struct {
		name string
		body []byte
		at   int
	}{
		{"too much", append(body[:len(body):len(body)], 0), len(body)},
		{"a second DE", []byte(strings.Replace(string(body), "\x02JP", "\x02DE", 1)), strings.Index(string(body), "\x02JP") - 1},
		{"a length of two bytes", []byte(strings.Replace(string(body), "\x02JP", "\x82\x00JP", 1)), strings.Index(string(body), "\x02JP") - 1},
		{"no US", []byte(strings.Replace(string(body), "\x02US", "\xff\xffS", 1)), strings.Index(string(body), "\x02US") - 1},
	} {
		var where *kpi.Error
		if err := binaryReport(nil).MergeBinary(sealed(c.body)); !errors.As(err, &where) || where.Err != kpi.ErrForm || where.Offset != c.at {
			t.Errorf("%s: got %v, want byte %d", c.name, err, c.at)
		}
	}
}

// Names are bytes as the source has them, also those that are no text.
func TestBinaryKeepsOddNames(t *testing.T) {
	list := golden()
	list[0].Region, list[1].Region = funnel.LabelOf("\xff\xfe"), funnel.LabelOf(strings.Repeat("ä|", 200))
	a, b := binaryReport(list), binaryReport(nil)
	if err := b.MergeBinary([]byte(binaryOf(a))); err != nil || spellAll(a) != spellAll(b) {
		t.Error(err, difference(spellAll(b), spellAll(a)))
	}
}

// A large count of a small form must neither wrap nor buy memory.
func TestUnmarshalRefusesLargeCounts(t *testing.T) {
	r := report(quarter(), nil, golden(), kpi.WonCount())
	form := binaryOf(r)
	body := form[:len(form)-sha256.Size]
	at := strings.LastIndexByte(body, 3) // the three won deals
	for _, count := range []string{"\xff\xff\xff\xff\xff\xff\xff\xff\x7f", "\x80\x80\x80\x80\x80\x80\x80\x80\x80\x01", "\x83\x00"} {
		if err := r.MergeBinary(sealed([]byte(body[:at] + count + body[at+1:]))); !errors.Is(err, kpi.ErrForm) {
			t.Errorf("%x: got %v", count, err)
		}
	}
	if err := r.MergeBinary(sealed([]byte(body[:at] + "\x80\x80\x80\x80\x80\x80\x40" + body[at+1:]))); err != nil {
		t.Errorf("the largest count: %v", err)
	}
}
