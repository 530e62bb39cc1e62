package normalize_test

import (
	"strings"
	"testing"
	"time"

	"github.com/koine-go/koine/normalize"
)

// No text costs more than its length: the longest ones that are looked at, made of every piece that a reader might
// try again and again, are refused at once. The bound is a thousand times what one takes.
func TestHostileTextIsCheap(t *testing.T) {
	pieces := []string{"1", "1,", "1.", ",", ".", "-", "(", " ", "\u200f", "٬", "١", "€", "kr ", "a ", "5. ", "März ", "tháng 1", "年", "T", ":", "1:", "12:00 ", "AM ", "1/", "٣/"}
	start := time.Now()
	for _, tag := range []string{"en-US", "de-DE", "vi-VN", "ar-EG", "zh-TW", "mt", "ug"} {
		l := normalize.MustFor(tag, normalize.NeutralGroups())
		for _, piece := range pieces {
			for _, size := range []int{256, 4096, 1 << 20} {
				text := []byte(strings.Repeat(piece, size/len(piece)))
				l.Number(text)
				l.Percent(text)
				l.Money(text)
				l.Date(text)
				l.Time(text)
				l.Instant(text, time.UTC)
			}
		}
	}
	if d := time.Since(start); d > 10*time.Second {
		t.Errorf("took %v", d)
	}
}
